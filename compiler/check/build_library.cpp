// Entries of the standard library -> facts.
#include <utility>

#include "compiler/check/build_context.h"

namespace hotsite::check {
namespace {

template <class T>
T Named(const Entry& entry) {
  T added;
  added.name = entry.Text("name");
  added.title = entry.Text("title");
  added.doc = entry.doc;
  added.span = entry.SpanOf("name");
  return added;
}

// The fact that the child `keyword` states, read from the child by `read`; its place is that of the operand `role`.
template <class T, class Read>
model::Fact<T> FactOf(const Entry& entry, std::string_view keyword, std::string_view role, Read read) {
  model::Fact<T> fact;
  const Entry* child = entry.Child(keyword);
  if (child == nullptr) return fact;
  fact.value = model::Stated<T>(read(*child), child->SpanOf(role));
  fact.source = child->Text("source");
  return fact;
}

template <class T>
model::Fact<T> FactOf(const Entry& entry, std::string_view keyword, std::string_view role) {
  return FactOf<T>(entry, keyword, role, [&](const Entry& child) { return child.Get(role)->As<T>(); });
}

// A fact that is a list: each operand with the role as a T.
template <class T, class Convert>
model::Fact<std::vector<T>> ListOf(const Entry& entry, std::string_view keyword, std::string_view role,
                                   Convert convert) {
  return FactOf<std::vector<T>>(entry, keyword, role, [&](const Entry& child) {
    std::vector<T> list;
    for (const Value* value : child.All(role)) list.push_back(convert(*value));
    return list;
  });
}

model::Fact<bool> YesNo(const Entry& entry, std::string_view keyword) {
  return FactOf<bool>(entry, keyword, "choice", [](const Entry& child) { return child.Text("choice") == "yes"; });
}

// One of an enumeration's words; the schema lets no other through.
template <class Enum, std::size_t kSize>
Enum OneOf(const Enum (&all)[kSize], std::string_view word) {
  for (const Enum one : all) {
    if (word == model::ToString(one)) return one;
  }
  return all[0];
}

template <class Enum, std::size_t kSize>
model::Fact<Enum> WordOf(const Entry& entry, std::string_view keyword, std::string_view role,
                         const Enum (&all)[kSize]) {
  return FactOf<Enum>(entry, keyword, role, [&](const Entry& child) { return OneOf(all, child.Text(role)); });
}

model::Fact<std::vector<std::string>> WordsOf(const Entry& entry, std::string_view keyword, std::string_view role) {
  return ListOf<std::string>(entry, keyword, role, [](const Value& value) { return value.As<std::string>(); });
}

model::Fact<std::vector<EngineType>> EnginesOf(const Entry& entry) {
  return ListOf<EngineType>(entry, "engine_types", "types",
                            [](const Value& value) { return value.As<EngineChoice>().types.front(); });
}

model::Fact<std::vector<model::PartitionMode>> ModesOf(const Entry& entry) {
  return ListOf<model::PartitionMode>(entry, "partition_modes", "modes",
                                      [](const Value& value) { return PartitionModeOf(value.As<std::string>()); });
}

model::Fact<model::Generations> GenerationsOf(const Entry& entry) {
  return FactOf<model::Generations>(entry, "generations", "first", [](const Entry& child) {
    model::Generations generations;
    if (const Value* first = child.Get("first")) generations.first = first->As<std::int64_t>();
    if (const Value* last = child.Get("last")) generations.last = last->As<std::int64_t>();
    return generations;
  });
}

template <class T, class IdType>
void Put(std::vector<T>& all, NameIndex<IdType>& index, T added) {
  const std::string name = added.name;
  index[name] = Append<T, IdType>(all, std::move(added));
}

void AddMachineModel(BuildContext& context, const Entry& entry) {
  auto added = Named<model::MachineModel>(entry);
  added.type = FactOf<std::string>(entry, "type", "type");
  added.generation = FactOf<std::int64_t>(entry, "generation", "generation");
  added.available = FactOf<Date>(entry, "available", "date");
  added.memory = FactOf<MemorySize>(entry, "memory", "size");
  added.partitions = FactOf<std::int64_t>(entry, "partitions", "count");
  added.engines = FactOf<std::int64_t>(entry, "engines", "count");
  added.engine_types = EnginesOf(entry);
  added.partition_modes = ModesOf(entry);
  added.hipersockets = FactOf<std::int64_t>(entry, "hipersockets", "count");
  Put(context.model.machine_models, context.machine_models, std::move(added));
}

// What releases of z/VM and z/OS have in common.
template <class T>
T ReleaseOf(const Entry& entry) {
  T added = Named<T>(entry);
  added.version = FactOf<std::string>(entry, "version", "version");
  added.generations = GenerationsOf(entry);
  added.memory = FactOf<MemorySize>(entry, "memory", "size");
  added.processors = FactOf<std::int64_t>(entry, "processors", "count");
  added.engine_types = EnginesOf(entry);
  added.partition_modes = ModesOf(entry);
  added.available = FactOf<Date>(entry, "available", "date");
  added.service_ends = FactOf<Date>(entry, "service_ends", "date");
  return added;
}

void AddZvmRelease(BuildContext& context, const Entry& entry) {
  auto added = ReleaseOf<model::ZvmRelease>(entry);
  added.guest_memory = FactOf<MemorySize>(entry, "guest_memory", "size");
  added.guest_processors = FactOf<std::int64_t>(entry, "guest_processors", "count");
  added.expanded_storage = YesNo(entry, "expanded_storage");
  added.nicdef_grants = YesNo(entry, "nicdef_grants");
  added.ssi_members = FactOf<std::int64_t>(entry, "ssi_members", "count");
  added.volumes = WordsOf(entry, "volumes", "labels");
  Put(context.model.releases, context.releases, std::move(added));
}

void AddZosRelease(BuildContext& context, const Entry& entry) {
  auto added = ReleaseOf<model::ZosRelease>(entry);
  added.interface_statements = ListOf<model::InterfaceStatement>(
      entry, "interface_statements", "links",
      [](const Value& value) { return OneOf(model::kAllInterfaceStatements, value.As<std::string>()); });
  Put(context.model.zos_releases, context.zos_releases, std::move(added));
}

void AddDistribution(BuildContext& context, const Entry& entry) {
  auto added = Named<model::Distribution>(entry);
  added.generations = GenerationsOf(entry);
  added.network_files = WordOf(entry, "network_files", "files", model::kAllNetworkFiles);
  added.device_files = WordOf(entry, "device_files", "files", model::kAllDeviceFiles);
  added.interface_names = WordOf(entry, "interface_names", "names", model::kAllInterfaceNames);
  added.boot_files = WordOf(entry, "boot_files", "files", model::kAllBootFiles);
  added.initramfs = WordOf(entry, "initramfs", "tool", model::kAllInitramfs);
  added.available = FactOf<Date>(entry, "available", "date");
  added.service_ends = FactOf<Date>(entry, "service_ends", "date");
  Put(context.model.distributions, context.distributions, std::move(added));
}

void AddDiskModel(BuildContext& context, const Entry& entry) {
  auto added = Named<model::DiskModel>(entry);
  added.type = FactOf<std::string>(entry, "type", "type");
  added.cylinders = FactOf<std::int64_t>(entry, "cylinders", "count");
  added.pages_per_cylinder = FactOf<std::int64_t>(entry, "pages_per_cylinder", "count");
  added.blocks = FactOf<std::int64_t>(entry, "blocks", "count");
  Put(context.model.disk_models, context.disk_models, std::move(added));
}

void AddOsaFeature(BuildContext& context, const Entry& entry) {
  auto added = Named<model::OsaFeature>(entry);
  added.generations = GenerationsOf(entry);
  added.chpid_types = WordsOf(entry, "chpid_types", "types");
  added.ports = FactOf<std::int64_t>(entry, "ports", "count");
  Put(context.model.osa_features, context.osa_features, std::move(added));
}

void AddTapeModel(BuildContext& context, const Entry& entry) {
  auto added = Named<model::TapeModel>(entry);
  added.type = FactOf<std::string>(entry, "type", "type");
  added.reads = WordsOf(entry, "reads", "formats");
  added.writes = WordsOf(entry, "writes", "formats");
  Put(context.model.tape_models, context.tape_models, std::move(added));
}

}  // namespace

void BuildLibrary(BuildContext& context) {
  for (const Entry& entry : context.spec.entries) {
    const std::string_view word = entry.keyword();
    if (word == "machine_model") AddMachineModel(context, entry);
    if (word == "zvm_release") AddZvmRelease(context, entry);
    if (word == "zos_release") AddZosRelease(context, entry);
    if (word == "distribution") AddDistribution(context, entry);
    if (word == "disk_model") AddDiskModel(context, entry);
    if (word == "osa_feature") AddOsaFeature(context, entry);
    if (word == "tape_model") AddTapeModel(context, entry);
  }
}

}  // namespace hotsite::check
