// Sites, machines, partitions, carriers; and every system placed at every site. Home is built first: what a recovery
// site doesn't say is as at home.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "compiler/check/build_context.h"
#include "compiler/check/elaborate.h"
#include "compiler/check/hole_answers.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/text_writer.h"

namespace hotsite::check {
namespace {

using model::PlacementId;
using model::SystemId;

class SiteBuilder {
 public:
  SiteBuilder(BuildContext& context, const Entry& entry, bool recovery)
      : context_(context), model_(context.model), entry_(entry) {
    model::Site site;
    site.name = entry.Text("name");
    site.written = WrittenOf(entry);
    site.recovery = recovery;
    site_ = Append<model::Site, model::SiteId>(model_.sites, std::move(site));
  }

  void Run() {
    context_.asking_site = AskingSite();
    ReadPlans();
    FindGuestsTakenOut(entry_);
    ForEach(entry_, "machine", [&](const Entry& machine) { ReadMachine(machine); });
    PlaceClusterGuests();
    if (site().recovery) AskForPaths();
    context_.asking_site.clear();
  }

 private:
  // Questions of a site are told apart by its name where the recovery has several.
  std::string AskingSite() {
    std::size_t sites = 0;
    ForEachTop(context_, "recovery",
               [&](const Entry& recovery) { ForEach(recovery, "site", [&](const Entry&) { ++sites; }); });
    return site().recovery && sites > 1 ? site().name : std::string();
  }

  model::Site& site() { return model_.sites[site_.index]; }
  model::Placement& at(PlacementId id) { return model_.placements[id.index]; }

  // `guest NAME from ZVM` takes a guest out of its z/VM at this site, also when that z/VM runs here too.
  void FindGuestsTakenOut(const Entry& entry) {
    for (const Entry& child : entry.children) {
      FindGuestsTakenOut(child);
      const Value* from = child.keyword() == "guest" ? child.Get("zvm") : nullptr;
      const auto zvm = from == nullptr ? context_.systems.end() : context_.systems.find(from->As<std::string>());
      if (zvm == context_.systems.end()) continue;
      if (const SystemId guest = FindGuest(context_, zvm->second, child.Text("name")); guest.valid())
        taken_out_.insert(guest.index);
    }
  }

  void ReadPlans() {
    for (const model::Network& network : model_.networks) site().plans.push_back(network.plan);
    site().readdressed.assign(model_.networks.size(), false);
    ForEach(entry_, "network", [&](const Entry& child) {
      const auto id = FindNetwork(context_, *child.Get("name"));
      if (!id.valid()) return;
      site().plans[id.index] = PlanOf(context_, child, model_.at(id).plan);
      site().readdressed[id.index] = true;
    });
    ResolveParts(context_, site().plans);
    for (std::size_t i = 0; i < model_.networks.size(); ++i) {  // parts move along with the whole
      const model::Stated<Subnet>& declared = model_.networks[i].plan.subnet;
      const model::Stated<Subnet>& here = site().plans[i].subnet;
      if (here.known() && declared.known() && *here != *declared) site().readdressed[i] = true;
    }
  }

  void ReadMachine(const Entry& entry) {
    model::Machine machine;
    machine.name = entry.Text("name");
    machine.written = WrittenOf(entry);
    machine.site = site_;
    ReadMachineParts(context_, entry, machine);
    machine_ = Append<model::Machine, model::MachineId>(model_.machines, std::move(machine));
    site().machines.push_back(machine_);
    ReadModel(entry);
    ForEach(entry, "lpar", [&](const Entry& lpar) { ReadPartition(lpar); });
    for (const Entry& child : entry.children) {
      if (child.keyword() == "osa" || child.keyword() == "hipersockets") ReadCarrier(child);
      if (child.keyword() == "fcp" || child.keyword() == "ficon") ReadChannel(child);
    }
  }

  // The model stands behind the name or in a statement of its own.
  void ReadModel(const Entry& entry) {
    const Entry* child = entry.Child("model");
    const Value* value = child != nullptr ? child->Get("model") : entry.Get("model");
    if (value == nullptr) return;
    model::Machine& machine = model_.machines[machine_.index];
    if (value->hole) return ReadAskedModel(*child, *value);
    const auto found = context_.machine_models.find(value->As<std::string>());
    if (found == context_.machine_models.end()) {
      std::vector<std::string_view> known;
      for (const model::MachineModel& one : model_.machine_models) known.push_back(one.name);
      return ReportUnknown(context_, *value, "machine model", known);
    }
    machine.model = model::Stated(found->second, value->span);
  }

