// The arrival checklist: one check, one line, one command, dearest repair first.
#include "backends/day/arrival.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Paragraph;
using document::Section;
using document::Table;
using requirements::Repair;
using requirements::Stage;

constexpr unsigned kFoundColumns = 20, kTimeColumns = 5, kInitialsColumns = 4;

Table EmptyTable() {
  Table table;
  table.columns = {{"", false},    {"No.", false},      {"Check", false}, {"Where", false},
                   {"Type", true}, {"Expected", false}, {"Found", false}, {"", false}};
  table.record_head = 3;
  return table;
}

/// `at least 24 GiB (STORAGE =)`: what is right, and where it stands in the answer.
std::string ExpectedOf(const Line& line) {
  const requirements::Check& check = line.check;
  const char* known = check.sourced || check.command.empty() ? "" : " (k)";
  const std::string look = check.look.empty() ? "" : fmt::format(" ({})", check.look);
  return check.expected + look + known + (line.remark.empty() ? "" : "; " + line.remark);
}

void AddLine(const Line& line, std::size_t number, Table& table) {
  const std::string no = fmt::format("A{}", number), field = fmt::format("ARR_A{}", number);
  const std::string what = fmt::format("{}: {}", Folded(line.subjects), line.attribute);
  const std::string id = line.ids.empty() ? "own" : Folded(line.ids);
  const std::string hint = fmt::format("{} {}: {}", no, id, what);
  document::Cell when;
  when.fields = {Blank(field + "_time", hint + ", time", kTimeColumns, "time"),
                 Blank(field + "_initials", hint + ", initials", kInitialsColumns, "by")};
  table.rows.push_back({Tick(field + "_ok", hint + ", as expected"), no + " " + id, what, line.check.where,
                        line.check.command, ExpectedOf(line), Blank(field + "_found", hint + ", found", kFoundColumns),
                        std::move(when)});
}

/// Nobody types anything at a panel.
void DropTyped(Table& table) {
  constexpr std::ptrdiff_t kTyped = 4;
  const bool any = std::any_of(table.rows.begin(), table.rows.end(),
                               [](const document::Row& row) { return !row[kTyped].text.empty(); });
  if (any) return;
  table.columns.erase(table.columns.begin() + kTyped);
  for (document::Row& row : table.rows) row.erase(row.begin() + kTyped);
}

/// Hold point H1: partitions can't be changed once a z/OS in them is in use, as in 2007.
Table HoldPoint(const Day& day, std::size_t before) {
  Table table;
  table.columns = {{"", false}, {"No.", false}, {"Hold point", false}, {"Released by", false}, {"Time", false}};
  table.record_head = 3;
  const bool zos = std::any_of(day.site.placements.begin(), day.site.placements.end(),
                               [&](const auto id) { return day.model().SystemOf(day.model().at(id)).is_zos(); });
  table.rows.push_back(
      {Tick("ARR_H1_ok", "hold point H1"), "H1",
       fmt::format("{} is released to users before rows A1 to A{} are ticked.", zos ? "No z/OS" : "No system", before),
       Blank("ARR_H1_by", "H1 released by", kFoundColumns), Blank("ARR_H1_time", "H1 time", kTimeColumns)});
  return table;
}

/// `DR coordinator (+1 555 0100)`: whoever stands at the console has no spec to look it up in.
std::string WhoAccepts(const model::Recovery& recovery) {
  std::vector<std::string> names;
  for (const model::Contact& contact : recovery.contacts) {
    if (!contact.who.known() || !May(contact, "accept deviations")) continue;
    names.push_back(Free(*contact.who) + (contact.phone.empty() ? "" : fmt::format(" ({})", Free(contact.phone))));
  }
  return names.empty() ? "who may accept deviations" : JoinWords(names, "or");
}

/// What the expected values are, and what isn't right then.
std::string WhatIsExpected(const Day& day) {
  if (day.input.agreement == nullptr)
    return "Expected is what was requested; the vendor hasn't confirmed it in this file.";
  return fmt::format(
      "Expected is what the vendor promised ({}). Where that isn't what was requested, the row says what was; where "
      "nothing was agreed, it says so, and what was requested is expected.",
      PlainText(day.input.agreement->file));
}

Section HowToUse(const Day& day) {
  Section section{"1", "How to use this list", {}};
  section.blocks.push_back(document::List{
      {"One row after the other: the first are those that can't be repaired later.",
       "Type what stands under Type where Where says; compare; write what you found on every row, also when it is "
       "right; tick only what is as expected.",
       "If a row isn't as expected: don't go on with that system. Call the number on the first page and quote the "
       "request number of the row. What isn't as expected is a deviation, and only " +
           WhoAccepts(day.recovery()) + " decides.",
       WhatIsExpected(day)},
      true});
  section.blocks.push_back(
      document::Note{"(k)",
                     "The command or the form of its answer is from knowledge, not from a manual: try it at home "
                     "before the test. What the panels of an HMC are called is from knowledge too, and "
                     "differs from level to level."});
  return section;
}

