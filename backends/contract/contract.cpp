#include "backends/contract/contract.h"

#include <fmt/format.h>

#include "backends/contract/parts.h"
#include "backends/document/markdown.h"
#include "backends/document/pdf_artifact.h"
#include "backends/document/text.h"
#include "compiler/requirements/answers_due.h"
#include "compiler/requirements/collector.h"

namespace hotsite::backends::contract_papers {

using requirements::PlainText;

std::string Papers::Request() const {
  std::string request = "request " + PlainText(recovery.name);
  return input.revision == 0 ? request : fmt::format("{}, revision {}", request, input.revision);
}

document::Document Framed(const Papers& papers, const std::string& title) {
  const std::string customer = PlainText(papers.input.model.customer);
  const std::string digest = papers.input.spec_digest.substr(0, 12);
  document::Document document;
  document.title = fmt::format("{}: {}", title, papers.Request());
  const auto fact = [&](const char* what, std::string value) {
    if (!value.empty()) document.facts.emplace_back(what, std::move(value));
  };
  fact("Customer", customer);
  fact("Vendor", PlainText(papers.recovery.vendor));
  fact("Contract", PlainText(papers.recovery.contract));
  fact("Request", fmt::format("{}, {}", papers.Request(), digest));
  fact("Answers", fmt::format("{}, {}", PlainText(papers.agreement.file), papers.agreement.digest.substr(0, 12)));
  fact("Due", papers.due);
  document.head = fmt::format("{} · {} · {}", document.title, customer, digest);
  document.foot = "The last answer to a row counts";
  document.brief = true;
  document.paper = papers.recovery.paper == model::Paper::kA4 ? document::Paper::kA4 : document::Paper::kLetter;
  document.author = customer;
  document.subject = title;
  return document;
}

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  if (input.agreement == nullptr || !input.model.recovery || input.agreement->answers.contract == nullptr) return;
  const model::Recovery& recovery = *input.model.recovery;
  const Papers papers{input, *input.agreement, recovery, requirements::AnswersDue(recovery)};
  const document::Document status = Status(papers);
  sink({"contract/status.txt", document::RenderText(status), false, {}});
  sink({"contract/status.md", document::RenderMarkdown(status), false, {}});
  sink(document::PdfArtifact("contract/status.pdf", status, input.undrawn));
  sink({"contract/status.json", StatusJson(papers), false, {}});
  if (std::string changes = Changes(papers); !changes.empty())
    sink({"contract/changes.md", std::move(changes), false, {}});
  if (Unsettled(papers).empty()) return;
  sink({"contract/reminder.txt", document::RenderText(Reminder(papers)), false, {}});
  sink({"contract/reminder.eml", ReminderMail(papers), false, {}});
}

}  // namespace hotsite::backends::contract_papers
