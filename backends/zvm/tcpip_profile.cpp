#include "backends/zvm/tcpip_profile.h"

#include <algorithm>

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
                     host.name),
         ";");
  out.Line();
}

std::string VlanOperand(const Host& host, const zvm_text::StackNic& nic, OpenPlaces& open) {
  const model::Stated<std::int64_t>& vlan = zvm_text::VlanOf(host, nic.nic->network);
  // A vswitch tags for its members; only a stack with real OSA devices tags by itself.
  if (vlan.absent() || nic.link.kind != model::Link::Kind::kOsa) return {};
  return " VLAN " + (vlan.open() ? open.Token(vlan.hole(), "VLAN of " + nic.link_name) : std::to_string(*vlan));
}

void WriteLink(TextWriter& out, const Host& host, const zvm_text::StackNic& nic, OpenPlaces& open) {
  Remark(out, "NETWORK " + PlainText(host.model.at(nic.nic->network).name), ";");
  if (nic.hipers()) {
    out.Line("DEVICE {} HIPERS {}", nic.device_name, nic.first);
    out.Line("LINK {} QDIOIP {} MTU {}", nic.link_name, nic.device_name, nic.mtu);
    return;
  }
  out.Line("DEVICE {} OSD {} NONROUTER", nic.device_name, nic.first);
  out.Line("LINK {} QDIOETHERNET {} MTU {} {}{}", nic.link_name, nic.device_name, nic.mtu,
           nic.ethernet() ? "ETHERNET" : "IP", VlanOperand(host, nic, open));
}

void WriteHome(TextWriter& out, const Host& host, const std::vector<zvm_text::StackNic>& nics, OpenPlaces& open) {
  out.Line("HOME");
  for (const zvm_text::StackNic& nic : nics) {
    const model::Stated<Subnet>& subnet = host.model.PlanOf(host.placement.site, nic.nic->network).subnet;
    if (subnet.open()) {
      const std::string token = open.Token(subnet.hole(), "address and mask of " + nic.link_name);
      out.Line("{0} {0} {1}", token, nic.link_name);
    } else if (nic.nic->addresses.empty() || !subnet.known()) {
      out.Line("{0} {0} {1}", zvm_text::kUnsaid, nic.link_name);
    }
    for (const IpAddress& address : nic.nic->addresses) {
      if (address.is_v4() && subnet.known()) {
        out.Line("{} {} {}", address.ToString(), subnet->Netmask(), nic.link_name);
      } else {
        Remark(out, "IPV6 ADDRESS " + address.ToString() + ": ADD IT BY IFCONFIG " + nic.link_name, ";");
      }
    }
  }
}

void WriteGateway(TextWriter& out, const Host& host, const std::vector<zvm_text::StackNic>& nics, OpenPlaces& open) {
  const model::HostRoutes routes = model::RoutesOf(host.model, host.placement);
  TextWriter lines;
  for (const model::Hop& hop : routes.hops) {
    const auto via =
        std::find_if(nics.begin(), nics.end(), [&](const zvm_text::StackNic& nic) { return nic.index == hop.nic; });
    if (via == nics.end() || !via->connected || !hop.via.is_v4()) continue;
    const std::string to =
        hop.destination ? hop.destination->network().ToString() + " " + hop.destination->Netmask() : "DEFAULTNET";
    lines.Line("{} {} {} {}", to, hop.via.ToString(), via->link_name, via->mtu);
  }
  for (const model::OpenDefault& waits : model::OpenDefaultsOf(host.model, host.placement)) {
    const auto via =
        std::find_if(nics.begin(), nics.end(), [&](const zvm_text::StackNic& nic) { return nic.index == waits.nic; });
    if (via == nics.end() || !via->connected) continue;
    if (!waits.v4) {
      Remark(lines, "IPV6 DEFAULT ROUTE OVER " + via->link_name + ": " + open.Token(waits.hole, "IPv6 default route"),
             ";");
    } else {
      const std::string token = open.Token(waits.hole, "next hop of the default route");
      lines.Line("DEFAULTNET {} {} {}", token, via->link_name, via->mtu);
    }
  }
  for (const std::string& problem : routes.unwritten) Remark(lines, PlainText(problem), ";");
  const std::string text = lines.Take();
  if (text.empty()) return;
  out.Line("GATEWAY");
  Remark(out, "NETWORK AND MASK, FIRST HOP, LINK, MTU", ";");
  out.Line(std::string_view(text));
}

}  // namespace

zvm_text::HostFile WriteTcpipProfile(const Host& host) {
  const std::vector<zvm_text::StackNic> all = zvm_text::StackNicsOf(host);
  if (all.empty()) return {};
  OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, host);
  std::vector<zvm_text::StackNic> nics;
  for (const zvm_text::StackNic& nic : all) {
    if (nic.connected) {
      WriteLink(out, host, nic, open);
      nics.push_back(nic);
    } else {
      Remark(out,
             "NIC " + nic.first + ": NOTHING CARRIES NETWORK " + PlainText(host.model.at(nic.nic->network).name) +
                 " AT THIS SITE",
             ";");
    }
  }
  if (nics.empty()) return {host.name + ".TCPIP", out.Take(), {}};
  out.Line();
  WriteHome(out, host, nics, open);
  out.Line();
  WriteGateway(out, host, nics, open);
  for (const zvm_text::StackNic& nic : nics) out.Line("START {}", nic.device_name);
  return {host.name + ".TCPIP", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm
