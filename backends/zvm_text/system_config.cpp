#include "backends/zvm_text/system_config.h"

#include <algorithm>
#include <set>

#include "backends/zvm_text/config_statement.h"
#include "backends/zvm_text/lan_statements.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::Lan;

void WriteLans(TextWriter& out, const Host& host, OpenPlaces& open) {
  for (std::size_t i = 0; i < host.placement.lans.size(); ++i) {
    const Lan& lan = host.placement.lans[i].lan;
    std::vector<std::string> networks;
    for (const model::NetworkId network : lan.networks) networks.push_back(PlainText(host.model.at(network).name));
    TextWriter body;
    const std::size_t before = open.all().size();
    WriteLanStatements(body, host, i, open);
    const std::string name = StatementName(lan.name);
    ConfigRemark(out,
                 name + " CARRIES " + JoinWords(networks, "AND") + (lan.doc.empty() ? "" : ": " + PlainText(lan.doc)));
    const std::vector<OpenPlace> mine(open.all().begin() + static_cast<std::ptrdiff_t>(before), open.all().end());
    if (!mine.empty())
      ConfigRemark(out, "WAITS FOR THE VENDOR: " + JoinWords(IdentifiersOf(mine), "AND") + ". REPLACE EACH ??.");
    out.Line(std::string_view(body.Take()));
  }
}

void WriteMacPrefix(TextWriter& out, const Host& host) {
  for (const std::vector<LanMember>& members : host.members) {
    for (const LanMember& member : members) {
      if (!member.nic.mac) continue;
      const auto& b = member.nic.mac->bytes();
      ConfigRemark(
          out,
          fmt::format("MACID IN NICDEF IS THE LOW HALF OF AN ADDRESS; {} NEEDS VMLAN MACPREFIX {:02X}{:02X}{:02X}, "
                      "BEFORE THE FIRST VSWITCH OR NIC.",
                      StatementName(host.model.SystemOf(*member.guest).name), b[0], b[1], b[2]));
      return;
    }
  }
}

/// The vendor's z/VM attaches our volumes to SYSTEM for minidisks; ours has them in its restored SYSTEM CONFIG.
void WriteVolumes(TextWriter& out, const Host& host) {
  std::vector<std::string> labels;
  std::set<std::string> seen;
  for (const model::PlacementId id : host.placement.guests) {
    for (const model::Disk& disk : host.model.SystemOf(host.model.at(id)).disks) {
      const std::string label = VolumeLabel(disk.volume);
      if (!label.empty() && seen.insert(label).second) labels.push_back(label);
    }
  }
  if (labels.empty()) return;
  ConfigRemark(out, "THE VOLUMES THAT HOLD THE MINIDISKS IN USER.DIRECT.");
  constexpr std::size_t kPerLine = 6;
  for (std::size_t at = 0; at < labels.size(); at += kPerLine) {
    const std::size_t end = std::min(at + kPerLine, labels.size());
    const std::vector<std::string> some(labels.begin() + static_cast<std::ptrdiff_t>(at),
                                        labels.begin() + static_cast<std::ptrdiff_t>(end));
    WriteConfigStatement(out, host.node, "USER_VOLUME_LIST " + Words(some), {});
  }
  out.Line();
}

void WriteHead(TextWriter& out, const Host& host) {
  ConfigRemark(out, host.Title() + ": SYSTEM CONFIG STATEMENTS.");
  ConfigRemark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE. README.TXT SAYS WHERE IT GOES.");
  if (!host.node.empty()) {
    ConfigRemark(
        out, fmt::format("EVERY STATEMENT HOLDS FOR NODE {0} ONLY. IF QUERY USERID SHOWS ANOTHER NODE HERE, ADD  "
                         "SYSTEM_IDENTIFIER LPAR {1} {0}  BESIDE THE STATEMENT THAT IS THERE.",
                         host.node,
                         StatementName(host.placement.host.valid() ? host.name
                                                                   : host.model.at(host.placement.partition).name)));
    ConfigRemark(
        out,
        "FOR A VSWITCH OR LAN DEFINED TWICE CP TAKES THE FIRST DEFINITION: THIS MUST STAND BEFORE THE ONE FROM HOME.");
  } else {
    ConfigRemark(out, "THE STATEMENTS ARE NOT QUALIFIED: PUT YOUR NODE NAME IN FRONT WHERE SYSTEMS SHARE THE FILE.");
  }
  out.Line();
}

/// As a remark, since only the vendor knows the rest of the list and a DEVICES statement without the disks can't IPL.
void WriteDevices(TextWriter& out, const Host& host) {
  if (host.vendors()) return;
  ConfigRemark(out,
               "DEVICES: VOLUMES OF OTHERS WITH OUR LABELS MUST NOT COME ONLINE AT IPL. WHEN THE VENDOR HAS NAMED ALL "
               "DEVICE NUMBERS, HAVE A STATEMENT WITH");
  ConfigRemark(out, host.node +
                        ": DEVICES, OFFLINE_AT_IPL 0000-FFFF, ONLINE_AT_IPL (ALL THAT IS ASSIGNED: DASD, TAPE, "
                        "CONSOLE, OSA, HIPERSOCKETS), SENSED 0000-FFFF");
  std::vector<std::string> ids;
  for (const model::HoleId hole : host.device_holes) ids.push_back(host.requirements.IdOf(hole));
  if (!ids.empty()) ConfigRemark(out, "OSA AND HIPERSOCKETS NUMBERS ARE THE ANSWERS TO " + JoinWords(ids, "AND") + ".");
}

}  // namespace

HostFile WriteSystemConfig(const Host& host) {
  OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, host);
  WriteMacPrefix(out, host);
  if (host.vendors()) WriteVolumes(out, host);
  WriteLans(out, host, open);
  WriteDevices(out, host);
  return {"SYSTEM.CONFIG", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
