// 3 how to answer, 4 definitions: fixed text, and the list of what is waiting for the vendor.
#include <fmt/format.h>

#include <algorithm>

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

document::Block OpenQuestions(const Request& request) {
  document::Table table;
  table.columns = {{"ID", false}, {"About", false}, {"What is asked", false}};
  for (const Requirement& row : request.requirements().all) {
    if (row.kind == Kind::kQuestion) table.rows.push_back({row.id, Subject(row), row.attribute});
  }
  return table;
}

bool HasKvm(const model::Model& model) {
  return std::any_of(model.systems.begin(), model.systems.end(), [](const auto& system) { return system.is_kvm(); });
}

}  // namespace

document::Section HowToAnswer(const Request& request) {
  document::Section section{"3", "How to answer", {}};
  section.blocks.push_back(Paragraph{kKeywords});
  section.blocks.push_back(List{{
                                    "REQ is a demand. Confirm: it will be so from the start of the test period, "
                                    "without further action by the customer. "
                                    "Deviation: it will not; section 16 says what is offered instead.",
                                    "OPT is a choice. Confirm and write which.",
                                    "ASK is a question. Write the value.",
                                    "INF is information and needs no answer.",
                                },
                                false});
  section.blocks.push_back(
      Note{"Blank",
           "A row without an answer is not confirmed. A row with both boxes ticked, or a Deviation "
           "without an entry in section 16, is not an answer."});
  section.blocks.push_back(Note{"No substitution", kSubstitution});
  section.blocks.push_back(Paragraph{
      "Answer on paper, or in request.csv: the columns answer (confirm or deviation), value, initials, date and note. "
      "Write device numbers there as X'0600', or a spreadsheet changes them into numbers."});
  section.blocks.push_back(document::Subheading{"3.1", "Waiting for the vendor"});
  if (request.requirements().Count(Kind::kQuestion) == 0) {
    section.blocks.push_back(Paragraph{"Nothing: this request has no questions."});
    return section;
  }
  const std::string due = request.due.empty() ? "before the configuration is built" : "by " + request.due;
  section.blocks.push_back(Paragraph{
      fmt::format("These answers are needed {}; configuration files that hold one of them wait for it.", due)});
  section.blocks.push_back(OpenQuestions(request));
  return section;
}

document::Section Definitions(const Request& request) {
  const auto& test = request.model().recovery->test;
  const std::string zone = test && !test->zone.empty() ? test->zone : "the local time of the site";
  document::Table table;
  table.columns = {{"Term", false}, {"Meaning", false}};
  table.rows = {
      {"partition", "a logical partition made by PR/SM, and nothing else"},
      {"guest", HasKvm(request.model()) ? "a virtual machine of a z/VM system or of a KVM host"
                                        : "a virtual machine of a z/VM system"},
      {"level", "machine 0, partition 1, guest of a z/VM in a partition 2, guest of a z/VM that is itself a guest 3"},
      {"central processor complex", "one machine with its processors, memory and channels"},
      {"dedicated", "the physical processor serves this partition alone"},
      {"CP, IFL, zIIP, ICF", "types of processors as the machine characterises them"},
      {"central storage", "the main memory of a partition; expanded storage comes on top"},
      {"CHPID", "a channel path; OSD is an OSA port in QDIO mode, IQD a HiperSockets network"},
      {"device number", "four hexadecimal digits; ranges include both ends"},
      {"KiB, MiB, GiB", "2^10, 2^20 and 2^30 bytes"},
      {"test period", test ? "from the begin to the end in section 12, both included"
                           : "the days agreed under the contract; this request names none"},
      {"times", "24-hour clock, " + zone},
  };
  return {"4", "Definitions and units", {std::move(table)}};
}

}  // namespace hotsite::backends::request
