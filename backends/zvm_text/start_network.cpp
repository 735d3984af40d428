#include "backends/zvm_text/start_network.h"

#include <algorithm>
#include <set>

#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

/// What the vendor still has to name is tried as its token: CP refuses it, and the EXEC asks what to do.
std::vector<std::string> Controllers(const model::Lan& lan, OpenPlaces& open) {
  if (!NeedsController(lan) || !lan.controllers.open()) return ControllersOf(lan);
  return {open.Token(lan.controllers.hole(), "controllers of " + StatementName(lan.name))};
}

void WriteStarts(TextWriter& out, const Host& host, OpenPlaces& open) {
  if (host.system().tcpip) out.Line("call Start '{}', ''", StatementName(host.system().tcpip->userid));
  std::set<std::string> seen;
  for (const model::PlacedLan& placed : host.placement.lans) {
    for (const std::string& name : Controllers(placed.lan, open)) {
      if (!seen.insert(name).second) continue;
      if (name.starts_with("??")) out.Line("/* ONE SUCH LINE FOR EACH USER ID OF THE ANSWER. */");
      out.Line("call Start '{}', ''", name);
    }
  }
}

/// Guests with a NIC on the LAN, each once; the z/VM's own stack isn't one.
std::vector<std::string> GuestsOn(const Host& host, std::size_t lan) {
  std::vector<std::string> names;
  std::set<const model::Placement*> seen;
  for (const LanMember& member : host.members[lan]) {
    if (member.guest == &host.placement || !seen.insert(member.guest).second) continue;
    names.push_back(StatementName(host.model.SystemOf(*member.guest).name));
  }
  return names;
}

void WriteSwitches(TextWriter& out, const Host& host, OpenPlaces& open) {
  for (std::size_t i = 0; i < host.placement.lans.size(); ++i) {
    const model::Lan& lan = host.placement.lans[i].lan;
    const std::vector<std::string> controllers = Controllers(lan, open);
    const std::vector<std::string> guests = GuestsOn(host, i);
    if (controllers.empty() || guests.empty()) continue;
    WriteNames(out, "members", guests);
    WriteNames(out, "owners", controllers);
    out.Line("call Switch '{}', owners", StatementName(lan.name));
  }
}

}  // namespace

bool HasNetworkStep(const Host& host) {
  if (host.system().tcpip) return true;
  return std::any_of(host.placement.lans.begin(), host.placement.lans.end(), [](const model::PlacedLan& placed) {
    return NeedsController(placed.lan) && !placed.lan.controllers_none;
  });
}

void WriteNetworkStep(TextWriter& out, const Host& host, OpenPlaces& open) {
  out.Line("call Step 1, '{}VSWITCH CONTROLLERS'", host.system().tcpip ? "TCP/IP, " : "");
  WriteStarts(out, host, open);
  out.Line("call Wait");
  WriteSwitches(out, host, open);
}

void WriteNames(TextWriter& out, const std::string& variable, const std::vector<std::string>& names) {
  constexpr std::size_t kPerLine = 6;
  for (std::size_t at = 0; at < names.size(); at += kPerLine) {
    const std::size_t end = std::min(at + kPerLine, names.size());
    const std::vector<std::string> some(names.begin() + static_cast<std::ptrdiff_t>(at),
                                        names.begin() + static_cast<std::ptrdiff_t>(end));
    out.Line("{} = {}'{}'", variable, at == 0 ? "" : variable + " ", Words(some));
  }
}

}  // namespace hotsite::backends::zvm_text
