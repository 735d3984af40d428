#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace other;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    const auto& zone = here.settings.timezone;
    if (zone.known() && home.settings.timezone.known() && *zone != *home.settings.timezone)
      other.Add(KeyOf(zone.span()), &here);
  });
  for (const auto& group : other.groups()) {
    const Placement& here = *group.front();
    const auto& zone = here.settings.timezone;
    const auto& at_home = AtHome(model, here)->settings.timezone;
    const auto names = NamesOf(model, group);
    auto& finding = report.Warn(zone.span(), "{} would show the time of {} at `{}`, and that of {} at home",
                                OneOrCount(names, "systems"), *zone, model.at(here.site).name, *at_home);
    finding.Here("another time zone")
        .Mark(at_home.span(), "the zone at home")
        .Note("jobs that are scheduled by local time run early or late, and so do their users' clocks")
        .Offer("keep the zone of home", ReplaceValue(here.written, zone.span(), *at_home));
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(A system is given another time zone at the recovery site than it has at home.

It is tempting: the vendor's machine room is in another zone, its clocks on the
wall show another time, and its other customers' systems are set to it. But
the recovered system runs production's jobs, for production's users. Whatever
is scheduled by local time runs hours early or late; time stamps of the
restored data lie in the future; when the clock is set back later, records
appear to be written before those they depend on.

To repair it, keep the zone of home: leave `timezone` out at the site. The
request then asks for it.

Silent: the same zone, and systems whose zone isn't said on both sides.

Source: IBMVM mailing list, February 2010, on time zones at a disaster.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 8 GiB; timezone America/New_York }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { timezone America/Denver }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 8 GiB; timezone America/New_York }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kOtherTimeZone = {
    .title = "A system has another time zone than at home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