  // The vendor calls a machine by its title or its type number; the spec by its name in the library.
  void ReadAskedModel(const Entry& entry, const Value& question) {
    model::Machine& machine = model_.machines[machine_.index];
    const Ask ask{"model", machine.name, "machine model"};
    const auto answer = AnsweredModel(context_, ask);
    if (answer) {
      machine.model = *answer;
      return;
    }
    const model::HoleId hole = AddHole(context_, entry, question, ask);
    model_.holes[hole.index].kind = model::Hole::Kind::kMachineModel;
    model_.holes[hole.index].machine = machine_;
    machine.model = model::Stated<model::MachineModelId>::Open(hole, question.span);
  }

  void ReadPartition(const Entry& entry) {
    const Entry* own = nullptr;
    for (const std::string_view word : {"zvm", "kvm", "zos"}) {
      if (own == nullptr) own = entry.Child(word);
    }
    const SystemId system = own != nullptr ? SystemOfEntry(*own) : Occupant(entry);
    const std::string subject(system.valid() ? std::string_view(model_.at(system).name) : entry.Text("name"));
    model::Partition partition;
    partition.name = entry.Text("name");
    partition.written = WrittenOf(entry);
    partition.site = site_;
    partition.machine = machine_;
    partition.said_here = ResourcesOf(context_, entry, subject);
    partition.settings = PartitionSettingsOf(context_, entry, subject).Over(SettingsBelow(system));
    const model::Resources said = partition.said_here;
    partition_ = Append<model::Partition, model::PartitionId>(model_.partitions, std::move(partition));
    model_.machines[machine_.index].partitions.push_back(partition_);
    if (!system.valid()) return;
    const PlacementId placed = Place(own != nullptr ? *own : entry, system, {}, 1, said);
    model_.partitions[partition_.index].occupant = placed;
    if (own == nullptr) return;
    ReadPlaced(entry, at(placed));
    if (const Entry* guest = entry.Child("guest")) ReportGuestBeside(*own, *guest);
  }

  void ReportGuestBeside(const Entry& own, const Entry& guest) {
    context_.reporter
        .Error(codes::kMisplacedStatement, guest.word, "`guest {}` stands beside the system that it shall run under",
               guest.Text("name"))
        .Here("it belongs into the block of that system")
        .Mark(own.SpanOf("name"), "this one")
        .Advise(fmt::format("move it into the block of `{}`", own.Text("name")));
  }

  // What holds for the partition of a system where this site says nothing: as at home, but for device numbers.
  model::PartitionSettings SettingsBelow(SystemId system) {
    if (!site().recovery || !system.valid() || !home_placements().contains(system.index)) return {};
    const model::Placement& home = at(home_placements().at(system.index));
    return home.host.valid() ? model::PartitionSettings() : model_.at(home.partition).settings.Elsewhere();
  }

  SystemId SystemOfEntry(const Entry& own) {
    for (std::size_t i = 0; i < context_.system_entries.size(); ++i) {
      if (context_.system_entries[i] == &own) return SystemId{static_cast<std::uint32_t>(i)};
    }
    return {};
  }

  // What runs in the partition: the system that `runs` names, else the one of the partition's name.
  SystemId Occupant(const Entry& entry) {
    if (const Value* runs = entry.Get("system")) return FindSystem(context_, *runs);
    const Value& name = *entry.Get("name");
    return FindSystem(context_, name);
  }

  // Places a system and what it brings along. `entry`: the `lpar`, `guest` or `zvm` statement; `said`: what this site
  // says of its resources (also in an `lpar` around a `zvm`).
  PlacementId Place(const Entry& entry, SystemId system, PlacementId host, unsigned level,
                    const model::Resources& said) {
    const bool own_statement = context_.system_entries[system.index] == &entry;
    model::Placement placement = Basics(system, host, level);
    placement.stated = true;
    placement.written = WrittenOf(entry);
    placement.resources = said.Over(Below(system));
    PlaceLans(entry, own_statement, placement);
    if (!own_statement) ReadPlaced(entry, placement);
    const PlacementId id = Add(std::move(placement));
    PlaceGuests(entry, id);
    return id;
  }

  // What the statement that places a system says beside its resources and LANs.
  void ReadPlaced(const Entry& entry, model::Placement& placement) {
    placement.reason = entry.why();
    placement.settings = SettingsAt(context_, entry, model_.at(placement.system)).Over(placement.settings);
    if (placement.host.valid()) RefuseShareUnder(context_, entry, model_.SystemOf(at(placement.host)));
    if (entry.Child("start") != nullptr) placement.start = StartOf(entry, placement.system);
    ReadStorageAt(context_, entry, placement);
  }

