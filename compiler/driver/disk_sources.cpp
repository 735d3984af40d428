#include "compiler/driver/disk_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "compiler/diagnostics/style.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

namespace fs = std::filesystem;

constexpr int kMostEntries = 10'000;    // looked at in a folder
constexpr std::size_t kMostListed = 5;  // in a message

// What a file that isn't there may have been meant for.
std::string HintFor(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    const std::vector<std::string> specs = SpecsIn(path);
    return specs.empty() ? "" : fmt::format("; it holds {}", ListOfSpecs(specs));
  }
  if (fs::exists(path, ignored)) return {};
  const std::size_t slash = path.rfind('/');
  const std::vector<std::string> specs = SpecsIn(slash == std::string::npos ? "." : path.substr(0, slash + 1));
  const auto near = Nearest(path.substr(slash + 1), std::vector<std::string_view>(specs.begin(), specs.end()));
  return near ? fmt::format("; did you mean `{}`?", *near) : "";
}

}  // namespace

std::vector<std::string> SpecsIn(const std::string& folder) {
  std::vector<std::string> specs;
  std::error_code failed;
  int looked_at = 0;
  for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end && looked_at < kMostEntries;
       entry.increment(failed), ++looked_at) {
    std::string name = entry->path().filename().string();
    if (name.ends_with(".dr")) specs.push_back(std::move(name));
  }
  std::sort(specs.begin(), specs.end());
  return specs;
}

std::string ListOfSpecs(const std::vector<std::string>& specs) {
  std::vector<std::string> listed;
  for (std::size_t i = 0; i < std::min(specs.size(), kMostListed); ++i) listed.push_back(fmt::format("`{}`", specs[i]));
  if (specs.size() > kMostListed) listed.push_back(fmt::format("{} more", specs.size() - kMostListed));
  return Printable(JoinWords(listed));
}

std::optional<std::string> DiskSources::Read(const std::string& path, std::string* problem) {
  std::string text;
  if (const auto failure = ReadFile(path, kMaxSourceBytes, &text)) {
    *problem = failure->what + HintFor(path);
    return {};
  }
  return text;
}

bool DiskSources::Has(const std::string& path) {
  // A link that leads nowhere is there; where even that can't be found out, Read says why.
  std::error_code ignored;
  return std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found;
}

}  // namespace hotsite::driver
