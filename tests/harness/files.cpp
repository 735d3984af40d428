#include "tests/harness/files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "compiler/support/check.h"

namespace hotsite::harness {

namespace fs = std::filesystem;

fs::path SourceRoot() { return HOTSITE_SOURCE_DIR; }

std::string ReadBytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  HOTSITE_CHECK(file.good(), path.c_str());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void WriteBytes(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  HOTSITE_CHECK(file.good(), path.c_str());
}

std::vector<fs::path> FilesUnder(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string RelativeName(const fs::path& path) { return fs::relative(path, SourceRoot()).generic_string(); }

std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string FirstDifference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<std::string> old_lines = SplitLines(expected);
  const std::vector<std::string> new_lines = SplitLines(actual);
  std::size_t at = 0;
  while (at < old_lines.size() && at < new_lines.size() && old_lines[at] == new_lines[at]) ++at;
  const auto line = [&](const std::vector<std::string>& lines) {
    return at < lines.size() ? lines[at] : "(end of file)";
  };
  return fmt::format("line {}:\n  checked in: {}\n  now:        {}", at + 1, line(old_lines), line(new_lines));
}

}  // namespace hotsite::harness
