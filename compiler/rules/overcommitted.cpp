#include "compiler/rules/overcommit.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// What is taken where the spec doesn't say. IBM's report "z/VM Large Memory - Linux on System z" (2007) drove
/// production work to twice the memory and no further; vm.ibm.com/perf/tips/memory.html asks for caution with guests
/// that are all busy. That test and development bear three times is from knowledge.
constexpr std::int64_t kProduction = 200, kTest = 300;  // hundredths

struct Limit {
  Ratio ratio;
  bool stated = false;
};

Limit LimitOf(const Model& model, const Placement& host) {
  if (host.settings.overcommit.known()) return {*host.settings.overcommit, true};
  const model::Tier tier = model.SystemOf(host).tier;
  const bool test = tier == model::Tier::kTest || tier == model::Tier::kDevelopment;
  return {Ratio::OfHundredths(test ? kTest : kProduction), false};
}

/// MiB that would do, in whole GiB.
std::uint64_t Enough(const GuestStorage& storage, const Limit& limit) {
  constexpr std::uint64_t kMibPerGib = 1024;
  const std::uint64_t each = static_cast<std::uint64_t>(limit.ratio.hundredths()) * kMibPerGib;
  return (storage.sum * 100 + each - 1) / each * kMibPerGib;
}

/// As much memory and as much guest storage at home and at a site are one mistake: system, memory, sum.
using Key = std::tuple<std::uint32_t, std::uint64_t, std::uint64_t>;

void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& host = *group.front();
  const GuestStorage storage = *GuestStorageOf(model, host);
  const Limit limit = LimitOf(model, host);
  const std::string& name = model.SystemOf(host).name;
  std::vector<std::string> sites;
  for (const Placement* placement : group) sites.push_back(model.at(placement->site).name);
  const std::string ratio = storage.Times();
  const bool zvm = model.SystemOf(host).is_zvm();
  auto& finding = report.Warn(host.resources.memory.span(), "guests of `{}` would have {} times its memory at {}", name,
                              ratio, Names(sites));
  finding.Here(fmt::format("{} of its own", InGib(host.resources.memory->mib())))
      .Mark(host.settings.overcommit.span(), fmt::format("at most {} times", limit.ratio.ToString()))
      .Note(fmt::format("{} over {}: {}{} times, and {} {}", Say(storage), InGib(storage.real),
                        storage.unknown > 0 ? "at least " : "", ratio, limit.ratio.ToString(),
                        limit.stated ? "is the limit that the spec says" : "is taken where the spec doesn't say"))
      .Note("what doesn't fit is paged; a Linux fills its storage with caches, so it uses all of it")
      .Advise(fmt::format("ask for at least {}, or place or start fewer guests", InGib(Enough(storage, limit))));
  if (zvm) finding.Advise(fmt::format("where it is known to bear that, say so: `overcommit {}`", ratio));
  finding.CausedBy(name);
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<Key, const Placement*> over;
  for (const Placement& host : model.placements) {
    // Too little memory for the system itself is HS2204's, which tells of the guests too.
    if (LacksMemory(model, host)) continue;
    const auto storage = GuestStorageOf(model, host);
    if (!storage) continue;
    const auto most = static_cast<std::uint64_t>(LimitOf(model, host).ratio.hundredths());
    // A guest that is larger than its z/VM is a mistake of its own.
    if ((storage->sum - storage->oversized) * 100 <= most * storage->real) continue;
    over.Add({host.system.index, storage->real, storage->sum}, &host);
  }
  for (const auto& group : over.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(The guests of a z/VM have much more storage together than the z/VM has memory.

Some overcommitment is what z/VM is for: guests that sleep leave their memory
to those that work. At a hot site nobody sleeps. All guests are restored,
started within an hour, and filled from disk; each Linux takes its whole
storage for caches, and CP pages for all of them at once. It shows as nothing:
no message, only thousands of pages a second and applications that time out.
This is how the first test of the story went.

Counted is the default storage of all guests that are placed under it, and
compared with its memory at the site, with its expanded storage where the
release pages to that. Storage that isn't said isn't counted, nor are virtual
disks in storage. A KVM is judged alike; what doesn't fit it swaps.

The limit is what the spec says, `overcommit 1.5` in the z/VM or where it is
placed; else 2, and 3 for a z/VM of tier test or development.

To repair it, ask for more memory, place or start only the guests that the
test needs, or say what this z/VM is known to bear. A z/VM that gets less
memory than it requires is told by HS2204, and not again here.

Sources: vm.ibm.com/perf/tips/memory.html (what the ratio is; caution with
guests that are all busy); IBM, "z/VM Large Memory - Linux on System z" (2007:
up to twice the memory); IBM Docs, "Scale guests into memory overcommitment on
z/VM 5.2" (one database guest more than fits cost half of the throughput).
That tests bear three times is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 4 GiB
  linux LNX1 { memory 4 GiB }
  linux LNX2 { memory 4 GiB }
  linux LNX3 { memory 4 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  linux LNX1 { memory 4 GiB }
  linux LNX2 { memory 4 GiB }
  linux LNX3 { memory 4 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kOvercommitted = {
    .title = "The guests of a z/VM or KVM have much more storage than it has memory.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
