// The recovery's agreement: whose shop it is, the vendor, days and people. Questions (Hole) are told where their `?`
// stands, findings that are accepted (AcceptedFinding) by `check`.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {
namespace {

using model::Recovery;

/// How the agreement is called where a change isn't about a system.
constexpr const char* kSubject = "the recovery";

Sheet Of(std::string key, Span span) {
  Sheet sheet;
  sheet.key = std::move(key);
  sheet.subject = kSubject;
  sheet.span = span;
  return sheet;
}

/// Always there, so that what it says is told even if the other spec has no recovery.
void AddParties(const model::Model& model, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("parties", {}));
  AddWord(sheet, codes::kCustomer, "customer", model.customer, {});
  AddEditorial(sheet, codes::kWords, "title", model.title_doc, {});
  if (!model.recovery) return;
  const Recovery& recovery = *model.recovery;
  AddWord(sheet, codes::kRecoveryName, "name", recovery.name, recovery.written.name);
  AddWord(sheet, codes::kVendor, "vendor", recovery.vendor, recovery.written.name);
  AddWord(sheet, codes::kVendor, "contract", recovery.contract, recovery.written.name);
  AddWord(sheet, codes::kPaper, "paper", ToString(recovery.paper), recovery.written.name);
}

/// What the vendor is held to: more of it is tighter. Always there, too.
void AddDemands(const model::Model& model, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("demands", {}));
  sheet.recovery = true;
  if (!model.recovery) return;
  const Recovery& recovery = *model.recovery;
  if (recovery.answers_due)
    AddWord(sheet, codes::kAnswersDue, "answers due", recovery.answers_due->ToString(), recovery.answers_span);
  if (recovery.ready)
    AddCapacity(sheet, codes::kReady, "ready before the test", recovery.ready->minutes(), recovery.ready->ToString(),
                recovery.written.name, model::Comparator::kAtLeast);
  if (!recovery.remote) return;
  AddCapacity(sheet, codes::kRemoteAccess, "3270 sessions", recovery.remote->sessions,
              fmt::to_string(recovery.remote->sessions), recovery.remote->span, model::Comparator::kAtLeast);
  if (recovery.remote->lead)
    AddCapacity(sheet, codes::kRemoteAccess, "3270 sessions before the test", recovery.remote->lead->minutes(),
                recovery.remote->lead->ToString(), recovery.remote->span, model::Comparator::kAtLeast);
}

void AddTest(const model::TestWindow& test, std::size_t number, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of(fmt::format("test/{}", number), test.span));
  sheet.part = number == 1 ? "test" : fmt::format("test {}", number);
  sheet.is_new = sheet.is_gone = codes::kTestWindow;
  sheet.description = fmt::format("from {} to {}", test.from.ToString(), test.to.ToString());
  AddWord(sheet, codes::kTestWindow, "begin", test.from.ToString(), test.span);
  AddWord(sheet, codes::kTestWindow, "end", test.to.ToString(), test.span);
  AddWord(sheet, codes::kTestWindow, "time zone", test.zone, test.span);
  AddWord(sheet, codes::kTestWindow, "purpose", test.what, test.span);
}

void AddMilestone(const model::Milestone& milestone, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("milestone/" + milestone.what, milestone.span));
  sheet.part = fmt::format("milestone \"{}\"", milestone.what);
  sheet.is_new = sheet.is_gone = codes::kMilestone;
  sheet.description = milestone.time.known() ? milestone.time->ToString() : std::string(kLeftToVendor);
  AddStated(sheet, codes::kMilestone, "time", milestone.time, [](LocalTime time) { return time.ToString(); });
  AddWord(sheet, codes::kMilestone, "reached by", milestone.by_vendor ? "the vendor" : "the customer", milestone.span);
  AddReasons(sheet, {milestone.reason, milestone.time.reason()}, milestone.span);
}

void AddContact(const model::Contact& contact, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("contact/" + contact.role, contact.span));
  sheet.part = "contact " + contact.role;
  sheet.is_new = sheet.is_gone = codes::kContacts;
  sheet.description = contact.who.known() ? *contact.who : std::string(kLeftToVendor);
  AddStated(sheet, codes::kContacts, "name", contact.who, [](const std::string& who) { return who; });
  AddWord(sheet, codes::kContacts, "telephone", contact.phone, contact.span);
  AddNames(sheet, codes::kContacts, "may", Joined(contact.may), contact.span);
  AddReasons(sheet, {contact.who.reason()}, contact.span);
}

}  // namespace

void AddAgreement(const View& view, std::vector<Sheet>& sheets) {
  AddParties(view.model(), sheets);
  AddDemands(view.model(), sheets);
  if (!view.model().recovery) return;
  const Recovery& recovery = *view.model().recovery;
  std::size_t number = 0;
  if (recovery.test) AddTest(*recovery.test, ++number, sheets);
  for (const model::TestWindow& test : recovery.later_tests) AddTest(test, ++number, sheets);
  for (const model::Milestone& milestone : recovery.milestones) AddMilestone(milestone, sheets);
  for (const model::Contact& contact : recovery.contacts) AddContact(contact, sheets);
}

}  // namespace hotsite::diff
