// Text of groups and keys, as NetworkManager's keyfiles (GKeyFile) and systemd's unit files have it:
//
//   [ipv4]
//   method=manual
//
// Neither has quotes that would make any text safe: a newline starts a key, \ and % mean something else. So values must
// be of an alphabet without meaning to either; interfaces files and the strings of YAML are held to it too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::backends::linux_guest {

class IniText {
 public:
  IniText& Group(std::string_view name);
  /// Numbers, addresses, validated names and what joins them; anything else is a bug of the caller.
  IniText& Key(std::string_view key, std::string_view value);
  IniText& Key(std::string_view key, std::int64_t value) { return Key(key, std::to_string(value)); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Whether a value may stand behind a key.
bool IsPlainValue(std::string_view value);

/// `a;b;c;`: how a keyfile writes a list.
std::string KeyfileList(const std::vector<std::string>& items);

}  // namespace hotsite::backends::linux_guest
