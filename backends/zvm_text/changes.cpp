#include "backends/zvm_text/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <type_traits>

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
  return changes;
}

HostFile WriteChanges(const Host& host, const Changes& changes) {
  TextWriter out;
  out.Line(host.Title());
  out.Line(changes.at_home ? "WHAT DIFFERS FROM HOME" : "WHAT IS SET HERE: THE SPEC SAYS NOTHING OF HOME");
  out.Line();
  if (changes.all.empty()) {
    out.Line("Nothing.");
  } else {
    out.Wrapped(
        "Tick DONE when the value stands in the restored system, BACK when home's value stands there again. For "
        "real devices the first of three is shown; - means: not there. ?? is an answer of the vendor's that is "
        "missing.",
        kTextWidth);
    out.Line();
    WriteTable(out, RowsOf(changes.all));
  }
  out.Line();
  if (changes.at_home) WriteSame(host, out, changes.same);
  return {"CHANGES.txt", out.Take(), {}};
}

}  // namespace hotsite::backends::zvm_text
