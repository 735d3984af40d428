#include "backends/changelog/file_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::changelog {
namespace {

using How = AffectedFile::How;
using Files = std::vector<const AffectedFile*>;

/// With more systems than these below one, they are counted; with more files than these in one, the rest is.
constexpr std::size_t kMostFolders = 4;
constexpr std::size_t kMostFiles = 8;

std::string_view FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view NameOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string NamesOf(const Files& files, How how, std::string_view lead) {
  std::vector<std::string> names;
  for (const AffectedFile* file : files) {
    if (file->how == how) names.emplace_back(NameOf(file->path));
  }
  if (names.empty()) return {};
  const std::size_t left = names.size() - std::min(names.size(), kMostFiles);
  names.resize(names.size() - left);
  return fmt::format("{}{}{}", lead, fmt::join(names, ", "), left > 0 ? fmt::format(" and {} more", left) : "");
}

std::string Listed(const Files& files) {
  std::vector<std::string> parts;
  for (const std::string& part :
       {NamesOf(files, How::kChanged, ""), NamesOf(files, How::kNew, "new: "), NamesOf(files, How::kGone, "gone: ")}) {
    if (!part.empty()) parts.push_back(part);
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

/// The files of each folder, and the folders of each top folder.
using Folders = std::map<std::string_view, Files>;
using Tops = std::map<std::string_view, Folders>;

/// The first two folders of a path: `linux/LNXWAS1` of linux/LNXWAS1/etc/fstab.
std::string_view SystemFolder(std::string_view folder) {
  const std::size_t top = folder.find('/');
  return top == std::string_view::npos ? folder : folder.substr(0, folder.find('/', top + 1));
}

/// The systems' folders below a top one, and how many files these hold.
std::vector<std::string> SystemsOf(const Folders& folders, std::size_t* files) {
  std::vector<std::string> names;
  for (const auto& [folder, inside] : folders) {
    const std::string_view name = NameOf(SystemFolder(folder));
    if (names.empty() || names.back() != name) names.emplace_back(name);
    *files += inside.size();
  }
  return names;
}

}  // namespace

std::vector<FileGroup> GroupFiles(const std::vector<AffectedFile>& files, const Nouns& nouns) {
  Tops tops;
  for (const AffectedFile& file : files) {
    const std::string_view folder = FolderOf(file.path);
    tops[folder.substr(0, folder.find('/'))][folder].push_back(&file);
  }
  std::vector<FileGroup> groups;
  for (auto& [top, folders] : tops) {
    if (const auto own = folders.find(top); own != folders.end()) {
      groups.push_back({top.empty() ? "." : std::string(top), Listed(own->second)});
      folders.erase(own);
    }
    std::size_t count = 0;
    if (const std::vector<std::string> systems = SystemsOf(folders, &count); systems.size() > kMostFolders) {
      const std::string_view noun = nouns.Of(systems);
      groups.push_back({std::string(top), fmt::format("{}, {}", NamesInShort(systems, noun.empty() ? "folders" : noun),
                                                      CountOf(count, "file"))});
      continue;
    }
    for (const auto& [folder, inside] : folders) groups.push_back({std::string(folder), Listed(inside)});
  }
  return groups;
}

std::string CountFiles(const std::vector<AffectedFile>& files) {
  const auto count = [&](How how) {
    return std::count_if(files.begin(), files.end(), [&](const AffectedFile& file) { return file.how == how; });
  };
  std::vector<std::string> parts;
  if (count(How::kChanged) > 0) parts.push_back(fmt::format("{} changed", count(How::kChanged)));
  if (count(How::kNew) > 0) parts.push_back(fmt::format("{} new", count(How::kNew)));
  if (count(How::kGone) > 0) parts.push_back(fmt::format("{} gone", count(How::kGone)));
  if (parts.size() == 1)
    return fmt::format("{} {}", CountOf(files.size(), "file"), parts[0].substr(parts[0].find(' ') + 1));
  return fmt::format("{}: {}", CountOf(files.size(), "file"), fmt::join(parts, ", "));
}

}  // namespace hotsite::backends::changelog