  // `start` at a site replaces the declared order.
  model::StartOrder StartOf(const Entry& entry, SystemId system) {
    model::StartOrder order;
    ForEach(entry, "start", [&](const Entry& child) {
      if (!child.Has("systems")) order.first = true;
      for (model::Reference& reference : ReferencesOf(context_, child, model_.at(system).parent))
        order.after.push_back(reference);
    });
    return order;
  }

  model::Placement Basics(SystemId system, PlacementId host, unsigned level) {
    model::Placement placement;
    placement.system = system;
    placement.site = site_;
    placement.machine = machine_;
    placement.partition = partition_;
    placement.host = host;
    placement.level = level;
    const model::System& declared = model_.at(system);
    placement.restore = declared.restore;
    placement.settings = SettingsOf(system);
    if (site().recovery && home_placements().contains(system.index))
      placement.start = at(home_placements().at(system.index)).start;
    placement.ipl = declared.ipl;
    for (std::size_t i = 0; i < declared.fcp.size(); ++i) {
      model::PlacedFcp path;
      path.index = i;
      if (!site().recovery) {  // storage ports and logical units of home aren't those of another site
        path.wwpn = declared.fcp[i].wwpn;
        path.lun = declared.fcp[i].lun;
      }
      placement.fcp.push_back(path);
    }
    return placement;
  }

  PlacementId Add(model::Placement&& placement) {
    const PlacementId host = placement.host;
    const PlacementId id = Append<model::Placement, PlacementId>(model_.placements, std::move(placement));
    site().placements.push_back(id);
    if (host.valid()) at(host).guests.push_back(id);
    return id;
  }

  // What holds where this site says nothing: as at home, else as declared.
  model::Resources Below(SystemId system) {
    const model::System& declared = model_.at(system);
    if (site().recovery && home_placements().contains(system.index))
      return at(home_placements().at(system.index)).resources;
    return declared.resources;
  }

  // The same for what it says of itself. A node name moves along with the disks, so that of home holds too.
  const model::SystemSettings& SettingsOf(SystemId system) {
    if (site().recovery && home_placements().contains(system.index))
      return at(home_placements().at(system.index)).settings;
    return model_.at(system).settings;
  }

  const std::map<std::uint32_t, PlacementId>& home_placements() {
    if (home_read_) return home_;
    home_read_ = true;
    if (const model::Site* home = model_.home()) {
      for (const PlacementId id : home->placements) home_.emplace(at(id).system.index, id);
    }
    return home_;
  }

  void PlaceLans(const Entry& entry, bool own_statement, model::Placement& placement) {
    for (const model::Lan& lan : model_.at(placement.system).lans) placement.lans.push_back({lan, {}});
    if (own_statement) return;
    for (const Entry& child : entry.children) {
      if (child.keyword() != "vswitch" && child.keyword() != "guestlan" && child.keyword() != "bridge") continue;
      model::Lan lan = LanOf(context_, child);
      if (Refused(child, lan, model_.at(placement.system))) continue;
      std::erase_if(placement.lans, [&](const model::PlacedLan& placed) { return placed.lan.name == lan.name; });
      placement.lans.push_back({std::move(lan), {}});
    }
  }

  // `lpar` and `guest` don't say by themselves what runs there.
  bool Refused(const Entry& entry, const model::Lan& lan, const model::System& system) {
    if (lan.is_bridge() ? system.is_kvm() : system.is_zvm()) return false;
    context_.reporter
        .Error(codes::kMisplacedStatement, entry.SpanOf("name"), "`{}` is a {} of `{}`, which is no {}", lan.name,
               lan.KindName(), system.name, lan.is_bridge() ? "KVM" : "z/VM")
        .Here(lan.is_bridge() ? "only a KVM host has bridges" : "only a z/VM has virtual switches and guest LANs")
        .Mark(system.written.name, fmt::format("a {} system", model::ToString(system.kind)));
    return true;
  }

