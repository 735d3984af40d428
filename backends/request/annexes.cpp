// A configuration tables and B guests: everything that whoever builds it has to type.
#include <fmt/format.h>

#include "backends/request/families.h"
#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using document::Table;

template <class T>
std::string Value(const model::Stated<T>& stated, const Request& request) {
  if (stated.open()) return "see " + request.requirements().IdOf(stated.hole());
  return stated.known() ? stated->ToString() : std::string();
}

std::string Number(const model::Stated<std::int64_t>& stated, const Request& request) {
  if (stated.open()) return "see " + request.requirements().IdOf(stated.hole());
  return stated.known() ? std::to_string(*stated) : std::string();
}

std::string Processors(const model::Resources& resources, const Request& request) {
  std::vector<std::string> words;
  const auto add = [&words](std::string word) {
    if (!word.empty()) words.push_back(std::move(word));
  };
  add(Number(resources.processors, request));
  add(Value(resources.engines, request));
  if (resources.sharing.known()) add(ToString(*resources.sharing));
  return fmt::format("{}", fmt::join(words, " "));
}

std::string Storage(const model::Resources& resources, const Request& request) {
  const std::string memory = Value(resources.memory, request);
  const std::string maximum = Value(resources.max_memory, request);
  return maximum.empty() || maximum == memory ? memory : fmt::format("{}, at most {}", memory, maximum);
}

std::string Expanded(const model::Resources& resources, const Request& request) {
  if (resources.xstore.known() && resources.xstore->mib() == 0) return "none";
  return Value(resources.xstore, request);
}

bool VendorBuilds(const model::Model& model, const model::Placement& placement) {
  return !placement.host.valid() || model.SystemOf(model.at(placement.host)).vendors;
}

std::string Where(const model::Model& model, const model::Placement& placement) {
  if (placement.host.valid()) return "guest of " + model.SystemOf(model.at(placement.host)).name;
  return placement.partition.valid() ? "partition " + model.at(placement.partition).name : std::string();
}

Table Systems(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"System", true},      {"Kind", false},    {"Where", false},   {"Level", false},
                   {"Processors", false}, {"Storage", false}, {"Expanded", false}};
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    if (!VendorBuilds(model, placement)) continue;
    const model::System& system = model.SystemOf(placement);
    table.rows.push_back({system.name, KindOf(model, system), Where(model, placement), std::to_string(placement.level),
                          Processors(placement.resources, request), Storage(placement.resources, request),
                          Expanded(placement.resources, request)});
  }
  return table;
}

std::string NetworkNames(const model::Model& model, const std::vector<model::NetworkId>& networks) {
  std::vector<std::string> names;
  for (const model::NetworkId network : networks) names.push_back(model.at(network).name);
  return Joined(names);
}

void AddGrants(const Request& request, const model::Carrier& carrier, Table& table) {
  const model::Model& model = request.model();
  const std::string networks = NetworkNames(model, carrier.networks);
  const auto add = [&](const std::string& system, const std::string& devices) {
    table.rows.push_back({carrier.name, carrier.KindName(), networks, system, devices});
  };
  for (const model::DeviceGrant& grant : carrier.grants) {
    for (std::size_t i = 0; i < grant.systems.size(); ++i) {
      const bool open = i < grant.holes.size();
      add(model.at(grant.systems[i]).name,
          open ? "see " + request.requirements().IdOf(grant.holes[i]) : Value(grant.range, request));
    }
    if (grant.systems.empty()) add("every partition", Value(grant.range, request));
  }
  if (carrier.grants.empty()) add("every partition", "");
}

Table Connections(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"Connection", true}, {"Kind", false}, {"Networks", false}, {"System", true}, {"Devices", false}};
  for (const model::MachineId machine : site.machines) {
    for (const model::CarrierId carrier : model.at(machine).carriers) AddGrants(request, model.at(carrier), table);
  }
  return table;
}

