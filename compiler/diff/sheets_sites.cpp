// Sites and their machines.
#include <fmt/format.h>

#include <map>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// What a type's number of engines is called; an attribute is a constant.
std::string_view EnginesOf(EngineType type) {
  switch (type) {
    case EngineType::kCp:
      return "CP processors";
    case EngineType::kIfl:
      return "IFL processors";
    case EngineType::kZiip:
      return "zIIP processors";
    case EngineType::kZaap:
      return "zAAP processors";
    case EngineType::kIcf:
      return "ICF processors";
  }
  return "processors";
}

/// The machine may have more: the request asks for at least as many.
void AddEngines(const model::Machine& machine, Sheet& sheet) {
  if (machine.engines_hole.valid()) AddOpen(sheet, codes::kMachineEngines, "processors", machine.engines_span);
  std::map<EngineType, std::int64_t> counts;  // a type may stand twice
  for (const EngineCount& engines : machine.engines) counts[engines.type] += engines.count;
  for (const auto& [type, count] : counts)
    AddCapacity(sheet, codes::kMachineEngines, EnginesOf(type), count, fmt::to_string(count), machine.engines_span,
                model::Comparator::kAtLeast);
}

void AddTape(const model::Machine& machine, Sheet& sheet) {
  if (!machine.tape) return;
  const model::TapeDrives& tape = *machine.tape;
  const Span span = tape.count.absent() ? machine.written.name : tape.count.span();
  AddStatedCount(sheet, codes::kTapeDrives, "tape drives", tape.count, Meant::kCapacity);
  AddWord(sheet, codes::kTapeDrives, "tape drives read", tape.reads, span);
  if (tape.pace) AddWord(sheet, codes::kTapeDrives, "restore of a volume takes", tape.pace->ToString(), span);
}

void AddHmc(const model::Machine& machine, Sheet& sheet) {
  if (!machine.hmc) return;
  const model::HmcAccess& hmc = *machine.hmc;
  AddWord(sheet, codes::kHmcAccess, "HMC used by",
          fmt::format("{}{}", hmc.by_customer ? "the customer" : "the vendor", hmc.remote ? ", remotely" : ""),
          hmc.span);
}

void AddFacts(const View& view, const model::Machine& machine, Sheet& sheet) {
  const auto text = [](const std::string& value) { return value; };
  AddName(sheet, codes::kMachineRenamed, machine.name, machine.written.name);
  AddStated(sheet, codes::kMachineModel, "model", machine.model,
            [&](model::MachineModelId id) { return view.model().at(id).title; });
  AddEngines(machine, sheet);
  AddStated(sheet, codes::kCapacitySetting, "capacity setting", machine.capacity, text);
  AddStatedMemory(sheet, codes::kMachineMemory, "memory", machine.memory);
  AddStated(sheet, codes::kSerialNumber, "serial number", machine.serial, text);
  AddTape(machine, sheet);
  AddHmc(machine, sheet);
  AddReasons(sheet,
             {ReasonOf(view.model(), machine.model), ReasonOf(view.model(), machine.capacity),
              ReasonOf(view.model(), machine.memory), ReasonOf(view.model(), machine.serial),
              machine.tape ? ReasonOf(view.model(), machine.tape->count) : std::string_view(),
              machine.hmc ? std::string_view(machine.hmc->reason) : std::string_view()},
             machine.written.name);
}

/// Its partitions, carriers and channels have sheets of their own.
void AddMachine(const View& view, model::MachineId id, const Sheet& site, std::vector<Sheet>& sheets) {
  const model::Machine& machine = view.model().at(id);
  Sheet& sheet = sheets.emplace_back();
  sheet.subject = view.Name(id);
  sheet.key = fmt::format("machine/{}/{}", site.subject, sheet.subject);
  sheet.owner = "site/" + site.subject;
  sheet.site = site.subject;
  sheet.recovery = view.model().at(machine.site).recovery;
  sheet.is_new = codes::kNewMachine;
  sheet.is_gone = codes::kMachineGone;
  sheet.description = machine.model.known() ? view.model().at(*machine.model).title : "machine";
  sheet.span = machine.written.name;
  AddFacts(view, machine, sheet);
  for (const model::PartitionId partition : machine.partitions) AddPartition(view, partition, sheets);
  for (const model::CarrierId carrier : machine.carriers) AddCarrier(view, carrier, sheets);
  for (const model::ChannelId channel : machine.channels) AddChannel(view, channel, sheets);
}

}  // namespace

/// Placements are told by system, plans by network.
void AddSite(const View& view, model::SiteId id, std::vector<Sheet>& sheets) {
  const model::Site& site = view.model().at(id);
  Sheet sheet;
  sheet.subject = view.Name(id);
  sheet.key = "site/" + sheet.subject;
  sheet.is_new = codes::kNewSite;
  sheet.is_gone = codes::kSiteGone;
  sheet.description = site.recovery ? "recovery site" : "site";
  sheet.span = site.written.name;
  AddName(sheet, codes::kSiteRenamed, site.name, site.written.name);
  AddWord(sheet, codes::kSiteRole, "role", site.recovery ? "recovery" : "home", site.written.name);
  for (const model::MachineId machine : site.machines) AddMachine(view, machine, sheet, sheets);
  sheets.push_back(std::move(sheet));
}

}  // namespace hotsite::diff