  // A guest of a cluster whose own member isn't here runs under the first member that is.
  void PlaceClusterGuests() {
    std::map<std::uint32_t, PlacementId> placed;
    for (const PlacementId id : site().placements) placed.try_emplace(at(id).system.index, id);
    for (const model::Cluster& cluster : model_.clusters) {
      const auto host = std::find_if(cluster.members.begin(), cluster.members.end(),
                                     [&](const model::Reference& one) { return placed.contains(one.system.index); });
      if (host == cluster.members.end()) continue;
      for (const SystemId guest : cluster.guests) {
        if (placed.contains(model_.at(guest).parent.index) || placed.contains(guest.index)) continue;
        PlaceImplied(guest, placed.at(host->system.index));
      }
    }
  }

  // A guest that its host brings along.
  void PlaceImplied(SystemId guest, PlacementId host) {
    model::Placement placement = Basics(guest, host, at(host).level + 1);
    placement.machine = at(host).machine;
    placement.partition = at(host).partition;
    placement.written = at(host).written;
    placement.resources = Below(guest);
    Add(std::move(placement));
  }

  // The `guest` statements of the block, then the hypervisor's own guests that none of them names.
  void PlaceGuests(const Entry& entry, PlacementId host) {
    const SystemId system = at(host).system;
    const unsigned level = at(host).level + 1;
    std::unordered_set<std::uint32_t> named;
    ForEach(entry, "guest", [&](const Entry& guest) {
      const SystemId id = GuestOf(guest, system);
      if (!id.valid()) return;
      named.insert(id.index);
      Place(guest, id, host, level, ResourcesOf(context_, guest, model_.at(id).name));
    });
    const std::vector<SystemId> guests = model_.at(system).guests;
    for (const SystemId guest : guests) {
      if (named.contains(guest.index) || taken_out_.contains(guest.index)) continue;
      PlaceImplied(guest, host);
    }
  }

  SystemId GuestOf(const Entry& guest, SystemId hypervisor) {
    const Value* from = guest.Get("zvm");
    if (from == nullptr) return FindSystem(context_, *guest.Get("name"), hypervisor);
    const SystemId zvm = FindSystem(context_, *from);
    if (!zvm.valid()) return {};
    const SystemId id = FindGuest(context_, zvm, guest.Text("name"));
    if (id.valid()) return id;
    if (const auto guests = context_.guests.find(std::string(guest.Text("name"))); guests != context_.guests.end()) {
      ReportWrongOwner(guest, zvm, guests->second);
      return {};
    }
    std::vector<std::string_view> known;
    for (const SystemId one : model_.at(zvm).guests) known.push_back(model_.at(one).name);
    ReportUnknown(context_, *guest.Get("name"), fmt::format("guest of `{}`", model_.at(zvm).name), known);
    return {};
  }

  void ReportWrongOwner(const Entry& guest, SystemId zvm, const std::vector<SystemId>& guests) {
    const model::System& known = model_.at(guests.front());
    const std::string& owner = model_.at(known.parent).name;
    auto& found = context_.reporter.Error(codes::kUnknownName, guest.SpanOf("zvm"), "`{}` is no guest of `{}`",
                                          known.name, model_.at(zvm).name);
    found.Here(fmt::format("it is a guest of `{}`", owner)).Mark(known.written.name, "declared here");
    if (guests.size() == 1) found.Fix(fmt::format("write `{}`", owner), {{guest.SpanOf("zvm"), owner}});
  }

  void ReadCarrier(const Entry& entry) {
    model::Carrier carrier;
    carrier.kind = entry.keyword() == "osa" ? model::Carrier::Kind::kOsa : model::Carrier::Kind::kHipersockets;
    carrier.name = entry.Text("name");
    carrier.doc = entry.doc;
    carrier.written = WrittenOf(entry);
    carrier.machine = machine_;
    if (const Value* feature = entry.Get("feature")) carrier.feature = FindOsaFeature(context_, *feature);
    for (const Value* network : entry.All("networks")) {
      if (const auto id = FindNetwork(context_, *network); id.valid()) carrier.networks.push_back(id);
    }
    carrier.reaches = SystemsAt(entry);
    carrier.chpids = ChpidsOf(entry);
    if (const Entry* child = entry.Child("frame")) {
      carrier.frame = StatedOf<FrameSize>(context_, *child, "size", {"frame", carrier.name, "maximum frame size"});
    }
    carrier.grants = GrantsOf(entry, {carrier.name, carrier.KindName(), carrier.reaches,
                                      model::CarrierId{static_cast<std::uint32_t>(model_.carriers.size())}});
    model_.machines[machine_.index].carriers.push_back(
        Append<model::Carrier, model::CarrierId>(model_.carriers, std::move(carrier)));
  }

