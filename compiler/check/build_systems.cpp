// Systems: names first, then everything they say.
#include <fmt/format.h>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/suggest.h"

namespace hotsite::check {
namespace {

using model::SystemId;
using model::SystemKind;

SystemKind KindOf(std::string_view word) {
  if (word == "zos") return SystemKind::kZos;
  if (word == "zvm") return SystemKind::kZvm;
  if (word == "kvm") return SystemKind::kKvm;
  if (word == "coupling") return SystemKind::kCoupling;
  return word == "linux" ? SystemKind::kLinux : SystemKind::kExternal;
}

void AddWithGuests(BuildContext& context, const Entry& entry, bool vendors) {
  const SystemId id = DeclareSystem(context, entry, {}, vendors);
  ForEach(entry, "linux", [&](const Entry& guest) { DeclareSystem(context, guest, id, vendors); });
}

/// A Linux of its own and a guest can't be told apart by a name that both have.
void RefuseSameNames(BuildContext& context) {
  ForEachTop(context, "linux", [&](const Entry& entry) {
    const auto guests = context.guests.find(std::string(entry.Text("name")));
    if (guests == context.guests.end()) return;
    const model::System& guest = context.model.at(guests->second.front());
    context.reporter
        .Error(codes::kDuplicateName, entry.SpanOf("name"), "`{}` is a system of its own and a guest of `{}`",
               guest.name, context.model.at(guest.parent).name)
        .Here("runs in a partition")
        .Mark(guest.written.name, "runs as a guest")
        .Advise("take one of them away, or give it another name");
  });
}

// Systems of the vendor's stand inside the partitions of a site.
void AddVendorSystems(BuildContext& context, const Entry& site) {
  ForEach(site, "machine", [&](const Entry& machine) {
    ForEach(machine, "lpar", [&](const Entry& lpar) {
      for (const std::string_view word : {"zvm", "kvm", "zos"}) {
        ForEach(lpar, word, [&](const Entry& entry) { AddWithGuests(context, entry, true); });
      }
    });
  });
}

void ReadBase(BuildContext& context, const Entry& entry, model::System& system) {
  for (const Value* base : entry.All("base")) {
    const std::string& name = base->As<std::string>();
    const auto release = context.releases.find(name);
    const auto zos_release = context.zos_releases.find(name);
    const auto distribution = context.distributions.find(name);
    if (system.is_zvm() && release != context.releases.end()) {
      system.release = release->second;
    } else if (system.is_zos() && zos_release != context.zos_releases.end()) {
      system.zos_release = zos_release->second;
    } else if ((system.is_linux() || system.is_kvm()) && distribution != context.distributions.end()) {
      system.distribution = distribution->second;
    } else {
      context.reporter
          .Error(codes::kWrongBase, base->span, "`{}` isn't something that a `{}` can be", name, entry.keyword())
          .Here(system.is_zvm()    ? "expected a z/VM release such as `zvm_5_4`"
                : !system.is_zos() ? "expected a distribution such as `sles_10_sp2`"
                                   : "expected a z/OS release such as `zos_3_1`");
    }
  }
}

model::Tier TierOf(std::string_view word) {
  if (word == "production") return model::Tier::kProduction;
  return word == "test" ? model::Tier::kTest : model::Tier::kDevelopment;
}

model::VolumeUse UseOf(std::string_view word) {
  if (word == "res") return model::VolumeUse::kRes;
  if (word == "page") return model::VolumeUse::kPage;
  if (word == "spool") return model::VolumeUse::kSpool;
  if (word == "pdr") return model::VolumeUse::kPdr;
  if (word == "common") return model::VolumeUse::kCommon;
  return word == "user" ? model::VolumeUse::kUser : model::VolumeUse::kData;
}

/// A guest's volumes are its minidisks'; only who has real devices has whole ones by number.
void ReadVolumes(BuildContext& context, const Entry& entry, model::System& system) {
  if (system.parent.valid()) {
    if (!FirstTime(context, "volumes", entry.whole)) return;
    context.reporter.Error(codes::kMisplacedStatement, entry.whole, "`volumes` of `{}`, which is a guest", system.name)
        .Here("a guest has disks that its hypervisor gives it")
        .Advise("write each as `disk 0201 3390_9 on LX0100`");
    return;
  }
  system.volumes.push_back(VolumesOf(context, entry));
}

/// Only a z/VM makes minidisks.
void RefuseExtent(BuildContext& context, const Entry& entry, const model::System& system) {
  if (system.parent.valid() && context.model.at(system.parent).is_zvm()) return;
  const Span extent = entry.SpanOf("extent");
  if (!FirstTime(context, "extent", extent)) return;
  context.reporter
      .Error(codes::kUnexpectedOperand, extent, "`cylinders` of `{}`, which is no guest of a z/VM", system.name)
      .Here("a minidisk is what a z/VM makes for a guest of its own")
      .Advise("take `cylinders` away: the disk is a whole volume");
}

void ReadDisk(BuildContext& context, const Entry& entry, model::System& system) {
  model::Disk disk;
  disk.device = entry.Get("device")->As<DeviceNumber>();
  disk.written = WrittenOf(entry, "device");
  if (const Value* disk_model = entry.Get("model")) disk.model = FindDiskModel(context, *disk_model);
  if (const Value* extent = entry.Get("extent")) {
    disk.extent = extent->As<CountRange>();
    RefuseExtent(context, entry, system);
  }
  disk.volume = entry.Text("volume");
  disk.volume_span = entry.SpanOf("volume");
  system.disks.push_back(std::move(disk));
}

void ReadBackups(const Entry& entry, model::System& system) {
  for (const Value* plan : entry.All("plan")) {
    const auto& backup = plan->As<BackupPlan>();
    system.backups.push_back({backup.frequency, backup.full, backup.media, plan->span});
  }
}

void ReadRoute(BuildContext& context, const Entry& entry, model::System& system) {
  model::Route route;
  route.span = entry.whole;
  const Value& to = *entry.Get("to");
  if (const auto* subnet = to.If<Subnet>()) {
    route.subnet = *subnet;
  } else if (to.As<std::string>() != "default") {
    route.network = FindNetwork(context, to);
    if (!route.network.valid()) return;
  }
  const auto via = AddressOf(context, *entry.Get("via"));
  if (!via) return;
  route.via = *via;
  system.routes.push_back(route);
}

void Extend(std::vector<model::Reference>& list, std::vector<model::Reference> more) {
  list.insert(list.end(), more.begin(), more.end());
}

void ReadTcpip(BuildContext& context, const Entry& entry, model::System& system) {
  model::TcpipStack stack;
  stack.userid = entry.Text("name");
  stack.written = WrittenOf(entry);
  ForEach(entry, "nic", [&](const Entry& child) {
    if (auto nic = NicOf(context, child)) stack.nics.push_back(std::move(*nic));
  });
  // A z/VM has no routes but those of its stack.
  ForEach(entry, "route", [&](const Entry& child) { ReadRoute(context, child, system); });
  system.tcpip = std::move(stack);
}

model::Objective ObjectiveOf(const Entry& entry) {
  model::Objective objective;
  if (const Value* rto = entry.Get("rto")) objective.rto = rto->As<Duration>();
  if (const Value* rpo = entry.Get("rpo")) objective.rpo = rpo->As<Duration>();
  objective.span = entry.whole;
  objective.reason = entry.why();
  return objective;
}

void ReadVipas(BuildContext& context, const Entry& entry, model::System& system) {
  for (const Value* value : entry.All("addresses")) {
    const auto address = AddressOf(context, *value);
    if (address) system.vipas.push_back({*address, WrittenOf(entry, "addresses")});
  }
}

// Statements about disks and what is on them.
void ReadStorageStatement(BuildContext& context, const Entry& child, model::System& system) {
  const std::string_view word = child.keyword();
  if (word == "volumes") ReadVolumes(context, child, system);
  if (word == "disk") ReadDisk(context, child, system);
  if (word == "ipl") system.ipl = StatedOf<DeviceNumber>(child, "device");
  if (word == "backup") ReadBackups(child, system);
  if (word == "restore") system.restore = RestoreOf(context, child);
  if (word == "objective") system.objective = ObjectiveOf(child);
}

// One statement of a system's block.
void ReadStatementOf(BuildContext& context, const Entry& child, model::System& system) {
  const std::string_view word = child.keyword();
  const SystemId inside = system.parent;
  if (word == "tier")
    system.tier = TierOf(child.Text("tier"));
  else if (word == "renamed")
    system.renamed_from = child.Text("name");
  else if (word == "runs") {
    for (const Value* what : child.All("what")) system.runs.push_back(what->As<std::string>());
  } else if (word == "nic") {
    if (auto nic = NicOf(context, child)) system.nics.push_back(std::move(*nic));
  } else if (word == "tcpip")
    ReadTcpip(context, child, system);
  else if (word == "vswitch" || word == "guestlan" || word == "bridge")
    system.lans.push_back(LanOf(context, child));
  else if (word == "route")
    ReadRoute(context, child, system);
  else if (word == "forwards") {
    for (const Value* n : child.All("networks"))
      if (const auto id = FindNetwork(context, *n); id.valid()) system.forwards.push_back(id);
  } else if (word == "vipa")
    ReadVipas(context, child, system);
  else if (word == "needs")
    Extend(system.needs, ReferencesOf(context, child, inside));
  else if (word == "needed")
    Extend(system.needed_by, ReferencesOf(context, child, inside));
  else if (word == "start" && child.Has("systems"))
    Extend(system.start.after, ReferencesOf(context, child, inside));
  else if (word == "start")
    system.start.first = true;
  else if (word == "address") {
    for (const Value* v : child.All("addresses"))
      if (const auto a = AddressOf(context, *v)) system.addresses.push_back(*a);
  }
}

}  // namespace

model::SystemId DeclareSystem(BuildContext& context, const Entry& entry, SystemId parent, bool vendors) {
  model::System system;
  system.name = entry.Text("name");
  system.kind = KindOf(entry.keyword());
  system.written = WrittenOf(entry);
  system.doc = entry.doc;
  system.parent = parent;
  system.vendors = vendors;
  const std::string name = system.name;
  const SystemId id = Append<model::System, SystemId>(context.model.systems, std::move(system));
  context.system_entries.push_back(&entry);
  if (parent.valid()) {
    context.guests[name].push_back(id);
    context.model.systems[parent.index].guests.push_back(id);
    return id;
  }
  const auto [place, added] = context.systems.emplace(name, id);
  // Two statements of one word at the top have been reported when the statements were read.
  const bool reported = !vendors && !added && context.system_entries[place->second.index]->row == entry.row;
  if (!added && !reported) {
    context.reporter.Error(codes::kDuplicateName, entry.SpanOf("name"), "a second system is called `{}`", name)
        .Here("this one")
        .Mark(context.model.at(place->second).written.name, "the first is here");
  }
  return id;
}

bool FirstTime(BuildContext& context, std::string_view what, Span span) {
  return context.told.insert(fmt::format("{} {} {}", what, static_cast<std::uint32_t>(span.file), span.begin)).second;
}

void DeclareSystems(BuildContext& context) {
  for (const std::string_view word : {"external", "zos", "zvm", "kvm", "linux"}) {
    ForEachTop(context, word, [&](const Entry& entry) { AddWithGuests(context, entry, false); });
  }
  RefuseSameNames(context);
  ForEachTop(context, "site", [&](const Entry& site) { AddVendorSystems(context, site); });
  ForEachTop(context, "recovery", [&](const Entry& recovery) {
    ForEach(recovery, "site", [&](const Entry& site) { AddVendorSystems(context, site); });
  });
}

void FillSystems(BuildContext& context) {
  for (std::size_t i = 0; i < context.model.systems.size(); ++i) {
    model::System& system = context.model.systems[i];
    const Entry& entry = *context.system_entries[i];
    ReadBase(context, entry, system);
    system.resources = ResourcesOf(context, entry, system.name);
    system.settings = SystemSettingsOf(context, entry);
    if (system.parent.valid()) RefuseShareUnder(context, entry, context.model.at(system.parent));
    system.fcp = FcpPathsOf(entry);
    for (const Entry& child : entry.children) {
      ReadStatementOf(context, child, system);
      ReadStorageStatement(context, child, system);
    }
    JoinNics(context, entry, system);
  }
}

std::vector<model::Reference> ReferencesOf(BuildContext& context, const Entry& entry, SystemId inside) {
  std::vector<model::Reference> references;
  for (const Value* name : entry.All("systems")) {
    if (const SystemId id = FindSystem(context, *name, inside); id.valid()) references.push_back({id, name->span});
  }
  return references;
}

model::Volumes VolumesOf(BuildContext& context, const Entry& entry) {
  model::Volumes volumes;
  volumes.use = UseOf(entry.Text("use"));
  volumes.span = entry.whole;
  volumes.devices = RangesOf(entry, "devices");
  for (const Value* label : entry.All("labels")) volumes.labels.push_back(label->As<std::string>());
  const Value* count = entry.Get("count");
  volumes.count = count == nullptr ? static_cast<std::int64_t>(volumes.labels.size()) : count->As<std::int64_t>();
  if (const Value* disk_model = entry.Get("model")) volumes.model = FindDiskModel(context, *disk_model);
  return volumes;
}

model::Resources ResourcesOf(BuildContext& context, const Entry& entry, const std::string& subject) {
  constexpr model::Comparator kLeast = model::Comparator::kAtLeast;
  model::Resources resources;
  if (const Entry* child = entry.Child("processors")) {
    resources.processors =
        StatedOf<std::int64_t>(context, *child, "count", {"processors", subject, "number of processors"}, kLeast);
    if (const Value* engines = child->Get("engines")) {
      resources.engines = model::Stated(engines->As<EngineChoice>(), engines->span);
    }
    if (const Value* sharing = child->Get("sharing")) {
      const bool dedicated = sharing->As<std::string>() == "dedicated";
      resources.sharing =
          model::Stated(dedicated ? model::Sharing::kDedicated : model::Sharing::kShared, sharing->span);
      resources.sharing.Because(child->why());
    }
  }
  if (const Entry* child = entry.Child("memory")) {
    resources.memory = StatedOf<MemorySize>(context, *child, "size", {"memory", subject, "storage size"}, kLeast);
    resources.max_memory =
        StatedOf<MemorySize>(context, *child, "maximum", {"memory_maximum", subject, "maximum storage size"});
  }
  if (const Entry* child = entry.Child("xstore")) {
    resources.xstore = StatedOf<MemorySize>(context, *child, "size", {"xstore", subject, "expanded storage"}, kLeast);
  }
  return resources;
}

}  // namespace hotsite::check
