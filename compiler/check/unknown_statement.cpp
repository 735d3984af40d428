#include "compiler/check/unknown_statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/model/properties.h"
#include "compiler/schema/schema.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::check {
namespace {

// Statements of a user directory or SYSTEM CONFIG that fingers type from memory, and what says it here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kFromMemory{{
    {"MDISK", "disk 0201 3390_9 cylinders 1..10016 on LX0100"},
    {"NICDEF", "nic 0600 on OFFICE address OFFICE[21]"},
    {"USER", "linux LNXWAS1 { … }"},
    {"IDENTITY", "linux LNXWAS1 { … }"},
    {"STORAGE", "memory 2 GiB"},
    {"MAXSTORAGE", "memory 2 GiB maximum 4 GiB"},
    {"CPU", "processors 2"},
    {"MACHINE", "processors 2"},
    {"DEDICATE", "nic 0700 on DATABASE"},
    {"DEFINE", "vswitch VSW1 carries OFFICE { transport ethernet }"},
    {"LINK", "disk 0201 on LX0100"},
    {"XAUTOLOG", "start after LNXRTR"},
    {"AUTOLOG", "start after LNXRTR"},
    {"INCLUDE", "linux LNXWAS1 : SERVER { … }"},
}};

std::string Place(std::string_view parent) {
  return parent == "file" ? "at the top of a file" : fmt::format("in `{}`", parent);
}

bool IsLibraryWord(std::string_view word) {
  return word == "machine_model" || word == "zvm_release" || word == "distribution" || word == "disk_model";
}

std::string WordList(std::string_view parent) {
  std::vector<std::string> words;
  for (const std::string_view word : schema::WordsIn(parent)) {
    if (!IsLibraryWord(word) && word != "hotsite") words.push_back(fmt::format("`{}`", word));
  }
  return JoinWords(words, "or");
}

// `count of nic at least 2` in a `require`, without its `that`.
bool BeginsCondition(std::string_view word) {
  for (const std::string_view one : {"count", "sum", "largest", "smallest", "not"}) {
    if (word == one) return true;
  }
  const auto kinds = model::AllKinds();
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const model::KindInfo& info) { return model::FindProperty(info.kind, word) != nullptr; });
}

void ConditionWithoutThat(std::string_view word, Span span, Reporter& reporter) {
  reporter.Error(codes::kUnknownStatement, span, "`{}` is no statement in `require`", word)
      .Here("a condition begins with `that`")
      .Fix("put `that` before it", {{{span.file, span.begin, span.begin}, "that "}});
}

void Misplaced(std::string_view word, Span span, std::string_view parent, Reporter& reporter) {
  bool top = false;
  std::vector<std::string> places;
  for (const schema::Row* row : schema::FindRows(word)) {
    std::string_view rest = row->parents;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const std::string_view one = rest.substr(0, end);
      if (one == "file") {
        top = true;
      } else if (!IsLibraryWord(one) || IsLibraryWord(parent)) {
        places.push_back(fmt::format("`{}`", one));
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  reporter.Error(codes::kMisplacedStatement, span, "`{}` doesn't stand {}", word, Place(parent))
      .Here(fmt::format("it stands {}{}{}", top ? "at the top of a file" : "", top && !places.empty() ? " or " : "",
                        places.empty() ? "" : fmt::format("in {}", JoinWords(places, "or"))))
      .Note(fmt::format("{} may stand {}", Place(parent), WordList(parent)));
}

}  // namespace

void ReportUnknownStatement(std::string_view word, Span span, const syntax::Statement& statement,
                            std::string_view parent, Reporter& reporter) {
  (void)statement;
  if (parent == "require" && BeginsCondition(word)) return ConditionWithoutThat(word, span, reporter);
  if (!schema::FindRows(word).empty()) return Misplaced(word, span, parent, reporter);
  auto& found = reporter.Error(codes::kUnknownStatement, span, "`{}` is no statement {}", word, Place(parent));
  for (const auto& [known, here] : kFromMemory) {
    if (known != ToUpper(word)) continue;
    found.Here("a statement of z/VM's own files").Advise(fmt::format("here it is written `{}`", here));
    return;
  }
  if (word.starts_with('#')) {
    found.Here("a comment begins with `//`").Fix("write `//`", {{{span.file, span.begin, span.begin + 1}, "//"}});
    return;
  }
  const auto near =
      word == "vm" || word == "VM" ? std::optional<std::string>("zvm") : Nearest(word, schema::WordsIn(parent));
  found.Here(near ? fmt::format("did you mean `{}`?", *near) : "not known");
  if (near) {
    found.Fix(fmt::format("write `{}`", *near), {{span, *near}});
  } else {
    found.Note(fmt::format("{} may stand {}", Place(parent), WordList(parent)));
  }
}

}  // namespace hotsite::check
