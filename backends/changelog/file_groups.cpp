#include "backends/changelog/file_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "backends/changelog/phrases.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::changelog {
namespace {

using How = AffectedFile::How;
using Files = std::vector<const AffectedFile*>;

/// With more folders than these below one, they are counted; with more files than these in one, the rest is.
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

std::string Counted(const Folders& folders) {
  std::vector<std::string> names;
  std::size_t count = 0;
  for (const auto& [folder, files] : folders) {
    names.emplace_back(NameOf(folder));
    count += files.size();
  }
  return fmt::format("{}, {}", NamesInShort(names, "folders"), CountOf(count, "file"));
}

}  // namespace

std::vector<FileGroup> GroupFiles(const std::vector<AffectedFile>& files) {
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
    if (folders.size() > kMostFolders) {
      groups.push_back({std::string(top), Counted(folders)});
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
