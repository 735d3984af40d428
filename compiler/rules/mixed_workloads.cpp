#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// The guests of one z/VM by what they are.
struct Guests {
  std::vector<std::string> zos, zvm, linux_guests;
  Span first_zos, first_other;
  bool first_other_is_zvm = false;
};

Guests Sort(const Model& model, const Placement& host) {
  Guests guests;
  for (model::PlacementId id : host.guests) {
    const model::System& system = model.SystemOf(model.at(id));
    const Span place = model.at(id).written.name;
    if (system.is_zos()) {
      if (guests.zos.empty()) guests.first_zos = place;
      guests.zos.push_back(system.name);
      continue;
    }
    if (guests.zvm.empty() && guests.linux_guests.empty()) {
      guests.first_other = place;
      guests.first_other_is_zvm = system.is_zvm();
    }
    (system.is_zvm() ? guests.zvm : guests.linux_guests).push_back(system.name);
  }
  return guests;
}

std::string OthersOf(const Guests& guests) {
  if (guests.linux_guests.empty()) return fmt::format("z/VM {}", FewNames(guests.zvm));
  const std::string linux_part = CountOf(guests.linux_guests.size(), "Linux guest");
  return guests.zvm.empty() ? linux_part : fmt::format("z/VM {} and {}", FewNames(guests.zvm), linux_part);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Placement& host : model.placements) {
    const Guests guests = Sort(model, host);
    if (guests.zos.empty() || (guests.zvm.empty() && guests.linux_guests.empty())) continue;
    const std::string& name = model.SystemOf(host).name;
    auto& finding = report.Warn(host.written.name, "`{}` would run z/OS {} beside {}", name, FewNames(guests.zos),
                                OthersOf(guests));
    finding.Here("one z/VM for all of them")
        .Mark(guests.first_zos, "z/OS")
        .Mark(guests.first_other, guests.first_other_is_zvm ? "a z/VM" : "a Linux guest")
        .Note("they compete for the same processors; restoring and starting z/OS takes all it can get, and Linux waits")
        .Advise(
            "ask for z/OS in partitions of its own, or have the vendor dedicate processors, and say so: "
            "`guest NAME { processors 2 CP dedicated }`")
        .About(name);
  }
}

constexpr std::string_view kExplanation =
    R"(One z/VM hosts z/OS systems and, beside them, Linux guests or a whole z/VM
with Linux guests of its own. All of them are dispatched on the same
processors by shares. At a DR test the z/OS systems are restored and started
first; they work through their backlog and take whatever they get, while the
Linux guests, which mostly wait for a moment of processor now and then, crawl.
In the story this compiler comes from z/VM competed with the z/OS guests for
cycles, and the partitions couldn't be changed once z/OS was in use.

z/OS also wants general purpose processors, where Linux would be content with
IFLs (cheaper, and always at full speed). A z/VM that hosts both has to run on
CPs.

To repair it, ask for partitions of their own for the z/OS systems (`lpar
PRODA` beside the partition of the z/VM); PR/SM keeps partitions apart by
weight, or entirely when their processors are dedicated. If the vendor's offer
is one z/VM for all, have it dedicate processors to the guests that must not
wait, and write that into the spec; then accept this warning with the reason.

Source: the 2007 test of the story; z/VM CP commands DEDICATE and SET SHARE;
that Linux suffers beside busy z/OS guests is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 8 GiB }
zvm VMPROD {
  memory 8 GiB
  linux LNX1 { memory 1 GiB }
}

recovery "2008" {
  site hotsite {
    machine BIGBOX {
      lpar FLOOR {
        zvm VENDORVM {
          guest PRODA
          guest LNX1 from VMPROD
        }
      }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 8 GiB }
zvm VMPROD {
  memory 8 GiB
  linux LNX1 { memory 1 GiB }
}

recovery "2008" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      lpar FLOOR {
        zvm VENDORVM {
          guest LNX1 from VMPROD
        }
      }
    }
  }
}
)";

}  // namespace

const model::Rule kMixedWorkloads = {
    .title = "One z/VM hosts z/OS and, beside it, Linux guests or another z/VM.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
