// Nothing that a spec can say changes without being told: specs are changed everywhere, and wherever what is built
// differs, so does what `hotsite diff` tells; wherever nothing differs, it tells nothing.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>
#include <regex>
#include <set>

#include "tests/harness/corpus.h"
#include "tests/harness/files.h"
#include "tests/harness/mutations.h"

namespace hotsite::harness {
namespace {

using diff::ChangeClass;
using diff::SpecChange;
using diff::SpecChanges;

std::string OneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text.size() > 300 ? text.substr(0, 300) + " …" : text;
}

/// Only the request tells it: something of the spec that no sheet says.
bool OnlyRows(const SpecChanges& changes) {
  return !changes.same_meaning() && std::all_of(changes.all.begin(), changes.all.end(), [](const SpecChange& one) {
    return diff::TopicOf(one.code) == diff::Topic::kRequest || one.what == ChangeClass::kEditorial;
  });
}

ChangeClass Opposite(ChangeClass what) {
  constexpr std::pair<ChangeClass, ChangeClass> kOpposites[] = {{ChangeClass::kTightens, ChangeClass::kLoosens},
                                                                {ChangeClass::kNew, ChangeClass::kWithdrawn}};
  for (const auto& [one, other] : kOpposites) {
    if (what == one) return other;
    if (what == other) return one;
  }
  return what;
}

/// What is told, in no order; `backwards`: as it must be told the other way round.
std::multiset<std::string> Facts(const SpecChanges& changes, bool backwards) {
  std::multiset<std::string> facts;
  for (SpecChange one : changes.all) {
    if (backwards) {
      std::swap(one.before, one.now);
      one.what = Opposite(one.what);
    }
    const bool whole = one.what == ChangeClass::kNew || one.what == ChangeClass::kWithdrawn;  // codes differ
    std::sort(one.subjects.begin(), one.subjects.end());
    std::sort(one.sites.begin(), one.sites.end());
    facts.insert(fmt::format("{} {} {} at {}: {} {}: {} -> {}", whole ? "" : one.code.ToString(), ToString(one.what),
                             fmt::join(one.subjects, ","), fmt::join(one.sites, ","), one.part, one.attribute,
                             one.before, one.now));
  }
  return facts;
}

/// What is wrong the other way round: what tightens must loosen. A rename is said by the newer spec alone.
std::string WrongBackwards(const SpecChanges& forth, const driver::Compilation& before,
                           const driver::Compilation& now) {
  const SpecChanges back = Compared(now, before);
  if (forth.Count(ChangeClass::kMoves) + back.Count(ChangeClass::kMoves) > 0) return {};
  if (Facts(forth, true) == Facts(back, false)) return {};
  return "backwards: " + Told(forth) + "and " + Told(back);
}

/// What rules and documents read and no file that is looked at shows: what is accepted and required, facts of the
/// library and with them the title of a machine's model, the kind of LAN that an interface expects.
bool OnlyJudged(const SpecChanges& changes) {
  return std::all_of(changes.all.begin(), changes.all.end(), [](const SpecChange& one) {
    return diff::TopicOf(one.code) == diff::Topic::kJudgement || one.what == ChangeClass::kEditorial ||
           one.code == diff::codes::kMachineModel || one.code == diff::codes::kNicType;
  });
}

/// The statement without its reason.
std::string WithoutReason(const std::string& statement) {
  return std::regex_replace(statement, std::regex(R"( *because "[^"]*")"), "");
}

/// Whether only words for people differ.
bool IsForPeople(const Mutation& mutation) {
  return mutation.for_people || WithoutReason(mutation.before) == WithoutReason(mutation.after);
}

/// A question that is asked where nothing is said too: only its place in the request changes.
bool AsksTheDefault(const Mutation& mutation) {
  return mutation.before.starts_with("devices ?") || mutation.before.ends_with("lun ?");
}

/// What is wrong with what is told of a mutation; nothing where all is well.
std::string Wrong(const Mutation& mutation, const driver::Compilation& before, const driver::Compilation& now,
                  const std::string& yield) {
  const SpecChanges changes = Compared(before, now);
  if (IsForPeople(mutation)) return changes.same_meaning() ? "" : "words for people told as a change: " + Told(changes);
  const std::string difference = FirstDifference(yield, YieldOf(now));
  if (!difference.empty() && changes.same_meaning() && !AsksTheDefault(mutation)) return "not told: " + difference;
  if (OnlyRows(changes)) return "told only as rows: " + Told(changes);
  if (difference.empty() && !OnlyJudged(changes)) return "nothing differs, told: " + Told(changes);
  return now.has_errors() ? std::string() : WrongBackwards(changes, before, now);
}

struct Outcome {
  std::size_t tried = 0;
  std::vector<std::string> wrong;
};

void TryAll(const CorpusSpec& spec, const Vocabulary& vocabulary, std::size_t every, Tried& tried, Outcome& outcome) {
  const driver::Compilation before = spec.Compiled();
  if (!before.model) return;
  const std::string yield = YieldOf(before);
  for (const std::string& file : spec.files) {
    for (const Mutation& mutation : MutationsOf(spec.Text(file), vocabulary, tried)) {
      if (std::hash<std::string>()(spec.name + mutation.key()) % every != 0) continue;
      const driver::Compilation now = spec.Compiled(file, mutation.text);
      if (!now.model) continue;
      ++outcome.tried;
      const std::string wrong = Wrong(mutation, before, now, yield);
      if (!wrong.empty())
        outcome.wrong.push_back(fmt::format("[{}] in {}: `{}` -> `{}`: {}", spec.name, mutation.parent,
                                            OneLine(mutation.before), OneLine(mutation.after), OneLine(wrong)));
    }
  }
}

/// Tries one of `every` mutations of all specs, each at most `most` times.
void TryAll(std::size_t every, unsigned most) {
  const std::vector<CorpusSpec> specs = AllCorpusSpecs();
  Vocabulary vocabulary;
  for (const CorpusSpec& spec : specs) {
    for (const std::string& file : spec.files) vocabulary.Learn(spec.Text(file));
  }
  Tried tried;
  tried.most = most;
  Outcome outcome;
  for (const CorpusSpec& spec : specs) TryAll(spec, vocabulary, every, tried, outcome);
  for (const std::string& wrong : outcome.wrong) fmt::print("{}\n", wrong);  // Catch would wrap them
  fmt::print("{} changes of specs tried, {} told wrongly\n", outcome.tried, outcome.wrong.size());
  CHECK(outcome.tried > 100);
  CHECK(outcome.wrong.empty());
}

/// HOTSITE_EVERY=1 tries all, which takes most of an hour.
std::size_t Every() {
  const char* every = std::getenv("HOTSITE_EVERY");
  return every == nullptr ? 60 : std::max(1ul, std::strtoul(every, nullptr, 10));
}

TEST_CASE("whatever changes in a spec is told, and nothing else is") { TryAll(Every(), 2); }

}  // namespace
}  // namespace hotsite::harness
