#include <algorithm>
#include <optional>

#include "compiler/rules/device_shortage.h"
#include "compiler/rules/real_devices.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using Kind = RealUse::Kind;

/// Ranges in order of their first number, so that one that overlaps another is found without looking at all.
class Sorted {
 public:
  template <class Keep>
  Sorted(const std::vector<RealUse>& uses, Keep keep) {
    for (const RealUse& use : uses) {
      if (keep(use)) uses_.push_back(&use);
    }
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const RealUse* a, const RealUse* b) { return a->range.first() < b->range.first(); });
    for (const RealUse* use : uses_) {
      const bool further = farthest_.empty() || use->range.last() > farthest_.back()->range.last();
      farthest_.push_back(further ? use : farthest_.back());
    }
  }

  /// The one that reaches farthest of those that begin below the range's end, if it overlaps it.
  const RealUse* Overlapping(DeviceRange range) const {
    const auto behind =
        std::upper_bound(uses_.begin(), uses_.end(), range.last(),
                         [](DeviceNumber last, const RealUse* use) { return last < use->range.first(); });
    if (behind == uses_.begin()) return nullptr;
    const RealUse* use = farthest_[static_cast<std::size_t>(behind - uses_.begin()) - 1];
    return use->range.Overlaps(range) ? use : nullptr;
  }

  /// Visits each that overlaps one before it, with that one.
  template <class Visit>
  void ForEachOverlap(Visit visit) const {
    for (std::size_t i = 1; i < uses_.size(); ++i) {
      if (uses_[i]->range.first() <= farthest_[i - 1]->range.last()) visit(*farthest_[i - 1], *uses_[i]);
    }
  }

  const std::vector<const RealUse*>& all() const { return uses_; }

 private:
  std::vector<const RealUse*> uses_, farthest_;
};

bool TakesChannel(const RealUse& use) { return !use.is_disk(); }
bool LeadsToDisks(const RealUse& use) { return use.is_disk() && use.kind != Kind::kLoad; }
bool IsVolumes(const RealUse& use) { return use.kind == Kind::kVolumes; }
bool IsLoad(const RealUse& use) { return use.kind == Kind::kLoad; }

struct Twice {
  RealUse one, other;  // in text order
  std::string system;  // empty: in every partition
  const model::Machine* machine;
};

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void Look(const model::Machine& machine) {
    machine_ = &machine;
    const RealUses uses = RealUsesOf(model_, machine);
    const Sorted channels(uses.everywhere, TakesChannel);
    const Sorted disks(uses.everywhere, LeadsToDisks);
    system_.clear();
    channels.ForEachOverlap([&](const RealUse& a, const RealUse& b) { Add(a, b); });
    Against(channels, disks);
    for (const auto& [id, own] : uses.by_partition) {
      const model::PlacementId occupant = model_.at(id).occupant;
      system_ = occupant.valid() ? NameOf(model_, occupant) : model_.at(id).name;
      LookIn(own, channels, disks);
    }
  }

  const Gathered<std::tuple<SpanKey, SpanKey>, Twice>& found() const { return found_; }

 private:
  void LookIn(const std::vector<RealUse>& own, const Sorted& channels, const Sorted& disks) {
    const Sorted own_channels(own, TakesChannel);
    const Sorted own_disks(own, LeadsToDisks);
    own_channels.ForEachOverlap([&](const RealUse& a, const RealUse& b) { Add(a, b); });
    Against(own_channels, channels);
    Against(own_channels, own_disks);
    Against(own_channels, disks);
    Against(own_disks, channels);
    Sorted(own, IsVolumes).ForEachOverlap([&](const RealUse& a, const RealUse& b) {
      if (a.narrowed == b.narrowed) Add(a, b);  // `volumes at …` beside `volumes page at …` means the others
    });
    const Sorted loads(own, IsLoad);
    for (const RealUse* load : loads.all()) {
      const RealUse* channel = own_channels.Overlapping(load->range);
      if (channel == nullptr) channel = channels.Overlapping(load->range);
      if (channel != nullptr && channel->kind != Kind::kFcp) Add(*channel, *load);  // FCP: it is IPLed from SCSI
    }
  }

  void Against(const Sorted& some, const Sorted& others) {
    for (const RealUse* one : some.all()) {
      if (const RealUse* other = others.Overlapping(one->range)) Add(*one, *other);
    }
  }

  void Add(const RealUse& a, const RealUse& b) {
    const bool in_order = KeyOf(a.span) <= KeyOf(b.span);
    const RealUse& one = in_order ? a : b;
    const RealUse& other = in_order ? b : a;
    // Two network interfaces of one system are HS2301's finding.
    if (one.what.starts_with("nic ") && other.what.starts_with("nic ")) return;
    found_.Add({KeyOf(one.span), KeyOf(other.span)}, {one, other, system_, machine_});
  }

  const Model& model_;
  const model::Machine* machine_ = nullptr;
  std::string system_;
  Gathered<std::tuple<SpanKey, SpanKey>, Twice> found_;
};

