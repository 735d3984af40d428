#include <algorithm>
#include <map>

#include "compiler/rules/overcommit.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

constexpr std::uint64_t kPagesPerMib = 256;
constexpr std::uint64_t kBlocksPerPage = 8;  // of 512 bytes
/// Page space over what is overcommitted, so that it stays half empty and CP finds room for blocks of pages. From
/// knowledge.
constexpr std::uint64_t kTimes = 2;

struct PageSpace {
  std::uint64_t mib = 0;
  std::int64_t volumes = 0;
  Span span;
};

/// Pages of 4 KiB on one volume, in range for products; cylinder 0 holds the label. Nothing where the library doesn't
/// say its size.
std::optional<std::uint64_t> PagesOf(const model::DiskModel& disk) {
  const auto of = [](std::int64_t value) {
    return static_cast<std::uint64_t>(std::clamp<std::int64_t>(value, 0, 1'000'000'000));
  };
  if (disk.blocks.known()) return of(*disk.blocks) / kBlocksPerPage;
  if (!disk.cylinders.known() || !disk.pages_per_cylinder.known()) return std::nullopt;
  return of(*disk.cylinders - 1) * of(*disk.pages_per_cylinder);
}

/// Nothing where the spec names no page volumes, or one whose size isn't known.
std::optional<PageSpace> PageSpaceOf(const Model& model, const System& system) {
  constexpr std::uint64_t kMost = std::uint64_t{1} << 50U;  // pages; more than can be overcommitted
  PageSpace space;
  std::uint64_t pages = 0;
  for (const model::Volumes& volumes : system.volumes) {
    if (volumes.use != model::VolumeUse::kPage) continue;
    const auto each = volumes.model.valid() ? PagesOf(model.at(volumes.model)) : std::nullopt;
    if (!each) return std::nullopt;
    const auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(volumes.count, 0));
    pages += *each == 0 || count < (kMost - pages) / *each ? count * *each : kMost - pages;
    space.volumes += volumes.count;
    if (!space.span.valid()) space.span = volumes.span;
  }
  if (space.volumes == 0) return std::nullopt;
  space.mib = pages / kPagesPerMib;
  return space;
}

void Tell(const Model& model, const Placement& host, const GuestStorage& storage, const PageSpace& space,
          model::RuleReporter& report) {
  const System& system = model.SystemOf(host);
  auto& finding =
      report.Warn(space.span, "`{}` has {} of page space, and its guests have {} more than its memory at `{}`",
                  system.name, InGib(space.mib), InGib(storage.Excess()), model.at(host.site).name);
  finding.Here(CountOf(static_cast<std::size_t>(space.volumes), "page volume"))
      .Mark(host.resources.memory.span(), fmt::format("{} of memory", InGib(host.resources.memory->mib())))
      .Note(fmt::format("{}, less {} of memory: {}; twice that is {}", Say(storage), InGib(storage.real),
                        InGib(storage.Excess()), InGib(storage.Excess() * kTimes)))
      .Note("when page space is full CP pages to spool space, and when that is full it ends with abend PGT004")
      .Advise(
          fmt::format("add page volumes for {}, or ask for more memory", InGib(storage.Excess() * kTimes - space.mib)))
      .CausedBy(system.name);
}

/// The placement of a system where its guests exceed its memory most.
struct Worst {
  const Placement* host = nullptr;
  GuestStorage storage;
};

void Run(const Model& model, model::RuleReporter& report) {
  std::map<std::uint32_t, Worst> worst;  // by system: page volumes are its own, whatever the site
  for (const Placement& host : model.placements) {
    if (!model.SystemOf(host).is_zvm()) continue;
    // Too little memory for the system itself is HS2204's: with enough the page space may do.
    const auto storage = LacksMemory(model, host) ? std::nullopt : GuestStorageOf(model, host);
    if (!storage || storage->Excess() == 0) continue;
    Worst& known = worst[host.system.index];
    if (known.host == nullptr || storage->Excess() > known.storage.Excess()) known = {&host, *storage};
  }
  for (const auto& [index, found] : worst) {
    const auto space = PageSpaceOf(model, model.SystemOf(*found.host));
    if (space && space->mib < found.storage.Excess() * kTimes) Tell(model, *found.host, found.storage, *space, report);
  }
}

constexpr std::string_view kExplanation =
    R"(The guests of a z/VM have more storage than it has memory, and its page volumes
are too small for what may have to be paged out.

What doesn't fit into memory goes to page space. When that is full CP writes
pages to spool space, and when that is full too the whole z/VM ends with abend
PGT004, with all its guests. Long before, paging becomes slow: CP writes pages
in blocks and needs room side by side, which it doesn't find on volumes that
are more than half full.

At home the volumes may have grown with the guests. At the hot site memory is
mostly smaller, so more is paged, to the volumes that were restored.

Needed is twice what the guests have over the memory. Counted are the volumes
that the spec gives the use `page`, without their first cylinder, as large as
the library says (180 pages of 4 KiB a cylinder of a 3390). A z/VM whose page
volumes, or their model, aren't said isn't judged, nor one that gets less
memory than it requires (HS2204).

To repair it, add page volumes, at the site too, or ask for more memory.

Sources: a developer of z/VM on full page and spool space (mail-archive.com,
ibmvm, msg22077); pages of a cylinder: see the library's entries. The factor of
two is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

use std.dasd

zvm VMPROD {
  memory 16 GiB
  volumes page VMPG01 model 3390_9
  linux LNX1 { memory 12 GiB }
  linux LNX2 { memory 12 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

use std.dasd

zvm VMPROD {
  memory 16 GiB
  volumes page VMPG01, VMPG02, VMPG03 model 3390_9
  linux LNX1 { memory 12 GiB }
  linux LNX2 { memory 12 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kPageSpaceTooSmall = {
    .title = "A z/VM's page volumes are too small for what its guests have over its memory.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
