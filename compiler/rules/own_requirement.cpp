// The constraints that a spec makes itself (`require`), judged for every thing of their kind at the sites they speak
// of.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compiler/rules/condition_value.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Constraint;
using model::Model;
using model::Thing;

/// Parts of conditions and things that are looked at in all, some seconds' worth. Judging is linear in the spec for
/// each `require`, but a generated spec could have as many of them as guests.
constexpr std::uint64_t kMostSteps = 30'000'000;
constexpr std::size_t kMostMarks = 6;
constexpr std::size_t kMostGroups = 5;       // of equal values
constexpr std::size_t kMostTitles = 6;       // of one group
constexpr std::size_t kMostText = 60;        // of a condition, in a note
constexpr std::size_t kMostExplained = 500;  // of the things that fail; the others are counted

/// One thing for which the constraint doesn't hold, or can't be judged, at one site.
struct Case {
  Thing thing;
  model::SiteId site;
  Truth truth = Truth::kFalse;
};

/// A case with the values that made it one.
struct Explained {
  const Case* one;
  std::vector<Shown> shown;
  std::string values;  // the same as text
};

struct Verdict {
  std::vector<Case> failing;
  std::vector<Case> unknown;
};

bool IsJudgedAt(const Model& model, const Constraint& constraint, const model::Site& site) {
  if (constraint.site.valid() && model.IdOf(site) != constraint.site) return false;
  return site.recovery ? constraint.recovery : constraint.home;
}

class Judge {
 public:
  explicit Judge(const Model& model) : model_(model) {}

  Verdict Of(const Constraint& constraint) {
    Verdict verdict;
    for (const model::Site& site : model_.sites) {
      if (!IsJudgedAt(model_, constraint, site)) continue;
      for (const Thing& thing : model::InfoOf(constraint.kind).all(model_, model_.IdOf(site))) {
        if (++steps_ > kMostSteps) return verdict;
        Add(constraint, thing, model_.IdOf(site), verdict);
      }
    }
    return verdict;
  }

  bool exhausted() const { return steps_ > kMostSteps; }

 private:
  void Add(const Constraint& constraint, Thing thing, model::SiteId site, Verdict& verdict) {
    if (constraint.where && Value(*constraint.where).Of(thing) != Truth::kTrue) return;
    Truth truth = Truth::kTrue;
    for (const model::Condition& that : constraint.that) truth = std::min(truth, Value(that).Of(thing));
    if (truth == Truth::kFalse) verdict.failing.push_back({thing, site, truth});
    if (truth == Truth::kUnknown) verdict.unknown.push_back({thing, site, truth});
  }

  ConditionValue Value(const model::Condition& condition) { return {model_, condition, steps_}; }

  const Model& model_;
  std::uint64_t steps_ = 0;
};

/// A part of a condition as it is written, on one line.
std::string Written(const SourceMap& sources, Span span) {
  const std::vector<std::string> words = WrapWords(sources.Text(span), kMostText);
  if (words.empty()) return {};
  return words.size() == 1 ? words.front() : words.front() + " …";
}

/// "`count of nic` is 1 and `memory` is 2 GiB (`A` 1 GiB, `B` 1 GiB)".
std::string TextOf(const SourceMap& sources, const std::vector<Shown>& all) {
  std::vector<std::string> words;
  for (const Shown& shown : all) {
    words.push_back(fmt::format("`{}` {}{}", Written(sources, shown.span), shown.says,
                                shown.more.empty() ? "" : fmt::format(" ({})", shown.more)));
  }
  return words.empty() ? "no part of it has a value of its own" : JoinWords(words);
}

/// The first cases, each with what its failing conditions show.
std::vector<Explained> Explain(const Model& model, const Constraint& constraint, const std::vector<Case>& cases,
                               const SourceMap& sources) {
  std::vector<Explained> all;
  std::uint64_t steps = 0;
  for (const Case& one : cases) {
    if (all.size() == kMostExplained) break;
    Explained explained{&one, {}, {}};
    for (const model::Condition& that : constraint.that) {
      ConditionValue value(model, that, steps);
      if (value.Of(one.thing) != one.truth) continue;
      const std::vector<Shown> shown = value.Explain(one.thing, one.truth);
      explained.shown.insert(explained.shown.end(), shown.begin(), shown.end());
    }
    explained.values = TextOf(sources, explained.shown);
    all.push_back(std::move(explained));
  }
  return all;
}

std::string SiteNames(const Model& model, const std::vector<model::SiteId>& sites) {
  std::vector<std::string> names;
  for (const model::SiteId site : sites) names.push_back(fmt::format("`{}`", model.at(site).name));
  return JoinWords(names);
}