/// "0C00-0C0F OSA `UPLINK`"; not twice what names its numbers itself.
std::string LabelOf(const RealUse& use) {
  const std::string range = use.range.ToString();
  return use.what.ends_with(range) ? use.what : range + " " + use.what;
}

std::vector<std::string> OccupantsOf(const Model& model, const model::Machine& machine) {
  std::vector<std::string> names;
  for (const model::PartitionId id : machine.partitions) {
    if (model.at(id).occupant.valid()) names.push_back(NameOf(model, model.at(id).occupant));
  }
  return names;
}

void Tell(const Model& model, const std::vector<Twice>& group, model::RuleReporter& report) {
  const Twice& head = group.front();
  std::vector<std::string> names;
  for (const Twice& one : group) {
    if (!one.system.empty()) names.push_back(one.system);
  }
  const DeviceRange both(std::max(head.one.range.first(), head.other.range.first()),
                         std::min(head.one.range.last(), head.other.range.last()));
  auto& finding = report.Error(
      head.other.span, "device number{} {} of {} would stand for two things: {} and {}", both.size() == 1 ? "" : "s",
      both.ToString(), names.empty() ? fmt::format("every partition of `{}`", head.machine->name) : FewNames(names),
      head.one.what, head.other.what);
  finding.Here(LabelOf(head.other))
      .Mark(head.one.span, LabelOf(head.one))
      .Note("within one partition a device number is one device; in two partitions it may be two")
      .Advise("give one of the two numbers that are free in this partition");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names.empty() ? OccupantsOf(model, *head.machine) : names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  for (const model::Machine& machine : model.machines) finder.Look(machine);
  for (const auto& group : finder.found().groups()) Tell(model, group, report);
  TellShortages(model, report);
}

constexpr std::string_view kExplanation =
    R"(Real device numbers are scarce in one place only: within a partition. There
each stands for one device. Two partitions may share an OSA and use the same
0600 at the same time, and what is 0A00 in one may be something else in the
other. This rule speaks of three mistakes within one partition:

- Two things have the same number: the ranges of two OSAs, an OSA and the
  consoles, volumes and HiperSockets. The I/O definition can't be built so.
  If nobody notices, one of the two gets other numbers on the floor, late in
  the night, and the restored system looks for it in vain.
- A range is too small for what is to be dealt from it: every interface
  (a z/OS or Linux, the TCP/IP stack of a z/VM, each uplink of a vswitch)
  takes three numbers. DTCVSW1 then says that the OSA can't be initialised,
  and whoever came last has no network.
- A range of FCP devices is too small for the paths of the partition.

To repair it, move one of the two, or ask for a larger range. Where the vendor
assigns the numbers, `devices ?` asks for as many as are needed.

Not meant: numbers of guests, which are virtual; the same numbers in two
partitions; volumes within the range of a FICON channel, which leads to them;
a load address in an FCP range, which is an IPL from a SCSI disk.

Source: IOCP User's Guide, IODEVICE (device numbers are unique within a
partition); CP Commands and Utilities Reference, DEFINE VSWITCH (each RDEV is
the first of three consecutive devices); Linux device drivers book, "qeth
group devices".)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }
network DATABASE { subnet 192.168.40.0/24 }

zos PRODA {
  nic 0800 on OFFICE address OFFICE[10]
  nic 0810 on DATABASE address DATABASE[10]
}

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-081F }
    hipersockets HS0 carries DATABASE { devices 0810-082F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }
network DATABASE { subnet 192.168.40.0/24 }

zos PRODA {
  nic 0800 on OFFICE address OFFICE[10]
  nic 0E00 on DATABASE address DATABASE[10]
}

site home {
  machine CEC {
    lpar PRODA
    osa OSA0 carries OFFICE { devices 0800-081F }
    hipersockets HS0 carries DATABASE { devices 0E00-0E1F }
  }
}
)";

}  // namespace

const model::Rule kDeviceTwice = {
    .title = "One real device number is used twice within a partition, or a range is too small.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
