#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Autolog;
using model::Model;
using model::Placement;

void Tell(const Model& model, const Placement& placement, model::RuleReporter& report) {
  const model::System& system = model.SystemOf(placement);
  const auto& autolog = placement.settings.autolog;
  const std::string guests = placement.guests.size() == 1 ? "guest" : fmt::format("{} guests", placement.guests.size());
  auto& finding = report.Warn(placement.written.name, "`{}` would start its {} at its first IPL at `{}`, unasked",
                              system.name, guests, model.at(placement.site).name);
  finding.Here("nobody has looked yet")
      .Mark(autolog.span(), "what AUTOLOG1 does")
      .Note("addresses, routes and device numbers are still those of home when they come up");
  const std::string text = "let it ask the operator at this site";
  const bool said_here = autolog.span().begin >= placement.written.whole.begin &&
                         autolog.span().end <= placement.written.whole.end &&
                         autolog.span().file == placement.written.whole.file;
  if (!placement.stated || !Editable(placement.written)) {
    finding.Advise(text + ": `autolog operator`");
  } else if (said_here) {
    finding.Offer(text, {{autolog.span(), "autolog operator"}});
  } else {
    finding.Offer(text, {InsertIntoBlock(report.sources(), placement.written, "autolog operator")});
  }
  finding.About(system.name);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Placement& placement : model.placements) {
    if (!model.at(placement.site).recovery || model.SystemOf(placement).vendors || placement.guests.empty()) continue;
    const auto& autolog = placement.settings.autolog;
    if (autolog.known() && *autolog == Autolog::kGuests) Tell(model, placement, report);
  }
}

constexpr std::string_view kExplanation =
    R"(The restored z/VM starts its guests at IPL, as it does at home: AUTOLOG1 logs
them on one after the other, and nobody is asked.

At home that is what one wants. At the recovery site the first IPL is there to
look and to change: the OSA and HiperSockets device numbers are still those of
home, the vswitches have no uplink, the routes lead nowhere. Guests that start
now find no network, mark data bases as failed, send mail about it, or, where
the network of the test reaches production, answer at production's addresses.
They have to be stopped one by one before the second IPL.

One shop writes a marker file before the backup and takes it away afterwards:
where AUTOLOG1 finds it, the system has been restored, and starts only what is
needed to look around. The start EXEC that Hotsite generates does as much: it
compares the node and asks.

To repair it, say at the site `autolog operator` (or `nothing`), and let
AUTOLOG1 of the home system ask when it finds itself restored, before the
volumes are saved.

Silent: z/VM systems that don't say what AUTOLOG1 does; without guests; the
vendor's own.

Source: IBMVM mailing list, March 2008, on AUTOLOG1 at a disaster.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  autolog guests
  linux LNX1 { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 8 GiB
  autolog guests
  linux LNX1 { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { autolog operator }
    }
  }
}
)";

}  // namespace

const model::Rule kStartsUnasked = {
    .title = "A restored z/VM would start its guests before anyone has looked.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
