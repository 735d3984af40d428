#include "backends/changelog/markdown_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "backends/changelog/class_words.h"
#include "backends/changelog/file_groups.h"
#include "backends/changelog/for_people.h"
#include "backends/changelog/markdown_text.h"
#include "backends/changelog/placement_tree.h"
#include "backends/changelog/places.h"
#include "backends/changelog/request_rows.h"
#include "backends/changelog/site_pairs.h"
#include "backends/changelog/verdict.h"
#include "backends/drawing/terminal.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::changelog {
namespace {

using diff::ChangeClass;
using diff::SpecChange;

/// Larger pictures can't be read in a comment, and take long to draw.
constexpr std::size_t kMostPlaced = 400;
constexpr std::size_t kPictureColumns = 100;
constexpr std::size_t kLargestPicture = 16'000;
constexpr std::size_t kMostIds = 12;
constexpr std::size_t kMostRowsOfChange = 3;
/// Trees of more lines are folded away.
constexpr std::size_t kShortTree = 30;

/// An empty line on both sides of what is inside, or neither GitHub nor GitLab takes it for Markdown. `summary` is
/// ours.
std::string Details(std::string_view summary, std::string_view inside) {
  return fmt::format("\n<details>\n<summary>{}</summary>\n\n{}\n</details>\n", summary, inside);
}

std::string Mark(ChangeClass what) { return fmt::format("`{}` {}", MarkOf(what), ToString(what)); }

std::string Picture(const diff::Spec& spec, const model::Site* site) {
  if (site == nullptr || site->placements.size() > kMostPlaced) return {};
  std::string picture =
      drawing::SiteAsText(spec.model, *site, &spec.requirements, kPictureColumns, drawing::Characters::kBoxDrawing);
  return CountCodePoints(picture) > kLargestPicture ? std::string() : picture;
}

void Left(std::size_t left, std::string_view what, std::string& text) {
  if (left > 0) text += fmt::format("\n… and {} more {}; `hotsite diff` tells all.\n", left, what);
}

std::string TitleOf(diff::Topic topic) {
  std::string title = ToString(topic);
  title.front() = ToUpper(title.substr(0, 1)).front();
  return title;
}

/// Whether it tells of a thing, or of what is said of it, that only one spec has.
bool IsOneSided(const SpecChange& change) {
  const bool bare = change.before.empty() && change.now.empty();
  return bare || (change.what == ChangeClass::kNew && change.before.empty()) ||
         (change.what == ChangeClass::kWithdrawn && change.now.empty());
}

std::string WhatOf(const SpecChange& change) {
  if (change.code == diff::codes::kPlacedNewly) return "runs there now";
  if (change.code == diff::codes::kPlacedNoMore) return "no longer runs there";
  return change.attribute;
}

/// The cells of a table, in Markdown.
BeforeNow CellsOf(const SpecChange& change) {
  if (!IsOneSided(change)) {
    const BeforeNow both = Shortened(change);
    return {Code(both.before), Code(both.now)};
  }
  if (change.before.empty() && change.now.empty()) {
    const std::string what = Words(change.description);
    return change.what == ChangeClass::kWithdrawn ? BeforeNow{what, ""} : BeforeNow{"", what};
  }
  return {Code(change.before), change.now == "asked" ? "a question" : Code(change.now)};
}

bool IsCut(const std::vector<std::string>& names) {
  return NamesInShort(names, "").find(" more)") != std::string::npos;
}

}  // namespace

MarkdownLog::MarkdownLog(const Changelog& log)
    : log_(log), changes_(ForPeople(log.changes)), nouns_(log.before.spec.model, log.now.spec.model) {
  const diff::Spec &old = log.before.spec, &today = log.now.spec;
  for (const SitePair& pair : PairSites(old.model, today.model)) {
    std::string tree = PlacementDiff(old.model, pair.before, today.model, pair.now);
    if (tree.empty()) continue;
    const model::Site& named = pair.now != nullptr ? *pair.now : *pair.before;
    sites_.push_back({named.name, std::move(tree), Picture(old, pair.before), Picture(today, pair.now)});
  }
}

