// The changelog for a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "backends/changelog/changelog.h"
#include "backends/changelog/class_words.h"
#include "backends/changelog/file_groups.h"
#include "backends/changelog/for_people.h"
#include "backends/changelog/phrases.h"
#include "backends/changelog/places.h"
#include "backends/changelog/request_rows.h"
#include "backends/changelog/verdict.h"
#include "compiler/diagnostics/style.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::changelog {
namespace {

using diff::ChangeClass;
using diff::SpecChange;

constexpr std::size_t kColumns = 96;
constexpr std::string_view kHanging = "      ";  // below the text behind a mark
/// Logs that fit on a screen need no list of what to look at first.
constexpr std::size_t kScreenful = 12;
constexpr std::size_t kMostGrave = 8;
constexpr std::size_t kMostIds = 12;
constexpr std::size_t kMostRowsOfChange = 3;

Style StyleOf(ChangeClass what) {
  if (what == ChangeClass::kLoosens) return Style::kWarning;  // what the vendor needn't do any more hurts us
  switch (MarkOf(what)) {
    case '+':
      return Style::kAdded;
    case '-':
      return Style::kRemoved;
    case '!':
      return Style::kWarning;
    default:
      return Style::kHelp;
  }
}

constexpr std::string_view kNoBreak = "\xC2\xA0";

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether the blank at `at` stands between a row's identifier and its edition: `MEM-001 b`.
bool PartsEdition(std::string_view text, std::size_t at) {
  const bool behind =
      at + 1 < text.size() && IsLower(text[at + 1]) && (at + 2 == text.size() || !IsLower(text[at + 2]));
  const std::size_t dash = text.rfind('-', at);
  return behind && dash != std::string_view::npos && dash > 0 && IsUpper(text[dash - 1]) && dash + 1 < at &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dash) + 1,
                     text.begin() + static_cast<std::ptrdiff_t>(at), IsDigit);
}

/// Lines of words in which an identifier and its edition stay together.
std::vector<std::string> Lines(std::string_view text, std::size_t width) {
  std::string held;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ' && PartsEdition(text, at))
      held += kNoBreak;
    else
      held += text[at];
  }
  std::vector<std::string> lines = WrapWords(held, width);
  for (std::string& line : lines) {
    for (std::size_t at = 0; (at = line.find(kNoBreak, at)) != std::string::npos;)
      line.replace(at, kNoBreak.size(), " ");
  }
  return lines;
}

class Printer {
 public:
  Printer(const Changelog& log, const TextOptions& options)
      : log_(log),
        changes_(ForPeople(log.changes)),
        options_(options),
        nouns_(log.before.spec.model, log.now.spec.model) {}

  std::string Print() {
    Head();
    First();
    Topics();
    Editorial();
    Request();
    Files();
    Remarks();
    Foot();
    return std::move(text_);
  }

 private:
  std::string Paint(std::string_view text, Style style) const { return hotsite::Paint(text, style, options_.colour); }

  void Put(std::string_view line) { text_.append(line).append("\n"); }

  void Heading(std::string_view words) {
    Put("");
    Put(Paint(words, Style::kBold));
  }

