#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::System;

constexpr unsigned kDevicesOfNic = 3;  // read, write, data
/// A virtio device has one. Source: libvirt domain XML, `<address type='ccw'>`.
constexpr unsigned kDevicesOfVirtioNic = 1;

/// Device numbers that one thing takes, both ends included.
struct Taken {
  std::uint32_t first, last;
  Span span;  // invalid for what every virtual machine has
  std::string what;
};

/// What the directory entries of guests have by custom: console, reader, punch, printer. Source: CONSOLE 009 in the
/// entries of the z/VM bootcamp and of viccross/elan-lab; 000C-000E from knowledge.
void AddCustomary(std::vector<Taken>& taken) {
  taken.push_back({0x0009, 0x0009, {}, "the console 0009"});
  taken.push_back({0x000C, 0x000E, {}, "reader, punch and printer 000C-000E"});
}

void AddNics(const std::vector<model::Nic>& nics, unsigned devices, std::vector<Taken>& taken) {
  for (const model::Nic& nic : nics) {
    if (!nic.has_device()) continue;
    const DeviceRange range(nic.device, nic.device.Plus(devices - 1));  // check/ refuses what begins above FFFD
    taken.push_back(
        {range.first().value(), range.last().value(), nic.device_span, fmt::format("nic {}", range.ToString())});
  }
}

void AddFcp(const std::vector<model::FcpPath>& paths, std::vector<Taken>& taken) {
  for (const model::FcpPath& path : paths) {
    taken.push_back(
        {path.device.value(), path.device.value(), path.written.name, fmt::format("fcp {}", path.device.ToString())});
  }
}

/// The devices of each virtual machine or partition that a system is: a z/VM's TCP/IP stack is a virtual machine of its
/// own.
std::vector<Taken> DevicesOf(const Model& model, const System& system) {
  std::vector<Taken> taken;
  const bool guest_of_kvm = system.parent.valid() && model.at(system.parent).is_kvm();
  if ((system.parent.valid() && !guest_of_kvm) || system.is_zvm()) AddCustomary(taken);
  AddNics(system.is_zvm() && system.tcpip ? system.tcpip->nics : system.nics,
          guest_of_kvm ? kDevicesOfVirtioNic : kDevicesOfNic, taken);
  for (const model::Disk& disk : system.disks) {
    taken.push_back(
        {disk.device.value(), disk.device.value(), disk.written.name, fmt::format("disk {}", disk.device.ToString())});
  }
  if (!system.is_zvm()) AddFcp(system.fcp, taken);  // a z/VM's are real ones, and its stack's are virtual
  return taken;
}

struct Clash {
  Taken one, other;
  std::string system;
};
using Clashes = Gathered<std::tuple<SpanKey, SpanKey, std::string>, Clash>;

void FindIn(const Model& model, const System& system, Clashes& clashes) {
  std::vector<Taken> taken = DevicesOf(model, system);
  std::stable_sort(taken.begin(), taken.end(), [](const Taken& a, const Taken& b) { return a.first < b.first; });
  const Taken* before = nullptr;
  for (const Taken& one : taken) {
    if (before != nullptr && one.first <= before->last) {
      // The mark goes to what was written later.
      const bool later = !before->span.valid() || (one.span.valid() && KeyOf(before->span) <= KeyOf(one.span));
      const Taken& primary = later ? one : *before;
      const Taken& other = later ? *before : one;
      clashes.Add({KeyOf(primary.span), KeyOf(other.span), primary.what}, {primary, other, system.name});
    }
    if (before == nullptr || one.last > before->last) before = &one;
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  Clashes clashes;
  for (const System& system : model.systems) FindIn(model, system, clashes);
  for (const auto& group : clashes.groups()) {
    std::vector<std::string> names;
    for (const Clash& clash : group) names.push_back(clash.system);
    const Clash& head = group.front();
    auto& finding = report.Error(head.one.span, "device numbers of {} overlap: {} and {}", OneOrCount(names, "guests"),
                                 head.one.what, head.other.what);
    finding.Here(head.one.what)
        .Mark(head.other.span, head.other.what)
        .Advise("move one of them to numbers that are free");
    if (head.one.what.starts_with("nic ") || head.other.what.starts_with("nic "))
      finding.Note("a network interface takes three consecutive device numbers: read, write, data");
    ListNames(finding, names);
    AboutAll(finding, names);
  }
}

constexpr std::string_view kExplanation =
    R"(Two things of one system have the same device number. A network interface
takes three consecutive numbers although only the first is written: `nic 0600`
is 0600, 0601 and 0602, so a disk 0602 or a second `nic 0602` collides with
it. DIRECTXA accepts some of these, and at LOGON whatever comes first in the
directory entry wins: the guest comes up without its disk, or without its
network, on the morning of the test, with a message that scrolls away on a
console nobody watches.

Every virtual machine also has a console (0009) and a reader, punch and
printer (000C-000E) by custom, and generated entries have them too.

To repair it, move one of the two. Network interfaces are best placed at even
numbers with room behind them (0600, 0700, 0800), disks in a range of their
own (0200-02FF). Numbers of a guest are virtual: they may be the same in every
guest, and should stay the same at home and at the recovery site.

Source: NICDEF directory statement (DEVICES 3 reserves three numbers); Linux
device drivers book, qeth group devices; CONSOLE 009 in
the entries of the z/VM bootcamp and of elan-lab; that DIRECTXA accepts such
overlaps, and 000C-000E, are from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE {
    transport ethernet
    uplinks none
  }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    disk 0602
  }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network OFFICE { subnet 10.20.30.0/24 }

zvm VMPROD {
  vswitch VSW1 carries OFFICE {
    transport ethernet
    uplinks none
  }
  linux LNX1 {
    nic 0600 on OFFICE address OFFICE[21]
    disk 0201
  }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kDeviceOverlap = {
    .title = "Two things of one system have the same device number.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
