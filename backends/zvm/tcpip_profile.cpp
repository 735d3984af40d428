#include "backends/zvm/tcpip_profile.h"

#include <algorithm>
#include <optional>

#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/stack.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::Host;
using zvm_text::OpenPlaces;
using zvm_text::PlainText;
using zvm_text::Remark;

void WriteHead(TextWriter& out, const Host& host) {
  Remark(out, host.Title() + ": PROFILE OF TCP/IP, " + zvm_text::StatementName(host.system().tcpip->userid) + ".", ";");
  Remark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE.", ";");
  Remark(out,
         fmt::format("{0} TCPIP IS TAKEN INSTEAD OF PROFILE TCPIP, NOT BESIDE IT: COPY PROFILE TCPIP TO {0} TCPIP ON "
                     "TCPMAINT 198 AND PUT THESE STATEMENTS IN PLACE OF ITS DEVICE, LINK, HOME, GATEWAY AND START.",
                     host.node),
         ";");
  out.Line();
}

std::string VlanOperand(const Host& host, const zvm_text::StackNic& nic, OpenPlaces& open) {
  const model::Stated<std::int64_t>& vlan = zvm_text::VlanOf(host, nic.nic->network);
  // A vswitch tags for its members; only a stack with real OSA devices tags by itself.
  if (vlan.absent() || nic.link.kind != model::Link::Kind::kOsa) return {};
  return " VLAN " + (vlan.open() ? open.Token(vlan.hole(), "VLAN of " + nic.link_name) : std::to_string(*vlan));
}

using zvm_text::StackNic;
using Nics = std::vector<StackNic>;

bool HasIpv6(const StackNic& nic) {
  return std::any_of(nic.nic->addresses.begin(), nic.nic->addresses.end(),
                     [](const IpAddress& address) { return !address.is_v4(); });
}

/// Whether the link needs IPv6, for its own network or one that shares its device (vm.ibm.com/networking/ipv6: since
/// z/VM 5.1).
std::string Ipv6Operand(const Nics& nics, const StackNic& link) {
  const bool any = std::any_of(nics.begin(), nics.end(), [&](const StackNic& nic) {
    return nic.link_name == link.link_name && !nic.other_vlan && HasIpv6(nic);
  });
  return any && link.takes_ipv6() ? " ENABLEIPV6" : "";
}

/// Links of one LAN take over each other's addresses when a device fails (from knowledge).
void WriteStandby(TextWriter& out, const Host& host, const StackNic& nic) {
  const std::optional<std::size_t>& with = nic.nic->bonded_with;
  if (!with) return;
  Remark(out,
         nic.link_name + " STANDS BY FOR LNK" + host.placement.nics[*with].device.ToString() +
             ": IT HAS NO ADDRESS AND TAKES OVER THOSE OF THE OTHER ON THE SAME LAN.",
         ";");
}

void WriteLink(TextWriter& out, const Host& host, const Nics& nics, const StackNic& nic, OpenPlaces& open) {
  Remark(out, "NETWORK " + PlainText(host.model.at(nic.nic->network).name), ";");
  WriteStandby(out, host, nic);
  if (nic.hipers()) {
    out.Line("DEVICE {} HIPERS {}", nic.device_name, nic.first);
    out.Line("LINK {} QDIOIP {} MTU {}", nic.link_name, nic.device_name, nic.mtu);
    return;
  }
  out.Line("DEVICE {} OSD {} NONROUTER", nic.device_name, nic.first);
  out.Line("LINK {} QDIOETHERNET {} MTU {} {}{}{}", nic.link_name, nic.device_name, nic.mtu,
           nic.ethernet() ? "ETHERNET" : "IP", VlanOperand(host, nic, open), Ipv6Operand(nics, nic));
}

/// An IPv6 address has its prefix length behind it (TCP/IP Planning and Customization, HOME; the form from knowledge).
void WriteAddress(TextWriter& out, const StackNic& nic, const IpAddress& address, const Subnet& subnet) {
  if (address.is_v4()) {
    out.Line("{} {} {}", address.ToString(), subnet.Netmask(), nic.link_name);
  } else if (nic.takes_ipv6()) {
    out.Line("{}/{} {}", ToUpper(address.ToString()), subnet.prefix(), nic.link_name);
  } else {
    Remark(out, "IPV6 ADDRESS " + ToUpper(address.ToString()) + ": " + nic.link_name + " CARRIES IPV4 ONLY", ";");
  }
}

