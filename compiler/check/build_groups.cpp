// Groups: single system images and sysplexes. Their guests and coupling facilities are systems like others and are
// declared with them; the rest is read when every name is known.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

using model::SystemId;
using model::SystemKind;

/// The member that a guest of the cluster is logged on to: the one behind `on`, else the first. Silent: who isn't known
/// is told when the members are read.
SystemId HomeMember(const BuildContext& context, const Entry& ssi, const Entry& guest) {
  const Entry* members = ssi.Child("members");
  const Value* name = guest.Get("member");
  if (name == nullptr && members != nullptr) name = members->All("systems").front();
  const auto found = name == nullptr ? context.systems.end() : context.systems.find(name->As<std::string>());
  return found == context.systems.end() ? SystemId() : found->second;
}

void RefuseSecond(BuildContext& context, const Entry& guest) {
  const auto same = context.guests.find(std::string(guest.Text("name")));
  if (same == context.guests.end()) return;
  for (const SystemId id : same->second) {
    const model::System& other = context.model.at(id);
    if (other.cluster.valid() || !other.parent.valid()) continue;
    context.reporter
        .Error(codes::kDuplicateName, guest.SpanOf("name"), "`{}` is a guest of the cluster and of `{}`", other.name,
               context.model.at(other.parent).name)
        .Here("may run under any member")
        .Mark(other.written.name, "runs under one")
        .Advise("members share one user directory: take one of them away, or give it another name");
    return;
  }
}

void DeclareCluster(BuildContext& context, const Entry& entry) {
  model::Cluster cluster;
  cluster.name = entry.Text("name");
  cluster.doc = entry.doc;
  cluster.written = WrittenOf(entry);
  const auto id = model::ClusterId{static_cast<std::uint32_t>(context.model.clusters.size())};
  Require(context, entry, "members", "it is made of the z/VM systems that share its directory and volumes");
  ForEach(entry, "linux", [&](const Entry& guest) {
    RefuseSecond(context, guest);
    const SystemId system = DeclareSystem(context, guest, HomeMember(context, entry, guest), false);
    context.model.systems[system.index].cluster = id;
    cluster.guests.push_back(system);
  });
  context.model.clusters.push_back(std::move(cluster));
}

void DeclareSysplex(BuildContext& context, const Entry& entry) {
  model::Sysplex sysplex;
  sysplex.name = entry.Text("name");
  sysplex.doc = entry.doc;
  sysplex.written = WrittenOf(entry);
  Require(context, entry, "members", "it is made of the z/OS systems that share its couple data sets");
  ForEach(entry, "coupling",
          [&](const Entry& facility) { sysplex.couplings.push_back(DeclareSystem(context, facility, {}, false)); });
  context.model.sysplexes.push_back(std::move(sysplex));
}

/// The members, each once and of the kind that the group is made of.
std::vector<model::Reference> MembersOf(BuildContext& context, const Entry& entry, SystemKind kind) {
  std::vector<model::Reference> members;
  ForEach(entry, "members", [&](const Entry& statement) {
    for (const model::Reference& one : ReferencesOf(context, statement)) {
      const model::System& system = context.model.at(one.system);
      if (system.kind == kind) {
        members.push_back(one);
        continue;
      }
      context.reporter
          .Error(codes::kWrongKind, one.span, "`{}` is a {} system, and the members of `{}` are {} systems",
                 system.name, model::ToString(system.kind), entry.Text("name"), model::ToString(kind))
          .Here(fmt::format("a {} system is expected here", model::ToString(kind)))
          .Mark(system.written.name, "declared here");
    }
  });
  return members;
}

/// A system is a member of one group of a kind, and once.
void RefuseRepeated(BuildContext& context, const std::vector<model::Reference>& members, const model::Written& group,
                    std::map<std::uint32_t, std::pair<Span, Span>>& seen) {
  for (const model::Reference& one : members) {
    const auto [before, is_new] = seen.try_emplace(one.system.index, one.span, group.name);
    if (is_new) continue;
    const bool same = before->second.second == group.name;
    context.reporter
        .Error(codes::kDuplicateName, one.span, "`{}` is a member {}", context.model.at(one.system).name,
               same ? "already" : "of two groups")
        .Here(same ? "again" : "a member here too")
        .Mark(before->second.first, "a member here")
        .Advise("take one of them away");
  }
}

void ReadVolumes(BuildContext& context, const Entry& entry, std::vector<model::Volumes>& volumes) {
  ForEach(entry, "volumes", [&](const Entry& child) { volumes.push_back(VolumesOf(context, child)); });
}

/// `on VMA` must name a member, or the guest's directory entry is none of that system's.
void CheckHomes(BuildContext& context, const Entry& entry, const model::Cluster& cluster) {
  ForEach(entry, "linux", [&](const Entry& guest) {
    const Value* name = guest.Get("member");
    const SystemId home = name == nullptr ? SystemId() : FindSystem(context, *name);
    if (!home.valid()) return;
    for (const model::Reference& member : cluster.members) {
      if (member.system == home) return;
    }
    context.reporter
        .Error(codes::kWrongKind, name->span, "`{}` is no member of `{}`", context.model.at(home).name, cluster.name)
        .Here("a member is expected here")
        .Mark(entry.Child("members") != nullptr ? entry.Child("members")->whole : cluster.written.name,
              "the members are these");
  });
}

}  // namespace

void DeclareGroups(BuildContext& context) {
  ForEachTop(context, "ssi", [&](const Entry& entry) { DeclareCluster(context, entry); });
  ForEachTop(context, "sysplex", [&](const Entry& entry) { DeclareSysplex(context, entry); });
}

void FillGroups(BuildContext& context) {
  std::size_t index = 0;
  std::map<std::uint32_t, std::pair<Span, Span>> seen;
  ForEachTop(context, "ssi", [&](const Entry& entry) {
    model::Cluster& cluster = context.model.clusters[index++];
    cluster.members = MembersOf(context, entry, SystemKind::kZvm);
    RefuseRepeated(context, cluster.members, cluster.written, seen);
    ReadVolumes(context, entry, cluster.volumes);
    CheckHomes(context, entry, cluster);
  });
  index = 0;
  ForEachTop(context, "sysplex", [&](const Entry& entry) {
    model::Sysplex& sysplex = context.model.sysplexes[index++];
    sysplex.members = MembersOf(context, entry, SystemKind::kZos);
    RefuseRepeated(context, sysplex.members, sysplex.written, seen);
    ReadVolumes(context, entry, sysplex.volumes);
    if (entry.Child("timer") != nullptr) sysplex.timer = model::Timer::kStp;
    for (model::Volumes& volumes : sysplex.volumes) volumes.use = model::VolumeUse::kCouple;
  });
}

}  // namespace hotsite::check
