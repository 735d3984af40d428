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

void WriteDevice(const StackLink& link, TextWriter& out) {
  if (link.link.hipersockets) {
    out.Wrapped(fmt::format("{}; first device {}. Put its CHPID (two hex digits) for the ?? of IUTIQD??.",
                            CarrierText(link), link.read),
                kWidth, "; ", "; ");
  } else {
    out.Wrapped(CarrierText(link) + "; devices: see TRLE.VTAMLST.", kWidth, "; ", "; ");
  }
  out.Line("DEVICE {} MPCIPA", link.device);
  if (link.link.hipersockets) {
    out.Line("LINK {} IPAQIDIO {}", link.link_name, link.device);
  } else {
    out.Line("LINK {} IPAQENET {}{}", link.link_name, link.device,
             link.vlan ? fmt::format(" VLANID {}", *link.vlan) : "");
  }
  out.Line(";");
}

// Forms as in "Networking on z/OS", link configuration. A virtual device needs no START.
void WriteVipas(const StackPlan& plan, TextWriter& out) {
  for (std::size_t i = 1; i <= plan.vipas.size(); ++i) {
    out.Line("DEVICE VIPADV{} VIRTUAL 0", i);
    out.Line("LINK VIPALK{0} VIRTUAL 0 VIPADV{0}", i);
  }
  if (!plan.vipas.empty()) out.Line(";");
}

// A VIPA stands before the addresses that it shall be the source address for (IP Configuration Guide, SOURCEVIPA).
void WriteHome(const StackPlan& plan, TextWriter& out) {
  out.Line("HOME");
  for (std::size_t i = 0; i < plan.vipas.size(); ++i) out.Line("  {}  VIPALK{}", PadRight(plan.vipas[i], 15), i + 1);
  for (const StackLink& link : plan.links) {
    for (const IpAddress& address : link.addresses)
      out.Line("  {}  {}", PadRight(address.ToString(), 15), link.link_name);
    if (!link.subnet_token.empty()) out.Line("  {}  {}", PadRight(link.subnet_token, 15), link.link_name);
  }
  out.Line(";");
}

// Forms as in the IP Configuration Guide, "Static route statements for z/OS TCPCS4".
void WriteRoutes(const StackPlan& plan, TextWriter& out) {
  out.Line("BEGINROUTES");
  for (const StackLink& link : plan.links) {
    if (!link.subnet || !link.subnet->network().is_v4()) continue;
    out.Line("  ROUTE {} = {} MTU {}", link.subnet->ToString(), link.link_name, link.mtu);
  }
  const auto write = [&](const model::Hop& hop) {
    const StackLink& link = plan.links[hop.nic];
    const std::string destination = hop.destination ? hop.destination->ToString() : "DEFAULT";
    out.Line("  ROUTE {} {} {} MTU {}", destination, hop.via.ToString(), link.link_name, link.mtu);
  };
  for (const model::Hop& hop : plan.routes) {
    if (hop.destination) write(hop);
  }
  for (const model::Hop& hop : plan.routes) {
    if (!hop.destination) write(hop);
  }
  if (!plan.default_token.empty()) {
    const StackLink& link = plan.links[plan.default_nic];
    out.Line("  ROUTE DEFAULT {} {} MTU {}", plan.default_token, link.link_name, link.mtu);
  }
  out.Line("ENDROUTES");
  out.Line(";");
}

/// A VTAM statement that goes on: a mark in column 72, the next line from column 16 (SNA Network Implementation Guide,
/// the QDIO example).
std::string Continued(std::string_view text) { return PadRight(text, kWidth - 1) + "X"; }

}  // namespace

std::string WriteProfile(const StackPlan& plan, const std::string& site) {
  TextWriter out;
  out.Wrapped(fmt::format("{} at {}: devices, links, addresses and routes.", plan.system, site), kWidth, "; ", "; ");
  out.Line("; These replace the statements of the same names in the home profile;");
  out.Line("; HOME and BEGINROUTES replace the whole list. See README.txt.");
  out.Line(";");
  for (const StackLink& link : plan.links) WriteDevice(link, out);
  WriteVipas(plan, out);
  WriteHome(plan, out);
  WriteRoutes(plan, out);
  for (const StackLink& link : plan.links) out.Line("START {}", link.device);
  return out.Take();
}

std::string WriteTrle(const StackPlan& plan, const std::string& site) {
  TextWriter out;
  out.Wrapped(fmt::format("{} at {}: the OSA devices for VTAM (TRL major node).", plan.system, site), kWidth, "* ",
              "* ");
  out.Line("* PORTNAME is the DEVICE name in the TCP/IP profile.");
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
