#include "compiler/rules/unfit_release.h"

#include "compiler/rules/rules.h"

namespace hotsite::rules {
namespace {

void Run(const model::Model& model, model::RuleReporter& report) {
  TellWrongGeneration(model, report);
  TellOutOfService(model, report);
}

constexpr std::string_view kExplanation =
    R"(A system is placed on a machine that its release doesn't run on, or its
service ends before the test begins.

A release begins and ends with machines. A later one is built for what later
machines have, and on an older one it doesn't start: a Linux that is IPLed there
says "The Linux kernel requires more recent processor hardware", and no more. An older release doesn't know a later machine: what that needs of it is brought to
releases in service by fixes, and z/VM 5.4 never got those for a z14. At home
release and machine go together, since both have run for years. At the
recovery site the machine is another one, the vendor renews it between two
tests, and it shows on the first morning, with all tapes restored.

The machine's model counts: where it is left to the vendor nothing is said.
Guests are judged as their z/VM is, since they run on the same processors. An
OSA feature that is named (`osa OSA0 : osa_express_7s …`) has to go into the
machine too. Without a source for both facts it is a warning.

To repair it, ask for a machine that the release runs on, or move to a release
that runs on what the vendor has.

Service that ends is a warning, and only at the recovery site. What breaks
there has to be repaired there, and nobody repairs it any more. The date is
that of general service; where longer service was bought (LTSS, ELS, Ubuntu
Pro), write that down with an acceptance that ends when it does. It is
compared with the begin of the test, never with today.

What a release runs on and until when it is served are facts of the library
(`generations`, `service_ends`), each with its source: `hotsite explain
zvm_5_4`. Machine generations are counted as QEMU counts them
(target/s390x/cpu_models.c).

Source of what Linux says: Linux kernel, arch/s390/boot/als.c.)";

constexpr std::string_view kBad = R"(hotsite 1

machine_model box_9 "Box 9" { generation 9 source "a guide" }
machine_model box_14 "Box 14" { generation 14 source "a guide" }

zvm_release zvm_late "z/VM 9.9" { generations from 14 source "an announcement" }

zvm VMPROD : zvm_late { memory 24 GiB }

site home {
  machine CEC : box_14 { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX : box_9 { lpar VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

machine_model box_9 "Box 9" { generation 9 source "a guide" }
machine_model box_14 "Box 14" { generation 14 source "a guide" }

zvm_release zvm_late "z/VM 9.9" { generations from 14 source "an announcement" }

zvm VMPROD : zvm_late { memory 24 GiB }

site home {
  machine CEC : box_14 { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX : box_14 { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kUnfitRelease = {
    .title = "A release doesn't run on the machine it is placed on, or is out of service when the test begins.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
