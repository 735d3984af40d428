// What the codes of a font's strings say, by its ToUnicode map (ISO 32000-1, 9.10).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hotsite::reply {

/// The map of one font. Codes have one or two bytes.
class FontText {
 public:
  /// A font without a map: codes of one byte stand for the letters of Windows-1252, codes of two for nobody knows what.
  explicit FontText(unsigned code_bytes) : bytes_(code_bytes) {}
  /// `map`: the ToUnicode stream; what isn't well-formed in it is passed over.
  FontText(std::string_view map, unsigned code_bytes);

  /// Appends what `codes` say, in UTF-8; U+FFFD for a code without a meaning.
  void Decode(std::string_view codes, std::string& text) const;

  static constexpr std::size_t kMaxCodes = 65'536;

 private:
  friend class MapReader;
  void Put(std::uint32_t code, std::string text);

  unsigned bytes_ = 1;
  bool mapped_ = false;
  std::map<std::uint32_t, std::string> texts_;
};

/// UTF-8 of UTF-16, its high bytes first.
std::string FromUtf16(std::string_view bytes);

}  // namespace hotsite::reply
