#include "backends/linux/difference.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "backends/linux/open_files.h"

namespace hotsite::backends::linux_guest {
namespace {

using Lines = std::vector<std::string_view>;

Lines SplitLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, text[end] == '\n' ? end : end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Takes the lines away that both begin and end with: what is left is mostly short, even of a long file.
void Trim(Lines& a, Lines& b) {
  const auto [from_a, from_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.erase(a.begin(), from_a);
  b.erase(b.begin(), from_b);
  const auto [to_a, to_b] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  a.erase(to_a.base(), a.end());
  b.erase(to_b.base(), b.end());
}

/// Lengths of the longest common subsequences of all tails.
std::vector<std::vector<std::size_t>> CommonTails(const Lines& a, const Lines& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

/// Above this many pairs of lines the matching ones aren't looked for: everything goes, everything comes.
constexpr std::size_t kMostPairs = 1'000'000;

std::vector<std::string> ChangedLines(std::string_view home, std::string_view here) {
  Lines a = SplitLines(home);
  Lines b = SplitLines(here);
  Trim(a, b);
  const bool matched = a.empty() || b.empty() || a.size() <= kMostPairs / b.size();
  const auto common = matched ? CommonTails(a, b) : std::vector<std::vector<std::size_t>>{};
  std::vector<std::string> lines;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (matched && i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i;
      ++j;
    } else if (i < a.size() && (j == b.size() || !matched || common[i + 1][j] >= common[i][j + 1])) {
      lines.push_back("- " + std::string(a[i++]));
    } else {
      lines.push_back("+ " + std::string(b[j++]));
    }
  }
  return lines;
}

using Index = std::unordered_map<std::string, const File*>;

/// A file that waits for the vendor has another name for now, and is the same file.
Index IndexOf(const std::vector<File>& files) {
  Index index;
  for (const File& file : files) index.emplace(ClosedPath(file.path), &file);
  return index;
}

}  // namespace

std::vector<Difference> Compare(const std::vector<File>& home, const std::vector<File>& here) {
  const Index at_home = IndexOf(home), at_here = IndexOf(here);
  std::vector<Difference> differences;
  for (const File& file : here) {
    const std::string path = ClosedPath(file.path);
    const auto before = at_home.find(path);
    if (before == at_home.end()) {
      differences.push_back({Difference::Kind::kOnlyHere, path, {}});
    } else if (before->second->text != file.text) {
      differences.push_back({Difference::Kind::kChanged, path, ChangedLines(before->second->text, file.text)});
    }
  }
  for (const File& file : home) {
    const std::string path = ClosedPath(file.path);
    if (!at_here.contains(path)) differences.push_back({Difference::Kind::kOnlyAtHome, path, {}});
  }
  return differences;
}

}  // namespace hotsite::backends::linux_guest
