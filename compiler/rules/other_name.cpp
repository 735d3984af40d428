#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// What the hardware or the z/VM below calls a system: its partition, or its user ID.
const std::string& KnownAs(const Model& model, const Placement& placement) {
  return placement.host.valid() ? model.SystemOf(placement).name : model.at(placement.partition).name;
}

/// `in partition `LP07``, `as user ID `VMPROD``.
std::string Where(const Model& model, const Placement& placement) {
  return fmt::format("{} `{}`", placement.host.valid() ? "as user ID" : "in partition", KnownAs(model, placement));
}

const char* WhatKeysOnIt(const System& system) {
  return system.is_zvm() ? "SYSTEM_IDENTIFIER statements, EXECs that ask for the partition and licence keys may name it"
                         : "LOADxx (LPARNAME, VMUSERID), IEASYMxx and automation may name it";
}

void TellPartition(const Model& model, const Placement& here, const Placement& home, model::RuleReporter& report) {
  const System& system = model.SystemOf(here);
  const std::string& before = KnownAs(model, home);
  auto& finding = report.Warn(here.written.name, "`{}` would run {} at `{}`, and runs {} at home", system.name,
                              Where(model, here), model.at(here.site).name, Where(model, home));
  finding.Here(here.host.valid() ? "a guest is known by its user ID" : "the name of the partition")
      .Mark(home.written.name, "the name at home")
      .Note(WhatKeysOnIt(system));
  if (here.host.valid()) {
    finding.Advise("add what keys on the partition's name for the user ID too, before the volumes are saved");
  } else {
    finding.Advise(fmt::format("ask for a partition of the name at home: `lpar {}{}`", before,
                               before == system.name ? "" : " runs " + system.name));
  }
  finding.Advise("or accept it, once everything that keys on the name knows both");
  finding.About(system.name);
}

void TellNode(const Model& model, const Placement& here, const Placement& home, model::RuleReporter& report) {
  const System& system = model.SystemOf(here);
  const auto& now = here.settings.node;
  const std::string before = home.settings.node.value_or(system.name);
  auto& finding = report.Warn(now.span(), "node name `{}` of `{}` at `{}`, where home has `{}`", *now, system.name,
                              model.at(here.site).name, before);
  finding.Here("another node name than at home")
      .Mark(home.settings.node.known() ? home.settings.node.span() : system.written.name, "the node name at home")
      .Note(fmt::format("what is written for node {0} doesn't hold then: records of SYSTEM CONFIG that begin with "
                        "`{0}:`, `{0} TCPIP`, BUILD ON of identities, RSCS links, EXECs",
                        before))
      .Advise("take `node` away here: the node name then is as at home");
  finding.About(system.name);
}

void Run(const Model& model, model::RuleReporter& report) {
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    const System& system = model.SystemOf(here);
    // A Linux asks nobody for the name of its partition.
    if (!system.is_zvm() && !system.is_zos()) return;
    if (KnownAs(model, here) != KnownAs(model, home)) TellPartition(model, here, home, report);
    const auto& node = here.settings.node;
    if (node.known() && *node != home.settings.node.value_or(system.name)) TellNode(model, here, home, report);
  });
}

constexpr std::string_view kExplanation =
    R"(A z/VM or z/OS system has another name at the recovery site than at home: the
partition it runs in is called otherwise, or the site gives it another node
name. (A guest of the vendor's z/VM is known by its user ID.)

The name is what everything else keys on. z/VM finds its node name by the
partition's name (SYSTEM_IDENTIFIER LPAR …); records of SYSTEM CONFIG that
begin with the node's name, the profile `<node> TCPIP`, DTCPARMS, and the BUILD
ON statements of an identity hold for one node. z/OS chooses its LOADxx and
IEASYMxx lines by LPARNAME or VMUSERID. Where the name doesn't fit, nothing
fails loudly: the system comes up with defaults, without its network, its
devices or its disks.

A system programmer put it so: changing the node name during a disaster would
cause more problems than it would solve, since too much code says "if node =
'VMSYS1'".

To repair it, ask the vendor for a partition of the name at home, and leave
`node` out. Where the vendor insists on a name, prepare home for both names
(a second SYSTEM_IDENTIFIER, a second LOADxx filter) before the volumes are
saved, and accept the finding.

Silent: the same names; Linux systems; systems that home doesn't have.

Source: IBMVM mailing list, February 2010, on node names at a disaster; z/VM CP
Planning and Administration, SYSTEM_IDENTIFIER; z/OS MVS Initialization and
Tuning Reference, LOADxx.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar CUST07 runs VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

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

const model::Rule kOtherName = {
    .title = "A z/VM or z/OS system has another partition or node name than at home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
