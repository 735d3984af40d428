// XML as a stream of elements and text, by expat. A document type is refused, so there are no entities but XML's own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace hotsite::reply {

/// The attributes of an element.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// The value of the attribute with this local name; empty when there is none.
  std::string_view Get(std::string_view name) const;

 private:
  const char** pairs_;
};

/// Names come without their prefix. Each gives false to stop, which is no failure.
struct XmlEvents {
  std::function<bool(std::string_view name, const XmlAttributes&)> begin = [](auto, const auto&) { return true; };
  std::function<bool(std::string_view name)> end = [](auto) { return true; };
  std::function<void(std::string_view text)> text = [](auto) {};
};

/// False when `xml` isn't well-formed, holds a document type, or is nested more than a hundred deep.
bool ReadXml(std::string_view xml, const XmlEvents& events);

}  // namespace hotsite::reply
