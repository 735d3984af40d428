#include "backends/zvm_text/guest_processors.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {
namespace {

using model::PartitionMode;

/// CPU addresses are 00-3F (CP Commands, DEFINE CPU).
constexpr std::int64_t kMostProcessors = 64;

std::optional<EngineType> OnlyType(const model::Stated<EngineChoice>& engines) {
  if (!engines.known() || engines->types.size() != 1) return std::nullopt;
  return engines->types.front();
}

/// The type that virtual processors have if nothing is said: that of the partition's primary processors, which are CPs
/// in every mode that has them (CP Commands and Utilities Reference, DEFINE CPU: valid virtual configurations). Nothing
/// where neither the partition's mode nor its processors say.
std::optional<EngineType> PrimaryType(const Host& host) {
  if (host.placement.partition.valid()) {
    const model::Stated<PartitionMode>& mode = host.model.at(host.placement.partition).settings.mode;
    if (mode.known() && *mode != PartitionMode::kLinuxOnly) return EngineType::kCp;
  }
  return OnlyType(host.placement.resources.engines);
}

/// Processors of several types came with partitions of mode z/VM, in z/VM 5.4, and so did COMMAND in the directory
/// (from knowledge).
bool KnowsProcessorTypes(const Host& host) {
  const model::ReleaseId release = host.system().release;
  if (!release.valid()) return false;
  const std::vector<PartitionMode>& modes = host.model.at(release).partition_modes.value.value();
  return std::find(modes.begin(), modes.end(), PartitionMode::kZvm) != modes.end();
}

/// A virtual machine has IFLs only in mode LINUX, so that comes first; both as openmainframeproject/feilong writes them
/// into the entries that it makes. They run at each logon before the IPL, where the reset that they cause is harmless.
void AddTypes(GuestEntry& entry, const Host& host, const model::Placement& guest, std::int64_t count) {
  const std::optional<EngineType> wanted = OnlyType(guest.resources.engines);
  const std::optional<EngineType> primary = PrimaryType(host);
  if (!wanted || wanted == primary) return;
  const bool linux_on_ifls = host.model.SystemOf(guest).is_linux() && *wanted == EngineType::kIfl;
  if (!linux_on_ifls || !primary || !KnowsProcessorTypes(host)) {
    entry.remarks.push_back(fmt::format("IT NEEDS {} PROCESSORS: LOOK AT QUERY VIRTUAL CPUS WHEN IT IS LOGGED ON.",
                                        ToUpper(ToString(*wanted))));
    return;
  }
  entry.general.push_back("COMMAND SET VCONFIG MODE LINUX");
  const std::string range = count == 1 ? "00" : fmt::format("00-{:02X}", count - 1);
  entry.general.push_back(fmt::format("COMMAND DEFINE CPU {} TYPE IFL", range));
}

const char* LimitOf(model::Share::Limit limit) {
  switch (limit) {
    case model::Share::Limit::kNone:
      return "";
    case model::Share::Limit::kSoft:
      return " LIMITSOFT";
    case model::Share::Limit::kHard:
      return " LIMITHARD";
  }
  return "";
}

}  // namespace

std::string ShareStatement(const model::Share& share) {
  if (!share.absolute) return fmt::format("SHARE RELATIVE {}{}", share.amount, LimitOf(share.limit));
  const std::string tenths = share.amount % 10 == 0 ? "" : fmt::format(".{}", share.amount % 10);
  return fmt::format("SHARE ABSOLUTE {}{}%{}", share.amount / 10, tenths, LimitOf(share.limit));
}

void AddProcessors(GuestEntry& entry, const Host& host, const model::Placement& guest, OpenPlaces& open) {
  const model::Stated<std::int64_t>& processors = guest.resources.processors;
  if (processors.open()) {
    entry.general.push_back("MACHINE ESA " + open.Token(processors.hole(), "virtual processors of " + entry.name));
  } else {
    const std::int64_t count = std::clamp<std::int64_t>(processors.value_or(1), 1, kMostProcessors);
    entry.general.push_back(fmt::format("MACHINE ESA {}", count));
    entry.general.push_back("CPU 00 BASE");
    for (std::int64_t cpu = 1; cpu < count; ++cpu) entry.general.push_back(fmt::format("CPU {:02X}", cpu));
    AddTypes(entry, host, guest, count);
  }
  const model::Stated<model::Share>& share = guest.settings.share;
  if (share.known()) entry.general.push_back(ShareStatement(*share));
  if (share.open()) entry.general.push_back("SHARE " + open.Token(share.hole(), "share of " + entry.name));
}

}  // namespace hotsite::backends::zvm_text