std::string MarkdownLog::Print(const Room& room, std::string_view heading) const {
  std::string text =
      fmt::format("{} {}\n\n{} → {}\n", heading, Verdict(changes_), Code(log_.before.title), Code(log_.now.title));
  if (!log_.remarks.empty()) text += "\n";
  for (const std::string& remark : log_.remarks) text += fmt::format("- Note: {}\n", Words(remark));
  Flag(room, text);
  Sites(room, text);
  Tables(room, text);
  NamesInFull(room, text);
  Rows(room, text);
  Files(room, text);
  Editorial(room, text);
  Legend(text);
  return text;
}

void MarkdownLog::Flag(const Room& room, std::string& text) const {
  const std::vector<const SpecChange*> grave = GraveOnes(changes_);
  if (grave.empty()) return;
  text += "\n> **⚠ Look at this first**\n>\n";
  for (std::size_t i = 0; i < std::min(grave.size(), room.grave); ++i) {
    const SpecChange& one = *grave[i];
    std::string line = fmt::format("> - {}: **{}**", Mark(one.what), Words(Who(one, nouns_)));
    if (IsOneSided(one)) {
      line += ": " + Words(Happened(one));
    } else {
      const BeforeNow both = Shortened(one);
      line += fmt::format(": {} {} → {}", Words(one.attribute), Code(both.before), Code(both.now));
    }
    for (const std::string& consequence : one.consequences) line += "; " + Words(consequence);
    text += line + "\n";
  }
  if (grave.size() > room.grave) text += fmt::format("> - … and {} more below\n", grave.size() - room.grave);
}

std::string MarkdownLog::RowOf(const SpecChange& change) const {
  std::string follows;
  for (const std::string& one : change.consequences) follows += (follows.empty() ? "" : "; ") + Words(one);
  if (const std::vector<std::string> rows = UnnamedRows(change); !rows.empty())
    follows += fmt::format("{}{} {}", follows.empty() ? "" : "; ", rows.size() == 1 ? "row" : "rows",
                           Words(IdsInShort(rows, kMostRowsOfChange)));
  const std::string place = Code(PlaceOf(log_, change));
  const BeforeNow cells = CellsOf(change);
  return fmt::format("| {} | {} | {} | {} | {} | {} | {}{}{} |\n", Mark(change.what), Cell(Words(Who(change, nouns_))),
                     Cell(Words(WhatOf(change))), Cell(cells.before), Cell(cells.now), Cell(follows),
                     change.code.ToString(), place.empty() ? "" : " ", Cell(place));
}

void MarkdownLog::Tables(const Room& room, std::string& text) const {
  std::optional<diff::Topic> topic;
  std::size_t told = 0, left = 0;
  for (const SpecChange& change : changes_.all) {
    if (change.what == ChangeClass::kEditorial) continue;
    if (told == room.changes) {
      ++left;
      continue;
    }
    ++told;
    const diff::Topic its = diff::TopicOf(change.code);
    if (topic != its) {
      text += fmt::format("\n**{}**\n\n| | Who | What | Before | Now | What follows | Code, place |\n", TitleOf(its));
      text += "| --- | --- | --- | --- | --- | --- | --- |\n";
    }
    topic = its;
    text += RowOf(change);
  }
  Left(left, left == 1 ? "change" : "changes", text);
}

void MarkdownLog::Sites(const Room& room, std::string& text) const {
  for (const Site& site : sites_) {
    const std::string where = fmt::format("What runs where at {}, before and now:\n\n", Code(site.name));
    const auto lines = static_cast<std::size_t>(std::count(site.tree.begin(), site.tree.end(), '\n'));
    if (room.trees && lines <= kShortTree)
      text += "\n" + where + Fence(site.tree, "diff");
    else if (room.trees)
      text += Details("What runs where, before and now", where + Fence(site.tree, "diff"));
    if (!room.pictures || (site.before.empty() && site.after.empty())) continue;
    std::string inside;
    if (!site.before.empty())
      inside += fmt::format("Before, {} at {}:\n\n{}\n", Code(site.name), Code(log_.before.title),
                            Fence(site.before, "text"));
    if (!site.after.empty())
      inside += fmt::format("Now, {} at {}:\n\n{}", Code(site.name), Code(log_.now.title), Fence(site.after, "text"));
    text += Details("The same as pictures, with the networks", inside);
  }
}

