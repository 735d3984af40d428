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

/// Facts of an entry, and where they come from.
struct Facts {
  Sheet& sheet;
  std::vector<std::string> sources;

  template <class T>
  void Add(std::string_view attribute, const model::Fact<T>& fact) {
    AddStated(sheet, codes::kLibraryFact, attribute, fact.value, [](const T& value) { return Words(value); });
    if (fact.sourced()) sources.push_back(fmt::format("{}: {}", attribute, fact.source));
  }
};

Sheet EntrySheet(const model::Entry& entry, std::string_view kind) {
  Sheet sheet;
  sheet.subject = entry.name;
  sheet.key = fmt::format("library/{}/{}", kind, entry.name);
  sheet.span = entry.span;
  AddWord(sheet, codes::kLibraryFact, "title", entry.title, entry.span);
  AddEditorial(sheet, codes::kWords, "comment", entry.doc, entry.span);
  return sheet;
}

void AddFacts(const model::MachineModel& one, Facts& facts) {
  facts.Add("machine type", one.type);
  facts.Add("generation", one.generation);
  facts.Add("available", one.available);
  facts.Add("most memory", one.memory);
  facts.Add("most partitions", one.partitions);
  facts.Add("most engines", one.engines);
  facts.Add("engine types", one.engine_types);
  facts.Add("partition modes", one.partition_modes);
  facts.Add("most HiperSockets", one.hipersockets);
}

void AddRelease(const model::Release& one, Facts& facts) {
  facts.Add("version", one.version);
  facts.Add("machine generations", one.generations);
  facts.Add("most memory", one.memory);
  facts.Add("most processors", one.processors);
  facts.Add("engine types", one.engine_types);
  facts.Add("partition modes", one.partition_modes);
  facts.Add("available", one.available);
  facts.Add("service ends", one.service_ends);
}

void AddFacts(const model::ZvmRelease& one, Facts& facts) {
  AddRelease(one, facts);
  facts.Add("most memory of a guest", one.guest_memory);
  facts.Add("most processors of a guest", one.guest_processors);
  facts.Add("expanded storage", one.expanded_storage);
  facts.Add("NICDEF grants", one.nicdef_grants);
  facts.Add("most members of a single system image", one.ssi_members);
  facts.Add("volumes of its installation", one.volumes);
}

void AddFacts(const model::ZosRelease& one, Facts& facts) {
  AddRelease(one, facts);
  facts.Add("INTERFACE statements", one.interface_statements);
}

void AddFacts(const model::Distribution& one, Facts& facts) {
  facts.Add("machine generations", one.generations);
  facts.Add("network files", one.network_files);
  facts.Add("device files", one.device_files);
  facts.Add("interface names", one.interface_names);
  facts.Add("boot files", one.boot_files);
  facts.Add("initial RAM disk", one.initramfs);
  facts.Add("available", one.available);
  facts.Add("service ends", one.service_ends);
}

void AddFacts(const model::DiskModel& one, Facts& facts) {
  facts.Add("device type", one.type);
  facts.Add("cylinders", one.cylinders);
  facts.Add("pages per cylinder", one.pages_per_cylinder);
  facts.Add("blocks", one.blocks);
}

void AddFacts(const model::OsaFeature& one, Facts& facts) {
  facts.Add("machine generations", one.generations);
  facts.Add("CHPID types", one.chpid_types);
  facts.Add("ports", one.ports);
}

void AddFacts(const model::TapeModel& one, Facts& facts) {
  facts.Add("device type", one.type);
  facts.Add("reads", one.reads);
  facts.Add("writes", one.writes);
}

template <class Entry>
void AddEntries(const std::vector<Entry>& entries, std::string_view kind, std::vector<Sheet>& sheets) {
  for (const Entry& entry : entries) {
    Sheet sheet = EntrySheet(entry, kind);
    Facts facts{sheet, {}};
    AddFacts(entry, facts);
    AddEditorial(sheet, codes::kWords, "sources", Joined(facts.sources), entry.span);
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
