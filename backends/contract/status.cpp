// What became of each row: agreed, open or refused, who said so and where.
#include "compiler/contract/status.h"

#include <fmt/format.h>

#include <utility>

#include "backends/contract/parts.h"
#include "compiler/requirements/collector.h"
#include "compiler/support/json.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::contract_papers {
namespace {

using contract::RowAnswer;
using contract::Standing;
using document::Section;
using document::Table;
using requirements::PlainText;
using Rows = std::vector<const RowAnswer*>;

document::Row RowOf(std::string title, const contract::SectionStatus& section, const std::string& due) {
  const std::size_t unsettled = section.open + section.refused;
  return {std::move(title),
          std::to_string(section.agreed + unsettled),
          std::to_string(section.agreed),
          std::to_string(section.open),
          std::to_string(section.refused),
          unsettled > 0 ? due : std::string()};
}

Table BySection(const Papers& papers) {
  Table table;
  table.columns = {{"Section", false}, {"Rows", false},    {"Agreed", false},
                   {"Open", false},    {"Refused", false}, {"Due", false}};
  const std::vector<contract::SectionStatus> sections = contract::BySection(papers.answers());
  for (const contract::SectionStatus& section : sections)
    table.rows.push_back(
        RowOf(fmt::format("{} ({})", requirements::TitleOf(section.category), requirements::CodeOf(section.category)),
              section, papers.due));
  table.rows.push_back(RowOf("All", contract::Total(sections), papers.due));
  return table;
}

Table Unagreed(const Papers& papers, const Rows& rows) {
  Table table;
  table.columns = {{"ID", true},        {"What", false}, {"Asked", false},
                   {"Answered", false}, {"Why", false},  {"Who, when, where", false}};
  table.record_head = 2;
  for (const RowAnswer* row : rows) {
    std::vector<std::string> who;
    for (const std::string& part : {Who(row->counts), Where(row->counts)}) {
      if (!part.empty()) who.push_back(part);
    }
    table.rows.push_back({Numbered(*row), About(*row), Asked(*row), Answered(row->counts), Why(papers, *row),
                          fmt::format("{}", fmt::join(who, "; "))});
  }
  return table;
}

Table Accepted(const Rows& rows) {
  Table table;
  table.columns = {{"ID", true}, {"What", false}, {"Asked", false}, {"Answered", false}, {"Accepted", false}};
  table.record_head = 2;
  for (const RowAnswer* row : rows) {
    const model::DeviationAccepted& accepted = *row->accepted;
    std::string how = PlainText(accepted.reason);
    if (!accepted.by.empty()) how += "; by " + PlainText(accepted.by);
    if (accepted.on) how += "; on " + accepted.on->ToString();
    if (accepted.until) how += "; until " + accepted.until->ToString();
    table.rows.push_back({Numbered(*row), About(*row), Asked(*row), Answered(row->counts), std::move(how)});
  }
  return table;
}

Table Agreed(const Rows& rows) {
  Table table;
  table.columns = {{"ID", true}, {"What", false}, {"Answered", false}, {"Who, when", false}};
  for (const RowAnswer* row : rows)
    table.rows.push_back({Numbered(*row), About(*row), Answered(row->counts), Who(row->counts)});
  return table;
}

/// Rows that were answered more than once: what was said, oldest first; the last one counts.
Table History(const Papers& papers) {
  Table table;
  table.columns = {{"ID", true}, {"When, by whom", false}, {"Answered", false}, {"Where", false}};
  for (const RowAnswer& row : papers.answers().rows) {
    if (row.earlier.empty()) continue;
    for (const contract::Given& given : row.earlier)
      table.rows.push_back({Numbered(row), Who(given), Answered(given), Where(given)});
    table.rows.push_back({Numbered(row), Who(row.counts), Answered(row.counts) + " (counts)", Where(row.counts)});
  }
  return table;
}

Table Replies(const model::Contract& contract) {
  Table table;
  table.columns = {{"Reply", false}, {"Received", false}, {"By", false}, {"Answers", false}, {"Kept as", false}};
  for (const model::Reply& reply : contract.replies) {
    std::string kept = reply.file.empty() ? "no file" : PlainText(reply.file);
    if (!reply.sha256.empty()) kept += fmt::format(", sha256 {}", PlainText(reply.sha256.substr(0, 12)));
    table.rows.push_back({PlainText(reply.what), reply.received ? reply.received->ToString() : "", PlainText(reply.by),
                          std::to_string(reply.answers.size()), std::move(kept)});
  }
  return table;
}

/// A section where there is something to tell.
void Add(document::Document& document, std::string title, std::string lead, Table table) {
  if (table.rows.empty()) return;
  Section section{std::to_string(document.sections.size() + 1), std::move(title), {}};
  if (!lead.empty()) section.blocks.push_back(document::Paragraph{std::move(lead)});
  section.blocks.push_back(std::move(table));
  document.sections.push_back(std::move(section));
}

std::string Verdict(std::size_t agreed, std::size_t open, std::size_t refused) {
  const std::string rows = CountOf(agreed + open + refused, "row");
  if (open + refused == 0) return fmt::format("All {} are agreed.", rows);
  return fmt::format("Of {}, {} agreed, {} open and {} refused.", rows, agreed, open, refused);
}

}  // namespace

document::Document Status(const Papers& papers) {
  Rows agreed = Of(papers.answers(), Standing::kAgreed), accepted;
  const Rows open = Of(papers.answers(), Standing::kOpen), refused = Of(papers.answers(), Standing::kRefused);
  document::Document document = Framed(papers, "What the vendor answered");
  document.cover = {document::Paragraph{Verdict(agreed.size(), open.size(), refused.size())}};
  for (const RowAnswer* row : agreed) {
    if (row->accepted != nullptr) accepted.push_back(row);
  }
  std::erase_if(agreed, [](const RowAnswer* row) { return row->accepted != nullptr; });
  Add(document, "By section", "", BySection(papers));
  Add(document, "Refused", "It won't be as asked. Ask for it again, change the spec, or accept the deviation.",
      Unagreed(papers, refused));
  Add(document, "Open", "A further answer settles these rows.", Unagreed(papers, open));
  Add(document, "Accepted deviations", "What the customer takes as the vendor offers it.", Accepted(accepted));
  Add(document, "Answered more than once", "The last answer counts.", History(papers));
  Add(document, "Agreed", "", Agreed(agreed));
  Add(document, "What came from the vendor", "", Replies(papers.contract()));
  return document;
}

std::string StatusJson(const Papers& papers) {
  Json json = Json::MakeObject();
  json.Set("format", "hotsite contract status 1").Set("digest", papers.input.spec_digest);
  json.Set("contract", papers.agreement.file).Set("contract_digest", papers.agreement.digest);
  json.Set("status", contract::StatusJson(papers.answers()));
  return json.Print();
}

}  // namespace hotsite::backends::contract_papers
