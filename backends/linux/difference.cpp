#include "backends/linux/difference.h"

#include <algorithm>
#include <string_view>

namespace hotsite::backends::linux_guest {
namespace {

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, text[end] == '\n' ? end : end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Lengths of the longest common subsequences of all tails. The files are some twenty lines long.
std::vector<std::vector<std::size_t>> CommonTails(const std::vector<std::string_view>& a,
                                                  const std::vector<std::string_view>& b) {
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

std::vector<std::string> ChangedLines(std::string_view home, std::string_view here) {
  const std::vector<std::string_view> a = SplitLines(home);
  const std::vector<std::string_view> b = SplitLines(here);
  const auto common = CommonTails(a, b);
  std::vector<std::string> lines;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i;
      ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      lines.push_back("- " + std::string(a[i++]));
    } else {
      lines.push_back("+ " + std::string(b[j++]));
    }
  }
  return lines;
}

const File* Find(const std::vector<File>& files, std::string_view path) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const File& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Difference> Compare(const std::vector<File>& home, const std::vector<File>& here) {
  std::vector<Difference> differences;
  for (const File& file : here) {
    const File* before = Find(home, file.path);
    if (!before) {
      differences.push_back({Difference::Kind::kOnlyHere, file.path, {}});
    } else if (before->text != file.text) {
      differences.push_back({Difference::Kind::kChanged, file.path, ChangedLines(before->text, file.text)});
    }
  }
  for (const File& file : home) {
    if (!Find(here, file.path)) differences.push_back({Difference::Kind::kOnlyAtHome, file.path, {}});
  }
  return differences;
}

}  // namespace hotsite::backends::linux_guest
