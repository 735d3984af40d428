#include "backends/zos/statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zos {
namespace {

using model::Link;

constexpr std::size_t kWidth = 72;

std::string CarrierText(const StackLink& link) {
  const std::string name = PlainText(link.link.name);
  switch (link.link.kind) {
    case Link::Kind::kVswitch:
      return fmt::format("vswitch {} carries {}", name, link.network);
    case Link::Kind::kBridge:
      return fmt::format("bridge {} carries {}", name, link.network);
    case Link::Kind::kGuestLan:
      return fmt::format("guest LAN {} carries {}", name, link.network);
    case Link::Kind::kOsa:
      return fmt::format("OSA {} carries {}", name, link.network);
    case Link::Kind::kHiperSockets:
      return fmt::format("HiperSockets {} carries {}", name, link.network);
    case Link::Kind::kNone:
      break;
  }
  return fmt::format("NOTHING CARRIES {} AT THIS SITE", link.network);
}

void Remark(std::string_view text, TextWriter& out) { out.Wrapped(text, kWidth, "; ", "; "); }

/// The name of the VIPA whose address goes out with packets of a link, where IPCONFIG says SOURCEVIPA.
std::string SourceVipa(const std::vector<std::string>& vipas, const char* name) {
  return vipas.empty() ? std::string() : std::string(name) + "1";
}
constexpr const char* kVipaLink = "VIPALK";
constexpr const char* kVipa6 = "VIPA6LK";

/// IP Configuration Reference, "INTERFACE - IPAQENET OSA-Express QDIO", "IPAQIDIO HiperSockets" and those of IPv6:
/// first the port or the CHPID, then the address.
void WriteInterface(const StackLink& link, bool v6, const std::string& vipa, TextWriter& out) {
  const char* type = link.link.hipersockets ? "IPAQIDIO" : "IPAQENET";
  out.Line("INTERFACE {}", v6 ? link.interface6 : link.link_name);
  out.Line("  DEFINE {}{}", type, v6 ? "6" : "");
  out.Line("  {}", link.link.hipersockets ? "CHPID " + link.chpid : "PORTNAME " + link.device);
  if (v6) {
    std::string all;
    for (const IpAddress& address : link.addresses6) all += " " + ToUpper(address.ToString());
    out.Wrapped("IPADDR" + (all.empty() ? " " + link.subnet_token : all), kWidth, "  ", "    ");
  } else if (link.addresses.empty()) {
    out.Line("  IPADDR {}", link.subnet_token);
  } else {
    const IpAddress& address = link.addresses.front();
    const auto holds = [&](const Subnet& subnet) { return subnet.Contains(address); };
    const auto subnet = std::find_if(link.subnets.begin(), link.subnets.end(), holds);
    out.Line("  IPADDR {}{}", address.ToString(),
             subnet == link.subnets.end() ? "" : fmt::format("/{}", subnet->prefix()));
  }
  if (link.vlan) out.Line("  VLANID {}", *link.vlan);
  out.Line("  MTU {}", link.mtu);
  if (!vipa.empty()) out.Line("  SOURCEVIPAINTERFACE {}", vipa);
}

void WriteLink(const StackLink& link, TextWriter& out) {
  out.Line("DEVICE {} MPCIPA", link.device);
  if (link.link.hipersockets) {
    out.Line("LINK {} IPAQIDIO {}", link.link_name, link.device);
  } else {
    out.Line("LINK {} IPAQENET {}{}", link.link_name, link.device,
             link.vlan ? fmt::format(" VLANID {}", *link.vlan) : "");
  }
}

void WriteDevice(const StackLink& link, const StackPlan& plan, TextWriter& out) {
  if (link.link.hipersockets && link.chpid != "??") {
    Remark(fmt::format("{}; first device {}, CHPID {}.", CarrierText(link), link.read, link.chpid), out);
  } else if (link.link.hipersockets) {
    Remark(fmt::format("{}; first device {}. Put its CHPID (two hex digits) for {}.", CarrierText(link), link.read,
                       link.by_interface || !link.has_v4() ? "the ?? behind CHPID" : "the ?? of IUTIQD??"),
           out);
  } else {
    Remark(CarrierText(link) + "; devices: see TRLE.VTAMLST.", out);
  }
  if (link.has_v4() && link.by_interface) WriteInterface(link, false, SourceVipa(plan.vipas, kVipaLink), out);
  if (link.has_v4() && !link.by_interface) WriteLink(link, out);
  if (link.has_v6()) WriteInterface(link, true, SourceVipa(plan.vipas6, kVipa6), out);
  out.Line(";");
}

// Forms as in "Networking on z/OS", link configuration, and in the IP Configuration Reference, "INTERFACE - VIRTUAL".
// A virtual device needs no START. An interface names its VIPA, so VIPAs stand first.
void WriteVipas(const StackPlan& plan, TextWriter& out) {
  for (std::size_t i = 0; i < plan.vipas.size(); ++i) {
    if (plan.vipas_by_interface) {
      out.Line("INTERFACE {}{}", kVipaLink, i + 1);
      out.Line("  DEFINE VIRTUAL");
      out.Line("  IPADDR {}", plan.vipas[i]);
    } else {
      out.Line("DEVICE VIPADV{} VIRTUAL 0", i + 1);
      out.Line("LINK {}{} VIRTUAL 0 VIPADV{}", kVipaLink, i + 1, i + 1);
    }
  }
  for (std::size_t i = 0; i < plan.vipas6.size(); ++i) {
    out.Line("INTERFACE {}{}", kVipa6, i + 1);
    out.Line("  DEFINE VIRTUAL6");
    out.Line("  IPADDR {}", ToUpper(plan.vipas6[i]));
  }
  if (!plan.vipas.empty() || !plan.vipas6.empty()) out.Line(";");
}

// A VIPA stands before the addresses that it shall be the source address for (IP Configuration Guide, SOURCEVIPA). What
// is defined by INTERFACE isn't in the list.
void WriteHome(const StackPlan& plan, TextWriter& out) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view address, const std::string& name) {
    lines.push_back(fmt::format("  {}  {}", PadRight(address, 15), name));
  };
  for (std::size_t i = 0; i < plan.vipas.size() && !plan.vipas_by_interface; ++i)
    add(plan.vipas[i], fmt::format("{}{}", kVipaLink, i + 1));
  for (const StackLink& link : plan.links) {
    if (link.by_interface) continue;
    for (const IpAddress& address : link.addresses) add(address.ToString(), link.link_name);
    if (!link.subnet_token.empty() && !link.token_is_v6) add(link.subnet_token, link.link_name);
  }
  if (lines.empty()) return;
  out.Line("HOME");
  for (const std::string& line : lines) out.Line(line);
  out.Line(";");
}