Table Networks(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  const model::SiteId id = model.IdOf(site);
  Table table;
  table.columns = {{"Network", true}, {"Subnet", false}, {"Gateway", false}, {"VLAN", false}, {"MTU", false}};
  for (const model::NetworkId network : NetworksAt(model, site)) {
    const model::NetworkPlan& plan = model.PlanOf(id, network);
    const auto gateway = plan.gateway ? model.Resolve(id, *plan.gateway) : std::nullopt;
    std::string hop = gateway ? gateway->ToString() : "";
    if (plan.gateway_hole.valid()) hop = "see " + request.requirements().IdOf(plan.gateway_hole);
    table.rows.push_back({model.at(network).name, Value(plan.subnet, request), hop, Number(plan.vlan, request),
                          Number(plan.mtu, request)});
  }
  return table;
}

std::string Carried(const Request& request, const model::Attachment& attachment) {
  const model::Model& model = request.model();
  switch (attachment.kind) {
    case model::Attachment::Kind::kNone:
      return "nothing";
    case model::Attachment::Kind::kLan: {
      const model::Placement& host = model.at(attachment.host);
      return fmt::format("{} {}", host.lans[attachment.lan].lan.KindName(), host.lans[attachment.lan].lan.name);
    }
    case model::Attachment::Kind::kDevices:
      break;
  }
  const std::string device = Value(attachment.device, request);
  return model.at(attachment.carrier).name + (device.empty() ? "" : " " + device);
}

/// The same in a guest's own row, where the kind of LAN goes without saying.
std::string CoupledTo(const Request& request, const model::Attachment& attachment) {
  if (attachment.kind != model::Attachment::Kind::kLan) return Carried(request, attachment);
  return request.model().at(attachment.host).lans[attachment.lan].lan.name;
}

void AddInterfaces(const Request& request, const model::Placement& placement, Table& table) {
  const model::Model& model = request.model();
  for (const model::PlacedNic& nic : placement.nics) {
    std::vector<std::string> addresses;
    for (const IpAddress& address : nic.addresses) addresses.push_back(address.ToString());
    const std::string name = model.SystemOf(placement).name + (nic.of_tcpip ? " TCP/IP" : "");
    table.rows.push_back({name, model.at(nic.network).name, Joined(addresses), Carried(request, nic.attachment)});
  }
  for (const model::PlacedLan& lan : placement.lans) {
    for (std::size_t i = 0; i < lan.uplinks.size(); ++i) {
      if (lan.uplinks[i].kind == model::Attachment::Kind::kNone) continue;
      const std::string which = lan.uplinks.size() > 1 ? fmt::format(" uplink {}", i + 1) : "";
      table.rows.push_back({fmt::format("{} {}{}", model.SystemOf(placement).name, lan.lan.name, which),
                            NetworkNames(model, lan.lan.networks), "", Carried(request, lan.uplinks[i])});
    }
  }
}

/// What joins the systems that the vendor builds to their networks; the insides of our own z/VM systems are ours.
Table Interfaces(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"Interface of", true}, {"Network", true}, {"Address", false}, {"On", false}};
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    if (VendorBuilds(model, placement)) AddInterfaces(request, placement, table);
  }
  return table;
}

using document::Row;

// Columns of the table of volumes.
constexpr std::size_t kCount = 2;
constexpr std::size_t kLabels = 4;

void AddDisks(const model::Model& model, const model::System& system, std::vector<Row>& rows) {
  for (const model::Disk& disk : system.disks) {
    const std::string extent = disk.extent ? fmt::format(" {}-{}", disk.extent->first, disk.extent->last) : "";
    const bool minidisk = system.parent.valid() && model.at(system.parent).is_zvm();
    rows.push_back({system.name, (minidisk ? "minidisk " : "disk ") + disk.device.ToString() + extent, "1",
                    disk.model.valid() ? model.at(disk.model).title : "not stated", disk.volume});
  }
}

