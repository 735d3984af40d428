// 0 cover, 1 on one page, 2 what changed: whoever reads only these knows what is wanted, by when and from whom.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "backends/request/parts.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::request {
namespace {

using document::List;
using document::Note;
using document::Paragraph;
using requirements::Kind;
using requirements::Requirement;

constexpr std::size_t kMostHighlights = 5;
constexpr std::size_t kMostOthers = 4;

/// What went wrong in real tests because nobody had noticed the row, worst first (the story of 2007 and 2008).
constexpr std::string_view kHighlights[] = {"placement",
                                            "dedication of processors",
                                            "central storage",
                                            "HiperSockets network",
                                            "virtual-switch controllers",
                                            "directory entries",
                                            "expanded storage",
                                            "ready"};

/// The rows of that attribute, rather of z/VM systems than of others: their guests depend on it.
std::vector<const Requirement*> RowsOf(const Request& request, std::string_view attribute) {
  std::vector<const Requirement*> all, of_zvm;
  for (const Requirement& row : request.requirements().all) {
    if (row.attribute != attribute || row.kind != Kind::kDemand) continue;
    all.push_back(&row);
    const model::System* system = request.SystemOf(row);
    if (system != nullptr && system->is_zvm()) of_zvm.push_back(&row);
  }
  return of_zvm.empty() ? all : of_zvm;
}

/// The first row in its own words, the others by name.
std::string Highlight(const std::vector<const Requirement*>& rows) {
  std::string text = fmt::format("{}: {}", rows.front()->id, rows.front()->sentence);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < rows.size() && i <= kMostOthers; ++i)
    others.push_back(fmt::format("{} for {}", rows[i]->id, rows[i]->subject));
  if (rows.size() > kMostOthers + 1) others.push_back(fmt::format("{} more", rows.size() - 1 - kMostOthers));
  return others.empty() ? text : fmt::format("{} Likewise {}.", text, JoinWords(others));
}

std::vector<std::string> Highlights(const Request& request) {
  std::vector<std::string> items;
  for (const std::string_view attribute : kHighlights) {
    if (items.size() == kMostHighlights) break;
    const std::vector<const Requirement*> rows = RowsOf(request, attribute);
    if (!rows.empty()) items.push_back(Highlight(rows));
  }
  return items;
}

std::string Counts(const Request& request) {
  const auto& rows = request.requirements();
  std::vector<std::string> counts;
  const auto add = [&](Kind kind, std::string_view one, std::string_view many, std::string_view what) {
    if (const std::size_t count = rows.Count(kind); count > 0)
      counts.push_back(fmt::format("{} {}", CountOf(count, one, many), what));
  };
  add(Kind::kDemand, "requirement", "requirements", "to confirm");
  add(Kind::kChoice, "choice", "choices", "to make");
  add(Kind::kQuestion, "question", "questions", "to answer");
  add(Kind::kInformation, "row", "rows", "for information");
  return JoinWords(counts);
}

std::string Window(const model::TestWindow& test) {
  return fmt::format("{} to {}", requirements::SayTime(test.from, test.zone),
                     requirements::SayTime(test.to, test.zone));
}

std::string Days(const Request& request) {
  const auto& test = request.model().recovery->test;
  if (!test) return {};
  std::string days = Window(*test);
  for (const model::TestWindow& later : request.model().recovery->later_tests) days += "; then " + Window(later);
  return days;
}

std::string NamesOf(const Request& request) {
  std::vector<std::string> names;
  for (const model::Site* site : request.sites) names.push_back(site->name);
  return Joined(names);
}

/// Identifiers of rows that `wanted` picks, wrapped into one sentence.
template <class Picks>
std::vector<std::string> Ids(const Request& request, Picks wanted) {
  std::vector<std::string> ids;
  for (const Requirement& row : request.requirements().all) {
    if (wanted(row)) ids.push_back(row.id);
  }
  return ids;
}

/// The revision that this request is compared with: the last issued one, or the one before where this is the last.
const requirements::IssuedRevision* Before(const Request& request) {
  const requirements::Ledger* ledger = request.input.ledger;
  if (ledger == nullptr) return nullptr;
  const std::size_t own = request.input.revision > 0 ? 1 : 0;
  return ledger->revisions.size() > own ? &ledger->revisions[ledger->revisions.size() - 1 - own] : nullptr;
}

