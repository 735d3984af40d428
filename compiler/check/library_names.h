// What the entries of the standard library are called, also in the parts that a spec doesn't use: for messages about a
// name that isn't known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::check {

struct LibraryName {
  std::string_view word;  // `distribution`
  std::string_view name;  // `rhel_9`
  std::string_view module;
};

/// Whether the statement `word` declares an entry of the standard library.
bool IsLibraryWord(std::string_view word);

/// All entries, in the order of the parts and within each as they are written there.
const std::vector<LibraryName>& LibraryNames();

/// The entry with this very name; nothing when there is none, or several parts have one.
const LibraryName* FindLibraryName(std::string_view name);

/// The entries that `text` means: the one that differs in letter case, blanks and signs alone (`RHEL 9`, `SLES15SP7`);
/// else those that it begins, at most the last three (`z16`, `sles_15`). `text` of one or two letters means none.
/// `words`: the statements that declare what fits.
std::vector<std::string> LibraryNamesMeant(std::string_view text, const std::vector<std::string_view>& words);

/// The statements that declare what may stand behind the colon of a `kind`.
std::vector<std::string_view> LibraryWordsFor(std::string_view kind);

/// Whether `text` is `name` but for letter case, blanks and signs.
bool IsSpelling(std::string_view text, std::string_view name);

}  // namespace hotsite::check
