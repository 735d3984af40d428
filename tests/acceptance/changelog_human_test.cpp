// What changed, as a terminal shows it.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "backends/changelog/changelog.h"
#include "backends/changelog/phrases.h"
#include "backends/changelog/verdict.h"
#include "compiler/diff/change_codes.h"
#include "compiler/support/utf8.h"
#include "tests/acceptance/hand_made_log.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using namespace backends::changelog;
using diff::ChangeClass;
using diff::SpecChange;

SpecChange Memory(ChangeClass what, std::vector<std::string> subjects, std::string before, std::string now) {
  SpecChange change;
  change.code = diff::codes::kMemory;
  change.what = what;
  change.subjects = std::move(subjects);
  change.attribute = "memory";
  change.before = std::move(before);
  change.now = std::move(now);
  return change;
}

std::vector<std::string> Numbered(const std::string& stem, int count) {
  std::vector<std::string> names;
  for (int i = 1; i <= count; ++i) names.push_back(fmt::format("{}{}", stem, i));
  return names;
}

TEST_CASE("names are told in full where there are few, as ranges where they count up, else as a number") {
  CHECK(NamesInShort({"A"}, "guests") == "A");
  CHECK(NamesInShort({"A", "B", "C"}, "guests") == "A, B and C");
  CHECK(NamesInShort(Numbered("LNX", 12), "guests") == "12 guests (LNX1 to LNX12)");
  CHECK(NamesInShort(Numbered("LNX", 12), "") == "12 (LNX1 to LNX12)");
  CHECK(NamesInShort({"A", "C", "E", "G", "I"}, "networks") == "5 networks (A, C, E and 2 more)");
}

TEST_CASE("a value that isn't said is told so, and a long list by what comes and goes") {
  const auto shown = [](std::string before, std::string now) {
    const BeforeNow both = Shortened(Memory(ChangeClass::kChanged, {"A"}, std::move(before), std::move(now)));
    return both.before + " → " + both.now;
  };
  CHECK(shown("", "1 GiB") == "not said → 1 GiB");
  CHECK(shown("1 GiB", "") == "1 GiB → not said");
  CHECK(shown("A, B", "A, B, C") == "A, B → A, B, C");
  CHECK(shown("A, C, E, G, I", "A, C, E, G, K") == "I and 4 others → K and 4 others");
  CHECK(shown("A, C, E, G", "A, C, E, G, K") == "4 of these → K and 4 others");
  CHECK(shown("B, A, C, D", "A, B, C, D") == "B, A, C, D → A, B, C, D");
}

TEST_CASE("of two long texts the words are shown that differ") {
  const std::string common = "the quick brown fox jumps over the lazy dog and comes back to the very same place again ";
  const BeforeNow both = Shortened(Memory(ChangeClass::kChanged, {"A"}, common + "today", common + "tomorrow"));
  CHECK(both.before == "… today");
  CHECK(both.now == "… tomorrow");
}

TEST_CASE("the verdict counts what a reviewer must know") {
  diff::SpecChanges changes;
  CHECK(Verdict(changes) == "no change in meaning");
  changes.all.push_back(Memory(ChangeClass::kEditorial, {"A"}, "a", "b"));
  CHECK(Verdict(changes) == "no change in meaning: only words for people changed");
  changes.all.push_back(Memory(ChangeClass::kLoosens, {"A"}, "2 GiB", "1 GiB"));
  CHECK(Verdict(changes) == "1 change: loosens");
  changes.all.push_back(Memory(ChangeClass::kTightens, {"B"}, "1 GiB", "2 GiB"));
  changes.all.back().consequences = {"needs a new quotation"};
  changes.all.push_back(Memory(ChangeClass::kChanged, {"C"}, "1 GiB", "2 GiB"));
  CHECK(Verdict(changes) == "3 changes: 1 loosens, 1 tightens, 1 needs a new quotation");
  CHECK(Counts(changes) == "3 of capacity; 1 tightens, 1 changed, 1 loosens; 1 editorial");
}

TEST_CASE("placement, judgement and what loosens is to be looked at first, in this order") {
  diff::SpecChanges changes;
  changes.all.push_back(Memory(ChangeClass::kTightens, {"A"}, "1 GiB", "2 GiB"));
  changes.all.push_back(Memory(ChangeClass::kLoosens, {"B"}, "2 GiB", "1 GiB"));
  changes.all.push_back(Memory(ChangeClass::kChanged, {"C"}, "guest of X", "guest of Y"));
  changes.all.back().code = diff::codes::kRunsElsewhere;
  changes.all.push_back(Memory(ChangeClass::kEditorial, {"D"}, "a", "b"));
  changes.all.back().code = diff::codes::kRunsElsewhere;
  std::string order;
  for (const SpecChange* one : GraveOnes(changes)) order += one->subjects.front();
  CHECK(order == "CB");
}

TEST_CASE("a terminal gets no command, no line is wider than it, and every line ends in ink") {
  for (const std::string text :
       {"LNX1", "\x1B[31mred", "a\nb\rc", "\xE2\x80\xAE right to left", "x\xC2\x9By", "tab\tbed"}) {
    const HandMadeLog hand(text);
    for (const bool colour : {false, true}) {
      std::string shown = Human(hand.log(), {.colour = colour});
      if (colour) {  // take the colours away that are ours
        for (std::size_t at = 0; (at = shown.find("\x1B[", at)) != std::string::npos;)
          shown.erase(at, shown.find('m', at) - at + 1);
      }
      for (const std::string& line : harness::SplitLines(shown)) {
        INFO(line);
        CHECK_FALSE(FindControl(line));
        CHECK(DisplayWidth(line) <= 100);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("with a colour the words stay the same") {
  const HandMadeLog hand("LNX1");
  const std::string plain = Human(hand.log(), {});
  std::string shown = Human(hand.log(), {.colour = true});
  CHECK(shown != plain);
  for (std::size_t at = 0; (at = shown.find("\x1B[", at)) != std::string::npos;)
    shown.erase(at, shown.find('m', at) - at + 1);
  CHECK(shown == plain);
}

TEST_CASE("changes above the limit are counted") {
  const HandMadeLog hand("LNX1");
  const std::string shown = Human(hand.log(), {.most = 3});
  CHECK(shown.find("… and 9 changes that aren't shown here") != std::string::npos);
}

TEST_CASE("nothing changed: one line says so") {
  HandMadeLog hand("LNX1");
  hand.changes() = {};
  auto log = hand.log();
  log.files.clear();
  log.remarks.clear();
  CHECK(Human(log, {}) == "LNX1 → LNX1\nno change in meaning\n");
}

}  // namespace
}  // namespace hotsite::acceptance
