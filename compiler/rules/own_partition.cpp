// Option 1 of HS2001.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "compiler/rules/edits.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/third_level_options.h"
#include "compiler/values/names.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;
using model::SystemId;

constexpr std::string_view kGuest = "guest ";

/// A LAN of a z/VM outside that something inside takes a network from.
struct Use {
  PlacementId host;
  std::size_t lan;
  NetworkId network;
  friend auto operator<=>(const Use&, const Use&) = default;
};

/// Visits what a placement takes from elsewhere: by its NICs and by the uplinks of its vswitches.
template <class Visit>
void ForEachAttachment(const Placement& placement, Visit visit) {
  for (const model::PlacedNic& nic : placement.nics) visit(nic.attachment, nic.network);
  for (const model::PlacedLan& placed : placement.lans) {
    for (const Attachment& uplink : placed.uplinks) {
      for (NetworkId network : placed.lan.networks) visit(uplink, network);
    }
  }
}

void Collect(const Model& model, PlacementId id, std::set<PlacementId>& inside) {
  inside.insert(id);
  for (PlacementId guest : model.at(id).guests) Collect(model, guest, inside);
}

class Mover {
 public:
  Mover(const Model& model, const SourceMap& sources, const Placement& inner)
      : model_(model), sources_(sources), inner_(inner), partition_(model.at(inner.partition)) {
    Collect(model, model.IdOf(inner), inside_);
    for (PlacementId id : inside_) {
      ForEachAttachment(model.at(id), [&](const Attachment& attachment, NetworkId network) {
        const bool outer = attachment.kind == Attachment::Kind::kLan && !inside_.contains(attachment.host);
        if (outer) uses_.insert({attachment.host, attachment.lan, network});
        if (attachment.kind == Attachment::Kind::kDevices) devices_.try_emplace(network, attachment.carrier);
      });
    }
  }

  Option Move() {
    Option option;
    for (const Use& use : uses_) {
      if (std::find(option.networks.begin(), option.networks.end(), use.network) == option.networks.end())
        option.networks.push_back(use.network);
    }
    if (!CanMove()) return option;
    std::vector<std::string> lines{
        "lpar " +
        Reindented(sources_, inner_.written.whole, IndentOf(sources_, partition_.written.whole)).substr(kGuest.size())};
    edits_.push_back(ReplaceStatement(sources_, inner_.written.whole, {}));
    for (const Use& use : uses_) {
      if (!Supply(use, lines)) return option;
    }
    for (const auto& [network, carrier] : devices_) {
      if (!KeepDevices(network, model_.at(carrier))) return option;
    }
    edits_.push_back(InsertBehind(sources_, partition_.written.whole, lines));
    option.edits = std::move(edits_);
    return option;
  }

 private:
  /// The statement can become an `lpar`: it is a `guest` of its own name, at this one place, and no partition is called
  /// so yet.
  bool CanMove() const {
    const std::string& name = model_.SystemOf(inner_).name;
    if (inner_.level != 2 || !inner_.stated || !Editable(inner_.written) || !Editable(partition_.written)) return false;
    const std::string_view text = sources_.Text(inner_.written.whole);
    const std::string_view head = text.substr(0, text.find('{'));
    if (!head.starts_with(kGuest) || head.find(" from ") != std::string_view::npos || WhyNotPartitionName(name))
      return false;
    return std::none_of(model_.partitions.begin(), model_.partitions.end(),
                        [&](const auto& one) { return one.site == inner_.site && one.name == name; });
  }

  /// Whether somebody stays behind on the LAN.
  bool Stays(const Use& use) const {
    bool stays = false;
    for (PlacementId id : model_.at(inner_.site).placements) {
      if (inside_.contains(id)) continue;
      ForEachAttachment(model_.at(id), [&](const Attachment& attachment, NetworkId) {
        stays = stays ||
                (attachment.kind == Attachment::Kind::kLan && attachment.host == use.host && attachment.lan == use.lan);
      });
      if (stays) return true;
    }
    return false;
  }

  /// Devices of the machine for what the LAN gave; the LAN gets an uplink to them when others stay on it.
  bool Supply(const Use& use, std::vector<std::string>& lines) {
    const model::PlacedLan& placed = model_.at(use.host).lans[use.lan];
    const bool hipers = placed.lan.type == model::LanType::kHipers && !placed.lan.is_vswitch();
    const bool has_uplink = std::any_of(placed.uplinks.begin(), placed.uplinks.end(),
                                        [](const auto& uplink) { return uplink.kind != Attachment::Kind::kNone; });
    const bool joins = Stays(use) && !has_uplink;
    if (joins && (hipers || placed.lan.networks.size() != 1 || placed.lan.local || !Editable(placed.lan.written)))
      return false;
    std::vector<SystemId> systems{inner_.system};
    if (joins) systems.push_back(model_.at(use.host).system);
    const auto supply = SupplyDevices(model_, sources_, inner_.machine, use.network, systems,
                                      hipers ? model::Carrier::Kind::kHipersockets : model::Carrier::Kind::kOsa);
    if (!supply) return false;
    if (supply->into_carrier) edits_.push_back(*supply->into_carrier);
    if (!supply->new_statement.empty()) lines.push_back(supply->new_statement);
    if (joins && !placed.lan.is_vswitch()) {
      const std::string vswitch =
          fmt::format("vswitch {} carries {} {{ transport {}; controllers ? }}", placed.lan.name,
                      model_.at(use.network).name, model::ToString(placed.lan.effective_transport()));
      edits_.push_back(ReplaceStatement(sources_, placed.lan.written.whole, {vswitch}));
    }
    return true;
  }

  /// Devices that came by way of the outer z/VM must be given to the inner one itself.
  bool KeepDevices(NetworkId network, const model::Carrier& carrier) {
    for (const model::DeviceGrant& grant : carrier.grants) {
      for (PlacementId id : inside_) {
        if (std::find(grant.systems.begin(), grant.systems.end(), model_.at(id).system) != grant.systems.end())
          return true;
      }
    }
    const bool by_uplink =
        std::any_of(uses_.begin(), uses_.end(), [&](const Use& use) { return use.network == network; });
    if (by_uplink) return true;  // supplied already
    const auto supply = SupplyDevices(model_, sources_, inner_.machine, network, {inner_.system}, carrier.kind);
    if (!supply || !supply->new_statement.empty()) return false;
    if (supply->into_carrier) edits_.push_back(*supply->into_carrier);
    return true;
  }

  const Model& model_;
  const SourceMap& sources_;
  const Placement& inner_;
  const model::Partition& partition_;
  std::set<PlacementId> inside_;
  std::set<Use> uses_;
  std::map<NetworkId, model::CarrierId> devices_;  // networks for which something inside has real devices
  std::vector<Edit> edits_;
};

}  // namespace

Option OwnPartition(const Model& model, const SourceMap& sources, const Placement& inner) {
  return Mover(model, sources, inner).Move();
}

}  // namespace hotsite::rules
