// The timeline: what has to be reached when, with room for what really happened. Local times of the test's zone.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "backends/day/parts.h"
#include "backends/day/restore.h"
#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Section;
using document::Table;

/// A milestone; without a time it stands where the order of things puts it.
struct Event {
  std::optional<LocalTime> at;
  std::string what;
  std::string owner;
  std::string open = {};  // the token of the question that would tell the time
};

LocalTime Later(LocalTime time, std::int64_t minutes) { return time.MinusMinutes(-minutes); }

void AddBefore(const Day& day, std::vector<Event>& events) {
  const model::Recovery& recovery = day.recovery();
  if (recovery.answers_due) events.push_back({recovery.answers_due, "the vendor's answers are there", "vendor"});
  for (const model::Milestone& milestone : recovery.milestones) {
    Event event{std::nullopt, Free(milestone.what), milestone.by_vendor ? "vendor" : "customer"};
    if (milestone.time.known()) event.at = *milestone.time;
    if (milestone.time.open()) event.open = OpenToken(day.requirements(), milestone.time.hole());
    events.push_back(std::move(event));
  }
  if (!recovery.test) return;
  const LocalTime begin = recovery.test->from;
  if (recovery.ready)
    events.push_back(
        {begin.MinusMinutes(recovery.ready->minutes()), "configuration ready: the arrival checklist begins", "vendor"});
  if (recovery.remote && recovery.remote->lead)
    events.push_back({begin.MinusMinutes(recovery.remote->lead->minutes()), "remote 3270 sessions are open", "vendor"});
}

/// The milestones that every test has, in their order; nobody can say their times but those who plan the day.
void AddTemplate(const Day& day, std::vector<Event>& events) {
  const model::Model& model = day.model();
  bool linux_guests = false, zos = false, tests = false;
  for (const model::Placement* placement : day.InPartitions()) {
    const model::System& system = model.SystemOf(*placement);
    if (system.is_coupling()) continue;
    events.push_back({std::nullopt,
                      fmt::format("{} is up{}", system.name,
                                  system.is_zvm() && !system.vendors ? " with the addresses of this site" : ""),
                      system.vendors ? "vendor" : "customer"});
  }
  for (const model::PlacementId id : day.site.placements) {
    const model::System& system = model.SystemOf(model.at(id));
    zos = zos || system.is_zos();
    linux_guests = linux_guests || (system.is_linux() && model.at(id).host.valid());
    tests = tests || system.tier == model::Tier::kTest || system.tier == model::Tier::kDevelopment;
  }
  if (linux_guests && zos) events.push_back({std::nullopt, "the first production Linux talks to z/OS", "customer"});
  if (zos) events.push_back({std::nullopt, "hold point H1: z/OS is released to users", "customer"});
  if (linux_guests) events.push_back({std::nullopt, "all production guests are up", "customer"});
  if (linux_guests && tests) events.push_back({std::nullopt, "all guests are up", "customer"});
}

void AddTest(const Day& day, std::vector<Event>& events) {
  const model::Recovery& recovery = day.recovery();
  events.push_back({std::nullopt, "tapes on site, counted", "customer"});
  if (recovery.test) events.push_back({recovery.test->from, "the test begins; restores start", "customer"});
  AddTemplate(day, events);
  if (!recovery.test) return;
  const LocalTime begin = recovery.test->from;
  const RestoreEstimate estimate = EstimateOf(day);
  if (estimate.minutes)
    events.push_back({Later(begin, *estimate.minutes),
                      fmt::format("all volumes are read back, at the earliest ({})", Hours(*estimate.minutes)),
                      "customer"});
  for (const model::PlacementId id : day.site.placements) {
    const model::System& system = day.model().SystemOf(day.model().at(id));
    if (!system.objective || !system.objective->rto) continue;
    const std::int64_t rto = system.objective->rto->minutes();
    std::string what = fmt::format("{} is in use again: objective {}", system.name, Hours(rto));
    if (estimate.minutes && *estimate.minutes <= rto)
      what += fmt::format("; {} of it are left behind the restore", Hours(rto - *estimate.minutes));
    events.push_back({Later(begin, rto), std::move(what), "customer"});
  }
  for (const model::TestWindow& test : recovery.later_tests) {
    const std::string what = test.what.empty() ? "further test" : Free(test.what);
    events.push_back({test.from, what + " begins", "customer"});
    events.push_back({test.to, what + " ends", "customer"});
  }
  events.push_back({recovery.test->to, "the test ends; changed back, data erased", "both"});
}

/// Timed events in order of time; those without one stand around the begin of the test, in the order of things.
std::vector<Event> InOrder(std::vector<Event> events, const std::optional<model::TestWindow>& test) {
  std::vector<std::pair<LocalTime, Event>> keyed;
  for (Event& event : events) {
    const LocalTime begin = test ? test->from : LocalTime();
    const LocalTime key = event.at ? *event.at : begin;
    keyed.emplace_back(key, std::move(event));
  }
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Event> sorted;
  for (auto& [key, event] : keyed) sorted.push_back(std::move(event));
  return sorted;
}

/// `T-4 h`, `T+0`, `T+3 h 20 min`.
std::string FromBegin(LocalTime at, LocalTime begin) {
  const std::int64_t minutes = begin.MinutesUntil(at);
  if (minutes == 0) return "T+0";
  return minutes < 0 ? "T-" + Hours(-minutes) : "T+" + Hours(minutes);
}

document::Cell TimeCell(const Event& event, const std::string& field, const std::string& no) {
  if (event.at)
    return fmt::format("{} {} {}", event.at->date().ToString(), event.at->date().Weekday().substr(0, 3),
                       ClockOf(*event.at));
  document::Cell cell(event.open);
  cell.fields.push_back(Blank(field + "_planned", no + " planned", 10));
  return cell;
}

}  // namespace

document::Document Timeline(const Day& day) {
  std::vector<Event> events;
  AddBefore(day, events);
  AddTest(day, events);
  const auto& test = day.recovery().test;
  Table table;
  table.columns = {{"No.", false},   {"From T", false}, {"Planned", false},    {"Milestone", false},
                   {"Owner", false}, {"Actual", false}, {"Difference", false}, {"Blocked by", false}};
  table.record_head = 4;
  std::size_t number = 0;
  for (const Event& event : InOrder(std::move(events), test)) {
    const std::string no = fmt::format("T{}", ++number), field = fmt::format("TML_T{}", number);
    table.rows.push_back({no, event.at && test ? FromBegin(*event.at, test->from) : "", TimeCell(event, field, no),
                          event.what, event.owner, Blank(field + "_actual", no + " actual", 5),
                          Blank(field + "_difference", no + " difference", 5),
                          Blank(field + "_blocked", no + " blocked by", 10)});
  }
  document::Document document = Framed(day, "Timeline");
  Section section{"1", "Timeline", {}};
  section.blocks.push_back(document::Paragraph{fmt::format(
      "All times are {}. T is the begin of the test; in a disaster it is the declaration, and the objectives count "
      "from there. A milestone without a time is planned by those who run the day.",
      ZoneOf(day))});
  section.blocks.push_back(std::move(table));
  document.sections.push_back(std::move(section));
  return document;
}

}  // namespace hotsite::backends::day