  // `for A, B`: systems, or partitions of this machine.
  std::vector<SystemId> SystemsAt(const Entry& entry) {
    std::vector<SystemId> systems;
    for (const Value* name : entry.All("systems")) {
      const SystemId id = PartitionNamed(name->As<std::string>());
      const SystemId system = id.valid() ? id : FindSystem(context_, *name);
      if (system.valid()) systems.push_back(system);
    }
    return systems;
  }

  SystemId PartitionNamed(std::string_view name) {
    for (const model::PartitionId id : model_.at(machine_).partitions) {
      const model::Partition& partition = model_.at(id);
      if (partition.name == name && partition.occupant.valid()) return at(partition.occupant).system;
    }
    return {};
  }

  // What device numbers are given on: a carrier of networks, or a channel.
  struct Granting {
    const std::string& name;
    const char* kind;
    const std::vector<SystemId>& reaches;
    model::CarrierId carrier;  // invalid for a channel
  };

  std::vector<model::DeviceGrant> GrantsOf(const Entry& entry, const Granting& granting) {
    std::vector<model::DeviceGrant> grants;
    ForEach(entry, "devices", [&](const Entry& child) { ReadGrant(child, granting, grants); });
    if (!grants.empty() || !site().recovery) return grants;
    model::DeviceGrant grant;  // at the vendor's without `devices`: the vendor says which
    grant.written = WrittenOf(entry);
    grant.systems = granting.reaches;
    OpenGrant(grants, std::move(grant), granting, entry.SpanOf("name"), entry.why());
    return grants;
  }

  void ReadGrant(const Entry& entry, const Granting& granting, std::vector<model::DeviceGrant>& grants) {
    model::DeviceGrant grant;
    grant.written = WrittenOf(entry, "range");
    grant.systems = SystemsAt(entry);
    const Value& range = *entry.Get("range");
    if (range.hole) return OpenGrant(grants, std::move(grant), granting, range.span, entry.why());
    grant.range = model::Stated(range.As<DeviceRange>(), range.span);
    grant.range.Because(entry.why());
    grants.push_back(std::move(grant));
  }

  // One question for each system; for all that run in partitions here when none is named. Systems whose question is
  // answered get `devices` lines of their own, one a range.
  void OpenGrant(std::vector<model::DeviceGrant>& grants, model::DeviceGrant grant, const Granting& granting, Span span,
                 const std::string& why) {
    if (grant.systems.empty()) grant.systems = granting.reaches.empty() ? Occupants() : granting.reaches;
    std::vector<SystemId> open;
    for (const SystemId system : grant.systems) {
      const std::string& subject = model_.at(system).name;
      const Ask ask{"devices", fmt::format("{}/{}", granting.name, subject),
                    fmt::format("{} device numbers", granting.kind), subject};
      const auto ranges = AnswersTo(context_, ask, *schema::FindRow("devices", "osa"), "range", true);
      for (const Value& range : ranges) grants.push_back(AnsweredGrant(grant, system, range, why));
      if (!ranges.empty()) continue;
      open.push_back(system);
      grant.holes.push_back(AskForDevices(ask, granting, system, span, why));
    }
    grant.systems = std::move(open);
    if (!grant.holes.empty()) grant.range = model::Stated<DeviceRange>::Open(grant.holes.front(), span);
    if (!grant.holes.empty() || grants.empty()) grants.push_back(std::move(grant));
  }

  static model::DeviceGrant AnsweredGrant(const model::DeviceGrant& asked, SystemId system, const Value& range,
                                          const std::string& why) {
    model::DeviceGrant grant;
    grant.written = asked.written;
    grant.written.name = range.span;
    grant.systems = {system};
    grant.range = model::Stated(range.As<DeviceRange>(), range.span);
    grant.range.Because(why);
    return grant;
  }

  model::HoleId AskForDevices(const Ask& ask, const Granting& granting, SystemId system, Span span,
                              const std::string& why) {
    model::Hole hole;
    if (granting.carrier.valid()) hole.kind = model::Hole::Kind::kDevices;
    hole.key = fmt::format("{}/{}", ask.key, ask.subject);
    hole.subject = ask.about;
    hole.attribute = ask.attribute;
    hole.carrier = granting.carrier;
    hole.system = system;
    hole.machine = machine_;
    hole.span = span;
    hole.reason = why;
    return AddHole(context_, std::move(hole));
  }

  model::Stated<std::int64_t> ChpidsOf(const Entry& entry) {
    const Entry* child = entry.Child("chpids");
    if (child == nullptr) return {};
    const Ask ask{"chpids", std::string(entry.Text("name")), "number of CHPIDs"};
    return StatedOf<std::int64_t>(context_, *child, "count", ask, model::Comparator::kAtLeast);
  }

