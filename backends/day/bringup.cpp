// The bring-up plan: from empty disks to running systems. Rows that wait for the same rows can be done side by side.
#include "backends/day/bringup.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "backends/naming.h"
#include "backends/zvm_text/changes.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Paragraph;
using document::Section;
using document::Table;

/// More changes of a file than this are ticked as one: the file has them all.
constexpr std::size_t kMostChanges = 60;

std::string AfterText(const std::vector<StepNumber>& after) {
  std::vector<std::string> numbers;
  for (const StepNumber step : after) numbers.push_back(fmt::format("B{}", step + 1));
  return Folded(numbers);
}

/// Two blanks in one cell, or what is known and one.
document::Cell Pair(const std::string& known, const document::Field& first, const document::Field& second) {
  document::Cell cell(known);
  if (known.empty()) cell.fields.push_back(first);
  cell.fields.push_back(second);
  return cell;
}

Table PlanTable(const Day& day, const Plan& plan) {
  Table table;
  table.columns = {{"", false},       {"No.", false},     {"System", false}, {"After", false}, {"Do", false},
                   {"Expect", false}, {"Planned", false}, {"", false},       {"By", false}};
  table.record_head = 3;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const Step& step = plan.steps[i];
    const std::string no = fmt::format("B{}", i + 1), field = fmt::format("BUP_B{}", i + 1);
    const std::string hint = fmt::format("{} {}", no, step.system);
    const auto blank = [&](const char* part, unsigned columns, const char* label) {
      return Blank(field + "_" + part, hint + ", " + part, columns, label);
    };
    const bool first = step.after.empty() && day.recovery().test.has_value();
    table.rows.push_back({Tick(field + "_ok", hint + ", done"), no, step.system, AfterText(step.after), step.action,
                          step.expect,
                          Pair(first ? "at " + ClockOf(day.recovery().test->from) : "", blank("planned", 5, "at"),
                               blank("takes", 5, "takes")),
                          Pair("", blank("start", 5, "start"), blank("end", 5, "end")), blank("by", 4, "")});
  }
  return table;
}

/// Questions whose answers the configuration needs; what the vendor says on the day is written here first.
Section Missing(const Day& day) {
  Table table;
  table.columns = {{"Request", false}, {"About", false}, {"What", false}, {"Answer", false}};
  for (const requirements::Requirement& row : day.requirements().all) {
    if (row.kind != requirements::Kind::kQuestion || !day.Concerns(row) || AnswerTo(day, row) != nullptr) continue;
    table.rows.push_back({row.id, row.subject, row.attribute,
                          Blank(fmt::format("BUP_{}_answer", PathPart(row.id)), row.id + " answer", 20)});
  }
  Section section{"1", "Answers that must be there first", {}};
  if (table.rows.empty()) {
    section.blocks.push_back(Paragraph{"No question to the vendor is open."});
    return section;
  }
  section.blocks.push_back(Paragraph{
      "The vendor's answers, where this file has none yet. In configuration files and below, ?? and the number stand "
      "for the answer; no program accepts that, so put the answer in its place before the file is used."});
  section.blocks.push_back(std::move(table));
  return section;
}

/// Numbers rows through all tables of changes.
class ChangeRows {
 public:
  void Add(Table& table, const std::string& file, const std::string& statement, const std::string& home,
           const std::string& here) {
    const std::string no = fmt::format("C{}", ++number_), field = fmt::format("BUP_C{}", number_);
    table.rows.push_back({no, file, statement, home, here, Tick(field + "_changed", no + " changed"),
                          Tick(field + "_back", no + " changed back"), Blank(field + "_by", no + " by", 4)});
  }

 private:
  std::size_t number_ = 0;
};

/// Titles as in CHANGES.txt: a longer one takes the room that the longest names of statements need.
Table ChangeTable(std::string caption) {
  Table table;
  table.caption = std::move(caption);
  table.columns = {{"No.", false}, {"File", true},  {"Statement", true}, {"Home", true},
                   {"Here", true}, {"Done", false}, {"Back", false},     {"By", false}};
  return table;
}

void AddChanges(const std::vector<zvm_text::Change>& changes, Table& table, ChangeRows& rows) {
  std::map<std::string, std::size_t> by_file;
  for (const zvm_text::Change& change : changes) ++by_file[change.here.file];
  for (const zvm_text::Change& change : changes) {
    std::size_t& count = by_file[change.here.file];
    if (count == 0) continue;  // said in one row
    if (count <= kMostChanges) {
      rows.Add(table, change.here.file, change.here.statement, change.home, change.here.value);
      continue;
    }
    rows.Add(table, change.here.file, fmt::format("{} values of it", count), "see the list", "CHANGES.txt");
    count = 0;
  }
}

/// As in its CHANGES.txt: what was done at home, what is done between the two IPLs.
void AddZvmChanges(const Day& day, const model::Placement& placement, Section& section, ChangeRows& rows) {
  const std::string name = day.model().SystemOf(placement).name;
  const zvm_text::Host host = zvm_text::MakeHost(day.model(), day.requirements(), placement);
  const zvm_text::Changes changes = zvm_text::ChangesOf(host);
  Table before = ChangeTable(name + ": at home, before the backup; may stay");
  AddChanges(changes.before, before, rows);
  section.blocks.push_back(std::move(before));
  if (changes.all.empty()) return;
  Table between = ChangeTable(
      fmt::format("{}: between IPL 1 and IPL 2; files in zvm/{}", name, zvm_text::FolderOf(day.model(), placement)));
  AddChanges(changes.placed, between, rows);
  section.blocks.push_back(std::move(between));
  // A table of its own: long values would leave the names of statements above too little room.
  Table values = ChangeTable(name + ": between IPL 1 and IPL 2; values");
  AddChanges(changes.all, values, rows);
  section.blocks.push_back(std::move(values));
}

