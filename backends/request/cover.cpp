// 0 cover, 2 what changed.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "backends/request/parts.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::request {
namespace {

using document::Paragraph;
using requirements::Kind;
using requirements::Requirement;

constexpr std::size_t kHeadColumns = 60;   // of the title, in the head of a page
constexpr std::size_t kDigestDigits = 12;  // as annex D has them

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

std::string Days(const Request& request) {
  const auto& test = request.model().recovery->test;
  if (!test) return {};
  std::string days = Window(*test);
  for (const model::TestWindow& later : request.model().recovery->later_tests) days += "; then " + Window(later);
  return days;
}

/// A value that says which document a form belongs to: a program reads it back, nobody can change it.
document::Cell Fixed(const char* name, const char* what, const std::string& value) {
  document::Field field{document::Field::Kind::kFixed, name, what, "", value};
  return field;
}

/// The first part of a text that is too long for the head of a page.
std::string Shortened(const std::string& text, std::size_t columns) {
  if (DisplayWidth(text) <= columns) return text;
  std::string first;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    const std::string_view character = std::string_view(text).substr(at, bytes);
    if (DisplayWidth(first) + DisplayWidth(character) >= columns) break;
    first += character;
    at += bytes;
  }
  return first + "\u2026";
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
      {"Request", Fixed("DOC_request", "Request", request.title)},
      {"Status", request.status},
      {"Revision", Fixed("DOC_revision", "Revision", revision)},
      {"Customer", request.model().customer},
      {"Vendor", recovery.vendor.empty() ? "not named in the plan" : recovery.vendor},
      {"Contract", recovery.contract},
      {request.sites.size() == 1 ? "Site" : "Sites", NamesOf(request)},
      {"Test period", Days(request)},
      {"Answers due", request.due},
      {"Answers to", request.answers_to},
      {"Rows", Counts(request)},
      {"Written from", request.input.spec_name},
      {"Digest", Fixed("DOC_digest", "Digest of the specification", request.input.spec_digest)},
  };
  document.cover.push_back(
      Paragraph{"This request replaces every earlier request. Nothing carries over from an earlier year or revision: "
                "a row that is not answered is not confirmed."});
}

void FillPages(const Request& request, document::Document& document) {
  const std::string revision =
      request.input.revision == 0 ? "" : fmt::format(" \u00B7 revision {}", request.input.revision);
  document.head = fmt::format("{}{} \u00B7 {} \u00B7 {}", Shortened(request.title, kHeadColumns), revision,
                              request.status, request.input.spec_digest.substr(0, kDigestDigits));
  document.foot = "Replaces all earlier requests";
  document.draft = request.input.revision == 0;
  document.paper =
      request.model().recovery->paper == model::Paper::kA4 ? document::Paper::kA4 : document::Paper::kLetter;
  document.author = request.model().customer;
  document.subject = "What the vendor is asked to build and to answer for a disaster recovery test";
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
