#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// `controllers none` may be marked as a whole or by its operand.
std::string WithOperand(std::string_view written, std::string_view operand) {
  constexpr std::string_view kWord = "controllers";
  return written.starts_with(kWord) ? fmt::format("{} {}", kWord, operand) : std::string(operand);
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Placement& host : model.placements) {
    for (const model::PlacedLan& placed : host.lans) {
      const model::Lan& lan = placed.lan;
      if (!lan.is_vswitch() || lan.local || !lan.controllers_none) continue;
      const Span place = lan.controllers_span.valid() ? lan.controllers_span : lan.written.name;
      const model::System& system = model.SystemOf(host);
      auto& finding = report.Error(place, "vswitch `{}` of `{}` has no controllers at `{}`", lan.name, system.name,
                                   model.at(host.site).name);
      finding.Here("nobody drives its uplink").Mark(lan.written.name, "this vswitch");
      if (system.vendors)
        finding.Mark(host.written.name, "the vendor's z/VM: only the vendor can create user IDs in it");
      finding.Note(
          "a controller (DTCVSW1, DTCVSW2) starts and stops the OSA connection; without one the vswitch is defined and "
          "nothing goes out");
      if (!lan.written.generated && lan.controllers_span.valid()) {
        const std::string_view text = report.sources().Text(lan.controllers_span);
        finding.Offer("ask the vendor which controllers it provides", {{lan.controllers_span, WithOperand(text, "?")}})
            .Offer("or demand the two that come with z/VM",
                   {{lan.controllers_span, WithOperand(text, "DTCVSW1, DTCVSW2")}});
      } else {
        finding.Advise("say `controllers ?`, or name them: `controllers DTCVSW1, DTCVSW2`");
      }
      finding.About(system.name);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A vswitch has an uplink and nobody to drive it. CP hands the OSA of a vswitch
to a controller, a TCP/IP stack in a virtual machine of its own (DTCVSW1 and
DTCVSW2 come with z/VM since 5.2). The controller starts and stops the OSA
connection and takes over when the other fails; data don't pass through it.
Without one the vswitch is defined, guests couple to it, everything looks
right from inside, and not one frame leaves the z/VM.

In the second year of the story this compiler comes from, three Linux guests
ran directly under the vendor's z/VM, which had been built without these user
IDs. Only the vendor can create them: a controller needs an entry in the
vendor's directory with IUCV *VSWITCH, and a TCP/IP profile with VSWITCH
CONTROLLER ON.

To repair it, ask (`controllers ?`: the request then has a question, and the
answer is compared), or demand what z/VM ships with (`controllers DTCVSW1,
DTCVSW2`). A vswitch that is meant to reach nothing outside says `uplinks
none` and needs none.

Source: vm.ibm.com/virtualnetwork/contrllr.html; CP Commands and Utilities
Reference, DEFINE VSWITCH, usage note 3; the 2008 test of the story.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE {
    transport ethernet
    controllers none
  }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE {
  subnet 10.20.30.0/24
  gateway OFFICE[1]
}

zvm VMPROD {
  vswitch VSW1 carries OFFICE {
    transport ethernet
    controllers DTCVSW1, DTCVSW2
  }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21] }
}

site home {
  machine CEC {
    lpar VMPROD
    osa OSA0 carries OFFICE { devices 0600-060F }
  }
}
)";

}  // namespace

const model::Rule kMissingControllers = {
    .title = "A vswitch has no controllers at a site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
