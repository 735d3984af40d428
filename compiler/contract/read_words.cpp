#include "compiler/contract/read_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "compiler/contract/plain.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/engine.h"

namespace hotsite::contract {
namespace {

struct SayingText {
  std::string_view text;
  Saying saying;
};

constexpr std::array kSayings{
    SayingText{"AS REQUESTED", Saying::kAsAsked},
    SayingText{"AS ASKED", Saying::kAsAsked},
    SayingText{"AS REQUIRED", Saying::kAsAsked},
    SayingText{"AS SPECIFIED", Saying::kAsAsked},
    SayingText{"AS STATED", Saying::kAsAsked},
    SayingText{"AS PER REQUEST", Saying::kAsAsked},
    SayingText{"PER REQUEST", Saying::kAsAsked},
    SayingText{"OK", Saying::kAsAsked},
    SayingText{"OKAY", Saying::kAsAsked},
    SayingText{"YES", Saying::kAsAsked},
    SayingText{"Y", Saying::kAsAsked},
    SayingText{"CONFIRMED", Saying::kAsAsked},
    SayingText{"CONFIRM", Saying::kAsAsked},
    SayingText{"AGREED", Saying::kAsAsked},
    SayingText{"ALL", Saying::kAsAsked},
    SayingText{"ALL OF THEM", Saying::kAsAsked},
    SayingText{"BOTH", Saying::kAsAsked},
    SayingText{"NONE", Saying::kNone},
    SayingText{"NO", Saying::kNone},
    SayingText{"NOTHING", Saying::kNone},
    SayingText{"NIL", Saying::kNone},
    SayingText{"NOT AVAILABLE", Saying::kNone},
    SayingText{"UNAVAILABLE", Saying::kNone},
    SayingText{"NOT PROVIDED", Saying::kNone},
    SayingText{"NOT POSSIBLE", Saying::kNone},
    SayingText{"NOT OFFERED", Saying::kNone},
    SayingText{"NOT SUPPORTED", Saying::kNone},
    SayingText{"NOT CONFIGURED", Saying::kNone},
    SayingText{"TBD", Saying::kToCome},
    SayingText{"T.B.D", Saying::kToCome},
    SayingText{"TBA", Saying::kToCome},
    SayingText{"TBC", Saying::kToCome},
    SayingText{"TO BE DETERMINED", Saying::kToCome},
    SayingText{"TO BE DEFINED", Saying::kToCome},
    SayingText{"TO BE ANNOUNCED", Saying::kToCome},
    SayingText{"TO BE CONFIRMED", Saying::kToCome},
    SayingText{"TO BE ADVISED", Saying::kToCome},
    SayingText{"TO FOLLOW", Saying::kToCome},
    SayingText{"WILL FOLLOW", Saying::kToCome},
    SayingText{"PENDING", Saying::kToCome},
    SayingText{"LATER", Saying::kToCome},
    SayingText{"OPEN", Saying::kToCome},
    SayingText{"UNKNOWN", Saying::kToCome},
    SayingText{"NOT KNOWN", Saying::kToCome},
    SayingText{"NOT YET KNOWN", Saying::kToCome},
    SayingText{"NOT KNOWN YET", Saying::kToCome},
    SayingText{"?", Saying::kToCome},
    SayingText{"??", Saying::kToCome},
    SayingText{"???", Saying::kToCome},
    SayingText{"N/A", Saying::kUnclear},
    SayingText{"N.A", Saying::kUnclear},
    SayingText{"NA", Saying::kUnclear},
    SayingText{"NOT APPLICABLE", Saying::kUnclear},
    SayingText{"-", Saying::kUnclear},
    SayingText{"--", Saying::kUnclear},
    SayingText{"---", Saying::kUnclear},
    SayingText{"X", Saying::kUnclear},
};

using Words = std::set<std::string, std::less<>>;

/// Letters, digits and the further characters of z/VM names; anything else separates words.
Words WordSet(std::string_view plain) {
  std::string text = ToUpper(plain);
  for (char& c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                        std::string_view("@#$_/-'").find(c) != std::string_view::npos;
    if (!letter) c = ' ';
  }
  const auto words = WordsOf(text);
  return {words.begin(), words.end()};
}

bool HasAny(const Words& words, std::initializer_list<std::string_view> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view word) { return words.contains(word); });
}

bool IsDenied(const Words& words) { return HasAny(words, {"NOT", "NO", "NEITHER", "WITHOUT", "UNLESS", "INSTEAD"}); }

ReadValue Refused(std::string problem) {
  ReadValue read;
  read.problem = std::move(problem);
  return read;
}

ReadValue Taken(std::string_view plain, std::string text, std::vector<std::string> names = {}) {
  ReadValue read;
  if (ToUpper(plain) != ToUpper(text)) read.taken = fmt::format("`{}` as {}", plain, text);
  read.value = Value{std::move(text), {}, {}, std::move(names), 0, false, false};
  return read;
}

