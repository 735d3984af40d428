#include "backends/zvm_text/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <type_traits>

#include "backends/zvm_text/controller_entries.h"
#include "backends/zvm_text/online_devices.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

using Key = std::pair<std::string, std::string>;
using Row = std::array<std::string, 6>;

Key KeyOf(const SiteValue& value) { return {value.file, value.statement}; }

const model::Placement* AtHome(const Host& host) {
  const model::Site* home = host.model.home();
  return home == nullptr ? nullptr : host.model.Find(host.model.IdOf(*home), host.placement.system);
}

std::vector<SiteValue> HomeValues(const Host& host) {
  const model::Placement* placement = AtHome(host);
  if (placement == nullptr) return {};
  return SiteValuesOf(MakeHost(host.model, host.requirements, *placement));
}

std::vector<Row> RowsOf(const std::vector<Change>& changes) {
  std::vector<Row> rows = {{"FILE", "STATEMENT", "HOME", "HERE", "DONE", "BACK"}};
  for (const Change& change : changes) {
    rows.push_back({change.here.file, change.here.statement, change.home, change.here.value, "[ ]", "[ ]"});
  }
  return rows;
}

std::string ConsolesOf(const Host& host) {
  if (host.placement.host.valid()) return "0009";
  const model::Stated<DeviceRange>& devices = host.model.at(host.placement.partition).settings.console_devices;
  return devices.known() ? devices->ToString() : "see DRLAST";
}

/// The order is that of README.txt.
void FillPlaced(const Host& host, Changes& changes) {
  const auto add = [](std::vector<Change>& to, std::string file, std::string what, std::string home, std::string here) {
    to.push_back({{std::move(file), std::move(what), std::move(here)}, std::move(home)});
  };
  add(changes.before, "AUTOLOG1 191", "AUTOLOG1 EXEC", "-", "new file");
  add(changes.before, "AUTOLOG1 191", "PROFILE EXEC, 2nd line", "-", "new line");
  if (changes.all.empty()) return;
  std::vector<Change>& to = changes.placed;
  for (const char* type : {"DRCONFIG", "DRLAST"}) {
    const std::string name = host.node + " " + type;
    add(to, "parm disk", name, "-", "new file");
    add(to, "SYSTEM CONFIG", "IMBED " + name, "-", "new line");
  }
  if (!changes.NewMacPrefix().empty()) add(to, "SYSTEM CONFIG", "home's VMLAN MACPREFIX", "home's", "taken out");
  add(to, "SYSTEM CONFIG", "FEATURES AUTO_WARM_IPL", "home's", "DISABLE");
  add(to, "SYSTEM CONFIG", "OPERATOR_CONSOLES", "home's", ConsolesOf(host));
  if (!host.placement.host.valid() && OnlineDevicesOf(host).complete())
    add(to, "SYSTEM CONFIG", "DEVICES ONLINE_AT_IPL", "home's", "see DRLAST");
  if (!host.placement.guests.empty()) add(to, "USER DIRECT", "entries of guests", "kept copy", "new");
  if (changes.In(host.node + " TCPIP")) add(to, "TCPMAINT 198", host.node + " TCPIP", "-", "new file");
  const std::vector<std::string> controllers = NewControllers(host);
  for (const std::string& userid : controllers) add(to, "TCPMAINT 198", userid + " TCPIP", "-", "new file");
  if (!controllers.empty() || changes.In("SYSTEM DTCPARMS"))
    add(to, "TCPMAINT 198", "SYSTEM DTCPARMS", "kept copy", "new entry");
  if (!host.placement.guests.empty()) add(to, "DR disk", "DRSTART EXEC", "-", "new file");
}

void WriteTable(TextWriter& out, const std::vector<Row>& rows) {
  std::array<std::size_t, 6> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += (i == 0 ? "" : " ") + PadRight(row[i], widths[i]);
    out.Line(std::string_view(line));
  }
}

template <class T>
std::string Said(const model::Stated<T>& stated) {
  if (stated.open()) return "?";
  if (!stated.known()) return {};
  if constexpr (std::is_integral_v<T>) {
    return std::to_string(*stated);
  } else {
    return stated->ToString();
  }
}

