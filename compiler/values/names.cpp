#include "compiler/values/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"
#include "compiler/values/scan.h"

namespace hotsite {
namespace {

using Reason = std::optional<std::string>;

/// CP commands and operand keywords: a user ID that is one gives unpredictable results (CP Planning and Administration,
/// USER statement). The source names the rule, not the words; these are the ones that a shop might pick.
constexpr std::array<std::string_view, 76> kCpWords{
    "ALL",      "ANY",      "ATTACH",  "AUTOLOG",  "BEGIN",  "CHANGE",  "CLOSE",  "COMMANDS", "CONSOLE",  "COUPLE",
    "CP",       "CPU",      "DASD",    "DEDICATE", "DEFINE", "DEFSEG",  "DEFSYS", "DELETE",   "DETACH",   "DIAL",
    "DISABLE",  "DISCONN",  "DISPLAY", "DRAIN",    "DUMP",   "DUPLEX",  "ECHO",   "ENABLE",   "EXTERNAL", "FLUSH",
    "FORCE",    "FREE",     "FROM",    "GIVE",     "GRANT",  "HALT",    "HOLD",   "INDICATE", "IPL",      "LAN",
    "LINK",     "LOCATE",   "LOCK",    "LOGOFF",   "LOGON",  "MESSAGE", "MSG",    "NAMES",    "NONE",     "PRINTER",
    "PUNCH",    "PURGE",    "QUERY",   "READER",   "READY",  "RESET",   "REWIND", "SEND",     "SET",      "SHUTDOWN",
    "SIGNAL",   "SLEEP",    "SMSG",    "SPOOL",    "START",  "STOP",    "STORE",  "TAG",      "TERMINAL", "TRACE",
    "TRANSFER", "UNCOUPLE", "UNLOCK",  "USERS",    "VARY",   "XAUTOLOG"};

Reason CheckLength(std::string_view name, std::size_t longest) {
  if (name.empty()) return "is empty";
  if (CountCodePoints(name) <= longest) return std::nullopt;
  return fmt::format("is longer than {} characters", longest);
}

/// Names the first character that isn't good; `alphabet` says what would be.
template <class IsGood>
Reason CheckCharacters(std::string_view name, IsGood is_good, std::string_view alphabet) {
  const auto bad = std::find_if_not(name.begin(), name.end(), is_good);
  if (bad == name.end()) return std::nullopt;
  return fmt::format("holds {}; {}", NameCharacter(name, static_cast<std::size_t>(bad - name.begin())), alphabet);
}

/// The alphabet of a mainframe name: upper-case letters, digits and `others`.
Reason CheckUpperName(std::string_view name, std::size_t longest, std::string_view others, std::string_view kind) {
  if (Reason why = CheckLength(name, longest)) return why;
  const auto in_alphabet = [others](char c) {
    return IsUpper(c) || IsDigit(c) || others.find(c) != std::string_view::npos;
  };
  const auto but_for_case = [in_alphabet](char c) { return in_alphabet(c) || IsLower(c); };
  std::string spaced;
  for (const char c : others) spaced.append(" ").append(1, c);
  if (Reason why = CheckCharacters(name, but_for_case, fmt::format("{} are made of A-Z 0-9{}", kind, spaced)))
    return why;
  if (std::any_of(name.begin(), name.end(), IsLower))
    return fmt::format("has lower-case letters; {} are upper case", kind);
  return std::nullopt;
}

Reason CheckLabel(std::string_view label) {
  if (label.empty()) return "has an empty label; labels of a DNS name are separated by single dots";
  if (label.size() > 63) return "has a label of more than 63 characters";
  if (label.front() == '-' || label.back() == '-') return "has a label that begins or ends with a dash";
  return std::nullopt;
}

}  // namespace

Reason WhyNotUserid(std::string_view name) {
  if (Reason why = CheckUpperName(name, 8, "@#$_-", "z/VM user IDs")) return why;
  if (name.size() <= 4 && IsNumber(name)) return "is a number of 1 to 4 digits, which CP takes for a spool file";
  if (name == "T" || name == "TO") return "is an operand of COUPLE, which then can't be told from a user ID";
  if (name == "SYSTEM" || name == "SYSTEMMP") return "is reserved by z/VM";
  for (const std::string_view prefix : {"LOGN", "LOGL", "LOGV"}) {
    if (name.size() == 8 && name.starts_with(prefix))
      return fmt::format("is reserved by z/VM, as every {}xxxx is", prefix);
  }
  if (std::find(kCpWords.begin(), kCpWords.end(), name) == kCpWords.end()) return std::nullopt;
  return "is a CP command or operand, with unpredictable results as a user ID";
}

Reason WhyNotVolser(std::string_view name) { return CheckUpperName(name, 6, "#@$:-+", "volume labels"); }

Reason WhyNotLanName(std::string_view name) { return CheckUpperName(name, 8, "@#$_", "names of z/VM LANs"); }

Reason WhyNotLoadParameter(std::string_view text) {
  if (Reason why = CheckUpperName(text, 8, "@#$. ", "load parameters")) return why;
  if (text.front() == ' ') return "begins with a blank";
  return std::nullopt;
}

Reason WhyNotMacPrefix(std::string_view text) {
  constexpr std::size_t kDigits = 6;
  const auto hex = [](char c) { return IsDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); };
  if (text.size() != kDigits || !std::all_of(text.begin(), text.end(), hex))
    return "isn't six hexadecimal digits, the first three bytes of a MAC address";
  if (!text.starts_with("02")) return "doesn't begin with 02, as the MAC addresses that a z/VM makes up do";
  return std::nullopt;
}

