#include <algorithm>
#include <map>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Machine;
using model::MachineId;
using model::Model;
using model::Placement;

/// What channels are for: an OSA's network, or SCSI disks (FCP), or disks and tapes (FICON).
using Purpose = std::pair<std::string, model::NetworkId>;

/// The channel paths of one machine for one purpose.
struct Paths {
  std::int64_t count = 0;
  bool unknown = false;  // left to the vendor, or at home not said
  Span span;             // of the number, else of the first name
  std::string name;
  const model::Written* written = nullptr;  // of the statement, where there is one only
  bool said = false;
};
using PathsByPurpose = std::map<Purpose, Paths>;

template <class Channels>
void Count(const Channels& channels, const Purpose& purpose, bool recovery, PathsByPurpose& all) {
  Paths& paths = all[purpose];
  // What isn't said at the vendor's is asked for as one; at home it isn't known.
  paths.unknown = paths.unknown || channels.chpids.open() || (channels.chpids.absent() && !recovery);
  paths.count += channels.chpids.value_or(1);
  paths.written = paths.span.valid() ? nullptr : &channels.written;
  if (paths.span.valid()) return;
  paths.said = channels.chpids.known();
  paths.span = channels.chpids.known() ? channels.chpids.span() : channels.written.name;
  paths.name = channels.name;
}

PathsByPurpose PathsOf(const Model& model, const Machine& machine) {
  const bool recovery = model.at(machine.site).recovery;
  PathsByPurpose all;
  for (const model::CarrierId id : machine.carriers) {
    const model::Carrier& carrier = model.at(id);
    if (!carrier.is_osa()) continue;
    for (const model::NetworkId network : carrier.networks) Count(carrier, {"OSA", network}, recovery, all);
  }
  for (const model::ChannelId id : machine.channels) {
    const model::Channel& channel = model.at(id);
    Count(channel, {channel.KindName(), {}}, recovery, all);
  }
  return all;
}

/// The machines that the systems in the partitions of `machine` have at home.
std::set<MachineId> HomesOf(const Model& model, const Machine& machine) {
  std::set<MachineId> homes;
  for (const model::PartitionId id : machine.partitions) {
    const model::PlacementId occupant = model.at(id).occupant;
    if (!occupant.valid()) continue;
    if (const Placement* home = AtHome(model, model.at(occupant))) homes.insert(home->machine);
  }
  return homes;
}

struct Fewer {
  Purpose purpose;
  Paths here, home;
};

/// The edit that asks for as many as home has; none where several statements or systems share the text.
std::vector<Edit> EditsFor(const Fewer& fewer, const SourceMap& sources) {
  if (fewer.here.written == nullptr || !Editable(*fewer.here.written)) return {};
  if (fewer.here.said) return {{fewer.here.span, std::to_string(fewer.home.count)}};
  return {InsertIntoBlock(sources, *fewer.here.written, fmt::format("chpids at least {}", fewer.home.count))};
}

/// One finding for each statement, whatever the networks that it carries.
void TellFewer(const Model& model, const Machine& machine, const std::vector<Fewer>& group,
               model::RuleReporter& report) {
  const Fewer& head = group.front();
  std::vector<std::string> networks;
  for (const Fewer& fewer : group) {
    if (fewer.purpose.second.valid()) networks.push_back(model.at(fewer.purpose.second).name);
  }
  const std::string what =
      networks.empty() ? head.purpose.first + " channels" : fmt::format("OSA of {}", FewNames(networks, "networks"));
  // With one left the first cable that is pulled is the end; fewer of several is only slower.
  auto& finding = report.At(head.here.count == 1 ? Severity::kError : Severity::kWarning, head.here.span,
                            "{} would have {} at `{}`, and {} at home", what,
                            CountOf(static_cast<std::size_t>(head.here.count), "CHPID"), model.at(machine.site).name,
                            head.home.count);
  finding
      .Here(head.here.said ? CountOf(static_cast<std::size_t>(head.here.count), "CHPID")
                           : "no `chpids`: 1 is asked for")
      .Mark(head.home.span, fmt::format("{} at home", CountOf(static_cast<std::size_t>(head.home.count), "CHPID")))
      .Note(head.here.count == 1 ? "nothing takes over when its port, its cable or its switch fails"
                                 : "the restore and the work share fewer paths")
      .Offer(fmt::format("ask for `chpids at least {}`, on different features", head.home.count),
             EditsFor(head, report.sources()))
      .Advise("where fewer will do for the test, accept it with the reason");
  ListNames(finding, networks, kFewNames);
  finding.CausedBy(head.here.name);
  for (const model::PartitionId id : machine.partitions) {
    if (model.at(id).occupant.valid()) finding.About(NameOf(model, model.at(id).occupant));
  }
}

void CompareWithHome(const Model& model, const std::vector<PathsByPurpose>& paths, model::RuleReporter& report) {
  for (const Machine& machine : model.machines) {
    if (!model.at(machine.site).recovery) continue;
    const auto index = static_cast<std::size_t>(&machine - model.machines.data());
    Gathered<SpanKey, Fewer> fewer;
    const std::set<MachineId> homes = HomesOf(model, machine);
    for (const auto& [purpose, here] : paths[index]) {
      const Paths* most = nullptr;
      for (const MachineId home : homes) {
        const auto at_home = paths[home.index].find(purpose);
        if (at_home == paths[home.index].end() || at_home->second.unknown) continue;
        if (most == nullptr || at_home->second.count > most->count) most = &at_home->second;
      }
      if (most != nullptr && !here.unknown && here.count < most->count)
        fewer.Add(KeyOf(here.span), {purpose, here, *most});
    }
    for (const auto& group : fewer.groups()) TellFewer(model, machine, group, report);
  }
}

