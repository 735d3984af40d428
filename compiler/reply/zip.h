// The parts of a ZIP file in memory (APPNOTE.TXT 6.3.10), as a workbook is one: stored or deflated, not encrypted, one
// disk. Bounded: a part that unpacks to more than it may is refused while it is being unpacked.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hotsite::reply {

class Zip {
 public:
  /// Bytes that all parts which are read may have together.
  static constexpr std::size_t kMostUnpacked = 64u << 20;

  /// Reads the directory of `bytes`, which must stay. Nothing when it is none, or is damaged.
  static std::optional<Zip> Open(std::string_view bytes);

  bool Has(std::string_view name) const { return parts_.contains(name); }
  /// A part unpacked. Nothing when there is none, it is damaged, encrypted, packed otherwise, or too large: `problem`
  /// says which, in words that go on from the file's name.
  std::optional<std::string> Unpack(std::string_view name, std::string* problem);

 private:
  struct Part {
    unsigned flags = 0;
    unsigned method = 0;
    std::size_t packed = 0;  // bytes
    std::size_t offset = 0;  // of the local header
  };

  std::string_view bytes_;
  std::map<std::string, Part, std::less<>> parts_;
  std::size_t unpacked_ = 0;
};

}  // namespace hotsite::reply