/// Volumes of the systems, then, under each z/VM, the minidisks of its guests by family.
Table Volumes(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"System", true}, {"Use", false}, {"Count", false}, {"Model", false}, {"Labels", false}};
  for (const model::PlacementId id : site.placements) {
    const model::System& system = model.SystemOf(model.at(id));
    for (const model::Volumes& volumes : system.volumes) {
      const std::size_t count =
          volumes.labels.empty() ? static_cast<std::size_t>(volumes.count) : volumes.labels.size();
      table.rows.push_back({system.name, ToString(volumes.use), std::to_string(count),
                            volumes.model.valid() ? model.at(volumes.model).title : "not stated",
                            NameRanges(volumes.labels)});
    }
    if (system.is_linux() && model.at(id).host.valid()) continue;  // stands with its z/VM
    std::vector<Row> disks;
    AddDisks(model, system, disks);
    for (const model::PlacementId guest : model.at(id).guests) AddDisks(model, model.SystemOf(model.at(guest)), disks);
    MergeFamilies(disks, {kLabels}, kCount);
    table.rows.insert(table.rows.end(), disks.begin(), disks.end());
  }
  return table;
}

void AddTable(document::Section& section, unsigned& number, const std::string& what, Table table) {
  if (table.rows.empty()) return;
  table.caption = fmt::format("Table {}-{}: {}", section.number, ++number, what);
  section.blocks.push_back(std::move(table));
}

Table GuestsOf(const Request& request, const model::Placement& host) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"Guest", true}, {"Storage", false},    {"CPUs", false},
                   {"Tier", false}, {"Coupled to", false}, {"Runs", false}};
  for (const model::PlacementId id : host.guests) {
    const model::Placement& guest = model.at(id);
    const model::System& system = model.SystemOf(guest);
    std::vector<std::string> coupled;
    for (const model::PlacedNic& nic : guest.nics) {
      if (!nic.has_device()) continue;
      coupled.push_back(fmt::format("{} {}", nic.device.ToString(), CoupledTo(request, nic.attachment)));
    }
    table.rows.push_back({system.name, Storage(guest.resources, request), Number(guest.resources.processors, request),
                          ToString(system.tier), Joined(coupled), Joined(system.runs)});
  }
  MergeFamilies(table.rows, {});
  return table;
}

}  // namespace

document::Section Configuration(const Request& request) {
  document::Section section{"A", "Configuration tables", {}};
  unsigned number = 0, figures = static_cast<unsigned>(request.sites.size());  // behind those of section 1
  for (const model::Site* site : request.sites) {
    const std::string at = request.sites.size() > 1 ? " at " + site->name : "";
    if (auto figure = ComparisonOf(request, *site, figures + 1)) {
      section.blocks.push_back(std::move(*figure));
      section.new_page = true;  // it fills one
      ++figures;
    }
    AddTable(section, number, "systems" + at, Systems(request, *site));
    AddTable(section, number, "image profiles" + at, Partitions(request, *site));
    AddTable(section, number, "connections of the machines" + at, Connections(request, *site));
    AddTable(section, number, "networks" + at, Networks(request, *site));
    AddTable(section, number, "interfaces" + at, Interfaces(request, *site));
    AddTable(section, number, "volumes" + at, Volumes(request, *site));
    AddTable(section, number, "device numbers of the volumes" + at, VolumePlaces(request, *site));
    AddTable(section, number, "channels to storage" + at, Channels(request, *site));
    AddTable(section, number, "SCSI disks" + at, FcpPaths(request, *site));
  }
  return section;
}

document::Section Guests(const Request& request) {
  document::Section section{"B", "Guests", {}};
  unsigned number = 0;
  for (const model::Site* site : request.sites) {
    for (const model::PlacementId id : site->placements) {
      const model::Placement& host = request.model().at(id);
      const std::string at = request.sites.size() > 1 ? " at " + site->name : "";
      const std::string what =
          fmt::format("guests of {}{}, at level {}", request.model().SystemOf(host).name, at, host.level + 1);
      AddTable(section, number, what, GuestsOf(request, host));
    }
  }
  if (section.blocks.empty()) section.blocks.push_back(document::Paragraph{"There are no guests."});
  return section;
}

}  // namespace hotsite::backends::request
