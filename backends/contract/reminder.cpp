// What reminds the vendor of rows that aren't agreed: what they are, by when, what happens else, how to answer.
#include <fmt/format.h>

#include <utility>

#include "backends/contract/mail.h"
#include "backends/contract/parts.h"
#include "backends/document/text.h"
#include "compiler/requirements/answers_due.h"
#include "compiler/requirements/collector.h"
#include "compiler/requirements/reply_csv.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::contract_papers {
namespace {

using contract::RowAnswer;
using contract::Standing;
using document::Paragraph;
using document::Section;
using document::Table;
using requirements::PlainText;

constexpr char kAttached[] = "reply.csv";

std::string DueWords(const Papers& papers) {
  return papers.due.empty() ? "before the configuration is built" : "by " + papers.due;
}

/// The rows of one category as a table; those of no category are none of the vendor's business.
Table RowsOf(const Papers& papers, const std::vector<const RowAnswer*>& rows, requirements::Category category) {
  Table table;
  table.caption = fmt::format("{} ({})", requirements::TitleOf(category), requirements::CodeOf(category));
  table.columns = {{"ID", true}, {"What", false}, {"We asked", false}, {"You answered", false}, {"Why we ask", false}};
  table.record_head = 2;
  for (const RowAnswer* row : rows) {
    if (row->row == nullptr || row->row->category != category) continue;
    std::string answered = Answered(row->counts);
    if (const std::string who = Who(row->counts); !who.empty()) answered += "; " + who;
    const std::string with = With(papers, *row);
    table.rows.push_back({Numbered(*row), About(*row) + (with.empty() ? "" : "; with it " + with), row->row->sentence,
                          std::move(answered), row->row->reason});
  }
  return table;
}

void AddRows(const Papers& papers, const std::vector<const RowAnswer*>& rows, std::string title, std::string lead,
             document::Document& document) {
  Section section{std::to_string(document.sections.size() + 1), std::move(title), {Paragraph{std::move(lead)}}};
  for (int category = 0; category <= static_cast<int>(requirements::Category::kContacts); ++category) {
    Table table = RowsOf(papers, rows, static_cast<requirements::Category>(category));
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  }
  if (section.blocks.size() > 1) document.sections.push_back(std::move(section));
}

/// Rows that can be answered by themselves: a foreign one is told in the status alone, and one that has no sense
/// without another with that.
std::vector<const RowAnswer*> Answerable(const Papers& papers, Standing standing) {
  std::vector<const RowAnswer*> rows = Of(papers.answers(), standing);
  std::erase_if(rows, [](const RowAnswer* row) { return row->row == nullptr || row->with; });
  return rows;
}

Section WhatElse(const Papers& papers, std::string number) {
  Section section{std::move(number), "What happens if they stay as they are", {}};
  std::vector<std::string> items = {
      "An open question is a value that is missing in the configuration of our systems: the files that need it can't "
      "be loaded, and the system waits at the test until somebody types it in.",
      "A row that isn't confirmed counts as not provided. What depends on it is tried at the test without it, or not "
      "at all.",
      "A deviation is none of the agreement until we have accepted it in writing."};
  if (const auto& test = papers.recovery.test)
    items.push_back(fmt::format("The test begins on {}: it isn't moved by an open row.",
                                requirements::SayTime(test->from, test->zone)));
  section.blocks.push_back(document::List{std::move(items)});
  return section;
}

Section HowToAnswer(const Papers& papers, std::string number) {
  Section section{std::move(number), "How to answer", {}};
  section.blocks.push_back(document::List{
      {fmt::format("Fill in {}, which comes with this, and send it back: `confirm` or `deviation` under answer, the "
                   "value under value, your initials and the date. Leave the identifiers as they are.",
                   kAttached),
       "Device numbers stand between quotes behind an X, as in X'0600': otherwise a spreadsheet drops their zeros.",
       "Or fill in the rows in request.pdf and send that, or call.",
       fmt::format("Answers go to {}.", PlainText(requirements::AnswersTo(papers.recovery)))}});
  return section;
}

std::string Thanks(const Papers& papers) {
  const auto& replies = papers.contract().replies;
  if (replies.empty()) return fmt::format("We have no answer to our {} yet.", papers.Request());
  std::vector<std::string> came;
  for (const model::Reply& reply : replies)
    came.push_back(PlainText(reply.what) + (reply.received ? fmt::format(" ({})", reply.received->ToString()) : ""));
  return fmt::format("Thank you for your answers to our {}: {}.", papers.Request(), JoinWords(came));
}

/// The vendor's people first: whoever the spec calls so, else nobody.
std::string VendorAddress(const model::Recovery& recovery) {
  for (const model::Contact& contact : recovery.contacts) {
    if (contact.role != "vendor") continue;
    for (const std::string& text : {contact.who.known() ? *contact.who : std::string(), contact.phone}) {
      if (std::string address = FindAddress(text); !address.empty()) return address;
    }
  }
  return {};
}

std::string OurAddress(const model::Recovery& recovery) {
  const model::Contact* reader = requirements::WhoReadsAnswers(recovery);
  if (reader == nullptr) return {};
  std::string address = FindAddress(*reader->who);
  return address.empty() ? FindAddress(reader->phone) : address;
}

}  // namespace

