// Entries of the standard library -> facts.
#include <utility>

#include "compiler/check/build_context.h"

namespace hotsite::check {
namespace {

model::Entry LibraryEntry(const Entry& entry) {
  return {std::string(entry.Text("name")), std::string(entry.Text("title")), entry.doc, entry.SpanOf("name")};
}

// The fact that the child `keyword` states in its operand `role`, turned into a T.
template <class T, class Convert>
model::Fact<T> FactOf(const Entry& entry, std::string_view keyword, std::string_view role, Convert convert) {
  model::Fact<T> fact;
  const Entry* child = entry.Child(keyword);
  if (child == nullptr) return fact;
  const Value* value = child->Get(role);
  fact.value = model::Stated<T>(convert(*value), value->span);
  fact.source = child->Text("source");
  return fact;
}

template <class T>
model::Fact<T> FactOf(const Entry& entry, std::string_view keyword, std::string_view role) {
  return FactOf<T>(entry, keyword, role, [](const Value& value) { return value.As<T>(); });
}

model::Fact<bool> YesNo(const Entry& entry, std::string_view keyword) {
  return FactOf<bool>(entry, keyword, "choice", [](const Value& value) { return value.As<std::string>() == "yes"; });
}

model::NetworkFiles FilesOf(const Value& value) {
  for (const model::NetworkFiles files : model::kAllNetworkFiles) {
    if (value.As<std::string>() == model::ToString(files)) return files;
  }
  return model::NetworkFiles::kSuseHwcfg;  // the schema lets no other word through
}

void AddMachineModel(BuildContext& context, const Entry& entry) {
  model::MachineModel added{LibraryEntry(entry), {}, {}, {}, {}};
  added.type = FactOf<std::string>(entry, "type", "type");
  added.memory = FactOf<MemorySize>(entry, "memory", "size");
  added.partitions = FactOf<std::int64_t>(entry, "partitions", "count");
  added.engines = FactOf<std::int64_t>(entry, "engines", "count");
  const std::string name = added.name;
  context.machine_models[name] =
      Append<model::MachineModel, model::MachineModelId>(context.model.machine_models, std::move(added));
}

void AddRelease(BuildContext& context, const Entry& entry) {
  model::ZvmRelease added{LibraryEntry(entry), {}, {}, {}, {}, {}, {}, {}, {}};
  added.version = FactOf<std::string>(entry, "version", "version");
  added.memory = FactOf<MemorySize>(entry, "memory", "size");
  added.guest_memory = FactOf<MemorySize>(entry, "guest_memory", "size");
  added.processors = FactOf<std::int64_t>(entry, "processors", "count");
  added.expanded_storage = YesNo(entry, "expanded_storage");
  added.nicdef_grants = YesNo(entry, "nicdef_grants");
  added.ssi_members = FactOf<std::int64_t>(entry, "ssi_members", "count");
  added.service_ends = FactOf<Date>(entry, "service_ends", "date");
  const std::string name = added.name;
  context.releases[name] = Append<model::ZvmRelease, model::ReleaseId>(context.model.releases, std::move(added));
}

void AddDistribution(BuildContext& context, const Entry& entry) {
  model::Distribution added{LibraryEntry(entry), {}, {}};
  added.network_files = FactOf<model::NetworkFiles>(entry, "network_files", "files", FilesOf);
  added.service_ends = FactOf<Date>(entry, "service_ends", "date");
  const std::string name = added.name;
  context.distributions[name] =
      Append<model::Distribution, model::DistributionId>(context.model.distributions, std::move(added));
}

void AddDiskModel(BuildContext& context, const Entry& entry) {
  model::DiskModel added{LibraryEntry(entry), {}, {}};
  added.type = FactOf<std::string>(entry, "type", "type");
  added.cylinders = FactOf<std::int64_t>(entry, "cylinders", "count");
  const std::string name = added.name;
  context.disk_models[name] = Append<model::DiskModel, model::DiskModelId>(context.model.disk_models, std::move(added));
}

}  // namespace

void BuildLibrary(BuildContext& context) {
  for (const Entry& entry : context.spec.entries) {
    if (entry.keyword() == "machine_model") AddMachineModel(context, entry);
    if (entry.keyword() == "zvm_release") AddRelease(context, entry);
    if (entry.keyword() == "distribution") AddDistribution(context, entry);
    if (entry.keyword() == "disk_model") AddDiskModel(context, entry);
  }
}

}  // namespace hotsite::check
