// The library's entries, in effect the shop's own: those of the standard library are the same on both sides. An entry
// that only one spec has means nothing by itself; what names it tells.
#include <fmt/format.h>

#include <type_traits>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

std::string Words(const std::string& text) { return text; }
std::string Words(std::int64_t number) { return fmt::to_string(number); }
std::string Words(bool yes) { return YesOrNo(yes); }
std::string Words(Date date) { return date.ToString(); }
std::string Words(MemorySize size) { return size.ToString(); }
std::string Words(EngineType type) { return ToString(type); }
std::string Words(const model::Generations& generations) {
  return fmt::format("{} to {}", generations.first, generations.last ? fmt::to_string(*generations.last) : "any");
}
template <class Enum>
  requires std::is_enum_v<Enum>
std::string Words(Enum value) {
  return model::ToString(value);
}
template <class T>
std::string Words(const std::vector<T>& values) {
  std::vector<std::string> texts;
  for (const T& value : values) texts.push_back(Words(value));
  return Joined(texts);
}

template <class T>
void Add(Sheet& sheet, std::string_view attribute, const model::Fact<T>& fact) {
  AddStated(sheet, codes::kLibraryFact, attribute, fact.value, [](const T& value) { return Words(value); });
}

Sheet EntrySheet(const model::Entry& entry, std::string_view kind) {
  Sheet sheet;
  sheet.subject = entry.name;
  sheet.key = fmt::format("library/{}/{}", kind, entry.name);
  sheet.span = entry.span;
  AddWord(sheet, codes::kLibraryFact, "title", entry.title, entry.span);
  AddEditorial(sheet, codes::kWords, "comment", entry.doc, entry.span);
  return sheet;
}

/// Where the facts come from, together.
template <class... Facts>
void AddSources(Sheet& sheet, const Facts&... facts) {
  AddEditorial(sheet, codes::kWords, "sources",
               Joined({(facts.known() ? (facts.sourced() ? facts.source : "none") : std::string("-"))...}), sheet.span);
}

void AddFacts(const model::MachineModel& one, Sheet& sheet) {
  Add(sheet, "machine type", one.type);
  Add(sheet, "generation", one.generation);
  Add(sheet, "available", one.available);
  Add(sheet, "most memory", one.memory);
  Add(sheet, "most partitions", one.partitions);
  Add(sheet, "most engines", one.engines);
  Add(sheet, "engine types", one.engine_types);
  Add(sheet, "partition modes", one.partition_modes);
  Add(sheet, "most HiperSockets", one.hipersockets);
  AddSources(sheet, one.type, one.generation, one.available, one.memory, one.partitions, one.engines, one.engine_types,
             one.partition_modes, one.hipersockets);
}

void AddRelease(const model::Release& one, Sheet& sheet) {
  Add(sheet, "version", one.version);
  Add(sheet, "machine generations", one.generations);
  Add(sheet, "most memory", one.memory);
  Add(sheet, "most processors", one.processors);
  Add(sheet, "engine types", one.engine_types);
  Add(sheet, "partition modes", one.partition_modes);
  Add(sheet, "available", one.available);
  Add(sheet, "service ends", one.service_ends);
}

void AddFacts(const model::ZvmRelease& one, Sheet& sheet) {
  AddRelease(one, sheet);
  Add(sheet, "most memory of a guest", one.guest_memory);
  Add(sheet, "most processors of a guest", one.guest_processors);
  Add(sheet, "expanded storage", one.expanded_storage);
  Add(sheet, "NICDEF grants", one.nicdef_grants);
  Add(sheet, "most members of a single system image", one.ssi_members);
  Add(sheet, "volumes of its installation", one.volumes);
  AddSources(sheet, one.version, one.generations, one.memory, one.processors, one.engine_types, one.partition_modes,
             one.available, one.service_ends, one.guest_memory, one.guest_processors, one.expanded_storage,
             one.nicdef_grants, one.ssi_members, one.volumes);
}

void AddFacts(const model::ZosRelease& one, Sheet& sheet) {
  AddRelease(one, sheet);
  Add(sheet, "INTERFACE statements", one.interface_statements);
  AddSources(sheet, one.version, one.generations, one.memory, one.processors, one.engine_types, one.partition_modes,
             one.available, one.service_ends, one.interface_statements);
}

void AddFacts(const model::Distribution& one, Sheet& sheet) {
  Add(sheet, "machine generations", one.generations);
  Add(sheet, "network files", one.network_files);
  Add(sheet, "device files", one.device_files);
  Add(sheet, "interface names", one.interface_names);
  Add(sheet, "boot files", one.boot_files);
  Add(sheet, "initial RAM disk", one.initramfs);
  Add(sheet, "available", one.available);
  Add(sheet, "service ends", one.service_ends);
  AddSources(sheet, one.generations, one.network_files, one.device_files, one.interface_names, one.boot_files,
             one.initramfs, one.available, one.service_ends);
}

void AddFacts(const model::DiskModel& one, Sheet& sheet) {
  Add(sheet, "device type", one.type);
  Add(sheet, "cylinders", one.cylinders);
  Add(sheet, "pages per cylinder", one.pages_per_cylinder);
  Add(sheet, "blocks", one.blocks);
  AddSources(sheet, one.type, one.cylinders, one.pages_per_cylinder, one.blocks);
}

void AddFacts(const model::OsaFeature& one, Sheet& sheet) {
  Add(sheet, "machine generations", one.generations);
  Add(sheet, "CHPID types", one.chpid_types);
  Add(sheet, "ports", one.ports);
  AddSources(sheet, one.generations, one.chpid_types, one.ports);
}

void AddFacts(const model::TapeModel& one, Sheet& sheet) {
  Add(sheet, "device type", one.type);
  Add(sheet, "reads", one.reads);
  Add(sheet, "writes", one.writes);
  AddSources(sheet, one.type, one.reads, one.writes);
}

template <class Entry>
void AddEntries(const std::vector<Entry>& entries, std::string_view kind, std::vector<Sheet>& sheets) {
  for (const Entry& entry : entries) {
    Sheet sheet = EntrySheet(entry, kind);
    AddFacts(entry, sheet);
    sheets.push_back(std::move(sheet));
  }
}

}  // namespace

void AddLibrary(const View& view, std::vector<Sheet>& sheets) {
  const model::Model& model = view.model();
  AddEntries(model.machine_models, "machine", sheets);
  AddEntries(model.releases, "zvm", sheets);
  AddEntries(model.zos_releases, "zos", sheets);
  AddEntries(model.distributions, "distribution", sheets);
  AddEntries(model.disk_models, "disk", sheets);
  AddEntries(model.osa_features, "osa", sheets);
  AddEntries(model.tape_models, "tape", sheets);
}

}  // namespace hotsite::diff
