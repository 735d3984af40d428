#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::Sharing;

bool Is(const Placement& placement, Sharing sharing) {
  return placement.resources.sharing.known() && *placement.resources.sharing == sharing;
}

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace weak;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    if (Is(home, Sharing::kDedicated) && Is(here, Sharing::kShared))
      weak.Add(KeyOf(here.resources.sharing.span()), &here);
  });
  for (const auto& group : weak.groups()) {
    const Placement& here = *group.front();
    const auto names = NamesOf(model, group);
    auto& finding = report.Error(here.resources.sharing.span(),
                                 "processors of {} would be shared at `{}`, and are dedicated at home",
                                 OneOrCount(names, "systems"), model.at(here.site).name);
    finding.Here("shared here")
        .Mark(AtHome(model, here)->resources.sharing.span(), "dedicated at home")
        .Note(
            "shared processors are divided by weight with whatever else the vendor runs, and can't be changed once it "
            "is in use")
        .Offer("ask for dedicated processors, or leave the word out: what is not said is as at home",
               ReplaceValue(here.written, here.resources.sharing.span(), "dedicated"));
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(At home the system's processors are dedicated: no other partition is
dispatched on them. At the recovery site the spec says shared, so the vendor
may put other partitions, or in a vendor's z/VM other guests, on the same
engines. Nothing in the system's own configuration shows it, and nothing
fails; it just runs slowly whenever the others are busy, and during a DR test
they are: everybody restores and catches up at the same hours.

In the story this compiler comes from z/VM competed with the z/OS systems for
cycles in this way. The partitions could have been changed, but not any more
once z/OS was in use.

To repair it, write `dedicated` at the recovery site, or leave the statement
out: what isn't said there is as at home, and the request then asks for
dedicated processors. A guest of a z/VM gets dedicated processors by CP's
DEDICATE command or its directory entry, which the vendor must do.

Where shared processors are good enough for a test, agree on the weight with
the vendor and write the decision down with `accept HS2105 for NAME because
"…"`.

Source: the 2007 test of the story; PR/SM Planning Guide on dedicated and
shared logical processors.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

site home {
  machine CEC {
    lpar VMPROD { processors 2 IFL dedicated }
  }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { processors 2 IFL shared }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

site home {
  machine CEC {
    lpar VMPROD { processors 2 IFL dedicated }
  }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { processors 2 IFL dedicated }
    }
  }
}
)";

}  // namespace

const model::Rule kNotDedicated = {
    .title = "Processors are dedicated at home and shared at the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
