#include "backends/zvm_text/last_statements.h"

#include <algorithm>

#include "backends/zvm_text/config_statement.h"
#include "backends/zvm_text/online_devices.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

void WriteHead(TextWriter& out, const Host& host) {
  ConfigRemark(out, host.Title() + ": LAST STATEMENTS OF SYSTEM CONFIG.");
  ConfigRemark(out, "MADE BY HOTSITE: CHANGE THE SPEC, NOT THIS FILE. README.TXT SAYS WHERE IT GOES.");
  ConfigRemark(out, "OF STATEMENTS THAT SAY THE SAME CP TAKES THE LAST: ON THE PARM DISK THIS IS " + host.node +
                        " DRLAST, AND  IMBED " + host.node + " DRLAST  IS THE LAST LINE OF SYSTEM CONFIG.");
  out.Line();
}

/// After a good shutdown CP comes up by itself and AUTOLOG1 starts what it starts at home (zvm-bootcamp course,
/// FEATURES).
void WriteFeatures(TextWriter& out, const Host& host) {
  ConfigRemark(out, "EVERY IPL ASKS BEFORE IT STARTS, SO THAT NOTHING COMES UP UNLOOKED AT.");
  WriteConfigStatement(out, host.node, "FEATURES", {"DISABLE", "AUTO_WARM_IPL"});
  out.Line();
}

/// The console of a guest is the one in its directory entry; of a partition those that the site gives it, and the HMC's
/// own at the end. With none of the list active CP loads a disabled wait (zvm-bootcamp course, OPERATOR_CONSOLES).
void WriteConsoles(TextWriter& out, const Host& host, OpenPlaces& open) {
  std::vector<std::string> devices;
  if (host.placement.host.valid()) {
    devices.push_back("0009");
  } else {
    const model::Stated<DeviceRange>& said = host.model.at(host.placement.partition).settings.console_devices;
    constexpr unsigned kMost = 16;
    if (said.open()) devices.push_back(open.Token(said.hole(), "operator consoles"));
    for (unsigned i = 0; said.known() && i < std::min(said->size(), kMost); ++i)
      devices.push_back(said->first().Plus(i).ToString());
  }
  ConfigRemark(out, "IF NO CONSOLE OF THE LIST IS ACTIVE, CP LOADS A DISABLED WAIT. THE LAST TWO ARE THE HMC'S OWN.");
  if (devices.empty()) ConfigRemark(out, "THE SPEC NAMES NO CONSOLE DEVICES OF THIS PARTITION: ADD ANY IN FRONT.");
  if (std::any_of(devices.begin(), devices.end(), [](const auto& one) { return one.starts_with("??"); }))
    ConfigRemark(out, "WAITS FOR THE VENDOR: REPLACE THE ?? BY THE NUMBERS, WITH BLANKS BETWEEN THEM.");
  std::vector<std::string> operands;
  constexpr std::size_t kPerLine = 8;
  for (std::size_t at = 0; at < devices.size(); at += kPerLine) {
    const auto first = devices.begin() + static_cast<std::ptrdiff_t>(at);
    operands.push_back(Words({first, first + static_cast<std::ptrdiff_t>(std::min(kPerLine, devices.size() - at))}));
  }
  operands.push_back("SYSTEM_3270 SYSTEM_CONSOLE");
  WriteConfigStatement(out, host.node, "OPERATOR_CONSOLES", operands);
  out.Line();
}

std::vector<std::string> Texts(const std::vector<DeviceRange>& ranges) {
  std::vector<std::string> texts;
  for (const DeviceRange& range : ranges) texts.push_back(range.ToString());
  return texts;
}

/// The first few; who asks for the rest finds it in the spec.
std::vector<std::string> Some(const std::set<std::string>& all) {
  constexpr std::size_t kMost = 8;
  std::vector<std::string> some;
  for (const std::string& one : all) {
    if (some.size() == kMost) break;
    some.push_back(one);
  }
  if (all.size() > kMost) some.push_back(std::to_string(all.size() - kMost) + " MORE");
  return some;
}

/// With any device missing the statement would leave it offline, perhaps the very disk to IPL from: then what is known
/// stands here as a remark.
void WriteUnfinished(TextWriter& out, const Host& host, const OnlineDevices& online) {
  ConfigRemark(out, "WHEN ALL NUMBERS ARE KNOWN, PUT HERE  " + host.node +
                        ": DEVICES, OFFLINE_AT_IPL 0000-FFFF,  THEN  ONLINE_AT_IPL RANGE,  FOR EACH RANGE, THEN  "
                        "SENSED 0000-FFFF.");
  for (const OnlineDevices::Use& use : online.uses) {
    if (!use.ranges.empty()) ConfigRemark(out, use.what + ": " + JoinWords(Texts(use.ranges), "AND"));
    if (!use.missing.empty()) ConfigRemark(out, use.what + ", MISSING: " + JoinWords(Some(use.missing), "AND"));
  }
}

void WriteDevices(TextWriter& out, const Host& host) {
  if (host.placement.host.valid()) return;  // it has only the devices of its directory entry
  const OnlineDevices online = OnlineDevicesOf(host);
  ConfigRemark(out, "ONLY WHAT IS OURS COMES ONLINE: VOLUMES OF OTHERS CAN HAVE OUR LABELS.");
  if (!online.complete()) return WriteUnfinished(out, host, online);
  ConfigRemark(out, "TAPE DRIVES STAY OFFLINE: VARY ON WHAT THE VENDOR GIVES.");
  std::vector<std::string> operands = {"OFFLINE_AT_IPL 0000-FFFF"};
  for (const OnlineDevices::Use& use : online.uses) {
    for (const DeviceRange& range : use.ranges) operands.push_back("ONLINE_AT_IPL " + range.ToString());
  }
  operands.push_back("SENSED 0000-FFFF");
  WriteConfigStatement(out, host.node, "DEVICES", operands);
}

}  // namespace

HostFile WriteLastStatements(const Host& host) {
  if (host.vendors()) return {};
  OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, host);
  WriteFeatures(out, host);
  WriteConsoles(out, host, open);
  WriteDevices(out, host);
  return {"SYSTEM.DRLAST", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm_text
