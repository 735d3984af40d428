#include <algorithm>
#include <map>

#include "compiler/rules/network_parts.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;

/// How many machines are marked.
constexpr std::size_t kMostMachines = 4;

using ByMachine = std::vector<std::pair<model::MachineId, std::vector<std::string>>>;

/// Who stands where, in order of the machines' first member.
ByMachine MembersByMachine(const Model& model, const std::vector<model::Segment>& segments) {
  ByMachine result;
  std::map<std::uint32_t, std::size_t> index;
  for (const model::Segment& segment : segments) {
    for (const model::Member& member : segment.members) {
      const model::MachineId machine = model.at(member.placement).machine;
      const auto [it, is_new] = index.try_emplace(machine.index, result.size());
      if (is_new) result.emplace_back(machine, std::vector<std::string>());
      auto& names = result[it->second].second;
      const std::string& name = NameOf(model, member.placement);
      if (names.empty() || names.back() != name) names.push_back(name);
    }
  }
  return result;
}

/// The HiperSockets of this site that carry the network, else those of home; one of the two there is.
const model::Carrier* HipersocketsOf(const Model& model, const Separation& split) {
  const auto carries = [&](const model::Carrier& carrier) {
    return !carrier.is_osa() &&
           std::find(carrier.networks.begin(), carrier.networks.end(), split.network) != carrier.networks.end();
  };
  const model::Carrier* home = nullptr;
  for (const model::Carrier& carrier : model.carriers) {
    if (!carries(carrier)) continue;
    if (model.at(carrier.machine).site == model.IdOf(*split.site)) return &carrier;
    if (home == nullptr) home = &carrier;
  }
  return home;
}

void Tell(const Model& model, const Separation& split, const std::vector<model::Segment>& segments,
          model::RuleReporter& report) {
  const std::string& network = model.at(split.network).name;
  const ByMachine machines = MembersByMachine(model, segments);
  const model::Carrier* carrier = HipersocketsOf(model, split);
  if (carrier == nullptr) return;
  const bool here = model.at(carrier->machine).site == model.IdOf(*split.site);
  auto& finding = report.Error(here ? carrier->written.name : split.site->written.name,
                               "HiperSockets can't carry `{}` at `{}`: its members are on {} machines", network,
                               split.site->name, machines.size());
  finding.Here(here ? "HiperSockets don't leave their machine" : "its members are on several machines here");
  if (!here) finding.Mark(carrier->written.name, "home has HiperSockets for it, which don't leave their machine");
  for (std::size_t i = 0; i < machines.size() && i < kMostMachines; ++i) {
    finding.Mark(model.at(machines[i].first).written.name, fmt::format("{} {} here", FewNames(machines[i].second),
                                                                       machines[i].second.size() == 1 ? "is" : "are"));
  }
  for (const auto& [machine, names] : machines) {
    if (names.size() > kFewNames) finding.Note(fmt::format("on `{}`: {}", model.at(machine).name, Names(names)));
    AboutAll(finding, names);
  }
  finding
      .Note(
          "HiperSockets are memory of one machine: on each machine they come up and all looks well, and nothing joins "
          "them")
      .Advise(fmt::format("place the members of `{}` on one machine", network))
      .Advise(fmt::format("or carry `{}` by an OSA of each machine: `osa NAME carries {} {{ devices ? for … }}`",
                          network, network));
}

void Run(const Model& model, model::RuleReporter& report) {
  ForEachSeparation(model, Separation::Cause::kMachines,
                    [&](const Separation& split, const std::vector<model::Segment>& segments) {
                      Tell(model, split, segments, report);
                    });
}

constexpr std::string_view kExplanation =
    R"(A network lives on HiperSockets, and its members are on different machines at
a site. HiperSockets are a LAN in the memory of one machine. They don't leave
it: two machines that each have a HiperSockets channel of the same name have
two LANs.

At home this is known, because it was built so. At the recovery site it
happens when the vendor has no machine that is large enough and offers two, or
when the test system is put "on the other box": z/OS on the one, Linux on the
other. Each channel comes up, each stack says that its device is ready, and
the databases can't be reached. There is no command that mends it, only
another placement or other hardware.

To repair it, place the members on one machine, or carry the network by an OSA
on each: the OSAs of one network meet in the LAN outside. The MTU must then be
one that an OSA takes (HS2406). Two halves that don't need each other are two
networks: give each a name of its own, as the bank in the examples does.

A network that an OSA carries may have members on as many machines as it
likes, and so may one that a router on each machine joins to another.

Source: z/OS Communications Server, IP Configuration Guide, "HiperSockets
concepts and connectivity": communication between partitions "within the same
central processor complex".)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zos PRODB { nic 0E00 on DATABASE address DATABASE[11] }

site home {
  machine CECA {
    lpar PRODA
    hipersockets HSA carries DATABASE { devices 0E00-0E0F }
  }
  machine CECB {
    lpar PRODB
    hipersockets HSB carries DATABASE { devices 0E00-0E0F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zos PRODB { nic 0E00 on DATABASE address DATABASE[11] }

site home {
  machine CECA {
    lpar PRODA
    osa OSAA carries DATABASE { devices 0E00-0E0F }
  }
  machine CECB {
    lpar PRODB
    osa OSAB carries DATABASE { devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kSplitHipersockets = {
    .title = "A HiperSockets network has members on several machines.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
