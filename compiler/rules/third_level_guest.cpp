#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/third_level_options.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::PlacementId;

/// The level at which the hardware helps no more. Source: vm.ibm.com/perf/tips/z890.html ("zSeries hardware supports
/// two levels of SIE", and a partition takes one).
constexpr unsigned kFirstSlowLevel = 3;

/// Whoever reads this decides for each guest, so all are named; a list that nobody reads to its end is cut.
constexpr std::size_t kAllNames = 200;

/// Everything that runs below a z/VM, in text order. Levels are few, so recursion is shallow.
void CollectBelow(const Model& model, const Placement& placement, std::vector<const Placement*>& below) {
  for (PlacementId id : placement.guests) {
    below.push_back(&model.at(id));
    CollectBelow(model, model.at(id), below);
  }
}

std::string NetworkList(const Model& model, const std::vector<model::NetworkId>& networks) {
  std::vector<std::string> names;
  for (model::NetworkId network : networks) names.push_back(model.at(network).name);
  return Names(names);
}

std::string KindsOf(const Model& model, const std::vector<const Placement*>& below) {
  const bool linux_only =
      std::all_of(below.begin(), below.end(), [&](const Placement* p) { return model.SystemOf(*p).is_linux(); });
  return CountOf(below.size(), linux_only ? "Linux guest" : "guest");
}

void OfferOptions(const Model& model, const Placement& inner, const SourceMap& sources, Diagnostic& finding) {
  const std::string& name = model.SystemOf(inner).name;
  const std::string& outer = model.SystemOf(model.at(inner.host)).name;
  Option own = OwnPartition(model, sources, inner);
  std::string text = fmt::format("option 1: ask for a partition of its own for `{}`, beside `{}`", name,
                                 model.at(inner.partition).name);
  if (!own.networks.empty()) {
    text += fmt::format("; {}, which it takes from `{}` now, then comes from devices of the machine",
                        NetworkList(model, own.networks), outer);
  }
  finding.Offer(std::move(text), std::move(own.edits));
  Option direct = DirectlyUnder(model, sources, inner);
  text = fmt::format("option 2: run the guests that you need directly under `{}`", outer);
  if (!direct.networks.empty()) text += fmt::format(", which must then carry {}", NetworkList(model, direct.networks));
  finding.Offer(std::move(text), std::move(direct.edits));
}

void TellGuests(const Model& model, const Placement& inner, const std::vector<const Placement*>& below,
                model::RuleReporter& report) {
  const Placement& outer = model.at(inner.host);
  const auto names = NamesOf(model, below);
  auto& finding = report.Error(
      inner.written.name, "{} of `{}` would run at virtualization level {}{}", KindsOf(model, below),
      model.SystemOf(inner).name, kFirstSlowLevel,
      std::any_of(below.begin(), below.end(), [](const Placement* p) { return p->level > kFirstSlowLevel; })
          ? " or deeper"
          : "");
  finding
      .Here(
          fmt::format("level {}: a z/VM under a z/VM, so its own guests are at level {}", inner.level, inner.level + 1))
      .Mark(outer.written.name, fmt::format("level {}: a z/VM in a partition", outer.level))
      .Note(Names(names, kAllNames))
      .Note(
          "the hardware serves two levels (SIE); the third is emulated in software by the outer CP, and Linux crawls");
  OfferOptions(model, inner, report.sources(), finding);
  finding.CausedBy(model.SystemOf(inner).name);
  AboutAll(finding, names);
}

void TellEmpty(const Model& model, const Placement& inner, model::RuleReporter& report) {
  const Placement& outer = model.at(inner.host);
  const std::string& name = model.SystemOf(inner).name;
  report.Warn(inner.written.name, "z/VM `{}` would run under z/VM `{}`", name, model.SystemOf(outer).name)
      .Here(fmt::format("level {}: any guest of it would be at level {}", inner.level, inner.level + 1))
      .Mark(outer.written.name, fmt::format("level {}: a z/VM in a partition", outer.level))
      .Note("it has no guests at this site; to look around in it is fine, to run guests in it is not")
      .Advise(fmt::format("ask for a partition of its own: `lpar {}`", name))
      .About(name);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Placement& placement : model.placements) {
    // The z/VM just below the first one is the cause; deeper ones are its effects.
    if (placement.level + 1 != kFirstSlowLevel || !model.SystemOf(placement).is_zvm() || !placement.host.valid())
      continue;
    std::vector<const Placement*> below;
    CollectBelow(model, placement, below);
    if (!below.empty()) {
      TellGuests(model, placement, below, report);
    } else if (model.at(placement.site).recovery) {
      // At home a z/VM for tries under the one that works is a habit, and nobody waits for it.
      TellEmpty(model, placement, report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A z/VM runs as a guest of another z/VM, and has guests of its own. Counted
from the machine: the partition is level 1, a guest of a z/VM in a partition
level 2, a guest of that guest level 3.

The hardware runs guests by an instruction (SIE) that it serves for two
levels; since machines have only logical partitions, the partition takes one
of them, and one z/VM the other. A third level works, but the outer CP has to
emulate that instruction for it: every exit of a guest is trapped and worked
off in software, pages are resident only when both z/VMs keep them, and
processor time is a slice of a slice. A z/VM in z/VM is fine for trying an
installation; with Linux guests under load it is many times slower.

In the first year of the story this compiler comes from, the customer had
expected a partition for its z/VM and got a guest of the vendor's z/VM. That
showed on site, when the Linux guests crawled.

There are two ways out, and the message offers both as edits:

  1. A partition of its own for your z/VM (`lpar VMPROD` beside the vendor's).
     What it took from the vendor's virtual networks must then come from real
     devices, so these are asked for as well.
  2. The guests that you need directly under the vendor's z/VM (`guest LNXWAS1
     from VMPROD`). Your z/VM isn't started at all; the vendor's one needs the
     networks that yours had, and its own user IDs for your guests. The
     request says so.

A second-level z/VM that is thin (few guests, dedicated processors, locked
pages) can be made to work. If that is agreed with the vendor, accept the
finding with the reason:

    accept HS2001 for VMPROD because "thin first level, processors and pages dedicated, agreed 2008-02-11"

Source: vm.ibm.com/perf/tips/z890.html; IBMVM list, March 2008 (msg 14261: a
DR case) and August 2008 (msg 18367).)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  linux LNX1 { memory 1 GiB }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar FLOOR {
        zvm VENDORVM {
          guest VMPROD
        }
      }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  linux LNX1 { memory 1 GiB }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kThirdLevelGuest = {
    .title = "A guest would run at the third level of virtualization, or deeper.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