Reason WhyNotPartitionName(std::string_view name) {
  if (Reason why = CheckUpperName(name, 8, "", "names of machines and partitions")) return why;
  if (!IsUpper(name.front())) return "begins with a digit; names of machines and partitions begin with a letter";
  return std::nullopt;
}

Reason WhyNotSpecName(std::string_view name) {
  if (Reason why = CheckLength(name, 32)) return why;
  const auto good = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '-'; };
  if (Reason why = CheckCharacters(name, good, "names are made of letters, digits, `_` and `-`")) return why;
  if (!IsLetter(name.front())) return fmt::format("begins with `{}`; names begin with a letter", name.front());
  return std::nullopt;
}

Reason WhyNotInterfaceName(std::string_view name) {
  if (Reason why = CheckLength(name, 15)) return why;
  const auto good = [](char c) { return IsLetter(c) || IsDigit(c) || c == '.' || c == '_' || c == '-'; };
  if (Reason why = CheckCharacters(name, good, "interface names are made of letters, digits, `.`, `_` and `-`"))
    return why;
  if (!IsLetter(name.front())) return fmt::format("begins with `{}`; names begin with a letter", name.front());
  return std::nullopt;
}

Reason WhyNotDomain(std::string_view name) {
  if (Reason why = CheckLength(name, 253)) return why;
  const auto good = [](char c) { return IsLetter(c) || IsDigit(c) || c == '-' || c == '.'; };
  if (Reason why = CheckCharacters(name, good, "DNS names are made of letters, digits, dashes and dots")) return why;
  const std::vector<std::string_view> labels = Split(name, '.');
  for (const std::string_view label : labels) {
    if (Reason why = CheckLabel(label)) return why;
  }
  // Programs try an address first, so `10.20.30.1` or `1.2` would never be looked up.
  if (IsNumber(labels.back())) return "ends in a number, as an IP address does; a DNS name ends in letters";
  return std::nullopt;
}

std::string HostName(std::string_view system_name) {
  std::string host = ToLower(system_name.substr(0, 63));
  for (char& c : host) {
    if (!IsLower(c) && !IsDigit(c)) c = '-';
  }
  const std::size_t first = host.find_first_not_of('-');
  if (first == std::string::npos) return "system";
  return host.substr(first, host.find_last_not_of('-') - first + 1);
}

}  // namespace hotsite
