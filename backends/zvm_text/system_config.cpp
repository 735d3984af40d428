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

/// The prefixes of the MAC addresses that NICDEF gives, each once, in order.
std::vector<std::string> PrefixesUsed(const Host& host) {
  std::vector<std::string> prefixes;
  std::set<std::string> seen;
  for (const std::vector<LanMember>& members : host.members) {
    for (const LanMember& member : members) {
      if (!member.nic.mac) continue;
      const std::string prefix = MacPrefix(*member.nic.mac);
      if (seen.insert(prefix).second) prefixes.push_back(prefix);
    }
  }
  return prefixes;
}

/// VMLAN must come before the first vswitch or NIC, and of two with one operand the last holds (both from knowledge).
/// Members of a single system image each have a MACPREFIX and all the same USERPREFIX, which is the one that MACID goes
/// with there (from knowledge).
void WriteMacPrefix(TextWriter& out, const Host& host, OpenPlaces& open) {
  const std::vector<std::string> used = PrefixesUsed(host);
  const bool member = MembershipOf(host).cluster != nullptr;
  const model::Stated<std::string>& prefix = host.placement.settings.mac_prefix;
  if (!prefix.absent()) {
    ConfigRemark(out, "THE ADDRESSES THAT CP MAKES UP HERE MUST NOT MEET THOSE OF HOME ON ONE LAN.");
    if (!host.vendors())
      ConfigRemark(out,
                   "HOME'S VMLAN MACPREFIX HAS TO GO: OF TWO CP TAKES THE LAST. AFTER THE IPL QUERY VMLAN MUST SHOW "
                   "THIS PREFIX.");
    const std::string value = prefix.open() ? open.Token(prefix.hole(), "MAC prefix") : StatementName(*prefix);
    WriteConfigStatement(out, host.node, "VMLAN MACPREFIX " + value, {});
  }
  if (!used.empty() && (prefix.absent() || member)) {
    ConfigRemark(out, fmt::format("MACID IN NICDEF IS THE LOW HALF OF AN ADDRESS: IT NEEDS VMLAN {} {}, BEFORE THE "
                                  "FIRST VSWITCH OR NIC.",
                                  member ? "USERPREFIX" : "MACPREFIX", JoinWords(used, "OR")));
  }
  if (!prefix.absent() || !used.empty()) out.Line();
}

/// A single system image comes up with the members that are there; the SSI statement names all.
void WriteCluster(TextWriter& out, const Host& host) {
  const model::Cluster* cluster = MembershipOf(host).cluster;
  if (cluster == nullptr) return;
  std::vector<std::string> away, pdr;
  for (const model::Reference& member : cluster->members) {
    if (host.model.Find(host.placement.site, member.system) == nullptr)
      away.push_back(StatementName(host.model.at(member.system).name));
  }
  for (const model::Volumes& volumes : cluster->volumes) {
    if (volumes.use != model::VolumeUse::kPdr) continue;
    for (const std::string& label : volumes.labels) pdr.push_back(VolumeLabel(label));
  }
  ConfigRemark(out, fmt::format("MEMBER OF {}: THE SSI STATEMENT OF HOME STAYS, WITH ITS SLOTS AND NODE NAMES{}.",
                                StatementName(cluster->name),
                                pdr.empty() ? std::string(", AND ITS PDR_VOLUME MUST BE RESTORED")
                                            : "; ITS PDR_VOLUME " + JoinWords(pdr, "AND") + " MUST BE RESTORED"));
  if (!away.empty())
    ConfigRemark(out, JoinWords(away, "AND") + (away.size() == 1 ? " IS" : " ARE") +
                          " NOT HERE: QUERY SSI MUST SHOW THAT AS DOWN BEFORE GUESTS START. IF THE CLUSTER DOES NOT "
                          "COME UP STABLE, IPL WITH THE PARAMETER REPAIR.");
  out.Line();
}

/// Volumes with minidisks are attached to SYSTEM. By a list, because a missing one is reported then; home's may be a
/// pattern, of which it isn't (zvm-bootcamp course).
void WriteVolumes(TextWriter& out, const Host& host) {
  std::vector<std::string> labels;
  std::set<std::string> seen;
  const auto add = [&](const std::string& volume) {
    const std::string label = VolumeLabel(volume);
    if (!label.empty() && seen.insert(label).second) labels.push_back(label);
  };
  for (const model::Volumes& volumes : host.system().volumes) {
    if (volumes.use != model::VolumeUse::kUser || host.vendors()) continue;
    for (const std::string& label : volumes.labels) add(label);
  }
  for (const model::PlacementId id : host.placement.guests) {
    for (const model::Disk& disk : host.model.SystemOf(host.model.at(id)).disks) add(disk.volume);
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

}  // namespace

HostFile WriteSystemConfig(const Host& host) {
  OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, host);
  WriteCluster(out, host);
  WriteMacPrefix(out, host, open);
  WriteVolumes(out, host);
  WriteLans(out, host, open);
  return {"SYSTEM.CONFIG", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
