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

/// Subjects are those of the request's rows, where it has one.
Sheet Of(std::string key, std::string subject, Span span) {
  Sheet sheet;
  sheet.key = std::move(key);
  sheet.subject = std::move(subject);
  sheet.span = span;
  return sheet;
}

/// Always there, so that what it says is told even if the other spec has no recovery.
void AddParties(const model::Model& model, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("parties", "the recovery", {}));
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
Sheet DemandSheet(std::string subject) {
  Sheet sheet = Of("demand/" + subject, subject, {});
  sheet.recovery = true;
  return sheet;
}

void AddDemands(const model::Model& model, std::vector<Sheet>& sheets) {
  Sheet answers = DemandSheet("answers"), ready = DemandSheet("configuration"), remote = DemandSheet("remote 3270");
  if (model.recovery) {
    const Recovery& recovery = *model.recovery;
    const auto add = [&](Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text,
                         Span span) {
      AddCapacity(sheet, code, attribute, amount, std::move(text), span, model::Comparator::kAtLeast);
    };
    if (recovery.answers_due)
      AddWord(answers, codes::kAnswersDue, "due", recovery.answers_due->ToString(), recovery.answers_span);
    if (const auto& time = recovery.ready)
      add(ready, codes::kReady, "ready before the test", time->minutes(), time->ToString(), recovery.written.name);
    if (const auto& to = recovery.remote) {
      add(remote, codes::kRemoteAccess, "sessions", to->sessions, fmt::to_string(to->sessions), to->span);
      if (to->lead)
        add(remote, codes::kRemoteAccess, "open before the test", to->lead->minutes(), to->lead->ToString(), to->span);
    }
  }
  for (Sheet* sheet : {&answers, &ready, &remote}) sheets.push_back(std::move(*sheet));
}

void AddTest(const model::TestWindow& test, std::size_t number, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of(fmt::format("test/{}", number), "test period", test.span));
  if (number > 1) sheet.part = fmt::format("test {}", number);
  sheet.is_new = sheet.is_gone = codes::kTestWindow;
  sheet.description = fmt::format("from {} to {}", test.from.ToString(), test.to.ToString());
  AddWord(sheet, codes::kTestWindow, "begin", test.from.ToString(), test.span);
  AddWord(sheet, codes::kTestWindow, "end", test.to.ToString(), test.span);
  AddWord(sheet, codes::kTestWindow, "time zone", test.zone, test.span);
  AddWord(sheet, codes::kTestWindow, "purpose", test.what, test.span);
}

void AddMilestone(const model::Milestone& milestone, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("milestone/" + milestone.what, "milestone", milestone.span));
  sheet.part = milestone.what;
  sheet.is_new = sheet.is_gone = codes::kMilestone;
  sheet.description = milestone.time.known() ? milestone.time->ToString() : std::string(kLeftToVendor);
  AddStated(sheet, codes::kMilestone, "time", milestone.time, [](LocalTime time) { return time.ToString(); });
  AddWord(sheet, codes::kMilestone, "reached by", milestone.by_vendor ? "the vendor" : "the customer", milestone.span);
  AddReasons(sheet, {milestone.reason, milestone.time.reason()}, milestone.span);
}

void AddContact(const model::Contact& contact, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back(Of("contact/" + contact.role, "contact", contact.span));
  sheet.part = contact.role;
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