/// Identifiers of the revision before that are in force no more.
std::vector<std::string> Withdrawn(const Request& request, const requirements::IssuedRevision& before) {
  std::set<std::string_view> in_force;
  for (const Requirement& row : request.requirements().all) in_force.insert(row.id);
  std::vector<std::string> ids;
  for (const auto& [id, sentence] : before.rows) {
    if (!in_force.contains(id)) ids.push_back(id);
  }
  return ids;
}

/// The rows that say something else now, with what they said: an answer to the old sentence isn't one to the new.
document::Table Reworded(const Request& request, const requirements::IssuedRevision& before) {
  document::Table table;
  table.columns = {{"ID", false}, {fmt::format("Said in revision {}", before.number), false}};
  for (const Requirement& row : request.requirements().all) {
    const auto old = before.rows.find(row.id);
    if (old != before.rows.end() && old->second != row.sentence) table.rows.push_back({row.id, old->second});
  }
  return table;
}

}  // namespace

void FillCover(const Request& request, document::Document& document) {
  const model::Recovery& recovery = *request.model().recovery;
  document.title = request.title;
  const std::string revision = request.input.revision == 0 ? "not issued yet" : std::to_string(request.input.revision);
  document.facts = {
      {"Status", request.status},
      {"Revision", revision},
      {"Customer", request.model().customer},
      {"Vendor", recovery.vendor.empty() ? "not named in the plan" : recovery.vendor},
      {"Contract", recovery.contract},
      {request.sites.size() == 1 ? "Site" : "Sites", NamesOf(request)},
      {"Test period", Days(request)},
      {"Answers due", request.due},
      {"Rows", Counts(request)},
      {"Written from", request.input.spec_name},
      {"Digest", request.input.spec_digest},
  };
  document.cover.push_back(
      Paragraph{"This request replaces every earlier request. Nothing carries over from an earlier year or revision: "
                "a row that is not answered is not confirmed."});
}

document::Section OnOnePage(const Request& request) {
  document::Section section{"1", "On one page", {}};
  for (const model::Site* site : request.sites) {
    const std::string caption =
        request.sites.size() > 1 ? fmt::format("What runs where at {}:", site->name) : "What runs where:";
    section.blocks.push_back(document::Verbatim{caption, PlacementTree(request, *site)});
  }
  const std::vector<std::string> highlights = Highlights(request);
  if (!highlights.empty()) {
    section.blocks.push_back(Paragraph{"What must not be missed:"});
    section.blocks.push_back(List{highlights, true});
  }
  const std::size_t questions = request.requirements().Count(Kind::kQuestion);
  if (questions > 0) {
    const std::string due = request.due.empty() ? "" : fmt::format(" They are due on {}.", request.due);
    section.blocks.push_back(Note{"Waiting for the vendor",
                                  fmt::format("{}, listed in section 3.1.{}", CountOf(questions, "question"), due)});
  }
  return section;
}

document::Section Changes(const Request& request) {
  document::Section section{"2", "What changed", {}};
  const requirements::IssuedRevision* before = Before(request);
  if (before == nullptr) {
    section.blocks.push_back(Paragraph{"No earlier request was issued: every row is new."});
    return section;
  }
  const std::vector<std::string> fresh =
      Ids(request, [&](const Requirement& row) { return !before->rows.contains(row.id); });
  section.blocks.push_back(Paragraph{fresh.empty()
                                         ? fmt::format("No row is new since revision {}.", before->number)
                                         : fmt::format("New since revision {}: {}.", before->number, Joined(fresh))});
  const std::vector<std::string> gone = Withdrawn(request, *before);
  section.blocks.push_back(
      Paragraph{gone.empty() ? "No row was withdrawn."
                             : fmt::format("Withdrawn: {}. Their identifiers are not used again.", Joined(gone))});
  document::Table reworded = Reworded(request, *before);
  if (reworded.rows.empty()) {
    section.blocks.push_back(Paragraph{"No row says something else than before."});
  } else {
    section.blocks.push_back(
        Paragraph{fmt::format("{} now: the sections below have the words that count.",
                              CountOf(reworded.rows.size(), "row says something else", "rows say something else"))});
    section.blocks.push_back(std::move(reworded));
  }
  section.blocks.push_back(Paragraph{"Rows that did not change need an answer all the same."});
  return section;
}

}  // namespace hotsite::backends::request