/// A vswitch whose uplinks would share a channel path.
struct Crowded {
  const model::PlacedLan* lan;
  const Placement* host;
  const model::Carrier* carrier;
  std::int64_t uplinks;
};

/// "vswitch `VSW1`", "vswitches `VSW1` and `VSW2`", "12 vswitches".
std::string VswitchesOf(const std::vector<std::string>& names) {
  const std::string which = FewNames(names, "vswitches");
  if (names.size() > kFewNames) return which;
  return (names.size() == 1 ? "vswitch " : "vswitches ") + which;
}

void TellCrowded(const Model& model, const std::vector<Crowded>& group, model::RuleReporter& report) {
  const Crowded& head = group.front();
  const std::int64_t chpids = head.carrier->chpids.value_or(1);
  std::vector<std::string> lans;
  for (const Crowded& one : group) lans.push_back(one.lan->lan.name);
  const model::System& host = model.SystemOf(*head.host);
  auto& finding =
      report.Error(head.lan->lan.written.name, "{} of `{}` {} {} uplinks, and `{}` at `{}` has {}", VswitchesOf(lans),
                   host.name, lans.size() == 1 ? "has" : "have", head.uplinks, head.carrier->name,
                   model.at(head.host->site).name, CountOf(static_cast<std::size_t>(chpids), "CHPID"));
  finding.Here(fmt::format("{} uplinks", head.uplinks))
      .Mark(head.carrier->chpids.known() ? head.carrier->chpids.span() : head.carrier->written.name,
            CountOf(static_cast<std::size_t>(chpids), "CHPID") +
                (head.carrier->chpids.known() ? "" : ", if nothing is said"))
      .Note("a second uplink is there for the day the first fails; on the same CHPID it fails along")
      .Advise(fmt::format("ask for `chpids at least {}`, on different features: two ports of one aren't redundant",
                          head.uplinks));
  ListNames(finding, lans, kFewNames);
  finding.CausedBy(host.name);
}

void FindCrowded(const Model& model, model::RuleReporter& report) {
  Gathered<std::tuple<SpanKey, SpanKey>, Crowded> crowded;
  for (const Placement& host : model.placements) {
    const bool recovery = model.at(host.site).recovery;
    for (const model::PlacedLan& lan : host.lans) {
      std::map<model::CarrierId, std::int64_t> uplinks;
      for (const model::Attachment& uplink : lan.uplinks) {
        if (uplink.kind == model::Attachment::Kind::kDevices) ++uplinks[uplink.carrier];
      }
      for (const auto& [id, count] : uplinks) {
        const model::Carrier& carrier = model.at(id);
        const bool known = carrier.chpids.known() || (carrier.chpids.absent() && recovery);
        if (!carrier.is_osa() || !known || count <= carrier.chpids.value_or(1)) continue;
        crowded.Add({KeyOf(host.written.name), KeyOf(carrier.written.name)}, {&lan, &host, &carrier, count});
      }
    }
  }
  for (const auto& group : crowded.groups()) TellCrowded(model, group, report);
}

void Run(const Model& model, model::RuleReporter& report) {
  std::vector<PathsByPurpose> paths;
  paths.reserve(model.machines.size());
  for (const Machine& machine : model.machines) paths.push_back(PathsOf(model, machine));
  CompareWithHome(model, paths, report);
  FindCrowded(model, report);
}

constexpr std::string_view kExplanation =
    R"(Channel paths are there several times because one of them fails. At the
recovery site they often aren't: one OSA port does for a test, says whoever
counts ports.

- An OSA, FCP or FICON has one CHPID at the site and more at home. The port of
  a switch that somebody needs for something else, a cable under a raised
  floor: the network of the whole recovery is gone. This is an error.
- (warning) It has several, but fewer than at home: slower, and mostly meant.
- A vswitch has two or three uplinks, and its carrier has fewer CHPIDs. The
  second RDEV is for failover; on the CHPID of the first it fails together
  with it, and nobody notices before. This is an error at home too.

CHPIDs of one machine that carry the same network are added up, and compared
with the machine that the systems run on at home. `chpids` that the recovery
site doesn't mention is a request for one.

Two ports of one feature aren't redundancy: ask for different features.

To repair it, write `chpids at least 2`; where one is good enough for a test,
accept it with the reason. `chpids ?` isn't judged, nor is a machine of home
that doesn't say how many it has.

Source: CP Commands and Utilities Reference, DEFINE VSWITCH (the RDEVs of a
vswitch belong on different CHPIDs).)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { chpids 2; devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      osa UPLINK carries OFFICE { chpids 1; devices ? }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { chpids 2; devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA
      osa UPLINK carries OFFICE { chpids at least 2; devices ? }
    }
  }
}
)";

}  // namespace

const model::Rule kFewerChannels = {
    .title = "Fewer channel paths than at home, or than a vswitch has uplinks.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
