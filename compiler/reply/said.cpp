// What people write into the answer column.
#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/reply/to_contract.h"

namespace hotsite::reply {
namespace {

struct Word {
  std::string_view text;  // in lower case
  Said said;
};

/// Words that say one thing only. "n/a", "?", "ok but …" don't.
constexpr auto kWords = std::to_array<Word>({
    {"confirm", Said::kConfirm},
    {"confirmed", Said::kConfirm},
    {"confirms", Said::kConfirm},
    {"yes", Said::kConfirm},
    {"y", Said::kConfirm},
    {"ok", Said::kConfirm},
    {"okay", Said::kConfirm},
    {"agreed", Said::kConfirm},
    {"agree", Said::kConfirm},
    {"accepted", Said::kConfirm},
    {"x", Said::kConfirm},
    {"true", Said::kConfirm},
    {"\u2713", Said::kConfirm},
    {"\u2714", Said::kConfirm},
    {"conf", Said::kConfirm},
    {"will be provided", Said::kConfirm},
    {"provided", Said::kConfirm},
    {"deviation", Said::kDeviate},
    {"deviate", Said::kDeviate},
    {"deviates", Said::kDeviate},
    {"deviated", Said::kDeviate},
    {"dev", Said::kDeviate},
    {"no", Said::kDeviate},
    {"n", Said::kDeviate},
    {"not available", Said::kDeviate},
    {"not possible", Said::kDeviate},
    {"refused", Said::kDeviate},
    {"declined", Said::kDeviate},
    {"rejected", Said::kDeviate},
    {"false", Said::kDeviate},
});

}  // namespace

Said SaidBy(std::string_view word) {
  if (word.empty()) return Said::kNothing;
  std::string lowered(word);
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  while (!lowered.empty() && (lowered.back() == '.' || lowered.back() == '!')) lowered.pop_back();
  if (lowered.size() > 2 && lowered.front() == '[' && lowered.back() == ']') {
    lowered = lowered.substr(1, lowered.size() - 2);
    if (lowered == " ") return Said::kNothing;
  }
  const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const Word& one) { return one.text == lowered; });
  return found == kWords.end() ? Said::kUnclear : found->said;
}

}  // namespace hotsite::reply
