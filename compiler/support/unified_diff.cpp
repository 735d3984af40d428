#include "compiler/support/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace hotsite {
namespace {

using Lines = std::vector<std::string_view>;

/// Beyond so many differing lines the shortest way isn't looked for: that takes their square.
constexpr std::size_t kMostSteps = 2000;

/// With their line ends, so that one which lacks it differs.
Lines SplitLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// A step on the way from one text to the other.
struct Step {
  char mark;  // blank, -, +
  std::string_view line;
};
using Steps = std::vector<Step>;

/// E. Myers, "An O(ND) difference algorithm and its variations", 1986: the greedy way forward, every state kept.
class Shortest {
 public:
  Shortest(const Lines& before, const Lines& now) : a_(before), b_(now) {}

  /// False: it would take too many steps.
  bool Find() {
    const long most = static_cast<long>(std::min(a_.size() + b_.size(), kMostSteps));
    std::vector<long> reach(2 * static_cast<std::size_t>(most) + 3, 0);
    const auto at = [&](long k) -> long& { return reach[static_cast<std::size_t>(k + most + 1)]; };
    for (long d = 0; d <= most; ++d) {
      kept_.emplace_back(reach.begin() + (most + 1 - d), reach.begin() + (most + 2 + d));
      for (long k = -d; k <= d; k += 2) {
        long x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
        while (x < A() && x - k < B() && Same(x, x - k)) ++x;
        at(k) = x;
        if (x >= A() && x - k >= B()) return true;
      }
    }
    return false;
  }

  /// The way found, from its end to its beginning.
  Steps Way() const {
    Steps steps;
    long x = A(), y = B();
    for (long d = static_cast<long>(kept_.size()) - 1; d >= 0; --d) {
      const auto& reach = kept_[static_cast<std::size_t>(d)];
      const auto at = [&](long k) { return std::abs(k) > d ? -1 : reach[static_cast<std::size_t>(k + d)]; };
      const long k = x - y;
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      const long from_k = down ? k + 1 : k - 1;
      const long from_x = d == 0 ? 0 : at(from_k), from_y = d == 0 ? 0 : from_x - from_k;
      while (x > (d == 0 ? 0 : from_x + (down ? 0 : 1)) && y > (d == 0 ? 0 : from_y + (down ? 1 : 0))) {
        steps.push_back({' ', Line(a_, --x)});
        --y;
      }
      if (d == 0) break;
      steps.push_back(down ? Step{'+', Line(b_, from_y)} : Step{'-', Line(a_, from_x)});
      x = from_x;
      y = from_y;
    }
    return steps;
  }

 private:
  long A() const { return static_cast<long>(a_.size()); }
  long B() const { return static_cast<long>(b_.size()); }
  static std::string_view Line(const Lines& lines, long at) { return lines[static_cast<std::size_t>(at)]; }
  bool Same(long x, long y) const { return Line(a_, x) == Line(b_, y); }

  const Lines& a_;
  const Lines& b_;
  std::vector<std::vector<long>> kept_;  // before step d: the diagonals -d to d
};

Steps Between(const Lines& before, const Lines& now) {
  Shortest shortest(before, now);
  Steps steps;
  if (shortest.Find()) {
    steps = shortest.Way();
    std::reverse(steps.begin(), steps.end());
    return steps;
  }
  for (const std::string_view line : before) steps.push_back({'-', line});
  for (const std::string_view line : now) steps.push_back({'+', line});
  return steps;
}

/// All steps, the equal lines at both ends without a search.
Steps AllSteps(Lines before, Lines now) {
  const auto first = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
  const auto head = static_cast<std::size_t>(first.first - before.begin());
  std::size_t tail = 0;
  while (tail < before.size() - head && tail < now.size() - head &&
         before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
    ++tail;
  Steps steps;
  for (std::size_t i = 0; i < head; ++i) steps.push_back({' ', before[i]});
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<long>(head), lines.end() - static_cast<long>(tail));
  };
  for (const Step& step : Between(middle(before), middle(now))) steps.push_back(step);
  for (std::size_t i = before.size() - tail; i < before.size(); ++i) steps.push_back({' ', before[i]});
  return steps;
}

void PutStep(const Step& step, UnifiedDiff& diff, std::size_t most) {
  const bool ends = step.line.ends_with('\n');
  diff.lines += ends ? 1 : 2;
  if (diff.lines > most) {
    diff.left_out += ends ? 1 : 2;
    return;
  }
  diff.text += step.mark;
  diff.text += step.line;
  if (!ends) diff.text += "\n\\ No newline at end of file\n";
}

/// `3,7`: where a hunk begins and how many lines it has; a line is counted from 1, and 0 stands before the first.
std::string Range(std::size_t lines_before, std::size_t count) {
  const std::size_t first = count == 0 ? lines_before : lines_before + 1;
  return count == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, count);
}

}  // namespace

UnifiedDiff CompareLines(std::string_view before, std::string_view now, std::size_t most, std::size_t context) {
  const Steps steps = AllSteps(SplitLines(before), SplitLines(now));
  UnifiedDiff diff;
  std::size_t old_line = 0, new_line = 0;
  for (std::size_t i = 0; i < steps.size();) {
    // The next hunk goes from `context` lines before a difference to where twice as many are equal.
    std::size_t next = i;
    while (next < steps.size() && steps[next].mark == ' ') ++next;
    if (next == steps.size()) break;
    const std::size_t begin = next - std::min(context, next - i);
    std::size_t end = next, last = next;
    for (; end < steps.size() && end - last <= 2 * context; ++end) {
      if (steps[end].mark != ' ') last = end;
    }
    end = std::min(last + context + 1, steps.size());
    old_line += begin - i;
    new_line += begin - i;
    const auto count = [&](char other) {
      return static_cast<std::size_t>(std::count_if(steps.begin() + static_cast<long>(begin),
                                                    steps.begin() + static_cast<long>(end),
                                                    [&](const Step& step) { return step.mark != other; }));
    };
    const std::size_t olds = count('+'), news = count('-');
    const std::string head = fmt::format("@@ -{} +{} @@\n", Range(old_line, olds), Range(new_line, news));
    if (++diff.lines <= most)
      diff.text += head;
    else
      ++diff.left_out;
    for (std::size_t at = begin; at < end; ++at) PutStep(steps[at], diff, most);
    old_line += olds;
    new_line += news;
    i = end;
  }
  return diff;
}

}  // namespace hotsite
