// The checked spec: names resolved, defaults filled, units normalised, every system placed at every site, carriers
// found. Made once by check/, immutable afterwards; rules, requirements and backends need nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/constraint.h"
#include "compiler/model/contract.h"
#include "compiler/model/facts.h"
#include "compiler/model/group.h"
#include "compiler/model/recovery.h"
#include "compiler/model/site.h"
#include "compiler/model/system.h"

namespace hotsite::model {

struct Model {
  std::string title_doc;  // the file's `///` comment
  std::string customer;
  std::optional<Recovery> recovery;

  std::vector<MachineModel> machine_models;
  std::vector<ZvmRelease> releases;
  std::vector<ZosRelease> zos_releases;
  std::vector<Distribution> distributions;
  std::vector<DiskModel> disk_models;
  std::vector<OsaFeature> osa_features;
  std::vector<TapeModel> tape_models;

  std::vector<Network> networks;
  std::vector<System> systems;
  std::vector<Cluster> clusters;
  std::vector<Sysplex> sysplexes;
  std::vector<Site> sites;
  std::vector<Machine> machines;
  std::vector<Partition> partitions;
  std::vector<Carrier> carriers;
  std::vector<Channel> channels;
  std::vector<Replication> replications;
  std::vector<Product> products;
  std::vector<Placement> placements;
  std::vector<Hole> holes;
  std::vector<Acceptance> acceptances;
  std::vector<AcceptedFinding> accepted;
  std::vector<Constraint> constraints;
  std::vector<Contract> contracts;  // of earlier years, that the spec uses; in text order

  const MachineModel& at(MachineModelId id) const { return machine_models[id.index]; }
  const ZvmRelease& at(ReleaseId id) const { return releases[id.index]; }
  const ZosRelease& at(ZosReleaseId id) const { return zos_releases[id.index]; }
  const Distribution& at(DistributionId id) const { return distributions[id.index]; }
  const DiskModel& at(DiskModelId id) const { return disk_models[id.index]; }
  const OsaFeature& at(OsaFeatureId id) const { return osa_features[id.index]; }
  const TapeModel& at(TapeModelId id) const { return tape_models[id.index]; }
  const Network& at(NetworkId id) const { return networks[id.index]; }
  const System& at(SystemId id) const { return systems[id.index]; }
  const Cluster& at(ClusterId id) const { return clusters[id.index]; }
  const Sysplex& at(SysplexId id) const { return sysplexes[id.index]; }
  const Site& at(SiteId id) const { return sites[id.index]; }
  const Machine& at(MachineId id) const { return machines[id.index]; }
  const Partition& at(PartitionId id) const { return partitions[id.index]; }
  const Channel& at(ChannelId id) const { return channels[id.index]; }
  const Carrier& at(CarrierId id) const { return carriers[id.index]; }
  const Placement& at(PlacementId id) const { return placements[id.index]; }
  const Hole& at(HoleId id) const { return holes[id.index]; }

  /// The system that is placed.
  const System& SystemOf(const Placement& placement) const { return at(placement.system); }
  /// The nic's declaration.
  const Nic& NicOf(const Placement& placement, const PlacedNic& nic) const;

  /// Home: the first site outside a recovery.
  const Site* home() const;
  /// The sites inside the recovery, in text order.
  std::vector<const Site*> recovery_sites() const;

  /// Where `system` runs at `site`; nothing when it isn't placed there.
  const Placement* Find(SiteId site, SystemId system) const;

  /// When a system is started where it is placed: as the site says, else as declared.
  const StartOrder& StartOf(const Placement& placement) const {
    return placement.start ? *placement.start : SystemOf(placement).start;
  }
  /// The same at a site, as declared where the system isn't placed there; with no site as declared.
  const StartOrder& StartAt(SiteId site, SystemId system) const;
  /// A system by name: unique among all, else the first (qualified names are resolved by check/).
  const System* FindSystem(std::string_view name) const;
  SystemId IdOf(const System& system) const;
  SiteId IdOf(const Site& site) const;
  PlacementId IdOf(const Placement& placement) const;
  NetworkId IdOf(const Network& network) const;

  /// The addressing in force at a site.
  const NetworkPlan& PlanOf(SiteId site, NetworkId network) const;
  /// The binary address; nothing when the network's subnet isn't known or the index lies outside it.
  std::optional<IpAddress> Resolve(SiteId site, const Address& address) const;

  /// The index behind Find; filled by check/ when all placements are known.
  void IndexPlacements();

 private:
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> placed_;  // by site: (system, placement), sorted
};

}  // namespace hotsite::model
