#include "backends/linux/ini_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/check.h"

namespace hotsite::backends::linux_guest {
namespace {

// @, # and $ are letters of names of z/VM; a token for an open place may hold them.
bool IsPlain(char c) {
  const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return letter || std::string_view(" .:/_,;?+-@#$").find(c) != std::string_view::npos;
}

}  // namespace

bool IsPlainValue(std::string_view value) {
  const bool framed = !value.empty() && (value.front() == ' ' || value.back() == ' ');
  return !framed && std::all_of(value.begin(), value.end(), IsPlain);
}

IniText& IniText::Group(std::string_view name) {
  text_ += fmt::format("{}[{}]\n", text_.empty() ? "" : "\n", name);
  return *this;
}

IniText& IniText::Key(std::string_view key, std::string_view value) {
  HOTSITE_CHECK(IsPlainValue(value), "a value reached a keyfile or unit file without having been validated");
  text_ += fmt::format("{}={}\n", key, value);
  return *this;
}

std::string KeyfileList(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items) list += item + ";";
  return list;
}

}  // namespace hotsite::backends::linux_guest