std::string ReadyTime(const Day& day) {
  const model::Recovery& recovery = day.recovery();
  if (!recovery.test || !recovery.ready) return {};
  return " The configuration is ready for this by " +
         DateAndClock(recovery.test->from.MinusMinutes(recovery.ready->minutes())) + ".";
}

/// Who may touch the HMC.
std::string HardwareConsole(const Day& day) {
  std::string text =
      "The definitions of the partitions, at the Hardware Management Console (HMC), before anything runs in them." +
      ReadyTime(day);
  for (const model::MachineId id : day.site.machines) {
    const model::Machine& machine = day.model().at(id);
    const bool ours = machine.hmc && machine.hmc->by_customer;
    text += ours ? fmt::format(" At {} you log on to the HMC yourself.", machine.name)
                 : fmt::format(" At {} the vendor's operator opens the panels and you read them.", machine.name);
  }
  return text;
}

struct Part {
  const char* title;
  Stage stage;
  Repair last;  // with all before it that no part had
};

constexpr Part kParts[] = {
    {"Before the first IPL", Stage::kBeforeIpl, Repair::kOther},
    {"As each system comes up, before it is used", Stage::kSystemUp, Repair::kHiperSockets},
    {"Connections, disks, tapes, virtual switches", Stage::kSystemUp, Repair::kVirtualSwitches},
    {"Networks, consoles, clocks", Stage::kSystemUp, Repair::kOther},
};

/// What the customer took as the vendor offered it: nobody is to report it as wrong.
Table AcceptedDeviations(const Day& day) {
  Table table;
  table.columns = {{"ID", true}, {"What", false}, {"Asked", false}, {"Promised", false}, {"Why it is accepted", false}};
  table.record_head = 2;
  for (const requirements::Requirement& row : day.requirements().all) {
    const contract::RowAnswer* answer = day.Concerns(row) ? AnswerTo(day, row) : nullptr;
    if (answer == nullptr || answer->accepted == nullptr) continue;
    const model::DeviationAccepted& accepted = *answer->accepted;
    const std::string asked = requirements::WantedValue(row);
    table.rows.push_back(
        {row.id, fmt::format("{}: {}", row.subject, row.attribute), asked.empty() ? "as stated" : asked,
         answer->value ? Free(answer->value->text) : "not as asked",
         Free(accepted.reason) + (accepted.by.empty() ? "" : fmt::format(" ({})", Free(accepted.by)))});
  }
  return table;
}

Section Checked() {
  Table table;
  table.columns = {{"", false}, {"Name", false}, {"Date and time", false}, {"Signature", false}};
  for (const auto& [who, field] :
       {std::pair("Checked by, customer", "ARR_customer"), std::pair("Witness, vendor", "ARR_vendor")}) {
    const std::string name = field, hint = who;
    table.rows.push_back({who, Blank(name + "_name", hint + ", name", 16), Blank(name + "_time", hint + ", time", 16),
                          Blank(name + "_sign", hint + ", signature", 16)});
  }
  return {"", "Checked", {std::move(table)}};
}

}  // namespace

document::Document Arrival(const Day& day) {
  document::Document document = Framed(day, "Arrival checklist");
  document.facts.emplace_back("If a row fails, call", WhomToCall(day, "ARR_call"));
  document.sections.push_back(HowToUse(day));
  const std::vector<Line> lines = LinesOf(day);
  std::size_t number = 0;
  for (const Part& part : kParts) {
    Table table = EmptyTable();
    while (number < lines.size() && lines[number].check.stage == part.stage && lines[number].repair <= part.last) {
      AddLine(lines[number], number + 1, table);
      ++number;
    }
    Section section{std::to_string(document.sections.size() + 1), part.title, {}};
    if (part.stage == Stage::kBeforeIpl) section.blocks.push_back(Paragraph{HardwareConsole(day)});
    DropTyped(table);
    const bool any = !table.rows.empty();
    section.blocks.push_back(any ? document::Block(std::move(table)) : Paragraph{"The request has no such row."});
    if (part.last == Repair::kHiperSockets) section.blocks.push_back(HoldPoint(day, number));
    document.sections.push_back(std::move(section));
  }
  if (Table accepted = AcceptedDeviations(day); !accepted.rows.empty())
    document.sections.push_back(
        {std::to_string(document.sections.size() + 1), "Accepted deviations", {std::move(accepted)}});
  Section checked = Checked();
  checked.number = std::to_string(document.sections.size() + 1);
  document.sections.push_back(std::move(checked));
  return document;
}

}  // namespace hotsite::backends::day
