// 1 on one page: whoever reads only this knows what is wanted, by when and from whom, and what must not be missed.
#include <fmt/format.h>

#include <string_view>

#include "backends/request/parts.h"
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

/// Who asks whom for what, and for when.
std::string Wish(const Request& request) {
  const model::Recovery& recovery = *request.model().recovery;
  const std::string customer = request.model().customer.empty() ? "The customer" : request.model().customer;
  const std::string vendor = recovery.vendor.empty() ? "the vendor" : recovery.vendor;
  const std::string test = recovery.test ? "the test from " + Window(*recovery.test) : "a test still to be dated";
  const std::string later = recovery.later_tests.empty() ? "" : " and for the later ones of section 12";
  return fmt::format("{} asks {} to build what sections 5 to 13 say for {}{}, and to answer their rows.", customer,
                     vendor, test, later);
}

std::string Waiting(const Request& request) {
  const std::size_t questions = request.requirements().Count(Kind::kQuestion);
  if (questions == 0) return "Nothing: this request has no questions.";
  return fmt::format("{}, listed in section 3.2. The customer's configuration waits for {}.",
                     CountOf(questions, "question"), questions == 1 ? "the answer" : "the answers");
}

}  // namespace

document::Section OnOnePage(const Request& request) {
  document::Section section{"1", "On one page", {}, true};
  section.blocks.push_back(Paragraph{Wish(request)});
  unsigned figures = 0;
  for (const model::Site* site : request.sites) section.blocks.push_back(PictureOf(request, *site, ++figures));
  const std::vector<std::string> highlights = Highlights(request);
  if (!highlights.empty()) {
    section.blocks.push_back(Paragraph{"What must not be missed:"});
    section.blocks.push_back(List{highlights, true});
  }
  section.blocks.push_back(
      Note{"Answers", fmt::format("{}, to {}. Section 3.1 says how.", request.due_words(), request.answers_to)});
  section.blocks.push_back(Note{"Waiting for the vendor", Waiting(request)});
  return section;
}

}  // namespace hotsite::backends::request
