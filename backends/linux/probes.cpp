#include "backends/linux/probes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

// A router may share a network with many z/OS systems; a handful shows that the network works.
constexpr std::size_t kMostNeighbours = 6;
// IPv4 and ICMP headers, which `ping -s` doesn't count.
constexpr std::int64_t kHeaders = 28;

class Prober {
 public:
  Prober(const model::Model& model, const SiteIndex& index, const model::Placement& me)
      : model_(model), index_(index), me_(me) {}

  std::vector<Probe> Run() {
    for (const model::Hop& hop : model::RoutesOf(model_, me_).hops) {
      if (!hop.destination) AddGateway(hop);
    }
    for (const model::Reference& need : model_.SystemOf(me_).needs) {
      if (const model::Placement* needed = model_.Find(me_.site, need.system)) AddNeeded(*needed);
    }
    if (!model_.SystemOf(me_).forwards.empty()) AddNeighbours();
    return std::move(probes_);
  }

 private:
  std::string NameOf(const model::Placement& placement) const { return PlainText(model_.SystemOf(placement).name); }
  std::string NameOf(model::NetworkId network) const { return PlainText(model_.at(network).name); }

  void Add(const IpAddress& address, std::string what, std::int64_t payload = 0) {
    const auto same = [&](const Probe& probe) { return probe.address == address; };
    if (std::none_of(probes_.begin(), probes_.end(), same)) probes_.push_back({address, std::move(what), payload});
  }

  const model::Placement* OwnerOf(model::NetworkId network, const IpAddress& address) const {
    const auto owner = index_.owners.find({network, address});
    return owner == index_.owners.end() ? nullptr : owner->second;
  }

  void AddGateway(const model::Hop& hop) {
    const model::NetworkId network = me_.nics[hop.nic].network;
    const model::Placement* owner = OwnerOf(network, hop.via);
    if (owner && !router_) router_ = owner;
    Add(hop.via, owner ? fmt::format("{}, the gateway of {}", NameOf(*owner), NameOf(network))
                       : fmt::format("the gateway of {}", NameOf(network)));
  }

  static const model::PlacedNic* NicOn(const model::Placement& placement, model::NetworkId network) {
    const auto found = std::find_if(placement.nics.begin(), placement.nics.end(), [&](const model::PlacedNic& nic) {
      return nic.network == network && !nic.addresses.empty();
    });
    return found == placement.nics.end() ? nullptr : &*found;
  }

  /// Where `from` meets `to`: the NIC of `to` on a network that both are on, HiperSockets before others.
  const model::PlacedNic* Meet(const model::Placement& from, const model::Placement& to) const {
    const model::PlacedNic* meeting = nullptr;
    for (const model::PlacedNic& nic : to.nics) {
      if (nic.addresses.empty() || !NicOn(from, nic.network)) continue;
      if (model::LinkOf(model_, nic).hipersockets) return &nic;
      if (!meeting) meeting = &nic;
    }
    return meeting;
  }

  void AddDirect(const model::Placement& other, const model::PlacedNic& nic) {
    const IpAddress& address = nic.addresses.front();
    const std::optional<std::int64_t> mtu = model::MtuOf(model_, me_, nic);
    const bool large = model::LinkOf(model_, nic).hipersockets && mtu && address.is_v4();
    Add(address, fmt::format("{} on {}", NameOf(other), NameOf(nic.network)), large ? *mtu - kHeaders : 0);
  }

  void AddNeeded(const model::Placement& needed) {
    if (const model::PlacedNic* nic = Meet(me_, needed)) return AddDirect(needed, *nic);
    const model::PlacedNic* far = router_ ? Meet(*router_, needed) : nullptr;
    if (!far) return;
    const IpAddress& near = NicOn(*router_, far->network)->addresses.front();
    Add(near, fmt::format("{}, its side on {}", NameOf(*router_), NameOf(far->network)));
    Add(far->addresses.front(), fmt::format("{} on {} (needed)", NameOf(needed), NameOf(far->network)));
  }

  void AddNeighbours() {
    std::size_t added = 0;
    for (const model::PlacedNic& mine : me_.nics) {
      const auto neighbours = index_.zos.find(mine.network);
      if (neighbours == index_.zos.end()) continue;
      for (const model::Placement* zos : neighbours->second) {
        const model::PlacedNic* nic = NicOn(*zos, mine.network);
        if (nic && added++ < kMostNeighbours) AddDirect(*zos, *nic);
      }
    }
  }

  const model::Model& model_;
  const SiteIndex& index_;
  const model::Placement& me_;
  const model::Placement* router_ = nullptr;
  std::vector<Probe> probes_;
};

}  // namespace

SiteIndex::SiteIndex(const model::Model& model, const model::Site& site) {
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    for (const model::PlacedNic& nic : placement.nics) {
      for (const IpAddress& address : nic.addresses) owners.try_emplace({nic.network, address}, &placement);
      if (model.SystemOf(placement).is_zos()) zos[nic.network].push_back(&placement);
    }
  }
}

std::vector<Probe> ProbesOf(const model::Model& model, const SiteIndex& index, const model::Placement& placement) {
  return Prober(model, index, placement).Run();
}

}  // namespace hotsite::backends::linux_guest
