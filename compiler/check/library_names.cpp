#include "compiler/check/library_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/check/source_provider.h"

namespace hotsite::check {
namespace {

constexpr std::array<std::string_view, 7> kWords{"machine_model", "zvm_release", "zos_release", "distribution",
                                                 "disk_model",    "osa_feature", "tape_model"};

bool IsAlnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
char Lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

// The parts are our own: an entry begins at the beginning of a line with its word and its name.
void AddNamesOf(std::string_view module, std::vector<LibraryName>& names) {
  std::string_view rest = StandardModule(module).value_or("");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (const std::string_view word : kWords) {
      if (!line.starts_with(word) || !line.substr(word.size()).starts_with(' ')) continue;
      const std::string_view behind = line.substr(word.size() + 1);
      names.push_back({word, behind.substr(0, behind.find(' ')), module});
    }
  }
}

/// How much of `name` is `text`, letter case and signs aside; nothing when `name` doesn't begin so. A number isn't cut:
/// `sles_1` begins no `sles_15`.
std::optional<std::size_t> Begins(std::string_view text, std::string_view name) {
  std::size_t at = 0;
  char last = ' ';
  for (const char c : text) {
    if (!IsAlnum(c)) continue;
    while (at < name.size() && !IsAlnum(name[at])) ++at;
    if (at == name.size() || Lower(name[at]) != Lower(c)) return {};
    last = name[at++];
  }
  if (at < name.size() && IsDigit(last) && IsDigit(name[at])) return {};
  return at;
}

}  // namespace

bool IsLibraryWord(std::string_view word) { return std::find(kWords.begin(), kWords.end(), word) != kWords.end(); }

const std::vector<LibraryName>& LibraryNames() {
  static const std::vector<LibraryName> kNames = [] {
    std::vector<LibraryName> names;
    for (const std::string_view module : StandardModules()) AddNamesOf(module, names);
    return names;
  }();
  return kNames;
}

const LibraryName* FindLibraryName(std::string_view name) {
  const LibraryName* found = nullptr;
  for (const LibraryName& one : LibraryNames()) {
    if (one.name != name) continue;
    if (found != nullptr) return nullptr;
    found = &one;
  }
  return found;
}

bool IsSpelling(std::string_view text, std::string_view name) { return Begins(text, name) == name.size(); }

std::vector<std::string> LibraryNamesMeant(std::string_view text, const std::vector<std::string_view>& words) {
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kMost = 3;
  std::vector<std::string> begun;
  if (text.size() < kShortest || !IsAlnum(text.front())) return begun;
  for (const LibraryName& one : LibraryNames()) {
    if (std::find(words.begin(), words.end(), one.word) == words.end()) continue;
    if (IsSpelling(text, one.name)) return {std::string(one.name)};
    if (Begins(text, one.name)) begun.emplace_back(one.name);
  }
  if (begun.size() > kMost) begun.erase(begun.begin(), begun.end() - kMost);
  return begun;
}

std::vector<std::string_view> LibraryWordsFor(std::string_view kind) {
  if (kind == "zvm") return {"zvm_release"};
  if (kind == "zos") return {"zos_release"};
  if (kind == "linux" || kind == "kvm") return {"distribution"};
  if (kind == "machine model") return {"machine_model"};
  if (kind == "disk model") return {"disk_model"};
  if (kind == "OSA feature") return {"osa_feature"};
  return {};
}

}  // namespace hotsite::check
