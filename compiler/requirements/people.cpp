// CON, SCH, CTC: consoles, schedule and people, of the recovery as a whole.
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
  for (const model::Contact& contact : recovery.contacts) AddContact(out, contact);
}

}  // namespace hotsite::requirements
