#include "backends/zos/config_member.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zos {
namespace {

constexpr std::size_t kWidth = 71;

class MemberWriter {
 public:
  explicit MemberWriter(const BuildInput& input) : input_(input) {}

  void Remark(std::string_view text) { out_.Wrapped(text, kWidth, "* ", "* "); }
  void Blank() { out_.Line("*"); }
  void Statement(const std::string& text) {
    out_.Line(text);
    ++member_.statements;
  }
  void Devices(const std::string& range) { Statement(fmt::format("DEVICE ({}),*,ONLINE", range)); }
  /// What stands in a comment until the answer to `hole` is there.
  void Open(const std::string& statement, model::HoleId hole, std::string what) {
    Remark(fmt::format("OPEN: {}", statement));
    member_.open.push_back({OpenToken(input_.requirements, hole).substr(2), std::move(what)});
  }
  void OpenDevices(model::HoleId hole, const std::string& what) {
    Open(fmt::format("DEVICE ({}),*,ONLINE", OpenToken(input_.requirements, hole)), hole, "device numbers of " + what);
  }

  ConfigMember Take() {
    member_.text = out_.Take();
    return std::move(member_);
  }

 private:
  const BuildInput& input_;
  TextWriter out_;
  ConfigMember member_;
};

/// Processors are numbered from 0, in hexadecimal (from knowledge); eight to a statement keep it short.
void WriteProcessors(const model::Placement& placement, MemberWriter& out) {
  const auto& processors = placement.resources.processors;
  out.Blank();
  if (processors.open()) return out.Open("the number of processors", processors.hole(), "number of processors");
  if (!processors.known()) return out.Remark("Processors: the spec doesn't say how many.");
  out.Remark(fmt::format("Processors: {}.", CountOf(static_cast<std::size_t>(*processors), "logical processor")));
  constexpr std::int64_t kInLine = 8;
  for (std::int64_t first = 0; first < *processors; first += kInLine) {
    std::string list;
    for (std::int64_t i = first; i < std::min(*processors, first + kInLine); ++i)
      list += fmt::format("{}{:X}", i == first ? "" : ",", i);
    out.Statement(fmt::format("CPU ({}),ONLINE", list));
  }
}

void WriteStorage(const model::Placement& placement, MemberWriter& out) {
  const auto& memory = placement.resources.memory;
  out.Blank();
  if (memory.open()) return out.Open("the amount of central storage", memory.hole(), "central storage");
  if (!memory.known()) return out.Remark("Central storage: the spec doesn't say how much.");
  out.Remark(fmt::format("Central storage: {}.", memory->ToString()));
  out.Statement(fmt::format("STOR (0M-{}M),ONLINE", memory->mib()));
}

void WriteNetworkDevices(const StackPlan& plan, MemberWriter& out) {
  for (const StackLink& link : plan.links) {
    out.Blank();
    out.Remark(fmt::format("{} for {}.", link.link.hipersockets ? "HiperSockets" : "OSA", link.network));
    const bool open = link.read.starts_with("??");
    const std::string range = fmt::format("{}-{}", link.read, link.datapath);
    if (open) {
      out.Remark(fmt::format("OPEN: DEVICE ({}),*,ONLINE", range));
    } else {
      out.Devices(range);
    }
  }
}

std::string VolumesText(const model::PlacedVolumes& volumes) {
  std::string text = volumes.use ? std::string(model::ToString(*volumes.use)) + " volumes" : "Volumes";
  if (!volumes.labels.empty()) {
    std::vector<std::string> labels;
    for (const std::string& label : volumes.labels) labels.push_back(PlainText(label));
    text += " " + JoinWords(labels);
  }
  return text;
}

void WriteVolumes(const model::Placement& placement, MemberWriter& out) {
  out.Blank();
  if (placement.volumes.empty()) return out.Remark("Volumes: the spec doesn't say their device numbers here.");
  for (const model::PlacedVolumes& volumes : placement.volumes) {
    const std::string what = VolumesText(volumes);
    out.Remark(what + ".");
    if (volumes.devices.open()) out.OpenDevices(volumes.devices.hole(), what);
    if (!volumes.devices.known()) continue;
    for (const DeviceRange& range : *volumes.devices) out.Devices(range.ToString());
  }
}

/// Of the partition: what it is IPLed from and its consoles are devices of the machine, so not for a guest.
void WritePartitionDevices(const BuildInput& input, const model::Placement& placement, MemberWriter& out) {
  if (placement.host.valid()) return;
  const model::PartitionSettings& settings = input.model.at(placement.partition).settings;
  if (!settings.load.absent() || !settings.console_devices.absent()) out.Blank();
  if (!settings.load.absent()) out.Remark("Load address.");
  if (settings.load.known()) out.Devices(settings.load->ToString());
  if (settings.load.open()) out.OpenDevices(settings.load.hole(), "the load address");
  if (!settings.console_devices.absent()) out.Remark("Operator consoles.");
  if (settings.console_devices.known()) out.Devices(settings.console_devices->ToString());
  if (settings.console_devices.open()) out.OpenDevices(settings.console_devices.hole(), "the consoles");
}

/// Device numbers that the spec doesn't state; the machine's drives are all that it counts.
void WriteTape(const BuildInput& input, const model::Placement& placement, MemberWriter& out) {
  const auto& tape = input.model.at(placement.machine).tape;
  if (!tape) return;
  out.Blank();
  const std::string count = tape->count.known() ? std::to_string(*tape->count) + " " : "";
  out.Remark(fmt::format("The {}tape drives of {} are not listed: the spec has no numbers of them.", count,
                         PlainText(input.model.at(placement.machine).name)));
}

}  // namespace

ConfigMember WriteConfigMember(const BuildInput& input, const model::Placement& placement, const StackPlan& plan) {
  MemberWriter out(input);
  out.Remark(
      fmt::format("CONFIG{} of {} at {}: what was asked for, as far as it is known. D M=CONFIG({}) tells what "
                  "differs from it.",
                  kConfigSuffix, plan.system, PlainText(input.model.at(placement.site).name), kConfigSuffix));
  WriteProcessors(placement, out);
  WriteStorage(placement, out);
  WriteNetworkDevices(plan, out);
  WriteVolumes(placement, out);
  WritePartitionDevices(input, placement, out);
  WriteTape(input, placement, out);
  ConfigMember member = out.Take();
  for (const StackLink& link : plan.links) {
    if (!link.read.starts_with("??")) continue;
    for (const OpenPlace& place : link.open) {
      if (link.read.substr(2).starts_with(place.requirement)) member.open.push_back(place);
    }
  }
  return member;
}

}  // namespace hotsite::backends::zos
