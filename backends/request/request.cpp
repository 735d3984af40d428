#include "backends/request/request.h"

#include <algorithm>

#include "backends/document/html.h"
#include "backends/document/markdown.h"
#include "backends/document/pdf_artifact.h"
#include "backends/document/text.h"
#include "backends/request/parts.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::backends::request {
namespace {

/// Answers are due when the spec says, else when the configuration has to be ready or the test begins: everything else
/// waits for them.
std::string DueTime(const model::Recovery& recovery) {
  if (recovery.answers_due) {
    return requirements::SayTime(*recovery.answers_due, recovery.test ? recovery.test->zone : std::string());
  }
  if (!recovery.test) return {};
  const std::int64_t lead = recovery.ready ? recovery.ready->minutes() : 0;
  return requirements::SayTime(recovery.test->from.MinusMinutes(lead), recovery.test->zone);
}

/// Whoever may accept deviations reads the answers, else the first of our people who is named.
std::string AnswersTo(const model::Recovery& recovery) {
  const model::Contact* reader = nullptr;
  for (const model::Contact& contact : recovery.contacts) {
    if (!contact.who.known() || contact.role == "vendor") continue;
    const bool decides = std::find(contact.may.begin(), contact.may.end(), "accept deviations") != contact.may.end();
    if (decides || reader == nullptr) reader = &contact;
    if (decides) break;
  }
  if (reader == nullptr) return "the customer";
  const std::string phone = reader->phone.empty() ? "" : ", telephone " + reader->phone;
  return *reader->who + " (" + reader->role + ")" + phone;
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
    request.due = DueTime(*input.model.recovery);
    request.answers_to = AnswersTo(*input.model.recovery);
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
