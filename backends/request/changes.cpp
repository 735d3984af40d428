// 2 What changed, and the same as a document of its own: since the revision before, by what each change means for
// whoever built it.
#include "compiler/diff/changes.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "backends/request/families.h"
#include "backends/request/parts.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::request {
namespace {

using diff::Change;
using diff::ChangeClass;
using document::Paragraph;
using document::Table;

/// Two pages in print. Beyond it, a class with many rows is told by group of rows instead.
constexpr std::size_t kMostInAll = 80;
constexpr std::size_t kMostInClass = 12;

constexpr char kAlone[] = "The document changes.pdf that comes with this request tells each row with its reason.";

struct ClassWords {
  ChangeClass what;
  const char* title;
  const char* means;  // `{}`: the revision
};

constexpr std::array<ClassWords, diff::kChangeClasses> kWords = {{
    {ChangeClass::kNew, "New", "revision {} did not ask for them"},
    {ChangeClass::kTightens, "Tighter", "what satisfied revision {} need not be enough"},
    {ChangeClass::kChanged, "Changed", "what was built for revision {} need not do"},
    {ChangeClass::kLoosens, "Looser", "what satisfied revision {} still does"},
    {ChangeClass::kMoves, "Renamed", "the same as in revision {}, under another name"},
    {ChangeClass::kWithdrawn, "Withdrawn", "asked for no more since revision {}; the identifiers are not used again"},
    {ChangeClass::kEditorial, "In other words", "they ask for the same as in revision {}"},
}};

using Picked = std::vector<const Change*>;

Picked Of(const diff::Changes& changes, ChangeClass what) {
  Picked picked;
  for (const Change& change : changes.all) {
    if (change.what == what) picked.push_back(&change);
  }
  return picked;
}

std::string Numbered(const Change& change) {
  return change.edition.empty() ? change.id : change.id + " " + change.edition;
}

std::string About(const Change& change) { return fmt::format("{}: {}", change.subject, change.attribute); }

document::Cell Initials(const std::string& stem, const std::string& hint) {
  return document::Field{document::Field::Kind::kText, "CHG_" + stem + "_initials", hint + ": initials", "", "", 4};
}

/// The last column: who has seen the change writes initials; or why the row is there.
enum class Last { kInitials, kWhy };

Table RowByRow(const Picked& changes, ChangeClass what, Last last) {
  const bool before = what != ChangeClass::kNew, now = what != ChangeClass::kWithdrawn;
  Table table;
  table.columns = {{"ID", true}, {"What", false}};
  if (before) table.columns.push_back({"Before", false});
  if (now) table.columns.push_back({"Now", false});
  table.columns.push_back({"You must", false});
  table.columns.push_back({last == Last::kInitials ? "Init." : "Why", false});
  for (const Change* change : changes) {
    document::Row row{Numbered(*change), About(*change)};
    if (before) row.push_back(change->before);
    if (now) row.push_back(change->now);
    row.push_back(change->must);
    row.push_back(last == Last::kInitials ? Initials(change->id, change->id + " change seen")
                                          : document::Cell(change->reason));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string CodeOf(const Change& change) { return change.id.substr(0, change.id.find('-')); }

/// A line for each group of rows (OSA, DSK, …): what is in it stands row by row in changes.pdf.
Table ByGroup(const Picked& changes, ChangeClass what) {
  Table table;
  table.columns = {{"Group", true}, {"Rows", false}, {"IDs", true}, {"Init.", false}};
  for (std::size_t at = 0; at < changes.size();) {
    const std::string code = CodeOf(*changes[at]);
    std::vector<std::string> ids;
    for (; at < changes.size() && CodeOf(*changes[at]) == code; ++at) ids.push_back(changes[at]->id);
    const std::string stem = fmt::format("{}_{}", ToString(what), code);
    table.rows.push_back({code, std::to_string(ids.size()), NameRanges(ids), Initials(stem, code + " changes seen")});
  }
  return table;
}

std::string Base(const diff::Changes& changes) {
  return fmt::format("revision {} ({}), issued on {}", changes.since, changes.recovery, changes.issued.ToString());
}

/// A line for each thing that is asked for no more, whose rows mostly go together: a guest, a virtual switch.
Table BySubject(const Picked& changes) {
  std::vector<std::string> subjects;  // in order
  std::map<std::string_view, Picked> rows;
  for (const Change* change : changes) {
    Picked& of_subject = rows[change->subject];
    if (of_subject.empty()) subjects.push_back(change->subject);
    of_subject.push_back(change);
  }
  Table table;
  table.columns = {{"About", true}, {"No more", false}, {"IDs", true}, {"Init.", false}};
  for (const std::string& subject : subjects) {
    std::vector<std::string> attributes, ids;
    for (const Change* change : rows[subject]) {
      attributes.push_back(change->attribute);
      ids.push_back(change->id);
    }
    const std::string hint = subject + " withdrawn, seen";
    table.rows.push_back({subject, Joined(attributes), NameRanges(ids), Initials(ids.front(), hint)});
  }
  return table;
}

/// The table of a class in the request itself: row by row unless that would take many pages.
Table InShort(const Picked& changes, ChangeClass what, bool many) {
  if (changes.size() <= kMostInClass) return RowByRow(changes, what, Last::kInitials);
  if (what == ChangeClass::kWithdrawn) {
    Table table = BySubject(changes);
    if (table.rows.size() <= kMostInClass) return table;
  }
  return many ? ByGroup(changes, what) : RowByRow(changes, what, Last::kInitials);
}

Paragraph Legend(unsigned since) {
  return {
      fmt::format("+ new; ! asks for more or for something else, so that what was built for revision {} may not "
                  "do; ~ asks for less, has another name or other words; - withdrawn. A letter behind an "
                  "identifier, as in MEM-001 b: the row asked for something else before, and an answer to it then "
                  "is none now.",
                  since)};
}

Paragraph Closing(const diff::Changes& changes) {
  return {fmt::format("{}. Unchanged rows still need an answer: nothing carries over from revision {}.",
                      Counted(changes), changes.since)};
}

std::string Caption(const ClassWords& words, const diff::Changes& changes) {
  return fmt::format("{} {}: {}", MarkOf(words.what), words.title,
                     fmt::format(fmt::runtime(words.means), changes.since));
}

/// Rows that earlier answers didn't settle: whoever built for them then looks at these first.
void AddUnsettled(const Request& request, document::Section& section) {
  Table table;
  table.caption = "Not settled in an earlier year";
  table.columns = {{"ID", true}, {"What", false}, {"What became of it", false}};
  std::size_t more = 0;
  for (const requirements::Requirement& row : request.requirements().all) {
    if (row.past.empty()) continue;
    if (table.rows.size() == kMostInClass) {
      ++more;
      continue;
    }
    table.rows.push_back({row.id, fmt::format("{}: {}", Subject(row), row.attribute), row.past});
  }
  if (table.rows.empty()) return;
  section.blocks.push_back(std::move(table));
  if (more > 0) section.blocks.push_back(Paragraph{fmt::format("And {} more; their reasons say so.", more)});
}

}  // namespace

document::Section Changes(const Request& request) {
  document::Section section{"2", "What changed", {}};
  const diff::Changes* changes = request.input.changes;
  if (changes == nullptr) {
    section.blocks.push_back(Paragraph{"No earlier request was issued: every row is new."});
    AddUnsettled(request, section);
    return section;
  }
  section.new_page = !changes->all.empty();  // or its heading would stand below the one page, without its tables
  if (changes->all.empty()) {
    section.blocks.push_back(Paragraph{fmt::format("Nothing changed since {}.", Base(*changes))});
  } else {
    section.blocks.push_back(Paragraph{fmt::format("Compared with {}.", Base(*changes))});
    section.blocks.push_back(Legend(changes->since));
  }
  const bool many = changes->all.size() > kMostInAll;
  for (const ClassWords& words : kWords) {
    const Picked picked = Of(*changes, words.what);
    if (picked.empty()) continue;
    Table table = InShort(picked, words.what, many);
    table.caption = Caption(words, *changes);
    section.blocks.push_back(std::move(table));
  }
  AddUnsettled(request, section);
  if (!changes->all.empty()) section.blocks.push_back(Paragraph{kAlone});
  section.blocks.push_back(Closing(*changes));
  return section;
}

document::Document ChangesAlone(const Request& request) {
  const diff::Changes& changes = *request.input.changes;
  document::Document document;
  FillPages(request, document);
  document.subject = "What changed in a request to the vendor of a disaster recovery test";
  document.foot = "What is asked for stands in the request";
  document.title = fmt::format("{}: what changed since revision {}", request.title, changes.since);
  document.facts = {
      {"Status", request.status},
      {"Revision", request.input.revision == 0 ? "not issued yet" : std::to_string(request.input.revision)},
      {"Compared with", Base(changes)},
      {"Customer", request.model().customer},
      {"Vendor", request.model().recovery->vendor},
      {"Digest", request.input.spec_digest}};
  document.cover = {Legend(changes.since), Closing(changes)};
  unsigned number = 0;
  for (const ClassWords& words : kWords) {
    const Picked picked = Of(changes, words.what);
    if (picked.empty()) continue;
    document::Section section{std::to_string(++number), words.title, {}};
    Table table = RowByRow(picked, words.what, Last::kWhy);
    table.caption = Caption(words, changes);
    section.blocks.push_back(std::move(table));
    document.sections.push_back(std::move(section));
  }
  return document;
}

}  // namespace hotsite::backends::request
