// What carries each FCP path to its storage at each site: a device on an FCP channel of the machine that was given to
// the system or to a z/VM around it. Known ranges are dealt out one by one in text order, per partition.
#include <algorithm>
#include <map>
#include <set>

#include "compiler/check/build_context.h"
#include "compiler/model/grants.h"

namespace hotsite::check {
namespace {

using model::Channel;
using model::ChannelId;
using model::Placement;
using model::PlacementId;

class FcpAttacher {
 public:
  explicit FcpAttacher(model::Model& model) : model_(model) {}

  void Run() {
    for (Placement& placement : model_.placements) {
      for (model::PlacedFcp& path : placement.fcp) AttachPath(placement, path);
    }
  }

 private:
  void AttachPath(const Placement& placement, model::PlacedFcp& path) {
    for (const ChannelId id : model_.at(placement.machine).channels) {
      const Channel& channel = model_.at(id);
      if (!channel.is_fcp() || !model::Reaches(model_, channel.reaches, placement)) continue;
      const auto [grant, system] = model::GrantFor(model_, channel.grants, placement);
      if (grant == nullptr && !channel.grants.empty()) continue;
      path.channel = id;
      const DeviceNumber declared = model_.at(placement.system).fcp[path.index].device;
      // The number in a guest is virtual; in a partition it is the real one.
      const std::optional<DeviceNumber> wish = placement.host.valid() ? std::nullopt : std::optional(declared);
      if (grant != nullptr) path.real = Deal(*grant, system, placement.partition, wish);
      // What the vendor answers may be several ranges.
      for (const model::DeviceGrant& line : channel.grants) {
        const bool further = &line != grant && line.range.known() &&
                             std::find(line.systems.begin(), line.systems.end(), system) != line.systems.end();
        if (grant != nullptr && path.real.absent() && further)
          path.real = Deal(line, system, placement.partition, wish);
      }
      if (path.real.open()) path.behind = asked_[path.real.hole()]++;
      return;
    }
  }

  model::Stated<DeviceNumber> Deal(const model::DeviceGrant& grant, model::SystemId system,
                                   model::PartitionId partition, std::optional<DeviceNumber> wish) {
    if (grant.range.open()) {
      const auto place = std::find(grant.systems.begin(), grant.systems.end(), system);
      return model::Stated<DeviceNumber>::Open(grant.holes[static_cast<std::size_t>(place - grant.systems.begin())],
                                               grant.range.span());
    }
    std::set<std::uint32_t>& used = used_[{partition.index, &grant}];
    std::uint32_t number = grant.range->first().value();
    if (wish && grant.range->Contains(*wish) && !used.contains(wish->value())) number = wish->value();
    while (used.contains(number)) ++number;
    if (number > grant.range->last().value()) return {};
    used.insert(number);
    return model::Stated(DeviceNumber(static_cast<std::uint16_t>(number)), grant.range.span());
  }

  model::Model& model_;
  std::map<model::HoleId, unsigned> asked_;
  std::map<std::pair<std::uint32_t, const model::DeviceGrant*>, std::set<std::uint32_t>> used_;
};

}  // namespace

void AttachFcp(BuildContext& context) { FcpAttacher(context.model).Run(); }

}  // namespace hotsite::check