Section Changed(const Day& day) {
  Section section{"3", "What is changed, and changed back", {}};
  ChangeRows rows;
  const Folders zos(day.model(), model::SystemKind::kZos);
  for (const model::PlacementId id : day.site.placements) {
    const model::Placement& placement = day.model().at(id);
    const model::System& system = day.model().SystemOf(placement);
    if (system.vendors) continue;
    if (system.is_zvm()) AddZvmChanges(day, placement, section, rows);
    Table table = ChangeTable(system.name);
    if (system.is_zos() && !system.nics.empty()) {
      table.caption += fmt::format(": files in zos/{}", zos.Of(placement));
      for (const char* file : {"TCPIP.PROFILE", "TRLE.VTAMLST"})
        rows.Add(table, file, "the whole member", "kept copy", "the new one");
    }
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
  }
  if (section.blocks.empty()) {
    section.blocks.push_back(Paragraph{"Nothing differs from home."});
  } else {
    section.blocks.insert(section.blocks.begin(),
                          Paragraph{"Of real devices the first of three is shown; - means: not there."});
  }
  return section;
}

/// Whether there is a z/VM with a start EXEC.
bool StartsGuests(const Day& day) {
  return std::any_of(day.site.placements.begin(), day.site.placements.end(), [&](const auto id) {
    const model::Placement& placement = day.model().at(id);
    return day.model().SystemOf(placement).is_zvm() && !placement.guests.empty();
  });
}

/// What must not stay behind.
Section Leaving(const Day& day) {
  std::vector<std::string> items = {
      "every row of section 3 is changed back, or the systems are abandoned with their volumes",
      "all volumes that were written are erased; the vendor confirms it in writing",
      "the tapes are counted, as many as came", "passwords and keys used here are changed"};
  const bool vendors = std::any_of(day.site.placements.begin(), day.site.placements.end(),
                                   [&](const auto id) { return day.model().SystemOf(day.model().at(id)).vendors; });
  if (vendors) items.emplace_back("the vendor's own directory and SYSTEM CONFIG are as they were");
  Table table;
  table.columns = {{"", false}, {"No.", false}, {"Before you leave", false}, {"By", false}, {"Time", false}};
  std::size_t number = 0;
  for (const std::string& item : items) {
    const std::string no = fmt::format("L{}", ++number), field = fmt::format("BUP_L{}", number);
    table.rows.push_back({Tick(field + "_ok", no + " done"), no, item, Blank(field + "_by", no + " by", 4),
                          Blank(field + "_time", no + " time", 5)});
  }
  return {"4", "Before you leave", {std::move(table)}};
}

}  // namespace

namespace {

/// The rows whose outcome the hold point looks at: every z/OS, every router, and the first Linux under each z/VM, which
/// shows its level.
std::vector<StepNumber> BeforeRelease(const Plan& plan) {
  std::set<StepNumber> steps;
  std::map<model::SystemId, StepNumber> first;
  for (const auto& [id, step] : plan.up) {
    const model::System& system = plan.model().at(id);
    if (system.is_zos() || !system.forwards.empty()) steps.insert(step);
    if (!system.is_linux() || !system.parent.valid()) continue;
    const auto [entry, added] = first.emplace(system.parent, step);
    if (!added) entry->second = std::min(entry->second, step);
  }
  for (const auto& [host, step] : first) steps.insert(step);
  return {steps.begin(), steps.end()};
}

}  // namespace

document::Document BringUp(const Day& day) {
  Plan plan = MakePlan(day);
  const bool zos = std::any_of(plan.steps.begin(), plan.steps.end(),
                               [](const Step& step) { return step.expect.find("IEE389I") != std::string::npos; });
  if (zos)
    plan.Add(BeforeRelease(plan), "all z/OS", "Hold point H1 of the arrival checklist; then release z/OS to its users",
             "H1 is signed");
  document::Document document = Framed(day, "Bring-up plan");
  document.facts.emplace_back("If a row fails, call", WhomToCall(day, "BUP_call"));
  document.sections.push_back(Missing(day));
  Section steps{"2", "The plan", {}};
  steps.blocks.push_back(Paragraph{
      "A row may begin when the rows under After are ticked; rows that wait for the same ones can go side by side. "
      "Write "
      "start and end of each: next year's plan is made of them. A row that doesn't show what is expected stops those "
      "behind it, not the others."});
  if (StartsGuests(day))
    steps.blocks.push_back(document::Note{
        "DRSTART",
        "On a z/VM, DRSTART GO does the rows from its TCP/IP stack to its last guest, in this order, and asks what "
        "only a person can see. By hand they are done as they stand here."});
  steps.blocks.push_back(document::Note{"(k)", "From knowledge, not from a manual: try it at home before the test."});
  steps.blocks.push_back(PlanTable(day, plan));
  document.sections.push_back(std::move(steps));
  document.sections.push_back(Changed(day));
  document.sections.push_back(Leaving(day));
  return document;
}

}  // namespace hotsite::backends::day
