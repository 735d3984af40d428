// Channels of a machine, those for networks (OSA, HiperSockets) and those for storage (FCP, FICON), and the device
// numbers on them that are given to systems.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// What a machine's channels of either sort have in common.
struct Common {
  std::string_view kind, name;
  const model::Written& written;
  model::MachineId machine;
  const std::vector<model::SystemId>& reaches;
  const model::Stated<std::int64_t>& chpids;
  const std::vector<model::DeviceGrant>& grants;

  std::string Part() const { return fmt::format("{} {}", kind, name); }
};

void SetPlace(const View& view, const Common& channel, Sheet& sheet) {
  const model::SiteId site = view.model().at(channel.machine).site;
  sheet.part = channel.Part();
  sheet.site = view.Name(site);
  sheet.recovery = view.model().at(site).recovery;
  sheet.span = channel.written.name;
}

std::string ReachText(const View& view, const Common& channel) {
  return channel.reaches.empty() ? "every partition" : NamesOf(view, channel.reaches);
}

Sheet ChannelSheet(const View& view, const Common& channel) {
  Sheet sheet;
  SetPlace(view, channel, sheet);
  sheet.subject = view.Name(channel.machine);
  sheet.key = fmt::format("channel/{}/{}/{}", sheet.site, sheet.subject, sheet.part);
  sheet.owner = fmt::format("machine/{}/{}", sheet.site, sheet.subject);
  sheet.is_new = codes::kNewChannel;
  sheet.is_gone = codes::kChannelGone;
  sheet.description = "for " + ReachText(view, channel);
  return sheet;
}

void AddCommon(const View& view, const Common& channel, Sheet& sheet) {
  AddWord(sheet, codes::kChannelReach, "reaches", ReachText(view, channel), channel.written.name);
  AddStatedCount(sheet, codes::kChannelPaths, "channel paths", channel.chpids, Meant::kCapacity);
  AddReasons(sheet, {channel.chpids.reason()}, channel.written.name);
}

/// What is given to one system, or to everybody.
struct Given {
  std::vector<std::string> ranges;
  bool open = false;
  std::string reasons;
  Span span;
};

/// By system in text order; the one that isn't valid is everybody.
std::vector<std::pair<model::SystemId, Given>> GivenOf(const std::vector<model::DeviceGrant>& grants) {
  std::vector<std::pair<model::SystemId, Given>> all;
  std::map<model::SystemId, std::size_t> index;
  const auto give = [&](model::SystemId system, const model::DeviceGrant& grant) {
    const auto [found, is_new] = index.emplace(system, all.size());
    if (is_new) all.push_back({system, {}});
    Given& given = all[found->second].second;
    given.open |= grant.range.open();
    if (grant.range.known()) given.ranges.push_back(grant.range->ToString());
    given.reasons += grant.range.reason();
    given.span = grant.range.span();
  };
  for (const model::DeviceGrant& grant : grants) {
    if (grant.systems.empty()) give({}, grant);
    for (const model::SystemId system : grant.systems) give(system, grant);
  }
  return all;
}

/// DeviceGrant::holes: the question is asked where the `?` stands.
void AddGrant(const View& view, const Common& channel, model::SystemId system, const Given& given,
              const Sheet& of_channel, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  SetPlace(view, channel, sheet);
  sheet.key = GrantKey(view, channel.machine, channel.name, system);
  sheet.owner = of_channel.key;
  sheet.subject = system.valid() ? view.KeyOf(system) : of_channel.subject;
  sheet.span = given.span;
  sheet.is_new = codes::kNewGrant;
  sheet.is_gone = codes::kGrantGone;
  std::vector<std::string> ranges = given.ranges;
  if (given.open && !ranges.empty()) ranges.emplace_back("others left to the vendor");
  sheet.description = ranges.empty() ? "device numbers left to the vendor" : "device numbers " + Joined(ranges);
  if (ranges.empty())
    AddOpen(sheet, codes::kDeviceNumbers, "device numbers", given.span);
  else
    AddNames(sheet, codes::kDeviceNumbers, "device numbers", Joined(ranges), given.span);
  AddReasons(sheet, {given.reasons}, given.span);
}

void AddGrants(const View& view, const Common& channel, const Sheet& of_channel, std::vector<Sheet>& sheets) {
  for (const auto& [system, given] : GivenOf(channel.grants))
    AddGrant(view, channel, system, given, of_channel, sheets);
}

}  // namespace

void AddCarrier(const View& view, model::CarrierId id, std::vector<Sheet>& sheets) {
  const model::Carrier& carrier = view.model().at(id);
  const Common common{carrier.KindName(), carrier.name,   carrier.written, carrier.machine,
                      carrier.reaches,    carrier.chpids, carrier.grants};
  Sheet sheet = ChannelSheet(view, common);
  const std::string networks = NamesOf(view, carrier.networks);
  sheet.description = networks.empty() ? "carries nothing" : "carries " + networks;
  if (carrier.feature.valid())
    AddWord(sheet, codes::kOsaFeature, "feature", view.model().at(carrier.feature).title, carrier.written.name);
  AddNames(sheet, codes::kChannelNetworks, "networks", networks, carrier.written.name);
  AddStatedAmount(
      sheet, codes::kFrameSize, "frame size", carrier.frame, Meant::kExactly,
      [](FrameSize size) { return std::int64_t{size.kib()}; }, [](FrameSize size) { return size.ToString(); });
  AddCommon(view, common, sheet);
  AddEditorial(sheet, codes::kWords, "comment", carrier.doc, carrier.written.name);
  AddEditorial(sheet, codes::kWords, "reason of the frame size", carrier.frame.reason(), carrier.frame.span());
  AddGrants(view, common, sheet, sheets);
  sheets.push_back(std::move(sheet));
}

void AddChannel(const View& view, model::ChannelId id, std::vector<Sheet>& sheets) {
  const model::Channel& channel = view.model().at(id);
  const Common common{channel.KindName(), channel.name,   channel.written, channel.machine,
                      channel.reaches,    channel.chpids, channel.grants};
  Sheet sheet = ChannelSheet(view, common);
  if (channel.is_fcp()) AddWord(sheet, codes::kNpiv, "NPIV", YesOrNo(channel.npiv), channel.written.name);
  AddCommon(view, common, sheet);
  AddEditorial(sheet, codes::kWords, "comment", channel.reason, channel.written.name);
  AddGrants(view, common, sheet, sheets);
  sheets.push_back(std::move(sheet));
}

}  // namespace hotsite::diff
