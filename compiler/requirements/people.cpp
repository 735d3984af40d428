// CON, SCH, CTC: consoles, schedule and people, of the recovery as a whole.
#include <fmt/format.h>

#include "compiler/requirements/sentences_agreements.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kSessionReason[] =
    "The staff work from elsewhere; without a console nobody sees which system they are on.";
constexpr char kAskSessionReason[] = "The workstations have to be set up and tried before the test.";
constexpr char kBeginReason[] = "The people, the tapes and the plan are arranged for this hour.";
constexpr char kEndReason[] = "The plan fills the whole period.";
constexpr char kReadyReason[] =
    "Placement can not be repaired once a system is in use, so it is checked before the test begins.";
constexpr char kAnswersReason[] = "The configuration for the test is made of the answers.";
constexpr char kMilestoneReason[] = "The steps behind it wait for it.";
constexpr char kObjectiveReason[] = "The test shows whether they can be met.";
constexpr char kAskContactReason[] =
    "The name on the contract is seldom the person who can change a definition on the day.";
constexpr char kContactReason[] = "For questions about this request, and on the day of the test.";

void AddRemote(Collector& out, const model::RemoteAccess& remote) {
  out.Demand(Category::kConsoles, "consoles/sessions")
      .About("remote 3270", "remote 3270 sessions")
      .Says(SaySessions(remote.sessions, remote.lead ? SayDuration(*remote.lead) : std::string()))
      .Because("", kSessionReason)
      .Wants(ValueType::kCount, std::to_string(remote.sessions), model::Comparator::kAtLeast)
      .At(remote.span);
  out.Question(Category::kConsoles, "consoles/access")
      .About("remote 3270", "address of the sessions")
      .Says(AskSessions())
      .Because("", kAskSessionReason)
      .Wants(ValueType::kText, "")
      .At(remote.span);
}

void AddSchedule(Collector& out, const model::Recovery& recovery) {
  if (recovery.test) {
    const model::TestWindow& test = *recovery.test;
    out.Demand(Category::kSchedule, "schedule/begin")
        .About("test period", "begin")
        .Says(SayTestBegin(SayTime(test.from, test.zone)))
        .Because("", kBeginReason)
        .Wants(ValueType::kTime, test.from.ToString())
        .At(test.span);
    out.Demand(Category::kSchedule, "schedule/end")
        .About("test period", "end")
        .Says(SayTestEnd(SayTime(test.to, test.zone)))
        .Because("", kEndReason)
        .Wants(ValueType::kTime, test.to.ToString(), model::Comparator::kAtLeast)
        .At(test.span);
  }
  if (!recovery.ready) return;
  std::string time, value = recovery.ready->ToString();
  if (recovery.test) {
    const LocalTime due = recovery.test->from.MinusMinutes(recovery.ready->minutes());
    time = SayTime(due, recovery.test->zone);
    value = due.ToString();
  }
  out.Demand(Category::kSchedule, "schedule/ready")
      .About("configuration", "ready")
      .Says(SayReady(SayDuration(*recovery.ready), time))
      .Because("", kReadyReason)
      .Wants(ValueType::kTime, value, model::Comparator::kAtMost)
      .At(recovery.test ? recovery.test->span : recovery.written.name);
}

void AddDates(Collector& out, const model::Recovery& recovery) {
  const std::string zone = recovery.test ? recovery.test->zone : "";
  if (recovery.answers_due) {
    out.Demand(Category::kSchedule, "schedule/answers")
        .About("answers", "due")
        .Says(SayAnswersDue(SayTime(*recovery.answers_due, zone)))
        .Because("", kAnswersReason)
        .Wants(ValueType::kTime, recovery.answers_due->ToString(), model::Comparator::kAtMost)
        .At(recovery.answers_span);
  }
  for (const model::Milestone& milestone : recovery.milestones) {
    AskIfOpen(out, Category::kSchedule, milestone.time);
    if (!milestone.time.known()) continue;
    const std::string what = PlainText(milestone.what);
    const std::string time = SayTime(*milestone.time, zone);
    const std::string key = "milestone/" + what;
    Row row = milestone.by_vendor ? out.Demand(Category::kSchedule, key) : out.Information(Category::kSchedule, key);
    row.About("milestone", what)
        .Says(milestone.by_vendor ? SayMilestone(what, time) : TellMilestone(what, time))
        .Because(milestone.reason, kMilestoneReason)
        .Wants(ValueType::kTime, milestone.time->ToString(), model::Comparator::kAtMost)
        .At(milestone.span);
  }
}

void AddFurtherTests(Collector& out, const model::Recovery& recovery) {
  for (std::size_t i = 0; i < recovery.later_tests.size(); ++i) {
    const model::TestWindow& test = recovery.later_tests[i];
    out.Demand(Category::kSchedule, fmt::format("schedule/test/{}", i + 2))
        .About("further test period", test.what.empty() ? "begin and end" : PlainText(test.what))
        .Says(SayFurtherTest(PlainText(test.what), SayTime(test.from, test.zone), SayTime(test.to, test.zone)))
        .Because("", kBeginReason)
        .Wants(ValueType::kTime, test.from.ToString())
        .At(test.span);
  }
}

void AddObjectives(Collector& out) {
  for (const model::System& system : out.model().systems) {
    if (!system.objective) continue;
    const model::Objective& objective = *system.objective;
    const std::string name = out.NameOf(out.model().IdOf(system));
    out.Information(Category::kSchedule, "objective/" + name)
        .About(name, "recovery objectives")
        .Says(TellObjective(name, objective.rto ? SayDuration(*objective.rto) : "",
                            objective.rpo ? SayDuration(*objective.rpo) : ""))
        .Because(objective.reason, kObjectiveReason)
        .At(objective.span);
  }
}

void AddContact(Collector& out, const model::Contact& contact) {
  if (contact.hole.valid() && !out.Asked(contact.hole)) {
    out.Question(Category::kContacts, contact.hole)
        .About(contact.role, "name and telephone number")
        .Says(AskContact(contact.role, contact.may))
        .Because(out.model().at(contact.hole).reason, kAskContactReason)
        .Wants(ValueType::kText, "");
  }
  if (!contact.who.known()) return;
  out.Information(Category::kContacts, "contact/" + contact.role)
      .About(contact.role, "contact")
      .Says(TellContact(contact.role, PlainText(*contact.who), PlainText(contact.phone), contact.may))
      .Because(contact.who.reason(), kContactReason)
      .At(contact.span);
}

}  // namespace

void AddRecovery(Collector& out) {
  const model::Recovery& recovery = *out.model().recovery;
  if (recovery.remote) AddRemote(out, *recovery.remote);
  AddSchedule(out, recovery);
  AddFurtherTests(out, recovery);
  AddDates(out, recovery);
  AddObjectives(out);
  for (const model::Contact& contact : recovery.contacts) AddContact(out, contact);
}

}  // namespace hotsite::requirements