std::vector<const RowAnswer*> Unsettled(const Papers& papers) {
  std::vector<const RowAnswer*> rows;
  for (const RowAnswer& row : papers.answers().rows) {
    if (row.row != nullptr && contract::StandingOf(row.status) != Standing::kAgreed) rows.push_back(&row);
  }
  return rows;
}

document::Document Reminder(const Papers& papers) {
  const auto open = Answerable(papers, Standing::kOpen), refused = Answerable(papers, Standing::kRefused);
  const std::size_t agreed = Of(papers.answers(), Standing::kAgreed).size();
  std::vector<std::string> left;
  if (!open.empty()) left.push_back(fmt::format("{} open", open.size()));
  if (!refused.empty()) left.push_back(fmt::format("{} not as asked", refused.size()));
  document::Document document = Framed(papers, "Rows that need your answer");
  document.cover = {Paragraph{Thanks(papers)},
                    Paragraph{fmt::format("{} {} agreed, {}. Please answer {} {}.", CountOf(agreed, "row"),
                                          agreed == 1 ? "is" : "are", JoinWords(left),
                                          open.size() + refused.size() == 1 ? "it" : "them", DueWords(papers))}};
  AddRows(papers, open, "Open", fmt::format("These rows have no answer that we could read. Due {}.", DueWords(papers)),
          document);
  AddRows(
      papers, refused, "Not as asked",
      fmt::format("Please tell us {} whether it can be as asked after all, or what can be instead.", DueWords(papers)),
      document);
  document.sections.push_back(WhatElse(papers, std::to_string(document.sections.size() + 1)));
  document.sections.push_back(HowToAnswer(papers, std::to_string(document.sections.size() + 1)));
  return document;
}

std::string ReminderMail(const Papers& papers) {
  std::vector<const requirements::Requirement*> rows;
  for (const RowAnswer* row : Unsettled(papers)) rows.push_back(row->row);
  // As the text counts them: what hangs on a refused row is told with it.
  const std::size_t asked = Answerable(papers, Standing::kOpen).size() + Answerable(papers, Standing::kRefused).size();
  std::string subject =
      fmt::format("Disaster recovery {}: {} your answer", papers.Request(), CountOf(asked, "row needs", "rows need"));
  if (!papers.due.empty()) subject += " by " + papers.due;
  const std::string name =
      requirements::RequestName(papers.recovery.name, papers.input.revision, papers.input.spec_digest);
  return Print(Mail{OurAddress(papers.recovery),
                    VendorAddress(papers.recovery),
                    std::move(subject),
                    document::RenderText(Reminder(papers)),
                    {{kAttached, "text/csv", "", requirements::ReplyCsv(name, rows)}}});
}

}  // namespace hotsite::backends::contract_papers
