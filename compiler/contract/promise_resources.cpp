// What a partition, a guest or a machine has: processors, storage, consoles, tape drives.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/contract/putter.h"

namespace hotsite::contract {
namespace {

/// Sets a statement of the system that the row is about.
bool SetAt(Putter& put, const std::string& text, std::initializer_list<std::string_view> roles = {}) {
  const model::Placement* placement = put.runner();
  return placement != nullptr && put.Set(*placement, text, roles);
}

/// The same of a machine.
bool SetIn(Putter& put, const std::string& text, std::initializer_list<std::string_view> roles = {}) {
  const model::Machine* machine = put.machine();
  return machine != nullptr && put.Set(put.At(*machine), "machine", text, roles);
}

/// A text of the vendor's as a quoted operand; empty: it can't be one.
std::string Quoted(const std::string& text) {
  if (text.find_first_of("\"\\{}\n") != std::string::npos) return {};
  return fmt::format("\"{}\"", text);
}

}  // namespace

bool PutProcessors(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("processors exactly {}", put.text()), {"cmp", "count"});
}

bool PutEngineTypes(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("processors 1 {}", put.text()), {"engines"});
}

bool PutDedicated(Putter& put) {
  const bool dedicated = put.text() == "dedicated";
  return SetAt(put, dedicated ? "processors 1 dedicated" : "processors 1 shared", {"sharing"});
}

bool PutWeight(Putter& put) { return !put.refused() && SetAt(put, fmt::format("weight {}", put.text()), {"weight"}); }

bool PutCapping(Putter& put) {
  const model::Placement* placement = put.runner();
  if (placement == nullptr || placement->host.valid()) return false;
  const auto& weight = put.model().at(placement->partition).settings.weight;
  if (!weight.known()) return false;  // capping is an operand of the weight
  const bool asked = put.answer().row->value == "capped";
  const bool capped = put.refused() ? !asked : put.text() == "capped";
  return put.Set(*placement, fmt::format("weight {} {}", *weight, capped ? "capped" : "uncapped"));
}

// `engines 16 CP, 3 IFL` is one statement, and each type a row.
bool PutEngines(Putter& put) {
  const model::Machine* machine = put.machine();
  const Parsed<EngineType> type = ParseEngineType(put.part(2));
  if (machine == nullptr || !type.ok() || !put.answer().value) return false;
  auto [engines, fresh] = put.making().engines.try_emplace(put.site()->name + "\n" + machine->name, machine->engines);
  std::string text;
  for (EngineCount& one : engines->second) {
    if (one.type == *type) one.count = static_cast<unsigned>(put.answer().value->amount);
    text += fmt::format("{}{} {}", text.empty() ? "engines " : ", ", one.count, ToString(one.type));
  }
  return SetIn(put, text);
}

bool PutCapacity(Putter& put) { return !put.refused() && SetIn(put, "capacity " + put.text()); }
bool PutSerial(Putter& put) { return !put.refused() && SetIn(put, "serial " + put.text()); }

bool PutMemory(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("memory exactly {}", put.text()), {"cmp", "size"});
}

bool PutMaximum(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("memory 1 GiB maximum {}", put.text()), {"maximum"});
}

bool PutMachineMemory(Putter& put) {
  return !put.refused() && SetIn(put, fmt::format("memory exactly {}", put.text()), {"cmp", "size"});
}

bool PutExpanded(Putter& put) {
  return SetAt(put, put.refused() ? "xstore none" : fmt::format("xstore exactly {}", put.text()));
}

bool PutConsoles(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("consoles {}", put.text()), {"count"});
}

bool PutConsoleDevices(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("consoles 1 devices {}", put.text()), {"devices"});
}

bool PutLoadAddress(Putter& put) { return !put.refused() && SetAt(put, fmt::format("load {}", put.text())); }

bool PutLoadParameter(Putter& put) {
  return !put.refused() && SetAt(put, fmt::format("load 0000 parameter {}", put.text()), {"parameter"});
}

bool PutTapeDrives(Putter& put) {
  const model::Machine* machine = put.machine();
  if (machine == nullptr || !put.answer().value) return false;
  if (!put.refused()) return SetIn(put, fmt::format("tape drives exactly {}", put.text()), {"cmp", "count"});
  put.At(*machine).change.emplace_back([](check::Entry& entry) {
    std::erase_if(entry.children, [](const check::Entry& child) { return child.keyword() == "tape"; });
  });
  return true;
}

bool PutTimezone(Putter& put) {
  const std::string zone = Quoted(put.text());
  return !put.refused() && !zone.empty() && (SetAt(put, "timezone " + put.text()) || SetAt(put, "timezone " + zone));
}

}  // namespace hotsite::contract