void MarkdownLog::NamesInFull(const Room& room, std::string& text) const {
  if (!room.lists) return;
  std::string inside;
  for (const SpecChange& change : changes_.all) {
    if (!IsCut(change.subjects)) continue;
    inside += fmt::format("- {}: {}: {}: {}\n", Mark(change.what), Words(Who(change, nouns_)), Words(Happened(change)),
                          Words(AllNames(change.subjects), std::string::npos));
  }
  if (!inside.empty()) text += Details("All names of the groups", inside);
}

void MarkdownLog::Rows(const Room& room, std::string& text) const {
  const std::vector<RowGroup> groups = GroupRows(changes_.request);
  if (groups.empty()) return;
  std::string counts,
      inside = "| | Row | Who and what | Before | Now | The vendor must |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const RowGroup& group : groups) {
    counts +=
        fmt::format("{}{} {}", counts.empty() ? "" : ", ", group.rows.size(), VerbOf(group.what, group.rows.size()));
    for (const diff::Change* row : group.rows) {
      inside += fmt::format("| {} | {} | {} | {} | {} | {} |\n", Mark(row->what), Cell(Words(IdOf(*row))),
                            Cell(Words(row->subject + ": " + row->attribute)), Cell(Code(row->before)),
                            Cell(Code(row->now)), Cell(Words(row->must)));
    }
  }
  if (room.rows)
    text += Details("Rows of the request to the vendor: " + counts, inside);
  else
    text += fmt::format("\nRows of the request to the vendor: {}.\n", counts);
}

void MarkdownLog::Files(const Room& room, std::string& text) const {
  if (log_.files.empty()) return;
  const std::string count = CountFiles(log_.files);
  if (!room.lists) {
    text += fmt::format("\nWhat `build` writes otherwise: {}.\n", count);
    return;
  }
  std::string inside = "| Folder | Files |\n| --- | --- |\n";
  for (const FileGroup& group : GroupFiles(log_.files, nouns_))
    inside += fmt::format("| {} | {} |\n", Cell(Code(group.folder)), Cell(Words(group.what, 2'000)));
  text += Details("What <code>build</code> writes otherwise: " + count, inside);
}

void MarkdownLog::Editorial(const Room& room, std::string& text) const {
  const std::size_t all = changes_.Count(ChangeClass::kEditorial);
  if (all == 0) return;
  const std::string summary = fmt::format("Only words for people: {}", CountOf(all, "change"));
  if (!room.lists) {
    text += fmt::format("\n{}.\n", summary);
    return;
  }
  std::string inside;
  std::size_t told = 0;
  for (const SpecChange& change : changes_.all) {
    if (change.what != ChangeClass::kEditorial || ++told > room.changes) continue;
    inside += fmt::format("- {}: {}: {} {}\n", Mark(change.what), Words(Who(change, nouns_)),
                          Words(change.attribute.empty() ? change.description : change.attribute),
                          Code(PlaceOf(log_, change)));
  }
  Left(all - std::min(all, room.changes), "of them", inside);
  text += Details(summary, inside);
}

void MarkdownLog::Legend(std::string& text) const {
  std::string words;
  for (std::size_t i = 0; i < diff::kChangeClasses; ++i) {
    const auto what = static_cast<ChangeClass>(i);
    if (changes_.Count(what) == 0 || what == ChangeClass::kEditorial) continue;
    words += fmt::format("{}**{}**: {}", words.empty() ? "" : ". ", ToString(what), MeaningOf(what));
  }
  if (!words.empty()) text += fmt::format("\n{}.\n", words);
}

}  // namespace hotsite::backends::changelog
