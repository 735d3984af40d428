// The contract side: vendor, test window, people, accepted findings.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/rules/rules.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::check {
namespace {

void ReadTest(BuildContext& context, const Entry& entry, model::Recovery& recovery) {
  model::TestWindow test;
  test.what = entry.Text("what");
  test.from = entry.Get("from")->As<LocalTime>();
  test.to = entry.Get("to")->As<LocalTime>();
  test.zone = entry.Text("zone");
  test.span = entry.whole;
  if (test.to <= test.from) {
    context.reporter.Error(codes::kOutOfRange, entry.SpanOf("to"), "the test ends before it begins")
        .Here("the end")
        .Mark(entry.SpanOf("from"), "the begin")
        .Advise("write the earlier time first, behind `from`");
  }
  recovery.later_tests.push_back(std::move(test));
}

// The one that begins first is the test; none may begin before the one before it has ended.
void SortTests(BuildContext& context, model::Recovery& recovery) {
  std::vector<model::TestWindow>& tests = recovery.later_tests;
  std::stable_sort(tests.begin(), tests.end(),
                   [](const model::TestWindow& a, const model::TestWindow& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < tests.size(); ++i) {
    if (tests[i].from >= tests[i - 1].to) continue;
    context.reporter.Error(codes::kOutOfRange, tests[i].span, "two test windows overlap")
        .Here("begins before the other has ended")
        .Mark(tests[i - 1].span, "the other")
        .Advise("write them as one window, or correct the times");
  }
  if (tests.empty()) return;
  recovery.test = tests.front();
  tests.erase(tests.begin());
}

void ReadMilestone(BuildContext& context, const Entry& entry, model::Recovery& recovery) {
  model::Milestone milestone;
  milestone.what = entry.Text("what");
  milestone.time = StatedOf<LocalTime>(
      context, entry, "time", {"milestone", milestone.what, "time", "the milestone \"" + milestone.what + "\""});
  milestone.by_vendor = entry.Text("who") == "vendor";
  milestone.span = entry.whole;
  milestone.reason = entry.why();
  recovery.milestones.push_back(std::move(milestone));
}

void ReadContact(BuildContext& context, const Entry& entry, model::Recovery& recovery) {
  model::Contact contact;
  contact.role = entry.Text("role");
  contact.phone = entry.Text("phone");
  contact.span = entry.whole;
  for (const Value* may : entry.All("may")) contact.may.push_back(may->As<std::string>());
  Ask ask{"contact", contact.role, "name and telephone number", contact.role};
  for (const std::string& may : contact.may) ask.subject += "/" + may;
  const Value who = ValuesOf(context, entry, "who", ask).front();
  if (who.hole) {
    contact.hole = AddHole(context, entry, who, ask);
    context.model.holes[contact.hole.index].kind = model::Hole::Kind::kContact;
    contact.who = model::Stated<std::string>::Open(contact.hole, who.span);
  } else {
    contact.who = model::Stated(who.As<std::string>(), who.span);
  }
  recovery.contacts.push_back(std::move(contact));
}

void ReadRemote(const Entry& entry, model::Recovery& recovery) {
  model::RemoteAccess remote;
  remote.sessions = entry.Get("sessions")->As<std::int64_t>();
  if (const Value* lead = entry.Get("lead")) remote.lead = lead->As<Duration>();
  remote.span = entry.whole;
  recovery.remote = remote;
}

/// HS2701: what keeps a name from breaking out of a generated file isn't a matter of judgement.
constexpr std::uint16_t kUnusableName = 2701;
/// HS2901: a `require` isn't kept.
constexpr std::uint16_t kOwnRequirement = 2901;

// `hs2001`, or a rule by the name that `hotsite explain` shows: the code is meant.
bool NameOfRule(BuildContext& context, std::string_view text, Span span) {
  for (const rules::RuleInfo& info : rules::AllRules()) {
    const std::string code = info.code.ToString();
    if (ToUpper(text) != code && text != info.name) continue;
    context.reporter.Error(codes::kUnknownName, span, "`{}` isn't how a rule is named here", text)
        .Here(fmt::format("did you mean `{}`?", code))
        .Fix(fmt::format("write `{}`", code), {{span, code}});
    return true;
  }
  return false;
}

// The code of a rule, or the name of a `require`.
bool ReadCode(BuildContext& context, const Entry& entry, model::Acceptance& acceptance) {
  const std::string code(entry.Text("code"));
  if (code.starts_with("HS") && code.size() == 6 &&
      std::from_chars(code.data() + 2, code.data() + code.size(), acceptance.code).ec == std::errc()) {
    return true;
  }
  acceptance.code = kOwnRequirement;
  acceptance.constraint = code;
  if (context.constraints.contains(code)) return true;
  if (context.spec.poisoned.contains(code)) return false;
  if (NameOfRule(context, code, entry.SpanOf("code"))) return false;
  std::vector<std::string_view> known;
  for (const auto& [name, place] : context.constraints) known.push_back(name);
  std::sort(known.begin(), known.end());
  const auto near = context.reporter.MayCompare(known.size()) ? NearestOnes(code, known) : std::vector<std::string>();
  auto& found = context.reporter.Error(codes::kUnknownName, entry.SpanOf("code"),
                                       "`{}` is neither the code of a rule nor the name of a `require`", code);
  if (near.empty()) {
    found.Here("expected a code such as `HS2001`, or the name of a `require`");
  } else {
    DidYouMean(near, code, entry.SpanOf("code"), found);
  }
  return false;
}

void ReadAccept(BuildContext& context, const Entry& entry) {
  model::Acceptance acceptance;
  if (!ReadCode(context, entry, acceptance)) return;
  acceptance.subject = entry.Text("subject");
  acceptance.reason = entry.reason;
  acceptance.span = entry.whole;
  if (const Value* until = entry.Get("until")) acceptance.until = until->As<Date>();
  if (entry.reason.empty()) {
    context.reporter.Error(codes::kMissingReason, entry.whole, "a finding is accepted without a reason")
        .Here("expected `because \"…\"`")
        .Note("next year nobody remembers why; the reason stands in the request, beside what was found");
    return;
  }
  if (acceptance.code == kUnusableName) {
    context.reporter.Error(codes::kOutOfRange, entry.SpanOf("code"), "`{}` can't be accepted", entry.Text("code"))
        .Here("about names that a file can't hold")
        .Note("every generated file is written on the strength of this rule: a name that passes needs no quoting")
        .Advise("change the name");
    return;
  }
  context.model.acceptances.push_back(std::move(acceptance));
}

model::Recovery ReadRecovery(BuildContext& context, const Entry& entry) {
  model::Recovery recovery;
  recovery.name = entry.Text("name");
  recovery.written = WrittenOf(entry);
  for (const Entry& child : entry.children) {
    const std::string_view word = child.keyword();
    if (word == "vendor") {
      recovery.vendor = child.Text("name");
      recovery.contract = child.Text("contract");
    } else if (word == "test") {
      ReadTest(context, child, recovery);
    } else if (word == "ready") {
      recovery.ready = child.Get("lead")->As<Duration>();
    } else if (word == "answers") {
      recovery.answers_due = child.Get("due")->As<LocalTime>();
      recovery.answers_span = child.whole;
    } else if (word == "paper") {
      recovery.paper =
          child.Text("size") == model::ToString(model::Paper::kA4) ? model::Paper::kA4 : model::Paper::kLetter;
    } else if (word == "milestone") {
      ReadMilestone(context, child, recovery);
    } else if (word == "contact") {
      ReadContact(context, child, recovery);
    } else if (word == "remote") {
      ReadRemote(child, recovery);
    } else if (word == "accept") {
      ReadAccept(context, child);
    } else if (word == "site") {
      ForEach(child, "accept", [&](const Entry& accept) { ReadAccept(context, accept); });
    }
  }
  SortTests(context, recovery);
  return recovery;
}

}  // namespace

void BuildRecovery(BuildContext& context) {
  const Entry* first = nullptr;
  ForEachTop(context, "recovery", [&](const Entry& entry) {
    if (first == nullptr) {
      first = &entry;
      context.model.recovery = ReadRecovery(context, entry);
      Require(context, entry, "site", "a recovery says where everything shall run");
      return;
    }
    context.reporter
        .Error(codes::kRepeatedStatement, entry.SpanOf("name"), "a spec has one recovery, and this is a second")
        .Here("this one")
        .Mark(first->SpanOf("name"), "the first is here")
        .Advise("write each year's recovery in a file of its own that uses the file with the systems");
  });
  ForEachTop(context, "accept", [&](const Entry& entry) { ReadAccept(context, entry); });
  ForEachTop(context, "site", [&](const Entry& site) {
    ForEach(site, "accept", [&](const Entry& accept) { ReadAccept(context, accept); });
  });
}

}  // namespace hotsite::check
