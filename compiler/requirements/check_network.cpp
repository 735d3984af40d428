#include "compiler/requirements/check_network.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/model/grants.h"
#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

using model::Model;
using model::Placement;
using model::Site;
using model::System;

/// More members than this aren't pinged one by one: who reaches these reaches the others.
constexpr std::size_t kMostMembers = 8;
/// An IPv4 header and an ICMP header (RFC 791, RFC 792): what a ping adds to its payload.
constexpr std::int64_t kPingHeaders = 28;

/// A system on a network, with its address there.
struct End {
  const System* system = nullptr;
  std::string address;  // empty: not known yet
};

const model::Carrier* CarrierNamed(const Model& model, const Site& site, std::string_view name) {
  for (const model::MachineId machine : site.machines) {
    for (const model::CarrierId id : model.at(machine).carriers) {
      if (model.at(id).name == name) return &model.at(id);
    }
  }
  return nullptr;
}

End EndOf(const Model& model, const Placement& placement, const model::PlacedNic& nic) {
  return {&model.SystemOf(placement), nic.addresses.empty() ? "" : nic.addresses.front().ToString()};
}

/// Those whose devices are the carrier's, in the order of placement.
std::vector<End> EndsOn(const Model& model, const Site& site, const model::Carrier& carrier) {
  std::vector<End> ends;
  for (const model::PlacementId id : site.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) {
      if (nic.attachment.kind != model::Attachment::Kind::kDevices || &model.at(nic.attachment.carrier) != &carrier)
        continue;
      ends.push_back(EndOf(model, model.at(id), nic));
      break;
    }
    if (ends.size() == kMostMembers) break;
  }
  return ends;
}

/// The first Linux on a network, since what its ping says is documented; else the first system.
std::optional<End> FirstOn(const Model& model, const Site& site, std::string_view network) {
  std::optional<End> first;
  for (const model::PlacementId id : site.placements) {
    for (const model::PlacedNic& nic : model.at(id).nics) {
      if (model.at(nic.network).name != network) continue;
      End end = EndOf(model, model.at(id), nic);
      if (end.system->is_linux()) return end;
      if (!first) first = std::move(end);
    }
  }
  return first;
}

/// A ping from `from`. TSO's and z/VM's ping and what they answer are from knowledge.
Check Ping(const End& from, const std::string& to, std::int64_t payload = 0) {
  const std::string target = to.empty() ? "its address" : to;
  if (!from.system->is_linux()) {
    const std::string length = payload > 0 ? fmt::format(" (LENGTH {}", payload) : "";
    const std::string user = from.system->is_zos() ? "TSO of " : "user with TCPMAINT 592 on ";
    return {
        Stage::kSystemUp, user + from.system->name, "PING " + target + length, "", "a response, no time-out", false};
  }
  const std::string whole = payload > 0 ? fmt::format("-M do -s {} ", payload) : "";
  return {Stage::kSystemUp,
          from.system->name,
          fmt::format("ping -c 3 {}{}", whole, target),
          "",
          "3 received, 0% loss",
          true};
}

/// A ring: each member sends to one and answers to another.
void PingRound(const std::vector<End>& ends, std::vector<Check>& checks) {
  if (ends.size() < 2) return;
  for (std::size_t i = 0; i < ends.size(); ++i) checks.push_back(Ping(ends[i], ends[(i + 1) % ends.size()].address));
}

/// The largest packet that the frame takes: its MTU is 8 KiB less than the frame (Linux on IBM Z, HiperSockets).
void PingLargest(const std::vector<End>& ends, const Requirement& row, std::vector<Check>& checks) {
  const std::int64_t kib = std::atoll(row.value.c_str());
  if (ends.size() < 2 || kib <= 8) return;
  const auto linux_end = std::find_if(ends.begin(), ends.end(), [](const End& end) { return end.system->is_linux(); });
  const auto from = linux_end == ends.end() ? ends.begin() : linux_end;
  const auto to = from == ends.begin() ? ends.begin() + 1 : ends.begin();
  checks.push_back(Ping(*from, to->address, (kib - 8) * 1024 - kPingHeaders));
}

