// 0 cover, 1 on one page: whoever reads only these knows what is wanted, by when and from whom.
#include <fmt/format.h>

#include <string_view>

#include "backends/request/parts.h"
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

}  // namespace hotsite::backends::request