/// What the z/VM itself is given is in none of its files, but whoever compares with home looks for it here.
std::string OfThePartition(const Host& host) {
  const model::Resources& here = host.placement.resources;
  const model::Resources& home = AtHome(host)->resources;
  std::vector<std::string> parts;
  const auto compare = [&](std::string_view what, const std::string& now, const std::string& before) {
    if (!now.empty() && now != before) parts.push_back(fmt::format("{} {} (home: {})", now, what, before));
  };
  compare("processors", Said(here.processors), Said(home.processors));
  compare("as processor type", Said(here.engines), Said(home.engines));
  compare("storage", Said(here.memory), Said(home.memory));
  compare("expanded storage", Said(here.xstore), Said(home.xstore));
  if (parts.empty()) return {};
  return fmt::format(" Not in these files: {} itself has {}.", host.name, JoinWords(parts));
}

void WriteSame(const Host& host, TextWriter& out, std::size_t same) {
  out.Wrapped(
      CountOf(same, "other value") +
          " of this z/VM's files that could differ by site (guests' storage and processors, NICs, addresses, LANs) " +
          (same == 1 ? "is" : "are") + " as at home." + OfThePartition(host),
      kTextWidth);
}

}  // namespace

bool Changes::In(std::string_view file) const {
  return std::any_of(all.begin(), all.end(), [&](const Change& change) { return change.here.file == file; });
}

std::string Changes::NewMacPrefix() const {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [](const Change& change) { return change.here.statement == kMacPrefixStatement; });
  return found == all.end() || found->here.value == "-" ? std::string() : found->here.value;
}

Changes ChangesOf(const Host& host) {
  std::map<Key, std::string> home;
  const std::vector<SiteValue> home_values = HomeValues(host);
  for (const SiteValue& value : home_values) home.emplace(KeyOf(value), value.value);
  Changes changes;
  changes.at_home = AtHome(host) != nullptr;
  std::set<Key> here;
  for (SiteValue& value : SiteValuesOf(host)) {
    here.insert(KeyOf(value));
    const auto found = home.find(KeyOf(value));
    if (found != home.end() && found->second == value.value) {
      ++changes.same;
      continue;
    }
    changes.all.push_back({std::move(value), found == home.end() ? "-" : found->second});
  }
  for (const SiteValue& value : home_values) {
    if (!here.contains(KeyOf(value)))
      changes.all.push_back({{value.file, value.statement, "-", value.real}, value.value});
  }
  FillPlaced(host, changes);
  return changes;
}

namespace {

void WriteRows(TextWriter& out, std::string_view title, const std::vector<Change>& changes) {
  if (changes.empty()) return;
  out.Line(title);
  WriteTable(out, RowsOf(changes));
  out.Line();
}

}  // namespace

HostFile WriteChanges(const Host& host, const Changes& changes) {
  TextWriter out;
  out.Line(host.Title());
  out.Line(changes.at_home ? "WHAT DIFFERS FROM HOME" : "WHAT IS SET HERE: THE SPEC SAYS NOTHING OF HOME");
  out.Line();
  out.Wrapped(
      "Tick DONE when the value stands in the restored system, BACK when home's value stands there again. For "
      "real devices the first of three is shown; - means: not there. ?? is an answer of the vendor's that is "
      "missing.",
      kTextWidth);
  out.Line();
  WriteRows(out, "AT HOME, BEFORE THE BACKUP; MAY STAY", changes.before);
  if (changes.all.empty()) {
    out.Line("BETWEEN IPL 1 AND IPL 2: nothing.");
    out.Line();
  }
  WriteRows(out, "BETWEEN IPL 1 AND IPL 2: FILES AND LINES", changes.placed);
  WriteRows(out, "BETWEEN IPL 1 AND IPL 2: VALUES", changes.all);
  out.Wrapped("BEHIND IPL 2 nothing is changed: a guest reads its entry when it logs on.", kTextWidth);
  if (changes.at_home) {
    out.Line();
    WriteSame(host, out, changes.same);
  }
  return {"CHANGES.txt", out.Take(), {}};
}

}  // namespace hotsite::backends::zvm_text