  /// Words broken into lines; what stands before the first is painted already and `columns` wide.
  void Wrapped(const std::string& words, const std::string& first, std::size_t columns, std::string_view tail = {}) {
    std::vector<std::string> lines = Lines(Printable(words), kColumns - columns);
    if (lines.empty()) lines.emplace_back();
    const std::string hanging(columns, ' ');
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool last = i + 1 == lines.size();
      const bool fits = last && columns + DisplayWidth(lines[i]) + 2 + DisplayWidth(tail) <= kColumns;
      const std::string end = tail.empty() || !fits ? "" : "  " + Paint(tail, Style::kGutter);
      Put((i == 0 ? first : hanging) + lines[i] + end);
      if (last && !fits && !tail.empty()) Put(std::string(kHanging) + Paint(tail, Style::kGutter));
    }
  }

  void Head() {
    const std::string sides = Printable(fmt::format("{} → {}", log_.before.title, log_.now.title));
    Put(Paint(sides, Style::kBold));
    Put(Verdict(changes_));
  }

  /// In a long log what matters most is told twice: here without its consequences. Placement comes next anyway.
  void First() {
    std::vector<const SpecChange*> grave = GraveOnes(changes_);
    std::erase_if(grave, [](const SpecChange* one) { return diff::TopicOf(one->code) == diff::Topic::kPlacement; });
    if (grave.empty() || changes_.all.size() <= kScreenful) return;
    Heading("Look at these first");
    for (const SpecChange* one : grave) {
      if (one == grave[std::min(kMostGrave, grave.size() - 1)] && grave.size() > kMostGrave) {
        Put(fmt::format("    and {} more below", grave.size() - kMostGrave));
        return;
      }
      Headline(*one, fmt::format("[{}]", one->code.ToString()));
    }
  }

  void Headline(const SpecChange& change, std::string_view tail) {
    const std::string mark = "  " + Paint(std::string(1, MarkOf(change.what)), StyleOf(change.what)) + " ";
    const std::string happened = Happened(change);
    Wrapped(happened.empty() ? Who(change, nouns_) : fmt::format("{}: {}", Who(change, nouns_), happened), mark, 4,
            tail);
  }

  /// What stands behind a change: the class where the mark doesn't say it, place, rows, code.
  std::string TailOf(const SpecChange& change) const {
    std::string tail;
    if (change.what == ChangeClass::kTightens || change.what == ChangeClass::kLoosens)
      tail += fmt::format("{} ", ToString(change.what));
    const std::string place = Printable(PlaceOf(log_, change));
    if (!place.empty()) tail += fmt::format("({}) ", place);
    return tail + fmt::format("[{}]", change.code.ToString());
  }

  void Told(const SpecChange& change) {
    Headline(change, TailOf(change));
    std::string follows = fmt::format("{}", fmt::join(change.consequences, "; "));
    if (const std::vector<std::string> rows = UnnamedRows(change); !rows.empty()) {
      follows += fmt::format("{}{} {}", follows.empty() ? "" : "; ", rows.size() == 1 ? "row" : "rows",
                             IdsInShort(rows, kMostRowsOfChange));
    }
    if (!follows.empty()) Wrapped(follows, std::string(kHanging), kHanging.size());
  }

  /// Whether one more may be told one by one; counts the others.
  bool HasRoom() {
    if (told_ < options_.most) return ++told_ > 0;
    ++untold_;
    return false;
  }

  void Topics() {
    std::optional<diff::Topic> topic;
    for (const SpecChange& change : changes_.all) {
      if (change.what == ChangeClass::kEditorial || !HasRoom()) continue;
      const diff::Topic its = diff::TopicOf(change.code);
      if (topic != its) Heading(TitleOf(its));
      topic = its;
      Told(change);
    }
    if (untold_ > 0)
      Put(fmt::format("\n… and {} that {}n't shown here; `--most` shows more", CountOf(untold_, "change"),
                      untold_ == 1 ? "is" : "are"));
  }

  void Editorial() {
    const std::size_t all = changes_.Count(ChangeClass::kEditorial);
    if (all == 0) return;
    Heading("Only words for people");
    std::size_t left = all;
    for (const SpecChange& change : changes_.all) {
      if (change.what != ChangeClass::kEditorial || all - left == options_.most) continue;
      --left;
      const std::string what = change.attribute.empty() ? change.description : change.attribute;
      Wrapped(fmt::format("{}: {}", Who(change, nouns_), Clipped(what, kColumns)), "  ~ ", 4, TailOf(change));
    }
    if (left > 0) Put(fmt::format("    and {} more", left));
  }

  void Request() {
    const std::vector<RowGroup> groups = GroupRows(changes_.request);
    if (groups.empty()) return;
    Heading("Rows of the request to the vendor");
    for (const RowGroup& group : groups) {
      std::vector<std::string> ids;
      for (const diff::Change* row : group.rows) ids.push_back(IdOf(*row));
      const std::string what = fmt::format("{} {}", ids.size(), VerbOf(group.what, ids.size()));
      const std::string mark(1, MarkOf(group.what));
      Wrapped(IdsInShort(ids, kMostIds), fmt::format("  {} {}", Paint(mark, StyleOf(group.what)), PadRight(what, 18)),
              22);
    }
  }

  void Files() {
    if (log_.files.empty()) return;
    Heading("Files that `build` writes otherwise");
    const std::vector<FileGroup> groups = GroupFiles(log_.files, nouns_);
    std::size_t widest = 0;
    for (const FileGroup& group : groups) widest = std::max(widest, DisplayWidth(Printable(group.folder)));
    widest = std::min<std::size_t>(widest, 28);
    std::size_t shown = 0;
    for (const FileGroup& group : groups) {
      if (++shown > options_.most) break;
      Wrapped(group.what, "  " + PadRight(Printable(group.folder), widest) + "  ",
              std::max(widest, DisplayWidth(Printable(group.folder))) + 4);
    }
    Put(fmt::format("  {}", CountFiles(log_.files)));
  }

  void Remarks() {
    if (log_.remarks.empty()) return;
    Put("");
    for (const std::string& remark : log_.remarks) Wrapped(remark, Paint("note: ", Style::kNote), 6);
  }

  void Foot() {
    if (changes_.all.empty()) return;
    Put("");
    if (changes_.all.size() > kScreenful) Wrapped(Counts(changes_), "", 0);  // of fewer the verdict has said it
    for (const ChangeClass what : {ChangeClass::kTightens, ChangeClass::kLoosens}) {
      if (changes_.Count(what) == 0) continue;
      Put(Paint(fmt::format("{}: {}", ToString(what), MeaningOf(what)), Style::kGutter));
    }
  }

  static std::string TitleOf(diff::Topic topic) {
    std::string title = ToString(topic);
    title.front() = ToUpper(title.substr(0, 1)).front();
    return title;
  }

  const Changelog& log_;
  const diff::SpecChanges changes_;
  const TextOptions& options_;
  Nouns nouns_;
  std::string text_;
  std::size_t told_ = 0, untold_ = 0;
};

}  // namespace

std::string Human(const Changelog& log, const TextOptions& options) { return Printer(log, options).Print(); }

}  // namespace hotsite::backends::changelog
