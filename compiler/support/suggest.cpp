#include "compiler/support/suggest.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "compiler/support/text_writer.h"

namespace hotsite {
namespace {

constexpr std::size_t kLongestWord = 64;

/// Edits between two words: insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
  }
  return current[b.size()];
}

/// Nearly any two words of one or two letters are one edit apart; without a common beginning that says nothing.
bool IsWorthSaying(std::string_view written, std::string_view known, std::size_t distance) {
  if (distance == 0) return true;
  if (std::min(written.size(), known.size()) > 2) return true;
  const bool swapped = written.size() == 2 && known.size() == 2 && written[0] == known[1] && written[1] == known[0];
  return swapped || (std::max(written.size(), known.size()) > 1 && written.front() == known.front());
}

/// The one candidate that `lower` abbreviates: `prod` for `production`. Nothing when there are several.
std::optional<std::string> Abbreviated(std::string_view lower, const std::vector<std::string_view>& known) {
  constexpr std::size_t kShortest = 3;
  std::optional<std::string> found;
  if (lower.size() < kShortest) return found;
  for (const std::string_view candidate : known) {
    if (candidate.size() <= lower.size() || !ToLower(candidate).starts_with(lower)) continue;
    if (found) return std::nullopt;
    found = std::string(candidate);
  }
  return found;
}

}  // namespace

std::optional<std::string> Nearest(std::string_view written, const std::vector<std::string_view>& known) {
  const std::vector<std::string> ones = NearestOnes(written, known);
  return ones.empty() ? std::nullopt : std::optional(ones.front());
}

std::vector<std::string> NearestOnes(std::string_view written, const std::vector<std::string_view>& known) {
  if (written.empty() || written.size() > kLongestWord) return {};
  const std::string lower = ToLower(written);
  for (const std::string_view candidate : known) {  // `shop.BASE` for `BASE`
    if (candidate.ends_with(written) && candidate.substr(0, candidate.size() - written.size()).ends_with('.'))
      return {std::string(candidate)};
  }
  std::size_t limit = std::max<std::size_t>(1, written.size() / 3);
  std::size_t best = limit + 1;
  std::vector<std::string> nearest;
  for (const std::string_view candidate : known) {
    if (candidate.empty() || candidate == written) continue;
    const std::size_t difference =
        std::max(candidate.size(), written.size()) - std::min(candidate.size(), written.size());
    if (difference > limit) continue;
    const std::string lower_candidate = ToLower(candidate);
    const std::size_t distance = Distance(lower, lower_candidate);
    if (distance > limit || !IsWorthSaying(lower, lower_candidate, distance)) continue;
    if (distance < best) nearest.clear();
    best = limit = distance;  // only a nearer one replaces it
    nearest.emplace_back(candidate);
  }
  if (!nearest.empty()) return nearest;
  if (auto abbreviated = Abbreviated(lower, known)) nearest.push_back(std::move(*abbreviated));
  return nearest;
}

bool IsSameSeries(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.empty()) return false;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    const bool digits =
        std::isdigit(static_cast<unsigned char>(a[i])) != 0 && std::isdigit(static_cast<unsigned char>(b[i])) != 0;
    if (a[i] != b[i] && !digits) return false;
  }
  return a != b;
}

}  // namespace hotsite