void NetworkRow(const Model& model, const Site& site, const Requirement& row, std::vector<Check>& checks) {
  const std::optional<End> first = FirstOn(model, site, row.subject);
  if (!first) return;
  if (row.attribute == "gateway") checks.push_back(Ping(*first, row.value));
  if (row.attribute == "connection outside") {
    checks.push_back({Stage::kSystemUp, "recovery office",
                      "ping " + (first->address.empty() ? "its address" : first->address), "what answers",
                      fmt::format("{}, through {}", first->system->name, row.value), true});
  }
}

/// Drives are seen by whoever runs on the machine: z/VM first, since it is up before what it restores.
void TapeRow(const Model& model, const Site& site, const Requirement& row, std::vector<Check>& checks) {
  const Placement* shows = nullptr;
  for (const model::PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    const System& system = model.SystemOf(placement);
    if (placement.host.valid() || model.at(placement.machine).name != row.subject) continue;
    if (!system.is_zvm() && !system.is_zos()) continue;
    if (shows == nullptr || (system.is_zos() && model.SystemOf(*shows).is_zvm())) shows = &placement;
  }
  if (shows == nullptr) return;
  const bool zos = model.SystemOf(*shows).is_zos();
  checks.push_back({Stage::kSystemUp, (zos ? "console of " : "CP of ") + model.SystemOf(*shows).name,
                    zos ? "D U,TAPE,,,99" : "QUERY TAPES ALL", "count the drives; mount one cartridge as proof",
                    WantedValue(row), false});
}

constexpr char kBridgeCommand[] = "ip -d link show type bridge";

}  // namespace

bool NetworkChecks(const Model& model, const Site& site, const Requirement& row, std::vector<Check>& checks) {
  const bool hipersockets = row.category == Category::kHiperSockets;
  if (hipersockets && (row.attribute == "HiperSockets network" || row.attribute == "maximum frame size")) {
    const model::Carrier* carrier = CarrierNamed(model, site, row.subject);
    if (carrier == nullptr) return true;
    const std::vector<End> ends = EndsOn(model, site, *carrier);
    row.attribute == "HiperSockets network" ? PingRound(ends, checks) : PingLargest(ends, row, checks);
    return true;
  }
  if (row.category == Category::kNetwork) {
    if (row.kind != Kind::kQuestion) NetworkRow(model, site, row, checks);
    return true;
  }
  if (row.attribute.starts_with("tape drives")) {
    TapeRow(model, site, row, checks);
    return true;
  }
  if (row.attribute == "bridge" || row.attribute == "remote 3270 sessions") {
    const Placement* host = row.attribute == "bridge" ? ShowingFor(model, site, row) : nullptr;
    checks.push_back(host == nullptr ? Check{Stage::kBeforeIpl, "recovery office", "", "open each session once",
                                             WantedValue(row), true}
                                     : Check{Stage::kSystemUp, model.SystemOf(*host).name, kBridgeCommand,
                                             "the bridges", row.subject + " is there", false});
    return true;
  }
  return false;
}

const Placement* ShowingFor(const Model& model, const Site& site, const Requirement& row) {
  const model::Carrier* carrier = CarrierNamed(model, site, row.subject);
  const Placement* any = nullptr;
  for (const model::PlacementId id : site.placements) {
    const Placement& placement = model.at(id);
    for (const model::PlacedLan& placed : placement.lans) {
      if (row.category == Category::kVirtualSwitches && placed.lan.name == row.subject) return &placement;
    }
    const bool reached = carrier != nullptr && model::Reaches(model, carrier->reaches, placement);
    if (any == nullptr && reached && !placement.host.valid() && model.SystemOf(placement).is_zvm()) any = &placement;
  }
  if (any != nullptr || row.category == Category::kOsa || row.category == Category::kHiperSockets) return any;
  for (const auto& sysplex : model.sysplexes) {
    const bool its = std::any_of(sysplex.couplings.begin(), sysplex.couplings.end(),
                                 [&](const model::SystemId id) { return model.at(id).name == row.subject; });
    if ((its || sysplex.name == row.subject) && !sysplex.members.empty())
      return model.Find(model.IdOf(site), sysplex.members.front().system);
  }
  for (const auto& cluster : model.clusters) {
    if (cluster.name == row.subject && !cluster.members.empty())
      return model.Find(model.IdOf(site), cluster.members.front().system);
  }
  return nullptr;
}

}  // namespace hotsite::requirements
