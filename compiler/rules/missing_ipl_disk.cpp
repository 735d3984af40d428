#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::System;

struct Missing {
  const model::Stated<DeviceNumber>* ipl;
  const System* system;
};

/// A guest whose disks aren't said may have any.
bool Lacks(const System& system, DeviceNumber ipl) {
  if (!system.is_linux() || (system.disks.empty() && system.fcp.empty())) return false;
  const auto is_it = [&](const auto& one) { return one.device == ipl; };
  return std::none_of(system.disks.begin(), system.disks.end(), is_it) &&
         std::none_of(system.fcp.begin(), system.fcp.end(), is_it);
}

/// "disk 0201 and fcp 1A00": what it could be IPLed from.
std::string Has(const System& system) {
  std::vector<std::string> devices;
  for (const model::Disk& disk : system.disks) devices.push_back("disk " + disk.device.ToString());
  for (const model::FcpPath& path : system.fcp) devices.push_back("fcp " + path.device.ToString());
  if (devices.size() > kMostNames) {
    const std::size_t rest = devices.size() - kMostNames;
    devices.resize(kMostNames);
    devices.push_back(fmt::format("{} more", rest));
  }
  return JoinWords(devices);
}

void Tell(const std::vector<Missing>& group, model::RuleReporter& report) {
  const Missing& head = group.front();
  std::vector<std::string> names;
  for (const Missing& one : group) {
    if (names.empty() || names.back() != one.system->name) names.push_back(one.system->name);
  }
  auto& finding =
      report.Error(head.ipl->span(), "{} would be IPLed from {}, which is no disk of {}", OneOrCount(names, "guests"),
                   (**head.ipl).ToString(), names.size() == 1 ? "its own" : "theirs");
  finding.Here(names.size() == 1 ? "no disk and no FCP device has this number" : "no disk of theirs has this number")
      .Mark(head.system->written.name, fmt::format("`{}` has {}", head.system->name, Has(*head.system)))
      .Note("LOGON of the guest ends with a message on a console that nobody watches, and the guest stands still")
      .Advise("name one that it has, or add the disk");
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<SpanKey, Missing> missing;
  for (const System& system : model.systems) {
    if (system.ipl.known() && Lacks(system, *system.ipl)) missing.Add(KeyOf(system.ipl.span()), {&system.ipl, &system});
  }
  for (const model::Placement& placement : model.placements) {
    const System& system = model.SystemOf(placement);
    const bool here = placement.ipl.known() && KeyOf(placement.ipl.span()) != KeyOf(system.ipl.span());
    if (here && Lacks(system, *placement.ipl)) missing.Add(KeyOf(placement.ipl.span()), {&placement.ipl, &system});
  }
  for (const auto& group : missing.groups()) Tell(group, report);
}

constexpr std::string_view kExplanation =
    R"(A Linux guest is to be IPLed from a device number that none of its disks and
FCP devices has.

The directory entry then says `IPL 0202`, and there is no 0202. XAUTOLOG
starts the guest all the same, CP writes that the device doesn't exist on the
guest's console, and the guest stands in CP READ until it is forced. In the
list of the start order it looks as if it were up: QUERY NAMES shows it.

That happens when disks are renumbered at home and the statement at the site
isn't, or when `ipl` of a profile meets a guest with other disks.

To repair it, name a disk or an FCP device that the guest has; without `ipl`
it is the first disk. A guest of which the spec says no disk isn't judged.

Source: CP Commands and Utilities Reference, IPL; that the guest stays in CP
READ is from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  linux LNX1 {
    disk 0201
    ipl 0202
  }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  linux LNX1 {
    disk 0201
    ipl 0201
  }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kMissingIplDisk = {
    .title = "A Linux guest is IPLed from a disk that it doesn't have.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
