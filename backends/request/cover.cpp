// 0 cover, and what stands on every page.
#include <fmt/format.h>

#include <string_view>

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

/// What the ledger says of this revision; nullptr: it is a draft.
const requirements::IssuedRevision* Issued(const Request& request) {
  const requirements::Ledger* ledger = request.input.ledger;
  const std::size_t number = request.input.revision;
  if (ledger == nullptr || number == 0 || number > ledger->revisions.size()) return nullptr;
  return &ledger->revisions[number - 1];
}

std::string IssuedWords(const Request& request) {
  const requirements::IssuedRevision* issued = Issued(request);
  if (issued == nullptr) return {};
  return issued->issued.ToString() + (issued->by.empty() ? "" : " by " + issued->by);
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
      {"Issued", IssuedWords(request)},
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
  if (const requirements::IssuedRevision* issued = Issued(request)) {
    document.date = issued->issued.ToString();
    document.foot += " \u00B7 issued on " + document.date;
  }
  document.draft = request.input.revision == 0;
  document.paper =
      request.model().recovery->paper == model::Paper::kA4 ? document::Paper::kA4 : document::Paper::kLetter;
  document.author = request.model().customer;
  document.subject = "What the vendor is asked to build and to answer for a disaster recovery test";
}

}  // namespace hotsite::backends::request