std::string Titles(std::vector<std::string> titles) {
  const std::size_t all = titles.size();
  if (all > kMostTitles) {
    titles.resize(kMostTitles);
    titles.push_back(fmt::format("{} more", all - kMostTitles));
  }
  return JoinWords(titles);
}

/// Lines "VALUES: THINGS at SITES": things with equal values at the same sites share one.
void TellValues(const Model& model, const std::vector<Explained>& cases, Diagnostic& finding) {
  using Key = std::pair<std::string, std::string>;  // values, thing
  Gathered<Key, const Explained*> things;
  for (const Explained& one : cases) things.Add({one.values, model::TitleOf(model, one.one->thing)}, &one);
  Gathered<Key, std::string> groups;  // values, sites: things
  std::vector<Key> keys;
  std::set<Key> seen;
  for (const auto& group : things.groups()) {
    std::vector<model::SiteId> sites;
    for (const Explained* one : group) {
      if (sites.empty() || sites.back() != one->one->site) sites.push_back(one->one->site);
    }
    Key key{group.front()->values, SiteNames(model, sites)};
    groups.Add(key, model::TitleOf(model, group.front()->one->thing));
    if (seen.insert(key).second) keys.push_back(std::move(key));
  }
  for (std::size_t i = 0; i < keys.size() && i < kMostGroups; ++i) {
    finding.Note(fmt::format("{}: {} at {}", keys[i].first, Titles(groups.groups()[i]), keys[i].second));
  }
  if (keys.size() > kMostGroups)
    finding.Note(fmt::format("and so on, with {} other values", keys.size() - kMostGroups));
}

std::vector<std::string> SubjectsOf(const Model& model, const std::vector<Case>& cases) {
  std::vector<std::string> subjects;
  std::set<std::string> seen;
  for (const Case& one : cases) {
    std::string subject = model::SubjectOf(model, one.thing);
    if (seen.insert(subject).second) subjects.push_back(std::move(subject));
  }
  return subjects;
}

std::size_t CountOfThings(const Model& model, const std::vector<Case>& cases) {
  std::set<std::string> titles;
  for (const Case& one : cases) titles.insert(model::TitleOf(model, one.thing));
  return titles.size();
}

void TellRest(const Model& model, const Constraint& constraint, const std::vector<Case>& cases,
              const SourceMap& sources, Diagnostic& finding) {
  const std::vector<Explained> explained = Explain(model, constraint, cases, sources);
  const std::vector<Shown>& first = explained.front().shown;
  for (std::size_t i = 0; i < first.size() && i < kMostMarks; ++i) finding.Mark(first[i].span, first[i].says);
  if (first.empty()) finding.Mark(constraint.that.front().span(), "its conditions");
  TellValues(model, explained, finding);
  if (cases.size() > explained.size())
    finding.Note(fmt::format("the values of the first {} are told, not those of {} others", explained.size(),
                             cases.size() - explained.size()));
  if (!constraint.reason.empty()) finding.Note(constraint.reason);
  AboutAll(finding, SubjectsOf(model, cases));
  finding.constraint = constraint.name;
}

/// "`two_nics`", and of things that are told apart, for which: findings at one place must differ in words.
std::string HeadOf(const Constraint& constraint, const std::string& alone) {
  return alone.empty() ? fmt::format("`{}`", constraint.name) : fmt::format("`{}` for `{}`", constraint.name, alone);
}

void TellFailing(const Model& model, const Constraint& constraint, const std::vector<Case>& cases,
                 const std::string& alone, model::RuleReporter& report) {
  if (cases.empty()) return;
  const model::KindInfo& kind = model::InfoOf(constraint.kind);
  const std::size_t count = CountOfThings(model, cases);
  auto& finding = report.At(constraint.severity, model::PlaceOf(model, cases.front().thing), "{}: {}",
                            HeadOf(constraint, alone), constraint.message);
  finding.Here(count == 1 ? fmt::format("this {} doesn't keep it", kind.singular)
                          : fmt::format("the first of {} {} that don't keep it", count, kind.plural));
  TellRest(model, constraint, cases, report.sources(), finding);
  finding.Advise(fmt::format("repair it, or write down that it is meant: `accept {} for {} because \"…\"`",
                             constraint.name, model::SubjectOf(model, cases.front().thing)));
}

void TellUnknown(const Model& model, const Constraint& constraint, const std::vector<Case>& cases,
                 const std::string& alone, model::RuleReporter& report) {
  if (cases.empty()) return;
  const model::KindInfo& kind = model::InfoOf(constraint.kind);
  const std::size_t count = CountOfThings(model, cases);
  auto& finding = report.At(Severity::kNote, model::PlaceOf(model, cases.front().thing), "`{}` isn't judged for {}",
                            constraint.name,
                            !alone.empty() ? fmt::format("`{}`", alone)
                            : count == 1   ? model::TitleOf(model, cases.front().thing)
                                           : CountOf(count, kind.singular, kind.plural));
  finding.Here("what it compares isn't known");
  TellRest(model, constraint, cases, report.sources(), finding);
}

