#include <cstdlib>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Recovery;
using model::TestWindow;

/// A date this far from the test was left from another year's spec. From knowledge: plans begin months before a test,
/// not a year.
constexpr int kOtherYear = 330;  // days
/// A test that would last longer has a mistyped date. From knowledge: windows are of hours or days.
constexpr int kLongest = 31;  // days

int DaysBetween(Date from, Date to) { return to.day_number() - from.day_number(); }

/// From the begin of the first test to the end of the last, the days that lie between them and `date`.
int DaysFromTests(const Recovery& recovery, Date date) {
  const Date begin = recovery.test->from.date();
  const Date end = recovery.later_tests.empty() ? recovery.test->to.date() : recovery.later_tests.back().to.date();
  if (date < begin) return DaysBetween(date, begin);
  return date > end ? DaysBetween(end, date) : 0;
}

void CheckLength(const TestWindow& test, model::RuleReporter& report) {
  const int days = DaysBetween(test.from.date(), test.to.date());
  if (days <= kLongest) return;
  report.Warn(test.span, "the test would last {} days", days)
      .Here(fmt::format("from a {} to a {}", test.from.date().Weekday(), test.to.date().Weekday()))
      .Advise("correct the year or the month of one of the dates");
}

/// Whether a date is another year's; then nothing else is said of it.
bool CheckYear(const Recovery& recovery, LocalTime time, std::string_view what, Span span,
               model::RuleReporter& report) {
  const int days = DaysFromTests(recovery, time.date());
  if (days < kOtherYear) return false;
  report.Warn(span, "{} is {} days {} the test", what, days, time < recovery.test->from ? "before" : "after")
      .Here(time.date().ToString())
      .Mark(recovery.test->span, fmt::format("the test begins on {}", recovery.test->from.date().ToString()))
      .Note("it may be left from another year's spec; the request demands it as it stands")
      .Advise("correct the date, or take the line out");
  return true;
}

/// The slot in which our people look at what the vendor has built.
void CheckSlot(const Recovery& recovery, model::RuleReporter& report) {
  if (recovery.ready || recovery.vendor.empty()) return;
  auto& finding = report.Warn(recovery.test->span, "no time is left to check the configuration before the test begins");
  finding.Here(fmt::format("begins {}", recovery.test->from.ToString()))
      .Note("what is wrong with a partition can be changed only until a system runs in it");
  const std::string text = "ask the vendor to be ready earlier";
  if (Editable(recovery.written)) {
    finding.Offer(text, {InsertIntoBlock(report.sources(), recovery.written, "ready 4 h before test")});
  } else {
    finding.Advise(text + ": `ready 4 h before test`");
  }
}

/// The answers are what the configuration is made of.
void CheckAnswers(const Recovery& recovery, model::RuleReporter& report) {
  if (!recovery.answers_due) return;
  const LocalTime due = *recovery.answers_due;
  const LocalTime begin = recovery.test->from;
  if (CheckYear(recovery, due, "the date for the vendor's answers", recovery.answers_span, report)) return;
  if (due >= begin) {
    report.Error(recovery.answers_span, "the vendor's answers are due when the test has begun")
        .Here(due.ToString())
        .Mark(recovery.test->span, fmt::format("begins {}", begin.ToString()))
        .Note("what is generated for the test is made of the answers")
        .Advise("ask for them weeks before the test: `answers by …`");
    return;
  }
  if (!recovery.ready || due <= begin.MinusMinutes(recovery.ready->minutes())) return;
  const LocalTime ready = begin.MinusMinutes(recovery.ready->minutes());
  report.Warn(recovery.answers_span, "the vendor's answers are due when the configuration is to be complete already")
      .Here(due.ToString())
      .Mark(recovery.test->span,
            fmt::format("`ready {} before test` is {}", recovery.ready->ToString(), ready.ToString()))
      .Note("what is generated for the test is made of the answers")
      .Advise("ask for them weeks before the test: `answers by …`");
}

// A milestone after the test isn't judged: reports and the erasing of disks are due then.
void CheckMilestones(const Recovery& recovery, model::RuleReporter& report) {
  for (const model::Milestone& milestone : recovery.milestones) {
    if (!milestone.time.known()) continue;
    CheckYear(recovery, *milestone.time, fmt::format("milestone \"{}\"", milestone.what), milestone.span, report);
  }
}

// That a test ends before it begins, that windows overlap and dates that don't exist are told where they are read.
void Run(const model::Model& model, model::RuleReporter& report) {
  if (!model.recovery || !model.recovery->test) return;
  const Recovery& recovery = *model.recovery;
  CheckLength(*recovery.test, report);
  for (const TestWindow& test : recovery.later_tests) CheckLength(test, report);
  CheckSlot(recovery, report);
  CheckAnswers(recovery, report);
  CheckMilestones(recovery, report);
}

constexpr std::string_view kExplanation =
    R"(The dates of the plan can't work, or leave no time for what must happen between
them.

The commonest is that nothing is planned before the test. At eight on Monday
z/OS is loaded, at ten somebody looks at the z/VM and finds half of its memory.
The partition can't be changed any more, because z/OS is in use. Four hours
earlier it was a matter of minutes: look at each partition, each z/VM and each
connection on the HMC, compare it with the request, have it changed. `ready 4 h
before test` demands that the vendor is ready for that, and the request prints
the hour.

Also found:

- answers that are due when the test has begun (an error), or when the
  configuration is to be complete: it is made of the answers.
- a milestone, or the date for the answers, about a year away from the test:
  left from another year's spec.
- a test that would last more than a month: a mistyped date.

The check before the test is asked for when the spec has a `vendor`; a shop
that tests at a second site of its own arranges that without a contract.

To repair it, add `ready … before test`, or correct the date. Where the check
isn't possible, write down why: `accept HS2802 because "…"`.

Source: the 2007 and 2009 tests of the story ("check the configuration on
arrival"); how long plans and tests last is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  vendor "A Large DR Vendor"
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  contact coordinator "Pat" phone "+1 555 0100" may accept deviations, declare
  contact vendor ? may change partitions
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  vendor "A Large DR Vendor"
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  ready 4 h before test
  contact coordinator "Pat" phone "+1 555 0100" may accept deviations, declare
  contact vendor ? may change partitions
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kUselessWindow = {
    .title = "The dates leave no time to check the configuration, or contradict one another.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
