#include <algorithm>
#include <array>
#include <unordered_map>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

/// User IDs that a z/VM has from its installation, as far as a guest might be called so. Source: IBM's list of the user
/// IDs of z/VM 6.3 (vm.ibm.com, vm63.names) for AUTOLOG1, AUTOLOG2, AUDITOR and AVSVM; logs of a z/VM 6.3 course
/// (zvm-bootcamp) for the others.
constexpr std::array<std::string_view, 18> kShipped = {
    "AUDITOR", "AUTOLOG1", "AUTOLOG2", "AVSVM",    "DIRMAINT", "DISKACNT", "DTCVSW1", "DTCVSW2",  "EREP",
    "MAINT",   "OPERATNS", "OPERATOR", "OPERSYMP", "PMAINT",   "RACFVM",   "TCPIP",   "TCPMAINT", "VMSERVR",
};

/// Whose user ID it is beside the guest's: another guest, the z/VM's own stack, or the installation.
struct Collision {
  const Placement* guest = nullptr;
  const System* other = nullptr;  // the other guest
  const model::TcpipStack* stack = nullptr;
};

void Tell(const Model& model, const Placement& host, const Collision& collision, model::RuleReporter& report) {
  const System& guest = model.SystemOf(*collision.guest);
  const System& hypervisor = model.SystemOf(host);
  const std::string& site = model.at(host.site).name;
  // What is wrong in a z/VM's own block is wrong wherever it runs: told where the guest is declared.
  const Span place = collision.guest->stated ? collision.guest->written.name : guest.written.name;
  auto& finding = report.Error(place, "user ID `{}` would be there twice in the directory of `{}` at `{}`", guest.name,
                               hypervisor.name, site);
  if (collision.other != nullptr) {
    finding.Here("this guest").Mark(collision.other->written.name, "and this one");
  } else if (collision.stack != nullptr) {
    finding.Here("this guest").Mark(collision.stack->written.name, "and its TCP/IP stack");
  } else {
    finding.Here("this guest").Note(fmt::format("`{}` is a user ID that every z/VM comes with", guest.name));
  }
  finding
      .Note(
          "DIRECTXA refuses a directory with two entries of one user ID; put in by a replace, the guest's entry takes "
          "the other's place, and its disks")
      .Advise("give the guest another user ID, at home too: `renamed from` keeps its numbers in the request");
  finding.About(guest.name);
}

void CheckHost(const Model& model, const Placement& host, std::unordered_map<std::string_view, const Placement*>& seen,
               std::vector<const System*>& told, model::RuleReporter& report) {
  seen.clear();
  const System& system = model.SystemOf(host);
  for (const model::PlacementId id : host.guests) {
    const Placement& guest = model.at(id);
    const System& one = model.SystemOf(guest);
    Collision collision{&guest, nullptr, nullptr};
    const auto [first, added] = seen.emplace(one.name, &guest);
    const bool shipped = std::find(kShipped.begin(), kShipped.end(), one.name) != kShipped.end();
    if (!added && first->second->system == guest.system) continue;  // placed twice: HS2004
    if (!added) collision.other = &model.SystemOf(*first->second);
    if (system.tcpip && system.tcpip->userid == one.name) collision.stack = &*system.tcpip;
    if (added && collision.stack == nullptr && !shipped) continue;
    const bool anywhere = added && one.parent.valid() && one.parent == host.system;  // the same at every site
    if (anywhere && std::find(told.begin(), told.end(), &one) != told.end()) continue;
    if (anywhere) told.push_back(&one);
    Tell(model, host, collision, report);
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  std::unordered_map<std::string_view, const Placement*> seen;
  std::vector<const System*> told;
  for (const Placement& host : model.placements) {
    if (model.SystemOf(host).is_zvm()) CheckHost(model, host, seen, told, report);
  }
}

constexpr std::string_view kExplanation =
    R"(Two virtual machines of one z/VM would have the same user ID: guests that were
taken out of two z/VM systems and put under one, a guest and the TCP/IP stack,
or a guest and a user ID that every z/VM comes with, such as MAINT.

At home, each in its own z/VM, nobody minds. At the hot site they stand in one
user directory. DIRECTXA refuses it, or, where an entry is put in by a replace,
the second takes the place of the first and inherits its disks. On a vendor's
floor system that is worse than a failed test: it is the vendor's own MAINT.

In a test of the years of the floor systems, customers appended their entries
to the vendor's USER DIRECT and ran DIRECTXA, and cleaned up before they left.
What collides has to be known before.

To repair it, give the guest another user ID, at home too, so that nothing
inside it differs at the recovery site.

Silent: the same user ID under two different z/VM systems.

Source: z/VM CP Planning and Administration, USER directory statement: a user ID
may not be that of another entry; IBMVM mailing list, March 2008, on entries in
a vendor's directory.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { linux LNXDNS { memory 1 GiB } }
zvm VMTEST { linux LNXDNS { memory 1 GiB } }

site home {
  machine CEC { lpar VMPROD; lpar VMTEST }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar FLOOR {
        zvm VENDORVM {
          guest LNXDNS from VMPROD
          guest LNXDNS from VMTEST
        }
      }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { linux LNXDNS { memory 1 GiB } }
zvm VMTEST { linux LNXDNST { memory 1 GiB } }

site home {
  machine CEC { lpar VMPROD; lpar VMTEST }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar FLOOR {
        zvm VENDORVM {
          guest LNXDNS from VMPROD
          guest LNXDNST from VMTEST
        }
      }
    }
  }
}
)";

}  // namespace

const model::Rule kCollidingUserIds = {
    .title = "Two virtual machines of one z/VM have the same user ID.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
