// What the build_*.cpp share: the model in the making, the names known so far, and how a statement becomes a value of
// the model. build.cpp calls them in order; nothing outside check/ sees this.
#pragma once

#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/check/build.h"
#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"

namespace hotsite::check {

template <class IdType>
using NameIndex = std::unordered_map<std::string, IdType>;

struct BuildContext {
  const Elaborated& spec;
  Reporter& reporter;
  model::Model model{};
  NameIndex<model::NetworkId> networks{};
  NameIndex<model::SystemId> systems{};  // z/OS, z/VM, KVM, Linux in partitions, external, the vendor's
  NameIndex<std::vector<model::SystemId>>
      guests{};  // Linux guests by name: of one hypervisor they differ, of several they needn't
  NameIndex<model::MachineModelId> machine_models{};
  NameIndex<model::ReleaseId> releases{};
  NameIndex<model::ZosReleaseId> zos_releases{};
  NameIndex<model::DistributionId> distributions{};
  NameIndex<model::DiskModelId> disk_models{};
  NameIndex<model::OsaFeatureId> osa_features{};
  NameIndex<model::TapeModelId> tape_models{};
  std::vector<const Entry*> system_entries{};  // by SystemId
  std::set<std::string> told{};                // what is told once, however often it is used
  /// The recovery site whose statements are being read, where there are several: questions are told apart by it.
  std::string asking_site{};
  const HoleAnswers* answers = nullptr;  // never null once building
  Reporter* unread = nullptr;            // where answers go that can't stand in their place; null: nowhere
  NameIndex<Span> constraints{};         // each `require`, where it is named
};

// Steps, in order (build.cpp).
void BuildLibrary(BuildContext& context);
void DeclareNetworks(BuildContext& context);
void DeclareSystems(BuildContext& context);
void DeclareGroups(BuildContext& context);
void FillSystems(BuildContext& context);
void FillGroups(BuildContext& context);
void BuildAgreements(BuildContext& context);
void DeclareConstraints(BuildContext& context);
void BuildRecovery(BuildContext& context);
void BuildContracts(BuildContext& context);
void BuildSites(BuildContext& context);
void Attach(BuildContext& context);
void AttachFcp(BuildContext& context);
void BuildConstraints(BuildContext& context);

/// Reports every `?` outside a recovery: what runs at home the vendor can't know.
void RefuseQuestionsAtHome(const Elaborated& spec, Reporter& reporter);

/// Adds a system of which only the name is known yet. `parent`: the hypervisor it is declared a guest of.
model::SystemId DeclareSystem(BuildContext& context, const Entry& entry, model::SystemId parent, bool vendors);

// Names. Each gives an invalid id after reporting, once, that there is no such thing (silent for poisoned names).
model::NetworkId FindNetwork(BuildContext& context, const Value& name);
/// `inside`: the z/VM whose guests are meant first.
model::SystemId FindSystem(BuildContext& context, const Value& name, model::SystemId inside = {});
model::SystemId FindGuest(const BuildContext& context, model::SystemId zvm, std::string_view name);
model::DiskModelId FindDiskModel(BuildContext& context, const Value& name);
model::OsaFeatureId FindOsaFeature(BuildContext& context, const Value& name);

/// Reports that `name` isn't known as `what`, with the nearest of `known`.
void ReportUnknown(BuildContext& context, const Value& name, std::string_view what,
                   const std::vector<std::string_view>& known);

/// Adds "did you mean" to a finding about the unknown name `text`, as a fix where only one name can be meant.
void DidYouMean(const std::vector<std::string>& near, std::string_view text, Span span, Diagnostic& found);

/// The same for a name of the standard library: the entry that is spelt nearly so, or those that it begins. False, and
/// nothing is added, where no entry is.
bool DidYouMeanEntry(std::string_view text, const std::vector<std::string_view>& words, Span span, Diagnostic& found);

/// Reports that a block lacks a statement that it can't do without.
void Require(BuildContext& context, const Entry& entry, std::string_view keyword, std::string_view why);

/// Whether this is to be told for the first time: what a profile says wrong is told once, however many take it over.
bool FirstTime(BuildContext& context, std::string_view what, Span span);

// Values.
model::Written WrittenOf(const Entry& entry, std::string_view name_role = "name");
std::optional<model::Address> AddressOf(BuildContext& context, const Value& value);
/// `subject`: the system or partition that the entry speaks of, for its questions.
model::Resources ResourcesOf(BuildContext& context, const Entry& entry, const std::string& subject);
/// What a z/VM or z/OS says of how it comes up; and where an `lpar` or `guest` says it of the system that it places.
model::SystemSettings SystemSettingsOf(BuildContext& context, const Entry& entry);
/// Reports a `share` of a guest of another hypervisor than a z/VM: nothing there knows it.
void RefuseShareUnder(BuildContext& context, const Entry& entry, const model::System& host);
model::SystemSettings SettingsAt(BuildContext& context, const Entry& entry, const model::System& system);
/// The mode that a word such as `linux_only` names (build_partition.cpp).
model::PartitionMode PartitionModeOf(std::string_view word);
/// What an `lpar` statement says of its partition (build_partition.cpp).
model::PartitionSettings PartitionSettingsOf(BuildContext& context, const Entry& entry, const std::string& subject);
/// The systems that a statement names; `inside`: as for FindSystem.
std::vector<model::Reference> ReferencesOf(BuildContext& context, const Entry& entry, model::SystemId inside = {});
model::Volumes VolumesOf(BuildContext& context, const Entry& entry);
model::Lan LanOf(BuildContext& context, const Entry& entry);
model::LanType LanTypeOf(std::string_view word);

// Network interfaces (build_nics.cpp).
std::optional<model::Nic> NicOf(BuildContext& context, const Entry& entry);
/// Joins the NICs of a system that has been read: bonds, and the networks over a NIC's device. NICs that others build
/// on come first.
void JoinNics(BuildContext& context, const Entry& entry, model::System& system);

/// The statements of a `network` block over `below`.
model::NetworkPlan PlanOf(BuildContext& context, const Entry& entry, model::NetworkPlan below);
/// Gives every plan that is a part of another network's subnet the subnet that results, and reports those that can't
/// be.
void ResolveParts(BuildContext& context, std::vector<model::NetworkPlan>& plans);
/// Adds a question. Its key gets the site where there are several.
model::HoleId AddHole(BuildContext& context, model::Hole hole);
/// Whether a number that was read lies from `least` to `most`; reports one that doesn't.
bool InRange(BuildContext& context, const Entry& entry, const Value& number, std::int64_t least, std::int64_t most);

/// Capacity, engines, memory, tapes, console of a machine (build_machine.cpp).
void ReadMachineParts(BuildContext& context, const Entry& entry, model::Machine& machine);

// Storage (build_storage.cpp).
std::optional<model::Restore> RestoreOf(BuildContext& context, const Entry& entry);
std::vector<model::FcpPath> FcpPathsOf(const Entry& entry);
/// What a statement at a site says of where a system's volumes and SCSI disks are, into its placement.
void ReadStorageAt(BuildContext& context, const Entry& entry, model::Placement& placement);
std::vector<DeviceRange> RangesOf(const Entry& entry, std::string_view role);

/// What a `?` asks for: `key` is the first part of the question's key, `attribute` completes "the … of SUBJECT".
struct Ask {
  std::string_view key;
  std::string subject;
  std::string attribute;
  std::string about = {};  // the subject in words, where the key needs more than it; empty: `subject`
  // What a number may be; else it isn't asked about.
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};
model::HoleId AddHole(BuildContext& context, const Entry& entry, const Value& value, const Ask& ask);

/// The values of a statement's operand. Where one is a `?` and `ask` has been answered, they are the answer's
/// (hole_answers.h).
std::vector<Value> ValuesOf(BuildContext& context, const Entry& entry, std::string_view role, const Ask& ask);

template <class T>
model::Stated<T> StatedOf(const Entry& entry, std::string_view role,
                          model::Comparator standard = model::Comparator::kExactly) {
  const Value* value = entry.Get(role);
  if (value == nullptr || value->hole) return {};
  const Value* comparator = entry.Get("cmp");
  model::Stated<T> stated(value->As<T>(), value->span,
                          comparator == nullptr ? standard : comparator->As<model::Comparator>());
  stated.Because(entry.why());
  return stated;
}

/// As above; a `?` becomes the answer to it, else a question.
template <class T>
model::Stated<T> StatedOf(BuildContext& context, const Entry& entry, std::string_view role, const Ask& ask,
                          model::Comparator standard = model::Comparator::kExactly) {
  const Value* asked = entry.Get(role);
  if (asked == nullptr || !asked->hole) return StatedOf<T>(entry, role, standard);
  const Value value = ValuesOf(context, entry, role, ask).front();
  if (value.hole) return model::Stated<T>::Open(AddHole(context, entry, value, ask), value.span);
  const Value* comparator = entry.Get("cmp");
  model::Stated<T> stated(value.As<T>(), value.span,
                          comparator == nullptr ? standard : comparator->As<model::Comparator>());
  stated.Because(entry.why());
  return stated;
}

/// Visits the children with a keyword.
template <class Visit>
void ForEach(const Entry& entry, std::string_view keyword, Visit visit) {
  for (const Entry& child : entry.children) {
    if (child.keyword() == keyword) visit(child);
  }
}
template <class Visit>
void ForEachTop(const BuildContext& context, std::string_view keyword, Visit visit) {
  for (const Entry& entry : context.spec.entries) {
    if (entry.keyword() == keyword) visit(entry);
  }
}

template <class Entity, class IdType>
IdType Append(std::vector<Entity>& entities, Entity entity) {
  entities.push_back(std::move(entity));
  return IdType{static_cast<std::uint32_t>(entities.size() - 1)};
}

}  // namespace hotsite::check
