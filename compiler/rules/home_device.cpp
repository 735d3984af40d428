#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Machine;
using model::Model;
using model::Placement;

/// Real device numbers that a recovery site states, equal to those of home for the same thing.
struct AsAtHome {
  std::string what;  // load address 0A82
  std::string of;    // the system, or the carrier
  bool is_system = false;
  Span span, home;
  const model::Site* site;
  std::optional<Edit> ask;  // puts `?` there
};

/// Of carriers and channels what they are for: their kind, and the network that they carry.
using Purpose = std::pair<std::string, model::NetworkId>;

std::vector<Purpose> PurposesOf(const model::Carrier& carrier) {
  std::vector<Purpose> purposes;
  for (const model::NetworkId network : carrier.networks) purposes.emplace_back(carrier.KindName(), network);
  return purposes;
}
std::vector<Purpose> PurposesOf(const model::Channel& channel) { return {{channel.KindName(), model::NetworkId{}}}; }

template <class T>
bool IsOpen(const std::vector<T>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const model::DeviceGrant& line) { return line.range.open(); });
}

/// Whether the vendor is asked for some of the machine's device numbers: then it is the vendor who assigns them.
bool LeavesOpen(const Model& model, const Machine& machine) {
  for (const model::CarrierId id : machine.carriers) {
    if (IsOpen(model.at(id).grants)) return true;
  }
  for (const model::ChannelId id : machine.channels) {
    if (IsOpen(model.at(id).grants)) return true;
  }
  return std::any_of(machine.partitions.begin(), machine.partitions.end(), [&](model::PartitionId id) {
    const model::Partition& partition = model.at(id);
    if (partition.settings.load.open() || partition.settings.console_devices.open()) return true;
    if (!partition.occupant.valid()) return false;
    const auto& volumes = model.at(partition.occupant).volumes;
    return std::any_of(volumes.begin(), volumes.end(), [](const auto& one) { return one.devices.open(); });
  });
}

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {
    for (const Machine& machine : model.machines) {
      if (model.at(machine.site).recovery) continue;
      for (const model::CarrierId id : machine.carriers) Remember(model.at(id));
      for (const model::ChannelId id : machine.channels) Remember(model.at(id));
    }
  }

  void Look(const Machine& machine) {
    site_ = &model_.at(machine.site);
    for (const model::CarrierId id : machine.carriers) Compare(model_.at(id));
    for (const model::ChannelId id : machine.channels) Compare(model_.at(id));
    for (const model::PartitionId id : machine.partitions) {
      const model::Partition& partition = model_.at(id);
      if (!partition.occupant.valid()) continue;
      const Placement& here = model_.at(partition.occupant);
      CompareVolumes(here);
      const Placement* home = AtHome(model_, here);
      if (home != nullptr && !home->host.valid()) CompareSettings(partition, model_.at(home->partition), here);
    }
  }

  const Gathered<SpanKey, AsAtHome>& found() const { return found_; }

 private:
  template <class Channels>
  void Remember(const Channels& channels) {
    for (const model::DeviceGrant& line : channels.grants) {
      if (!line.range.known()) continue;
      for (const Purpose& purpose : PurposesOf(channels)) home_.try_emplace({purpose, *line.range}, line.range.span());
    }
  }

  template <class Channels>
  void Compare(const Channels& channels) {
    for (const model::DeviceGrant& line : channels.grants) {
      if (!line.range.known() || !line.range.reason().empty()) continue;
      for (const Purpose& purpose : PurposesOf(channels)) {
        const auto home = home_.find({purpose, *line.range});
        if (home == home_.end()) continue;
        AsAtHome same{"devices " + line.range->ToString(),
                      fmt::format("{} `{}`", channels.KindName(), channels.name),
                      false,
                      line.range.span(),
                      home->second,
                      site_,
                      std::nullopt};
        if (!line.written.generated) same.ask = Edit{line.range.span(), "?"};
        found_.Add(KeyOf(same.span), std::move(same));
        break;
      }
    }
  }

  void CompareVolumes(const Placement& here) {
    const model::System& system = model_.SystemOf(here);
    std::map<DeviceRange, Span> home;
    for (const model::Volumes& volumes : system.volumes) {
      for (const DeviceRange& range : volumes.devices) home.try_emplace(range, volumes.span);
    }
    for (const model::PlacedVolumes& volumes : here.volumes) {
      if (!volumes.devices.known() || !volumes.devices.reason().empty()) continue;
      for (const DeviceRange& range : *volumes.devices) {
        const auto same = home.find(range);
        if (same == home.end()) continue;
        found_.Add(KeyOf(volumes.devices.span()), {"volume devices " + range.ToString(), system.name, true,
                                                   volumes.devices.span(), same->second, site_, std::nullopt});
        break;
      }
    }
  }

  void CompareSettings(const model::Partition& here, const model::Partition& home, const Placement& placement) {
    CompareSetting("load address", here.settings.load, home.settings.load, here, placement);
    CompareSetting("console devices", here.settings.console_devices, home.settings.console_devices, here, placement);
  }

  template <class T>
  void CompareSetting(const char* what, const model::Stated<T>& here, const model::Stated<T>& home,
                      const model::Partition& partition, const Placement& placement) {
    if (!here.known() || !home.known() || *here != *home || !here.reason().empty()) return;
    AsAtHome same{fmt::format("{} {}", what, here->ToString()),
                  model_.SystemOf(placement).name,
                  true,
                  here.span(),
                  home.span(),
                  site_,
                  std::nullopt};
    const std::vector<Edit> edits = ReplaceValue(partition.written, here.span(), "?");
    if (!edits.empty()) same.ask = edits.front();
    found_.Add(KeyOf(same.span), std::move(same));
  }

  const Model& model_;
  const model::Site* site_ = nullptr;
  std::map<std::pair<Purpose, DeviceRange>, Span> home_;
  Gathered<SpanKey, AsAtHome> found_;
};

