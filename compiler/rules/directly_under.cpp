// Option 2 of HS2001.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "compiler/model/segments.h"
#include "compiler/rules/edits.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/third_level_options.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Model;
using model::NetworkId;
using model::Placement;
using model::PlacementId;

/// An edit with more lines than this helps nobody who reads it.
constexpr std::size_t kMostGuestLines = 200;

bool Carries(const model::Lan& lan, NetworkId network) {
  return std::find(lan.networks.begin(), lan.networks.end(), network) != lan.networks.end();
}

const model::PlacedLan* LanFor(const Placement& host, NetworkId network) {
  for (const model::PlacedLan& placed : host.lans) {
    if (Carries(placed.lan, network)) return &placed;
  }
  return nullptr;
}

class Mover {
 public:
  Mover(const Model& model, const SourceMap& sources, const Placement& inner)
      : model_(model), sources_(sources), inner_(inner), outer_(model.at(inner.host)) {
    for (PlacementId guest : inner.guests) {
      for (const model::PlacedNic& nic : model.at(guest).nics) {
        if (std::find(networks_.begin(), networks_.end(), nic.network) == networks_.end())
          networks_.push_back(nic.network);
      }
    }
  }

  Option Move() {
    Option option;
    option.networks = networks_;
    if (!CanMove()) return option;
    std::vector<std::string> lines;
    for (PlacementId guest : inner_.guests) {
      lines.push_back(
          fmt::format("guest {} from {}", model_.SystemOf(model_.at(guest)).name, model_.SystemOf(inner_).name));
    }
    for (NetworkId network : networks_) {
      if (!Carry(network, lines)) return option;
    }
    edits_.push_back(ReplaceStatement(sources_, inner_.written.whole, lines));
    option.edits = std::move(edits_);
    return option;
  }

 private:
  /// The guests are the z/VM's own, none of them a z/VM with guests, and the statement says nothing about single ones
  /// of them.
  bool CanMove() const {
    if (inner_.level != 2 || !inner_.stated || !Editable(inner_.written) || inner_.guests.size() > kMostGuestLines)
      return false;
    if (!sources_.Text(inner_.written.whole).starts_with("guest ")) return false;
    return std::all_of(inner_.guests.begin(), inner_.guests.end(), [&](PlacementId id) {
      const Placement& guest = model_.at(id);
      return !guest.stated && guest.guests.empty() && model_.SystemOf(guest).parent == inner_.system;
    });
  }

  /// Adds what carries one network under the outer z/VM; false where moving text doesn't do it.
  bool Carry(NetworkId network, std::vector<std::string>& lines) {
    if (LanFor(outer_, network) != nullptr) return true;
    if (const model::PlacedLan* own = LanFor(inner_, network)) return Copy(*own, network, lines);
    bool devices = false;
    bool nothing = false;
    for (PlacementId guest : inner_.guests) {
      for (const model::PlacedNic& nic : model_.at(guest).nics) {
        if (nic.network != network) continue;
        devices = devices || nic.attachment.kind == Attachment::Kind::kDevices;
        nothing = nothing || nic.attachment.kind == Attachment::Kind::kNone;
      }
    }
    if (devices) return Devices(network);
    if (nothing && AllBelowOuter(network) && !HasOutside(model_, inner_.site, network))
      lines.push_back(StandInLan(model_, outer_, network));
    return true;
  }

  /// The inner z/VM's LAN, for the outer one. A vswitch takes its uplink from the machine there, driven by controllers
  /// that the vendor names.
  bool Copy(const model::PlacedLan& own, NetworkId network, std::vector<std::string>& lines) {
    const model::Lan& lan = own.lan;
    if (!copied_.insert(lan.name).second) return true;
    const bool taken = std::any_of(outer_.lans.begin(), outer_.lans.end(),
                                   [&](const auto& placed) { return placed.lan.name == lan.name; });
    if (taken || !Editable(lan.written)) return false;
    if (!lan.is_vswitch()) {
      lines.push_back(Reindented(sources_, lan.written.whole, IndentOf(sources_, inner_.written.whole)));
      return true;
    }
    lines.push_back(fmt::format("vswitch {} carries {} {{ transport {}; {} }}", lan.name, model_.at(network).name,
                                model::ToString(lan.effective_transport()),
                                lan.local ? "uplinks none" : "controllers ?"));
    const bool uplinked = std::any_of(own.uplinks.begin(), own.uplinks.end(),
                                      [](const auto& uplink) { return uplink.kind == Attachment::Kind::kDevices; });
    return !uplinked || Devices(network);
  }

  /// Devices that were given to the inner z/VM are needed by the outer one. They must be a carrier's that is there
  /// already.
  bool Devices(NetworkId network) {
    const auto supply = SupplyDevices(model_, sources_, outer_.machine, network, {outer_.system});
    if (!supply || !supply->new_statement.empty()) return false;
    if (supply->into_carrier) edits_.push_back(*supply->into_carrier);
    return true;
  }

  /// Whether all members of the network at this site would run directly under the outer z/VM.
  bool AllBelowOuter(NetworkId network) const {
    const PlacementId outer = inner_.host;
    const PlacementId inner = model_.IdOf(inner_);
    for (PlacementId id : model_.at(inner_.site).placements) {
      const Placement& placement = model_.at(id);
      for (const model::PlacedNic& nic : placement.nics) {
        if (nic.network == network && placement.host != outer && placement.host != inner) return false;
      }
    }
    return true;
  }

  const Model& model_;
  const SourceMap& sources_;
  const Placement& inner_;
  const Placement& outer_;
  std::vector<NetworkId> networks_;  // of the guests, in order of their first use
  std::set<std::string> copied_;
  std::vector<Edit> edits_;
};

}  // namespace

Option DirectlyUnder(const Model& model, const SourceMap& sources, const Placement& inner) {
  return Mover(model, sources, inner).Move();
}

}  // namespace hotsite::rules
