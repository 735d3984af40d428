#include "backends/request/request.h"

#include "backends/document/html.h"
#include "backends/document/markdown.h"
#include "backends/document/pdf_artifact.h"
#include "backends/document/text.h"
#include "backends/request/parts.h"
#include "compiler/requirements/answers_due.h"
#include "compiler/requirements/reply_csv.h"

namespace hotsite::backends::request {
namespace {

std::string Csv(const Request& request) {
  std::vector<const requirements::Requirement*> rows;
  for (const requirements::Requirement& row : request.requirements().all) rows.push_back(&row);
  return requirements::ReplyCsv(
      requirements::RequestName(request.model().recovery->name, request.input.revision, request.input.spec_digest),
      rows);
}

}  // namespace

const model::System* Request::SystemOf(const requirements::Requirement& row) const {
  const auto found = systems.find(row.subject);
  return found == systems.end() ? nullptr : found->second;
}

Request MakeRequest(const BuildInput& input) {
  Request request{input, input.model.recovery_sites(), "Disaster recovery request", "", {}, {}, "", "the customer"};
  for (const model::System& system : input.model.systems) {
    request.systems.emplace(system.name, &system);
    if (system.parent.valid()) request.systems.emplace(input.model.at(system.parent).name + "." + system.name, &system);
  }
  if (input.model.recovery) {
    request.title += " " + input.model.recovery->name;
    request.due = requirements::AnswersDue(*input.model.recovery);
    request.answers_to = requirements::AnswersTo(*input.model.recovery);
  }
  if (input.changes != nullptr) {
    for (const diff::Change& change : input.changes->all) request.changed.emplace(change.id, &change);
  }
  request.status = input.revision == 0 ? "DRAFT" : "ISSUED";
  return request;
}

document::Document BuildDocument(const Request& request) {
  document::Document document;
  FillCover(request, document);
  FillPages(request, document);
  std::vector<document::Section>& sections = document.sections;
  sections.push_back(OnOnePage(request));
  sections.push_back(Changes(request));
  sections.push_back(HowToAnswer(request));
  sections.push_back(Definitions(request));
  for (document::Section& section : RequirementSections(request)) sections.push_back(std::move(section));
  sections.push_back(Acceptance(request));
  sections.push_back(Assumptions(request));
  sections.push_back(DeviationsLog());
  sections.push_back(SignOff(request));
  sections.push_back(Configuration(request));
  sections.push_back(Guests(request));
  sections.push_back(Traceability(request));
  sections.push_back(Revisions(request));
  for (document::Section& section : VendorFiles(request)) sections.push_back(std::move(section));
  return document;
}

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  if (!input.model.recovery) return;
  const Request request = MakeRequest(input);
  document::Document document = BuildDocument(request);
  sink({"request/request.txt", document::RenderText(document), false, {}});
  sink({"request/request.md", document::RenderMarkdown(document), false, {}});
  sink({"request/request.html", document::RenderHtml(document), false, {}});
  std::string csv = Csv(request), json = JsonText(request);
  document.attachments = {
      {"request.json", "application/json", "The rows of this request and a list for the answers, for programs", json},
      {"reply.csv", "text/csv", "The rows of this request, for a spreadsheet that is sent back", csv}};
  sink(document::PdfArtifact("request/request.pdf", document, input.undrawn));
  sink({"request/request.csv", std::move(csv), false, {}});
  sink({"request/request.json", std::move(json), false, {}});
  if (input.changes == nullptr) return;
  const document::Document changes = ChangesAlone(request);
  sink({"request/changes.md", document::RenderMarkdown(changes), false, {}});
  sink(document::PdfArtifact("request/changes.pdf", changes, input.undrawn));
}

}  // namespace hotsite::backends::request