std::string ViaLink(const StackLink& link, bool v4) {
  return fmt::format("{} MTU {}", v4 ? link.link_name : link.interface6, link.mtu);
}

void WriteHop(const StackPlan& plan, const StackRoute& route, TextWriter& out) {
  const bool v4 = route.hop.via.is_v4();
  const std::string destination = route.hop.destination ? ToUpper(route.hop.destination->ToString())
                                  : v4                  ? "DEFAULT"
                                                        : "DEFAULT6";
  out.Line("  ROUTE {} {} {}", destination, ToUpper(route.hop.via.ToString()), ViaLink(plan.links[route.link], v4));
}

// Forms as in the IP Configuration Guide, "Static route statements for z/OS TCPCS4".
void WriteRoutes(const StackPlan& plan, TextWriter& out) {
  out.Line("BEGINROUTES");
  for (const StackLink& link : plan.links) {
    for (const Subnet& subnet : link.subnets) {
      const bool v4 = subnet.network().is_v4();
      if (v4 ? link.has_v4() : link.has_v6())
        out.Line("  ROUTE {} = {}", ToUpper(subnet.ToString()), ViaLink(link, v4));
    }
  }
  for (const bool defaults : {false, true}) {
    for (const StackRoute& route : plan.routes) {
      if (route.hop.destination.has_value() != defaults) WriteHop(plan, route, out);
    }
  }
  for (const OpenRoute& open : plan.open_defaults) {
    out.Line("  ROUTE {} {} {}", open.v4 ? "DEFAULT" : "DEFAULT6", open.token, ViaLink(plan.links[open.link], open.v4));
  }
  out.Line("ENDROUTES");
  out.Line(";");
}

void WriteStarts(const StackPlan& plan, TextWriter& out) {
  for (const StackLink& link : plan.links) {
    if (link.has_v4()) out.Line("START {}", link.by_interface ? link.link_name : link.device);
    if (link.has_v6()) out.Line("START {}", link.interface6);
  }
}

/// A VTAM statement that goes on: a mark in column 72, the next line from column 16 (SNA Network Implementation Guide,
/// the QDIO example).
std::string Continued(std::string_view text) { return PadRight(text, kWidth - 1) + "X"; }

}  // namespace

std::string WriteProfile(const StackPlan& plan, const std::string& site) {
  TextWriter out;
  Remark(fmt::format("{} at {}: links, addresses and routes.", plan.system, site), out);
  out.Line("; These replace the statements of the same names in the home profile;");
  out.Line("; HOME and BEGINROUTES replace the whole list. See README.txt.");
  out.Line(";");
  WriteVipas(plan, out);
  for (const StackLink& link : plan.links) WriteDevice(link, plan, out);
  WriteHome(plan, out);
  WriteRoutes(plan, out);
  WriteStarts(plan, out);
  return out.Take();
}

std::string WriteTrle(const StackPlan& plan, const std::string& site) {
  TextWriter out;
  out.Wrapped(fmt::format("{} at {}: the OSA devices for VTAM (TRL major node).", plan.system, site), kWidth, "* ",
              "* ");
  out.Line("* PORTNAME is the DEVICE or PORTNAME in the TCP/IP profile.");
  out.Line("         VBUILD TYPE=TRL");
  int count = 0;
  for (const StackLink& link : plan.links) {
    if (link.link.hipersockets) continue;
    out.Wrapped(CarrierText(link) + ".", kWidth, "* ", "* ");
    out.Line(Continued(fmt::format("TRLOSA{:<2} TRLE  LNCTL=MPC,", ++count)));
    out.Line(Continued(fmt::format("               READ=({}),", link.read)));
    out.Line(Continued(fmt::format("               WRITE=({}),", link.write)));
    out.Line(Continued(fmt::format("               DATAPATH=({}),", link.datapath)));
    out.Line(Continued(fmt::format("               PORTNAME={},", link.device)));
    out.Line("               MPCLEVEL=QDIO");
  }
  return count == 0 ? std::string() : out.Take();
}

std::vector<std::string> StatementsOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (line.size() == kWidth && line.back() == 'X') line.resize(line.find_last_not_of(' ', kWidth - 2) + 1);
    if (!line.empty() && line.front() != ';' && line.front() != '*') lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

}  // namespace hotsite::backends::zos