  void ReadChannel(const Entry& entry) {
    model::Channel channel;
    channel.kind = entry.keyword() == "fcp" ? model::Channel::Kind::kFcp : model::Channel::Kind::kFicon;
    channel.name = entry.Text("name");
    channel.written = WrittenOf(entry);
    channel.reason = entry.why();
    channel.machine = machine_;
    channel.npiv = entry.Has("npiv");
    channel.reaches = SystemsAt(entry);
    channel.chpids = ChpidsOf(entry);
    channel.grants = GrantsOf(entry, {channel.name, channel.KindName(), channel.reaches, {}});
    model_.machines[machine_.index].channels.push_back(
        Append<model::Channel, model::ChannelId>(model_.channels, std::move(channel)));
  }

  // Storage ports and logical units of home aren't those here: what a site doesn't say is asked.
  void AskForPaths() {
    for (const PlacementId id : site().placements) {
      model::Placement& placement = at(id);
      const model::System& system = model_.at(placement.system);
      for (model::PlacedFcp& path : placement.fcp) {
        const model::FcpPath& declared = system.fcp[path.index];
        if (path.wwpn.absent() && declared.wwpn.known())
          path.wwpn = AskForEnd(system.name, declared, {"wwpn", "WWPN of the storage port"}, declared.wwpn);
        if (path.lun.absent() && declared.lun.known())
          path.lun = AskForEnd(system.name, declared, {"lun", "LUN"}, declared.lun);
      }
    }
  }

  struct End {
    std::string_view key;
    const char* attribute;
  };
  template <class T>
  model::Stated<T> AskForEnd(const std::string& system, const model::FcpPath& declared, const End& end,
                             const model::Stated<T>& at_home) {
    const std::string device = declared.device.ToString();
    const Ask ask{end.key, fmt::format("{}/{}", system, device), end.attribute,
                  fmt::format("FCP device {} of {}", device, system)};
    const auto answers = AnswersTo(context_, ask, *schema::FindRow("fcp", "lpar"), end.key);
    if (!answers.empty()) return model::Stated<T>(answers.front().As<T>(), answers.front().span);
    model::Hole hole;
    hole.key = fmt::format("{}/{}", ask.key, ask.subject);
    hole.subject = ask.about;
    hole.attribute = ask.attribute;
    hole.span = at_home.span();
    return model::Stated<T>::Open(AddHole(context_, std::move(hole)), at_home.span());
  }

  std::vector<SystemId> Occupants() {
    std::vector<SystemId> systems;
    for (const model::PartitionId id : model_.at(machine_).partitions) {
      const PlacementId occupant = model_.at(id).occupant;
      if (!occupant.valid() || model_.at(at(occupant).system).is_coupling()) continue;  // it has coupling links only
      systems.push_back(at(occupant).system);
    }
    return systems;
  }

  BuildContext& context_;
  model::Model& model_;
  const Entry& entry_;
  model::SiteId site_;
  model::MachineId machine_;
  model::PartitionId partition_;
  std::map<std::uint32_t, PlacementId> home_;
  bool home_read_ = false;
  std::unordered_set<std::uint32_t> taken_out_;
};

/// Each site holds every network and may place every system, so their product is bounded like what is written.
void BuildSite(BuildContext& context, const Entry& entry, bool recovery) {
  const std::size_t sites = context.model.sites.size();
  const std::size_t each = context.model.networks.size() + context.model.systems.size();
  const std::size_t weight = each + 3 * context.model.networks.size();  // a network takes more memory
  if (sites > 0 && weight > kMaxStatements / (sites + 1)) {
    context.reporter
        .Error(codes::kTooManyExpansions, entry.SpanOf("name"),
               "more than {} with {} networks and systems at each can't be read", CountOf(sites, "site"), each)
        .Here("left out");
    return;
  }
  SiteBuilder(context, entry, recovery).Run();
}

}  // namespace

void BuildSites(BuildContext& context) {
  ForEachTop(context, "site", [&](const Entry& entry) { BuildSite(context, entry, false); });
  bool first = true;
  ForEachTop(context, "recovery", [&](const Entry& recovery) {
    if (!first) return;  // a second one has been reported
    first = false;
    ForEach(recovery, "site", [&](const Entry& entry) { BuildSite(context, entry, true); });
  });
}

}  // namespace hotsite::check
