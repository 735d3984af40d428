#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Cluster;
using model::Model;
using model::Site;

struct Members {
  std::vector<std::string> here, missing;
  const model::Placement* first = nullptr;
  Span missing_place;
};

Members MembersAt(const Model& model, const Site& site, const Cluster& cluster) {
  Members members;
  for (const model::Reference& member : cluster.members) {
    const model::Placement* placed = model.Find(model.IdOf(site), member.system);
    if (placed != nullptr && members.first == nullptr) members.first = placed;
    if (placed == nullptr && members.missing.empty()) members.missing_place = member.span;
    (placed != nullptr ? members.here : members.missing).push_back(model.at(member.system).name);
  }
  return members;
}

void Run(const Model& model, model::RuleReporter& report) {
  for (const Site* site : model.recovery_sites()) {
    for (const Cluster& cluster : model.clusters) {
      const Members members = MembersAt(model, *site, cluster);
      if (members.here.empty() || members.missing.empty()) continue;
      const bool one = members.missing.size() == 1;
      auto& finding = report.Warn(members.first->written.name, "{} of `{}` {} not placed at `{}`, and {} {}",
                                  FewNames(members.missing, "members"), cluster.name, one ? "is" : "are", site->name,
                                  FewNames(members.here, "others"), members.here.size() == 1 ? "is" : "are");
      finding.Here("comes up alone")
          .Mark(members.missing_place, fmt::format("a member of `{}`", cluster.name))
          .Note(
              "the restored PDR says in which state home left the other members; a member that it believes to be up is "
              "waited for, and what it held is withheld")
          .Advise(fmt::format("place {} too: `lpar {}`", one ? "it" : "them", members.missing.front()))
          .Advise(
              fmt::format("or put `SET SSI {} DOWN` into the start procedure, behind a look at QUERY SSI, and write "
                          "down that it is meant: `accept HS2011 for {} because \"…\"`",
                          members.missing.front(), cluster.name))
          .About(cluster.name);
      AboutAll(finding, members.missing);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A single system image has several members, and only some of them are placed at
the recovery site.

Members keep each other's state in the persistent data record (PDR) on a shared
volume. The restored PDR is that of the moment of the backup: it says that the
others were up. A member that comes up alone finds no heartbeat and no ISFC
connection from them, and can't know whether they still write to the shared
volumes. Until somebody tells it, it stays careful: the cluster isn't in its
stable mode, and guests that were logged on elsewhere, and minidisks that were
linked there, are withheld.

To repair it, place all members. Where one has to do, somebody with class B
looks at QUERY SSI and tells the rest down (`SET SSI VMB DOWN`), which may be
done only when it is certain that they don't run: at the recovery site it is.
Guests that are declared in the `ssi` come up under the first member that is
placed; guests of a member that isn't placed stay away, and HS2003 tells them.
The volumes of the missing member must not be needed: a directory entry that is
built on that member (SUBCONFIG) doesn't log on.

Source: z/Journal, 8 May 2012, "Flexible Horizontal Scalability With z/VM Single
System Image", "Member State Tracking and Management" (the PDR, heartbeats,
states). That SET SSI … DOWN is the way out is from knowledge: try it at home.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMA { memory 24 GiB }
zvm VMB { memory 24 GiB }
ssi PRODSSI { members VMA, VMB }

site home {
  machine CEC {
    lpar VMA
    lpar VMB
  }
}

recovery "2024" {
  site hotsite {
    machine BIGBOX { lpar VMA }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMA { memory 24 GiB }
zvm VMB { memory 24 GiB }
ssi PRODSSI { members VMA, VMB }

site home {
  machine CEC {
    lpar VMA
    lpar VMB
  }
}

recovery "2024" {
  site hotsite {
    machine BIGBOX {
      lpar VMA
      lpar VMB
    }
  }
}
)";

}  // namespace

const model::Rule kMissingClusterMember = {
    .title = "Only some members of a single system image are placed at the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
