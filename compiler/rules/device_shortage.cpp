#include "compiler/rules/device_shortage.h"

#include <fmt/format.h>

#include "compiler/model/grants.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::Placement;

constexpr std::size_t kDevicesOfNic = 3;  // read, write, data

/// All that takes devices of one `devices` line in one partition.
struct Demand {
  const model::DeviceGrant* line = nullptr;
  std::string channel;  // OSA `UPLINK`
  std::size_t each = kDevicesOfNic;
  std::size_t wanted = 0;            // interfaces or paths
  std::vector<std::string> without;  // whose
  bool zos = false;                  // one without is z/OS, which takes even numbers only
};

class Counter {
 public:
  explicit Counter(const Model& model) : model_(model) {}

  void Count(const Placement& placement) {
    for (const model::PlacedNic& nic : placement.nics) {
      if (nic.has_device()) Take(placement, nic.attachment);
    }
    for (const model::PlacedLan& lan : placement.lans) {
      for (const Attachment& uplink : lan.uplinks) Take(placement, uplink);
    }
    for (const model::PlacedFcp& path : placement.fcp) {
      if (!path.channel.valid()) continue;
      const model::Channel& channel = model_.at(path.channel);
      Demand* demand = DemandOf(placement, channel);
      if (demand == nullptr) continue;
      demand->each = 1;
      Want(*demand, placement, path.real.absent());
    }
  }

  const std::map<std::pair<model::PartitionId, SpanKey>, Demand>& demands() const { return demands_; }

 private:
  void Take(const Placement& placement, const Attachment& to) {
    if (to.kind != Attachment::Kind::kDevices) return;
    if (Demand* demand = DemandOf(placement, model_.at(to.carrier))) Want(*demand, placement, to.device.absent());
  }

  template <class Channels>
  Demand* DemandOf(const Placement& placement, const Channels& channels) {
    const model::DeviceGrant* line = model::GrantFor(model_, channels.grants, placement).line;
    if (line == nullptr || !line->range.known()) return nullptr;
    Demand& demand = demands_[{placement.partition, KeyOf(line->range.span())}];
    demand.line = line;
    demand.channel = fmt::format("{} `{}`", channels.KindName(), channels.name);
    return &demand;
  }

  void Want(Demand& demand, const Placement& placement, bool without) {
    ++demand.wanted;
    if (!without) return;
    const model::System& system = model_.SystemOf(placement);
    if (demand.without.empty() || demand.without.back() != system.name) demand.without.push_back(system.name);
    demand.zos = demand.zos || system.is_zos();
  }

  const Model& model_;
  std::map<std::pair<model::PartitionId, SpanKey>, Demand> demands_;
};

/// Ranges of a `for` have one place in the text and are one mistake.
struct Shortage {
  const Demand* demand;
  std::string partition;
};

void Tell(const std::vector<Shortage>& group, model::RuleReporter& report) {
  const Demand& demand = *group.front().demand;
  const DeviceRange range = *demand.line->range;
  const std::size_t needed = demand.wanted * demand.each;
  std::vector<std::string> partitions;
  std::vector<std::string> without;
  for (const Shortage& shortage : group) {
    partitions.push_back(shortage.partition);
    without.insert(without.end(), shortage.demand->without.begin(), shortage.demand->without.end());
  }
  const std::string where = partitions == without ? "" : " in " + FewNames(partitions, "partitions");
  auto& finding = report.Error(demand.line->range.span(), "devices {} of {} don't suffice for {}{}", range.ToString(),
                               demand.channel, FewNames(without), where);
  finding.Here(CountOf(range.size(), "device number"));
  finding.Note(
      demand.each == 1
          ? fmt::format("{} of the partition need {} device numbers", CountOf(demand.wanted, "FCP path"), needed)
          : fmt::format("{} {} {} device numbers: read, write and data for each", CountOf(demand.wanted, "interface"),
                        demand.wanted == 1 ? "needs" : "need", needed));
  if (demand.zos && range.size() >= needed)
    finding.Note("z/OS takes three numbers that begin at an even one, so one at an odd end is lost");
  finding.Advise(fmt::format("give at least {} device numbers{}, or ask for them: `devices ?`", needed,
                             demand.each == 1 ? "" : " that begin at an even one"));
  ListNames(finding, without, kFewNames);
  AboutAll(finding, without);
}

}  // namespace

void TellShortages(const Model& model, model::RuleReporter& report) {
  Counter counter(model);
  for (const Placement& placement : model.placements) counter.Count(placement);
  Gathered<SpanKey, Shortage> short_of;
  for (const auto& [key, demand] : counter.demands()) {
    if (demand.without.empty()) continue;
    short_of.Add(key.second, {&demand, model.at(key.first).name});
  }
  for (const auto& group : short_of.groups()) Tell(group, report);
}

}  // namespace hotsite::rules