void WriteHome(TextWriter& out, const Host& host, const Nics& nics, OpenPlaces& open) {
  out.Line("HOME");
  for (const StackNic& nic : nics) {
    if (nic.nic->bonded_with && nic.nic->addresses.empty()) continue;
    const model::Stated<Subnet>& subnet = host.model.PlanOf(host.placement.site, nic.nic->network).subnet;
    if (subnet.open()) {
      const std::string token = open.Token(subnet.hole(), "address and mask of " + nic.link_name);
      out.Line("{0} {0} {1}", token, nic.link_name);
    } else if (nic.nic->addresses.empty() || !subnet.known()) {
      out.Line("{0} {0} {1}", zvm_text::kUnsaid, nic.link_name);
    }
    for (const IpAddress& address : nic.nic->addresses) {
      if (subnet.known()) WriteAddress(out, nic, address, *subnet);
    }
  }
}

const StackNic* Over(const Nics& nics, std::size_t index) {
  const auto found = std::find_if(nics.begin(), nics.end(), [&](const StackNic& nic) { return nic.index == index; });
  return found == nics.end() ? nullptr : &*found;
}

std::string Destination(const model::Hop& hop) {
  const bool v4 = hop.via.is_v4();
  if (!hop.destination) return v4 ? "DEFAULTNET" : "DEFAULTNET6";
  if (!v4) return ToUpper(hop.destination->ToString());
  return hop.destination->network().ToString() + " " + hop.destination->Netmask();
}

void WriteOpenDefaults(TextWriter& lines, const Host& host, const Nics& nics, OpenPlaces& open) {
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(host.model, host.placement)) {
    const StackNic* via = Over(nics, waits.nic);
    if (via == nullptr || (!waits.v4 && !via->takes_ipv6())) continue;
    const std::string token = open.Token(waits.hole, "next hop of the default route");
    lines.Line("{} {} {} {}", waits.v4 ? "DEFAULTNET" : "DEFAULTNET6", token, via->link_name, via->mtu);
  }
}

void WriteGateway(TextWriter& out, const Host& host, const Nics& nics, OpenPlaces& open) {
  const model::HostRoutes routes = model::RoutesOf(host.model, host.placement);
  TextWriter lines;
  for (const model::Hop& hop : routes.hops) {
    const StackNic* via = Over(nics, hop.nic);
    if (via == nullptr || (!hop.via.is_v4() && !via->takes_ipv6())) continue;
    lines.Line("{} {} {} {}", Destination(hop), ToUpper(hop.via.ToString()), via->link_name, via->mtu);
  }
  WriteOpenDefaults(lines, host, nics, open);
  for (const std::string& problem : routes.unwritten) Remark(lines, PlainText(problem), ";");
  const std::string text = lines.Take();
  if (text.empty()) return;
  out.Line("GATEWAY");
  Remark(out, "NETWORK AND MASK, FIRST HOP, LINK, MTU", ";");
  out.Line(std::string_view(text));
}

/// What can't be written is said in the file, and its addresses and routes are left out.
bool IsWritten(TextWriter& out, const Host& host, const StackNic& nic) {
  const std::string network = PlainText(host.model.at(nic.nic->network).name);
  if (!nic.connected)
    Remark(out, "NIC " + nic.first + ": NOTHING CARRIES NETWORK " + network + " AT THIS SITE", ";");
  else if (nic.other_vlan)
    Remark(out,
           "NETWORK " + network + " OVER " + nic.link_name +
               ": A LINK TAGS FRAMES FOR ONE VLAN. GIVE IT A NIC OF ITS OWN IN THE SPEC.",
           ";");
  return nic.connected && !nic.other_vlan;
}

}  // namespace

zvm_text::HostFile WriteTcpipProfile(const Host& host) {
  const Nics all = zvm_text::StackNicsOf(host);
  if (all.empty()) return {};
  OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, host);
  Nics nics;
  for (const StackNic& nic : all) {
    if (!IsWritten(out, host, nic)) continue;
    if (!nic.shares) WriteLink(out, host, all, nic, open);
    nics.push_back(nic);
  }
  if (nics.empty()) return {host.node + ".TCPIP", out.Take(), {}};
  out.Line();
  WriteHome(out, host, nics, open);
  out.Line();
  WriteGateway(out, host, nics, open);
  for (const StackNic& nic : nics) {
    if (!nic.shares) out.Line("START {}", nic.device_name);
  }
  return {host.node + ".TCPIP", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm
