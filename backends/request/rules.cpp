// 3 how to answer: fixed text, and the list of what is waiting for the vendor.
#include <fmt/format.h>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using document::List;
using document::Note;
using document::Paragraph;
using requirements::Kind;
using requirements::Requirement;

// The form that RFC 8174 gives, for the keywords that we use.
constexpr char kKeywords[] =
    "The key words \"SHALL\", \"SHALL NOT\", \"SHOULD\" and \"MAY\" in this document are to be interpreted as "
    "described in BCP 14 "
    "(RFC 2119, RFC 8174) when, and only when, they appear in all capitals, as shown here.";
constexpr char kSubstitution[] =
    "Equal or greater capacity does not by itself satisfy a requirement about placement, level, dedication or "
    "connection. A "
    "substitution is a Deviation and needs the customer's written acceptance before the test period.";

std::vector<std::string> Ways() {
  return {
      "On screen: fill in request.pdf with a program that can fill in forms, save it and send the saved file. Please "
      "do "
      "not print it into another PDF, which loses the answers.",
      "On paper: print request.pdf, tick and write by hand, and send all pages that have answers. The head of each "
      "page "
      "says which request it belongs to.",
      "As a table: fill in request.csv, which request.pdf holds as the attachment reply.csv. The column answer takes "
      "the "
      "word confirm or deviation; value, initials, date and note are as on paper. Write device numbers as X'0600', or "
      "a "
      "spreadsheet changes them into other numbers.",
      "By a program: fill in the list answers of request.json, which is an attachment of request.pdf, too.",
  };
}

document::Block OpenQuestions(const Request& request) {
  document::Table table;
  table.columns = {{"ID", false}, {"About", false}, {"What is asked", false}};
  for (const Requirement& row : request.requirements().all) {
    if (row.kind == Kind::kQuestion) table.rows.push_back({row.id, Subject(row), row.attribute});
  }
  return table;
}

}  // namespace

document::Section HowToAnswer(const Request& request) {
  document::Section section{"3", "How to answer", {}};
  section.blocks.push_back(Paragraph{kKeywords});
  section.blocks.push_back(List{{
                                    "REQ is a demand. Confirm: it will be so from the start of the test period, "
                                    "without further action by the customer. "
                                    "Deviation: it will not; section 16 says what is offered instead, in a word or two "
                                    "where they do (10 GiB, shared, guest of NAME, none), and what that changes. "
                                    "Where the row asks for at least so much, write how much is given.",
                                    "OPT is a choice. Confirm and write which.",
                                    "ASK is a question. Write the value.",
                                    "INF is information and needs no answer.",
                                },
                                false});
  section.blocks.push_back(
      Note{"Blank",
           "A row without an answer is not confirmed. A row with both boxes ticked is not an answer. A "
           "Deviation that says nowhere what is offered instead is taken for nothing at all."});
  section.blocks.push_back(Note{"No substitution", kSubstitution});
  section.blocks.push_back(document::Subheading{"3.1", "Ways to answer"});
  section.blocks.push_back(Paragraph{fmt::format(
      "The answers go to {}, {}. One of these ways is enough; the first is the surest. Whoever answers a row puts "
      "initials to it.",
      request.answers_to, request.due_words())});
  section.blocks.push_back(List{Ways(), true});
  section.blocks.push_back(document::Subheading{"3.2", "Waiting for the vendor"});
  if (request.requirements().Count(Kind::kQuestion) == 0) {
    section.blocks.push_back(Paragraph{"Nothing: this request has no questions."});
    return section;
  }
  section.blocks.push_back(Paragraph{fmt::format(
      "These answers are needed {}; configuration files that hold one of them wait for it.", request.due_words())});
  section.blocks.push_back(OpenQuestions(request));
  return section;
}

}  // namespace hotsite::backends::request
