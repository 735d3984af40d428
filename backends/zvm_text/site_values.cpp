#include "backends/zvm_text/site_values.h"

#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/guest_entry.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/stack.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Attachment;

/// Collects values; the open places are noted elsewhere, by the files that hold them.
class Collector {
 public:
  explicit Collector(const Host& host) : host_(host), open_(host.requirements) {}

  /// By which CP knows its node, and the addresses that it makes up.
  void Identity() {
    if (!host_.placement.host.valid()) {
      const std::string partition = StatementName(host_.model.at(host_.placement.partition).name);
      Add("SYSTEM CONFIG", "SYSTEM_IDENTIFIER LPAR", partition + " " + host_.node);
    }
    const model::Stated<std::string>& prefix = host_.placement.settings.mac_prefix;
    if (prefix.absent()) return;
    Add("SYSTEM CONFIG", kMacPrefixStatement, prefix.open() ? open_.Token(prefix.hole(), "") : StatementName(*prefix));
  }
  void Lans() {
    for (std::size_t i = 0; i < host_.placement.lans.size(); ++i) Lan(i);
  }
  void Stack() {
    for (const StackNic& nic : StackNicsOf(host_)) StackNicValues(nic);
  }
  void Guests() {
    for (const model::PlacementId id : host_.placement.guests) Guest(host_.model.at(id));
  }
  std::vector<SiteValue> Take() { return std::move(values_); }

 private:
  void Add(std::string file, std::string statement, std::string value, bool real = false) {
    values_.push_back({std::move(file), std::move(statement), std::move(value), real});
  }

  void Lan(std::size_t index) {
    const model::PlacedLan& placed = host_.placement.lans[index];
    const std::string name = StatementName(placed.lan.name);
    if (placed.lan.is_vswitch()) {
      Uplinks(index, name);
      if (!placed.lan.controllers.open() && !placed.lan.local) {
        const std::vector<std::string> names = ControllersOf(placed.lan);
        Add("SYSTEM CONFIG", name + " controllers", names.empty() ? "none" : Words(names));
      }
    }
    Add("SYSTEM CONFIG", name + " transport", ToUpper(model::ToString(placed.lan.effective_transport())));
  }

  void Vlan(const std::string& file, const std::string& statement, model::NetworkId network) {
    const model::Stated<std::int64_t>& vlan = VlanOf(host_, network);
    if (vlan.absent()) return;
    Add(file, statement + " VLAN", vlan.open() ? open_.Token(vlan.hole(), "") : std::to_string(*vlan));
  }

  /// A row for each, so that a row stays narrow and is ticked for itself.
  void Uplinks(std::size_t index, const std::string& name) {
    const model::PlacedLan& placed = host_.placement.lans[index];
    bool any = false;
    for (std::size_t i = 0; i < placed.uplinks.size(); ++i) {
      if (placed.uplinks[i].kind == Attachment::Kind::kNone) continue;
      const std::string which = placed.uplinks.size() > 1 ? " " + std::to_string(i + 1) : "";
      Add("SYSTEM CONFIG", name + " RDEV" + which, open_.Device(UplinkDevices(host_, index, i), 0, ""), true);
      any = true;
    }
    if (!any) Add("SYSTEM CONFIG", name + " RDEV", "NONE", true);
  }

  void StackNicValues(const StackNic& nic) {
    const std::string file = host_.node + " TCPIP";
    const Triplet real = RealDevicesOf(host_, nic);
    if (!real.first.absent() && !nic.shares)
      Add("SYSTEM DTCPARMS", ":attach. as " + nic.first, open_.Device(real, 0, ""), true);
    for (const IpAddress& address : nic.nic->addresses) Add(file, "HOME " + nic.link_name, address.ToString());
    if (!nic.shares) Add(file, "MTU " + nic.link_name, std::to_string(nic.mtu));
    if (!nic.shares && nic.link.kind == model::Link::Kind::kOsa) Vlan(file, "LINK " + nic.link_name, nic.nic->network);
    for (const model::Hop& hop : model::RoutesOf(host_.model, host_.placement).hops) {
      if (hop.nic == nic.index)
        Add(file, "GATEWAY " + (hop.destination ? hop.destination->ToString() : "DEFAULTNET"), hop.via.ToString());
    }
  }

  /// SHARE, COMMAND, XSTORE, IPL, LOADDEV as the entry has them, and the real devices of its FCP paths: taken from it,
  /// so that none can be missing here. MACHINE and CPU have a value of their own.
  void Statements(const std::string& name, const GuestEntry& entry, const model::System& system) {
    for (const std::string& line : entry.general) {
      std::size_t end = line.find(' ');
      const std::string word = line.substr(0, end);
      if (word == "MACHINE" || word == "CPU" || word == "LOGONBY") continue;
      if (word == "COMMAND" || word == "LOADDEV") end = line.find(' ', end + 1);
      Add("USER DIRECT", name + " " + line.substr(0, end), end == std::string::npos ? "" : line.substr(end + 1));
    }
    for (const model::FcpPath& path : system.fcp) {
      const std::string statement = "DEDICATE " + path.device.ToString();
      for (const std::string& line : entry.own) {
        if (line.starts_with(statement + " "))
          Add("USER DIRECT", name + " " + statement, line.substr(statement.size() + 1), true);
      }
    }
  }

  void Guest(const model::Placement& guest) {
    const std::string name = StatementName(host_.model.SystemOf(guest).name);
    Add("USER DIRECT", name + " storage", guest.resources.memory.known() ? guest.resources.memory->ToZvm() : "?");
    Add("USER DIRECT", name + " processors", std::to_string(guest.resources.processors.value_or(1)));
    Statements(name, MakeGuestEntry(host_, guest, open_), host_.model.SystemOf(guest));
    for (const GuestNic& nic : NicsOf(host_.model, guest)) {
      const Attachment& to = *nic.attachment;
      const std::string statement = name + " NIC " + nic.device.ToString();
      if (to.kind == Attachment::Kind::kDevices)
        Add("USER DIRECT", statement, open_.Device(host_.TripletOf(to), 0, ""), true);
      if (to.kind == Attachment::Kind::kNone) Add("USER DIRECT", statement, "none");
      if (to.kind != Attachment::Kind::kLan) continue;
      const model::Lan& lan = host_.model.at(to.host).lans[to.lan].lan;
      Add("USER DIRECT", statement, "LAN " + StatementName(lan.name));
      // Where NICDEF doesn't grant, SYSTEM CONFIG names the VLAN with the grant.
      if (lan.is_vswitch()) Vlan(host_.nicdef_grants() ? "USER DIRECT" : "SYSTEM CONFIG", statement, nic.network);
    }
  }

  const Host& host_;
  OpenPlaces open_;
  std::vector<SiteValue> values_;
};

}  // namespace

std::vector<SiteValue> SiteValuesOf(const Host& host) {
  Collector collector(host);
  collector.Identity();
  collector.Lans();
  collector.Stack();
  collector.Guests();
  return collector.Take();
}

}  // namespace hotsite::backends::zvm_text
