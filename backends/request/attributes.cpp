// Annex A's tables of what only some requests have: image profiles, channels to storage, where volumes are.
#include <fmt/format.h>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using document::Table;

std::string See(const Request& request, model::HoleId hole) { return "see " + request.requirements().IdOf(hole); }

template <class T, class Print>
std::string Cell(const Request& request, const model::Stated<T>& stated, Print print) {
  if (stated.open()) return See(request, stated.hole());
  return stated.known() ? std::string(print(*stated)) : std::string();
}

constexpr auto kText = [](const auto& value) { return value.ToString(); };
constexpr auto kNumber = [](std::int64_t value) { return std::to_string(value); };
constexpr auto kName = [](auto value) { return model::ToString(value); };
constexpr auto kSame = [](const std::string& value) { return value; };

std::string WithBlank(const std::string& first, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + " " + second;
}

std::string Domains(const std::vector<std::int64_t>& domains) { return fmt::format("{}", fmt::join(domains, ", ")); }

bool SaysNothing(const document::Row& row) {
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (!(row[i] == "")) return false;
  }
  return true;
}

}  // namespace

Table Partitions(const Request& request, const model::Site& site) {
  Table table;
  table.columns = {{"Partition", true}, {"Mode", false},     {"Weight", false},
                   {"Load", false},     {"Consoles", false}, {"Crypto domains", false}};
  for (const model::MachineId machine : site.machines) {
    for (const model::PartitionId id : request.model().at(machine).partitions) {
      const model::Partition& partition = request.model().at(id);
      const model::PartitionSettings& has = partition.settings;
      document::Row row{partition.name,
                        Cell(request, has.mode, kName),
                        WithBlank(Cell(request, has.weight, kNumber), has.capped.value_or(false) ? "capped" : ""),
                        WithBlank(Cell(request, has.load, kText), Cell(request, has.load_parameter, kSame)),
                        WithBlank(Cell(request, has.consoles, kNumber), Cell(request, has.console_devices, kText)),
                        WithBlank(Cell(request, has.crypto_domains, Domains), Cell(request, has.crypto_type, kName))};
      if (!SaysNothing(row)) table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table Channels(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"Channels", true}, {"Kind", false}, {"CHPIDs", false}, {"System", true}, {"Devices", false}};
  for (const model::MachineId machine : site.machines) {
    for (const model::ChannelId id : model.at(machine).channels) {
      const model::Channel& channel = model.at(id);
      const std::string kind = channel.npiv ? "FCP, NPIV" : channel.KindName();
      const std::string chpids = Cell(request, channel.chpids, kNumber);
      for (const model::DeviceGrant& grant : channel.grants) {
        const std::string devices = grant.range.known() ? grant.range->ToString() : "";
        if (grant.systems.empty()) table.rows.push_back({channel.name, kind, chpids, "every partition", devices});
        for (std::size_t i = 0; i < grant.systems.size(); ++i) {
          table.rows.push_back({channel.name, kind, chpids, model.at(grant.systems[i]).name,
                                i < grant.holes.size() ? See(request, grant.holes[i]) : devices});
        }
      }
    }
  }
  return table;
}

Table FcpPaths(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {
      {"FCP device of", true}, {"Device", false}, {"Real", false}, {"Storage port", false}, {"LUN", false}};
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    for (const model::PlacedFcp& path : placement.fcp) {
      const model::System& system = model.SystemOf(placement);
      table.rows.push_back({system.name, system.fcp[path.index].device.ToString(), Cell(request, path.real, kText),
                            Cell(request, path.wwpn, kText), Cell(request, path.lun, kText)});
    }
  }
  return table;
}

Table VolumePlaces(const Request& request, const model::Site& site) {
  const model::Model& model = request.model();
  Table table;
  table.columns = {{"Volumes of", true}, {"Which", false}, {"Devices", false}};
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    for (const model::PlacedVolumes& volumes : placement.volumes) {
      const std::string use = volumes.use ? ToString(*volumes.use) : "";
      const std::string which = WithBlank(use, Joined(volumes.labels));
      const auto ranges = [](const std::vector<DeviceRange>& all) {
        std::vector<std::string> texts;
        for (const DeviceRange& range : all) texts.push_back(range.ToString());
        return Joined(texts);
      };
      table.rows.push_back(
          {model.SystemOf(placement).name, which.empty() ? "all" : which, Cell(request, volumes.devices, ranges)});
    }
  }
  return table;
}

}  // namespace hotsite::backends::request