/// One of two words, either of which may be said by denying the other.
ReadValue OneOf(std::string_view plain, const char* yes, std::initializer_list<std::string_view> yes_words,
                const char* no, std::initializer_list<std::string_view> no_words) {
  const Words words = WordSet(plain);
  const bool said = HasAny(words, yes_words), denied = HasAny(words, no_words);
  if (said == denied || HasAny(words, {"OR", "BUT", "IF"}))
    return Refused(fmt::format("says neither {} nor {}", yes, no));
  return Taken(plain, said != IsDenied(words) ? yes : no);
}

/// A z/VM's name as people write it among other words: in capitals.
bool IsName(std::string_view word) {
  static const Words kOther{"THE", "A",      "OUR",    "OF",       "VENDOR",  "VENDOR'S", "VENDORS", "VM",
                            "ZVM", "SYSTEM", "SECOND", "PROVIDER", "HOST",    "LEVEL",    "YOUR",    "SHARED",
                            "OWN", "OTHER",  "GUEST",  "LPAR",     "ANOTHER", "UNDER",    "RUNNING"};
  const bool capitals =
      std::none_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '/'; });
  return capitals && !word.empty() && word.size() <= 8 && !(word[0] >= '0' && word[0] <= '9') && !kOther.contains(word);
}

/// The z/VM's name in `guest of the z/VM system VENDORVM`; empty: it isn't said.
std::string HostIn(std::string_view plain) {
  std::string text(plain);
  for (char& c : text) {
    if (c == ',' || c == '.' || c == '(' || c == ')' || c == ';') c = ' ';
  }
  bool behind = false;
  for (const std::string& word : WordsOf(text)) {
    const std::string upper = ToUpper(word);
    if (behind && (upper == "IN" || upper == "ON" || upper == "AND" || upper == "AS")) return {};
    if (behind && IsName(word)) return word;
    behind = behind || upper == "OF" || upper == "UNDER";
  }
  return {};
}

}  // namespace

Saying SayingOf(std::string_view plain) {
  const std::string folded = Folded(plain);
  const auto found =
      std::find_if(kSayings.begin(), kSayings.end(), [&](const SayingText& one) { return one.text == folded; });
  return found == kSayings.end() ? Saying::kNothing : found->saying;
}

ReadValue ReadPlacement(std::string_view plain) {
  const Words words = WordSet(plain);
  const bool partition = HasAny(words, {"PARTITION", "LPAR", "PR/SM", "NATIVE", "LOGICAL"});
  const bool under = HasAny(words, {"UNDER"}) && (!partition || HasAny(words, {"VM", "Z/VM", "ZVM"}));
  const bool guest = under || HasAny(words, {"GUEST", "VIRTUAL", "SECOND", "2ND"});
  if (IsDenied(words) || HasAny(words, {"OR"}) || !(guest || partition) ||
      (!guest && HasAny(words, {"UNDER"}) && !HasAny(words, {"PR/SM"})))
    return Refused("says neither a logical partition nor a guest");
  // A z/VM is in a partition itself, so `guest of VM5 in LPAR 3` is a guest.
  if (!guest) return Taken(plain, "logical partition");
  const std::string host = HostIn(plain);
  if (host.empty()) return Taken(plain, "guest");
  return Taken(plain, "guest of " + host, {host});
}

ReadValue ReadDedication(std::string_view plain) {
  return OneOf(plain, "dedicated", {"DEDICATED", "DED", "DEDICATE"}, "shared", {"SHARED", "SHR"});
}

ReadValue ReadCapping(std::string_view plain) {
  return OneOf(plain, "capped", {"CAPPED", "CAPPING", "CAP"}, "not capped", {"UNCAPPED"});
}

ReadValue ReadConnection(std::string_view plain) {
  return OneOf(plain, "connected", {"CONNECTED", "CONNECTION", "REACHABLE"}, "isolated",
               {"ISOLATED", "DISCONNECTED", "UNREACHABLE", "ISOLATION"});
}

ReadValue ReadEngine(std::string_view plain) {
  std::set<std::string> types;
  for (std::string word : WordSet(plain)) {
    if (word.ends_with('S') && word.size() > 2) word.pop_back();
    if (const auto type = ParseEngineType(word)) types.insert(ToString(*type));
  }
  if (types.size() != 1 || IsDenied(WordSet(plain)))
    return Refused(types.empty() ? "names no processor type" : "doesn't say which one");
  return Taken(plain, *types.begin());
}

ReadValue ReadNames(std::string_view plain) {
  static const Words kOther{"AND",     "&",          "THE",       "OSA",     "CONNECTION", "HIPERSOCKETS",
                            "NETWORK", "PARTITIONS", "PARTITION", "SYSTEMS", "SYSTEM",     "ONLY"};
  const Words words = WordSet(plain);
  if (IsDenied(words) || HasAny(words, {"BUT", "EXCEPT", "OR"})) return Refused("says more than names");
  std::vector<std::string> names;
  for (const std::string& part : Parts(plain)) {
    for (const std::string& word : WordsOf(part)) {
      if (!kOther.contains(ToUpper(word))) names.push_back(word);
    }
  }
  if (names.empty()) return Refused("names nothing");
  const std::string text = fmt::format("{}", fmt::join(names, ", "));
  ReadValue read;
  read.value = Value{text, {}, {}, std::move(names), 0, false, false};
  return read;
}

}  // namespace hotsite::contract
