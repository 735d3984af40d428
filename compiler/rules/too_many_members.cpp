#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Cluster;
using model::Model;

/// The member whose release takes the fewest; nothing where no release says.
const model::System* Narrowest(const Model& model, const Cluster& cluster) {
  const model::System* narrowest = nullptr;
  for (const model::Reference& member : cluster.members) {
    const model::System& system = model.at(member.system);
    if (!system.release.valid() || !model.at(system.release).ssi_members.known()) continue;
    if (narrowest == nullptr || *model.at(system.release).ssi_members < *model.at(narrowest->release).ssi_members)
      narrowest = &system;
  }
  return narrowest;
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Cluster& cluster : model.clusters) {
    const model::System* system = Narrowest(model, cluster);
    if (system == nullptr) continue;
    const model::ZvmRelease& release = model.at(system->release);
    const auto& limit = release.ssi_members;
    const bool none = *limit == 1;
    if (!none && static_cast<std::int64_t>(cluster.members.size()) <= *limit) continue;
    // A fact without a source is no ground for refusing a spec.
    const Severity severity = limit.sourced() ? Severity::kError : Severity::kWarning;
    auto& finding = none ? report.At(severity, cluster.written.name,
                                     "`{}` can't be a single system image: {} knows none", cluster.name, release.title)
                         : report.At(severity, cluster.written.name, "`{}` has {} members, and {} takes at most {}",
                                     cluster.name, cluster.members.size(), release.title, *limit);
    finding.Here(none ? "a single system image" : fmt::format("{} members", cluster.members.size()))
        .Mark(system->written.name, fmt::format("runs {}", release.title))
        .Note(SourceNote(limit.source, "this limit", ""))
        .Advise(none ? "take the cluster away, or say the release that the members run" : "divide it into two clusters")
        .About(cluster.name);
  }
}

constexpr std::string_view kExplanation =
    R"(A single system image has more members than the z/VM release of one of them
takes. Single system image came with z/VM 6.2, for up to four members; earlier
releases know none. Later releases take more. The limit that counts is that of
the oldest release among the members, since members of different releases may
run together while a cluster is upgraded.

SYSTEM CONFIG has a SLOT for each member. CP refuses one too many at IPL, and
with a wrong SSI statement the system doesn't join the cluster.

To repair it, divide the cluster, or say the release that the members really
run (`zvm VMA : zvm_7_3`). The limits are facts of the library (`ssi_members`).

Source: IBM United States Software Announcement 211-409, 12 October 2011; the
larger number of later releases is from knowledge, and so only a warning.)";

constexpr std::string_view kBad = R"(hotsite 1

use std.zvm

zvm VMA : zvm_5_4 { memory 24 GiB }
zvm VMB : zvm_5_4 { memory 24 GiB }
ssi PRODSSI { members VMA, VMB }

site home {
  machine CEC {
    lpar VMA
    lpar VMB
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

use std.zvm

zvm VMA : zvm_6_4 { memory 24 GiB }
zvm VMB : zvm_6_4 { memory 24 GiB }
ssi PRODSSI { members VMA, VMB }

site home {
  machine CEC {
    lpar VMA
    lpar VMB
  }
}
)";

}  // namespace

const model::Rule kTooManyMembers = {
    .title = "A single system image has more members than its z/VM release takes.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
