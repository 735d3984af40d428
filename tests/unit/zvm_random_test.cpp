// Random models through the z/VM backend: whatever a spec says, its files are what their readers take, what is open is
// listed, and the start EXEC reaches its end.
#include <catch2/catch.hpp>
#include <random>

#include "tests/unit/zvm_checker.h"
#include "tests/unit/zvm_model_variants.h"
#include "tests/unit/zvm_run_exec.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  /// 0 to n-1.
  std::size_t Of(std::size_t n) { return random_() % n; }
  bool Half() { return Of(2) == 0; }
  template <class T, std::size_t N>
  const T& Any(const T (&list)[N]) {
    return list[Of(N)];
  }

 private:
  std::mt19937 random_;
};

template <class T>
model::Stated<T> Said(T value) {
  return model::Stated<T>(std::move(value), Span{});
}

/// What a spec may hold where it takes any text.
constexpr const char* kTexts[] = {"",
                                  "mail",
                                  "it's \"up\" */ say 'x' /*",
                                  "100 % of ??OSA-001, naturally",
                                  "Zürich; x\ny\rz\t.",
                                  "* USER EVIL NOPASS 1G 1G A, :nick.X ; ",
                                  "a very long text that goes on and on, as comments do when a colleague explains what "
                                  "an application is good for, who asked for it and why it can't be switched off"};

/// Letters that a user ID may have, and all lengths.
std::string Name(Dice& dice, std::size_t number) {
  const std::string tail = std::to_string(number);
  std::string name(1, "ALZ@#$"[dice.Of(6)]);
  const std::size_t length = 1 + dice.Of(8 - tail.size());
  while (name.size() < length) name += "AZ09@#$_-"[dice.Of(9)];
  return name + tail;
}

/// More guests of VMPROD at both sites, like `server`, each behind some of those before it.
void AddGuests(model::Model& m, Dice& dice, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const model::SystemId from = m.IdOf(*m.FindSystem("LNXWAS1"));
    const model::SystemId id{static_cast<std::uint32_t>(m.systems.size())};
    m.systems.push_back(m.at(from));
    model::System& guest = m.systems.back();
    guest.name = Name(dice, i);
    guest.start = {dice.Half(), {}};
    for (std::size_t n = dice.Of(9); n > 0 && i > 0; --n)
      guest.start.after.push_back({model::SystemId{static_cast<std::uint32_t>(id.index - 1 - dice.Of(i))}, Span{}});
    m.systems[guest.parent.index].guests.push_back(id);
    for (model::Site& site : m.sites) {
      const model::Placement like = *m.Find(m.IdOf(site), from);
      const model::PlacementId at{static_cast<std::uint32_t>(m.placements.size())};
      m.placements.push_back(like);
      m.placements.back().system = id;
      m.placements[like.host.index].guests.push_back(at);
      site.placements.push_back(at);
    }
  }
  m.IndexPlacements();
}

void Shake(model::Model& m, Dice& dice) {
  for (model::System& system : m.systems) {
    system.doc = dice.Any(kTexts);
    if (dice.Half()) system.runs = {dice.Any(kTexts)};
  }
  for (model::Network& network : m.networks) network.name += dice.Any(kTexts);
  m.recovery->name = dice.Any(kTexts);
  for (model::Site& site : m.sites) site.name += dice.Any(kTexts);
  for (model::Placement& placement : m.placements) {
    if (m.SystemOf(placement).is_zvm()) continue;
    model::Resources& has = placement.resources;
    if (dice.Half()) has.memory = Said(MemorySize::OfMiB(1 + dice.Of(1 << 20)));
    if (dice.Half()) has.max_memory = Said(MemorySize::OfMiB(has.memory.known() ? has.memory->mib() * 2 : 4));
    if (dice.Half()) has.processors = Said<std::int64_t>(static_cast<std::int64_t>(1 + dice.Of(64)));
    if (dice.Half()) has.xstore = Said(MemorySize::OfMiB(dice.Of(3) * 1024));
    if (dice.Half())
      placement.settings.share =
          Said(model::Share{false, static_cast<std::int64_t>(1 + dice.Of(10000)), model::Share::Limit::kSoft});
  }
}

model::Model Random(Dice& dice) {
  model::Model m;
  switch (dice.Of(4)) {
    case 0:
      m = OwnHostOnMachines();
      break;
    case 1:
      m = OwnMember();
      break;
    case 2:
      m = WithAutolog(OwnHost({}), model::Autolog::kGuests);
      break;
    default:
      m = OwnHost({dice.Half(), dice.Half(), dice.Half(), dice.Half()});
  }
  AddGuests(m, dice, dice.Of(12));
  Shake(m, dice);
  return m;
}

void Check(const Built& built) {
  for (const backends::Artifact& file : built.artifacts) {
    CAPTURE(file.path);
    const auto found = CheckZvmFile(file.path, file.text);
    if (!found) continue;
    CAPTURE(file.text);
    CHECK(found->problems == std::vector<std::string>{});
    CHECK(found->open.empty() == (file.text.find("??") == std::string::npos));
  }
}

TEST_CASE("the files of random models are what their readers take") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    Check(Build(Random(dice)));
  }
}

TEST_CASE("the EXECs of random models run to their end, and start each guest at most once") {
  if (!HasRegina()) return;
  for (unsigned seed = 0; seed < 25; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Built built = Build(Random(dice));
    Cp cp;
    std::string answers;
    for (int i = 0; i < 60; ++i) answers += dice.Of(4) == 0 ? "n\n" : "y\n";
    if (dice.Half()) cp.refused = "DTCVSW1 LNXRTR";
    if (dice.Half()) cp.dark = "VSW1";
    const Outcome outcome = RunExec(built.Get("zvm/VMPROD/DRSTART.EXEC").text, cp, "GO", answers);
    CAPTURE(outcome.text);
    CHECK((outcome.code == 0 || outcome.code == 4 || outcome.code == 8));
    CHECK(outcome.Says(outcome.code == 4 ? "NOTHING IS STARTED" : "SUMMARY"));
    std::vector<std::string> started = outcome.Started();
    const std::size_t all = started.size();
    std::sort(started.begin(), started.end());
    started.erase(std::unique(started.begin(), started.end()), started.end());
    CHECK(started.size() == all);
    CHECK(RunExec(built.Get("zvm/VMPROD/AUTOLOG1.EXEC").text, cp, "", "").code == 4);
  }
}

}  // namespace
