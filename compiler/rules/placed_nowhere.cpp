#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::System;

bool PlacedAnywhere(const Model& model, const System& system) {
  for (const model::Site& site : model.sites) {
    if (model.Find(model.IdOf(site), model.IdOf(system)) != nullptr) return true;
  }
  return false;
}

/// Declared for itself: a guest comes with its hypervisor, what is the vendor's stands where it runs.
bool IsOwn(const System& system) {
  return !system.vendors && !system.parent.valid() && system.kind != model::SystemKind::kExternal;
}

void Run(const Model& model, model::RuleReporter& report) {
  if (model.home() == nullptr) return;  // a file of systems alone, or a spec in the making
  for (const System& system : model.systems) {
    if (!IsOwn(system) || PlacedAnywhere(model, system)) continue;
    auto& finding =
        report.Warn(system.written.name, "{} `{}` is placed nowhere", model::ToString(system.kind), system.name);
    finding.Here("no site runs it").Note("what no site runs is in no request and in no configuration");
    if (system.is_linux()) {
      finding.Advise(
          fmt::format("a Linux at the top runs in a partition: `lpar {}`; a guest is declared inside its "
                      "`zvm` or `kvm`",
                      system.name));
    } else {
      finding.Advise(fmt::format("place it: `lpar {}`", system.name));
    }
    finding.About(system.name);
  }
}

constexpr std::string_view kExplanation =
    R"(A system is declared, and no site of the spec runs it: neither home nor the
recovery site has a partition for it. Nobody asks the vendor for it, no
configuration is written, and nobody restores it.

Mostly it is a slip. A `linux` that stands behind the closing brace of its
`zvm` is no guest of it any more, but a Linux that runs in a partition of its
own. A partition was renamed, and its `lpar` now names another system.

To repair it, give it a place (`lpar NAME` in a machine), move a guest into the
block of its z/VM or KVM, or take the system away.

Source: language rule.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
}
linux LNXDNS { memory 1 GiB }

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
  linux LNXDNS { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kPlacedNowhere = {
    .title = "A system is declared and placed at no site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