/// What is accepted for one thing alone is told apart from the rest, so that it can be silenced without them.
class Accepted {
 public:
  explicit Accepted(const Model& model, std::uint16_t code) {
    for (const model::Acceptance& one : model.acceptances) {
      if (one.code == code && !one.subject.empty()) subjects_.emplace(one.constraint, one.subject);
    }
  }
  bool Contains(const Constraint& constraint, const std::string& subject) const {
    return subjects_.contains({constraint.name, subject}) || subjects_.contains({std::string(), subject});
  }

 private:
  std::set<std::pair<std::string, std::string>> subjects_;
};

template <class Tell>
void TellApart(const Model& model, const Constraint& constraint, std::vector<Case> cases, const Accepted& accepted,
               Tell tell) {
  std::vector<Case> rest;
  Gathered<std::string, Case> alone;
  for (Case& one : cases) {
    std::string subject = model::SubjectOf(model, one.thing);
    if (accepted.Contains(constraint, subject)) {
      alone.Add(subject, std::move(one));
    } else {
      rest.push_back(std::move(one));
    }
  }
  tell(rest, std::string());
  for (const auto& group : alone.groups()) tell(group, model::SubjectOf(model, group.front().thing));
}

void TellExhausted(const Constraint& constraint, model::RuleReporter& report) {
  report.Error(constraint.written.name, "judging the `require`s looks at more than {} things", kMostSteps)
      .Here("given up at this one: it and those below it aren't judged")
      .Advise("judge fewer things: say in `where` which are meant, or write several into one");
}

void Run(const Model& model, model::RuleReporter& report) {
  Judge judge(model);
  const Accepted accepted(model, static_cast<std::uint16_t>(RuleNumber::kOwnRequirement));
  for (const Constraint& constraint : model.constraints) {
    Verdict verdict = judge.Of(constraint);
    TellApart(model, constraint, std::move(verdict.failing), accepted,
              [&](const std::vector<Case>& cases, const std::string& alone) {
                TellFailing(model, constraint, cases, alone, report);
              });
    TellApart(model, constraint, std::move(verdict.unknown), accepted,
              [&](const std::vector<Case>& cases, const std::string& alone) {
                TellUnknown(model, constraint, cases, alone, report);
              });
    if (judge.exhausted()) return TellExhausted(constraint, report);
  }
}

constexpr std::string_view kExplanation =
    R"(The spec, or a file that it uses, asks something of every system, machine or
network by a `require`, and one of them doesn't keep it. The message is the
author's; below it stand the parts of the condition with the values that made
it fail, for each thing that fails.

    require two_nics for every linux where tier is production {
      message "a production Linux needs a backup and two network interfaces"
      severity warning
      that backup is said
      that count of nic at least 2
    }

A `require` at the top of a file is judged at every site (`at home`, `at
recovery`: only there); one inside a `recovery` or a `site` only there. What
the vendor keeps in systems of its own isn't judged. A property has the value
that is in force at the site: what it says, else what home says, else the
declaration. `hotsite explain linux` lists the properties of a Linux, and so on.

What isn't said, or is left to the vendor (`?`), is neither true nor false: a
thing whose properties can't be compared isn't judged, and a note says so. To
ask for the property itself, write `that memory is said`.

To repair it, do what the message asks. To leave one thing out, accept the
`require` by its name for that thing; `accept HS2901` accepts all of them:

    accept two_nics for LNXTST1 because "no users yet" until 2010-12-31)";

constexpr std::string_view kBad = R"(hotsite 1

require headroom for every machine {
  message "leave a fifth of the machine's memory for growth"
  that sum of memory of partitions at most 80 % of memory
}

zos PRODA { memory 16 GiB }
zos PRODB { memory 12 GiB }

site home {
  machine CEC {
    memory 32 GiB
    lpar PRODA
    lpar PRODB
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

require headroom for every machine {
  message "leave a fifth of the machine's memory for growth"
  that sum of memory of partitions at most 80 % of memory
}

zos PRODA { memory 16 GiB }
zos PRODB { memory 8 GiB }

site home {
  machine CEC {
    memory 32 GiB
    lpar PRODA
    lpar PRODB
  }
}
)";

}  // namespace

const model::Rule kOwnRequirement = {
    .title = "What the spec itself requires isn't kept.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