void Tell(const std::vector<AsAtHome>& group, model::RuleReporter& report) {
  const AsAtHome& head = group.front();
  std::vector<std::string> systems;
  for (const AsAtHome& one : group) {
    if (one.is_system) systems.push_back(one.of);
  }
  const std::string of = systems.empty() ? head.of : FewNames(systems);
  auto& finding = report.Warn(head.span, "{} of {} at `{}` {} of home", head.what, of, head.site->name,
                              head.what.starts_with("load") ? "is that" : "are those");
  finding.Here("the same as at home")
      .Mark(head.home, "home's")
      .Note("the vendor assigns device numbers, and is asked for others of this machine");
  const std::string text = "ask for them: `?`";
  if (head.ask && group.size() == 1) {
    finding.Offer(text, {*head.ask});
  } else {
    finding.Advise(text);
  }
  finding.Advise("where the vendor does build these, say so behind the number: `because \"…\"`");
  ListNames(finding, systems, kFewNames);
  AboutAll(finding, systems);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const Machine& machine : model.machines) {
    if (model.at(machine.site).recovery && LeavesOpen(model, machine)) finder.Look(machine);
  }
  for (const auto& group : finder.found().groups()) Tell(group, report);
}

constexpr std::string_view kExplanation =
    R"(A real device number at the recovery site is the one of home, though it is the
vendor who assigns them there.

Device numbers come from the I/O definition of a machine, and the vendor has
one of its own, shared with other customers. A number that was copied from
home looks right to everybody who reads the spec, since they know it from
home. It goes into the request as a demand, nobody checks it, and on the
morning of the test the load address is somebody else's disk.

When it is told: the spec asks the vendor for at least one device number of
the same machine (`?`, or a carrier without `devices`), so it is the vendor
who assigns them; and another number of that machine is exactly the one that
home has for the same thing: the range of an OSA, HiperSockets, FCP or FICON
channel for the same network or kind, the volumes of a system, its load
address, its consoles.

Not meant: virtual numbers of guests, which should be the same everywhere; a
machine of which nothing is asked, since then the vendor was told to build
home's numbers, or has answered; a number with a reason, `because "…"`.

To repair it, write `?`, or say why it is the same.

Source: IBMVM mailing list, March 2008, message 14311 (a shop that keeps its
device addresses in one table per site, since every one of them differs).)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA { load 0A82 }
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA { load 0A82 }
      osa UPLINK carries OFFICE { devices ? }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zos PRODA { nic 0800 on OFFICE address OFFICE[10] }

site home {
  machine CEC {
    lpar PRODA { load 0A82 }
    osa OSA0 carries OFFICE { devices 0800-080F }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar PRODA { load ? }
      osa UPLINK carries OFFICE { devices ? }
    }
  }
}
)";

}  // namespace

const model::Rule kHomeDevice = {
    .title = "A real device number at the recovery site is that of home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
