// Writes a large JSON document piece by piece, so that the tree of 100,000 guests never lies in memory: containers that
// are opened and closed here, elements that support/json.h prints on one line each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/json.h"

namespace hotsite::backends::model_json {

class JsonLines {
 public:
  /// Opens an object or an array: without a key where the container around it is an array.
  void OpenObject(std::string_view key = {}) { Open(key, '{', '}'); }
  void OpenArray(std::string_view key = {}) { Open(key, '[', ']'); }
  void Close();
  /// One member (with key) or element (without) on a line of its own.
  void Add(const Json& value) { Add({}, value); }
  void Add(std::string_view key, const Json& value);
  /// All members of an object into the open one.
  void AddMembers(const Json& object);
  /// The document; everything must be closed.
  std::string Take();

 private:
  void Open(std::string_view key, char open, char close);
  void StartElement(std::string_view key);

  struct Level {
    char close = '}';
    bool empty = true;
  };
  std::string text_;
  std::vector<Level> levels_;
};

}  // namespace hotsite::backends::model_json
