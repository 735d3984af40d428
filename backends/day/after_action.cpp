// The after-action form. Its outline is that of HSEEP's After-Action Report and Improvement Plan (ratings P, S, M, U);
// the column of causes is ours: whether it was asked wrong decides what next year's request has to say.
#include <fmt/format.h>

#include "backends/day/parts.h"
#include "compiler/model/restore_estimate.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Cell;
using document::Section;
using document::Table;

constexpr unsigned kIssues = 12, kParticipants = 8;

struct Goal {
  std::string what;
  std::string ids;
};

std::string IdOf(const Day& day, const std::string& key) {
  const requirements::Requirement* row = day.Find(key);
  return row == nullptr ? "" : row->id;
}

/// Who can't do without whom: the first system with a need, and what it needs.
void AddNeeds(const Day& day, std::vector<Goal>& goals) {
  const model::Model& model = day.model();
  for (const model::PlacementId id : day.site.placements) {
    const model::System& system = model.SystemOf(model.at(id));
    if (system.needs.empty() || !system.is_linux()) continue;
    std::vector<std::string> needed;
    for (const model::Reference& need : system.needs) needed.push_back(model.at(need.system).name);
    goals.push_back({fmt::format("Linux reaches what it needs: {} works with {}", system.name, JoinWords(needed)), ""});
    return;
  }
}

std::vector<Goal> Goals(const Day& day) {
  const model::Model& model = day.model();
  std::vector<Goal> goals;
  for (const model::Placement* placement : day.InPartitions()) {
    const model::System& system = model.SystemOf(*placement);
    if (system.vendors || system.is_coupling()) continue;
    goals.push_back({fmt::format("{} runs where and with what was requested", system.name),
                     IdOf(day, "place/" + system.name + "/kind")});
  }
  if (model::DriveCountOf(model, day.site)) goals.push_back({"All volumes are restored, from the tapes alone", ""});
  AddNeeds(day, goals);
  for (const model::PlacementId id : day.site.placements) {
    const model::System& system = model.SystemOf(model.at(id));
    if (!system.objective || !system.objective->rto) continue;
    goals.push_back({fmt::format("{} is in use again within {}", system.name, Hours(system.objective->rto->minutes())),
                     IdOf(day, "objective/" + system.name)});
  }
  goals.push_back({"Whoever was on site needed nobody who wrote the spec", ""});
  return goals;
}

Section Objectives(const Day& day) {
  Table table;
  table.columns = {{"No.", false}, {"Objective", false}, {"Request", false}, {"P", false},
                   {"S", false},   {"M", false},         {"U", false},       {"Remark", false}};
  table.record_head = 3;
  std::size_t number = 0;
  for (const Goal& goal : Goals(day)) {
    const std::string no = fmt::format("G{}", ++number), field = fmt::format("AAR_G{}", number);
    table.rows.push_back({no, goal.what, goal.ids, Tick(field + "_P", no + " performed without challenges"),
                          Tick(field + "_S", no + " performed with some challenges"),
                          Tick(field + "_M", no + " performed with major challenges"),
                          Tick(field + "_U", no + " unable to be performed"),
                          Blank(field + "_remark", no + " remark", 28)});
  }
  return {"2",
          "Objectives",
          {document::Paragraph{"P performed without challenges, S with some, M with major challenges, U unable to be "
                               "performed. One tick a row."},
           std::move(table)}};
}

Section Overview(const Day& day) {
  Table table;
  table.columns = {{"What", false}, {"Write down", false}};
  for (const auto& [what, field] :
       {std::pair("written by, on", "AAR_author"), std::pair("scenario", "AAR_scenario"),
        std::pair("scope: what was left out", "AAR_scope"), std::pair("began, ended", "AAR_times"),
        std::pair("result in one sentence", "AAR_result")})
    table.rows.push_back({what, Blank(field, what, 44)});
  Table people;
  people.caption = "Participants";
  people.columns = {{"Name", false}, {"Role", false}, {"On site", false}};
  for (unsigned i = 1; i <= kParticipants; ++i) {
    const std::string field = fmt::format("AAR_P{}", i), hint = fmt::format("participant {}", i);
    people.rows.push_back({Blank(field + "_name", hint + ", name", 28), Blank(field + "_role", hint + ", role", 20),
                           Tick(field + "_site", hint + ", on site")});
  }
  (void)day;
  return {"1", "Overview", {std::move(table), std::move(people)}};
}

Section Issues() {
  Table table;
  table.columns = {{"No.", false},   {"Time", false},   {"Request", false},       {"Expected", false},
                   {"Found", false}, {"Effect", false}, {"Fix on the day", false}};
  table.record_head = 1;
  for (unsigned i = 1; i <= kIssues; ++i) {
    const std::string no = fmt::format("I{}", i), field = fmt::format("AAR_I{}", i);
    const auto blank = [&](const char* part, const char* words, unsigned columns) {
      return Cell(Blank(field + "_" + part, fmt::format("issue {} {}", no, words), columns));
    };
    table.rows.push_back({no, blank("time", "time", 5), blank("request", "request number", 8),
                          blank("expected", "expected", 24), blank("found", "found", 24), blank("effect", "effect", 24),
                          blank("fix", "fix on the day", 24)});
  }
  return {"3",
          "Issues",
          {document::Paragraph{"A row for everything that wasn't as expected, also when it was repaired."},
           std::move(table)}};
}

struct Choice {
  const char* part;
  const char* title;
};

constexpr Choice kCauses[] = {{"asked", "Asked wrong"},
                              {"answered", "Answered wrong"},
                              {"built", "Built wrong"},
                              {"restored", "Restored wrong"},
                              {"assumed", "Assumption wrong"}};
constexpr Choice kNextYear[] = {
    {"newrow", "New row"}, {"changedrow", "Changed row"}, {"newcheck", "New check"}, {"none", "None"}};

Section Causes() {
  Table table;
  table.columns = {{"No.", false}};
  for (const Choice& cause : kCauses) table.columns.push_back({cause.title, false});
  for (const Choice& next : kNextYear) table.columns.push_back({next.title, false});
  table.columns.push_back({"Owner", false});
  table.columns.push_back({"Due", false});
  table.record_head = 1;
  for (unsigned i = 1; i <= kIssues; ++i) {
    const std::string no = fmt::format("I{}", i), field = fmt::format("AAR_I{}", i);
    document::Row row = {no};
    for (const Choice& cause : kCauses)
      row.emplace_back(Tick(field + "_" + cause.part, fmt::format("issue {}, cause: {}", no, cause.title)));
    for (const Choice& next : kNextYear)
      row.emplace_back(Tick(field + "_" + next.part, fmt::format("issue {}, next year: {}", no, next.title)));
    row.emplace_back(Blank(field + "_owner", "issue " + no + " owner", 10));
    row.emplace_back(Blank(field + "_due", "issue " + no + " due", 10));
    table.rows.push_back(std::move(row));
  }
  return {"4",
          "Causes, and next year",
          {document::Paragraph{
               "Asked wrong: the request didn't say it, or said something else. Answered wrong: the vendor confirmed "
               "what it didn't have. Built wrong: it was confirmed and not built. Restored wrong: the tapes or the "
               "changes on site. Assumption wrong: nobody knew. Then what next year's spec gets: a new row, a changed "
               "row, a new check, or nothing."},
           std::move(table)}};
}

}  // namespace

document::Document AfterAction(const Day& day) {
  document::Document document = Framed(day, "After-action report");
  document.sections = {Overview(day), Objectives(day), Issues(), Causes()};
  return document;
}

}  // namespace hotsite::backends::day
