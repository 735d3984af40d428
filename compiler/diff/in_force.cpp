#include "compiler/diff/in_force.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/values/percent.h"

namespace hotsite::diff {
namespace {

using model::Stated;

/// `none` is 0.
std::string SizeText(MemorySize size) { return size.mib() == 0 ? "none" : size.ToString(); }

void AddSize(const View& view, Code code, std::string_view attribute, std::string_view reason,
             const Stated<MemorySize>& size, Sheet& sheet) {
  if (size.open()) AddOpen(sheet, code, attribute, size.span());
  if (size.known())
    AddCapacity(sheet, code, attribute, static_cast<std::int64_t>(size->mib()), SizeText(*size), size.span(),
                size.comparator());
  AddReason(sheet, view.model(), reason, size);
}

/// `CP or IFL`; in which order they are written says nothing.
std::string EnginesText(EngineChoice engines) {
  std::sort(engines.types.begin(), engines.types.end());
  engines.types.erase(std::unique(engines.types.begin(), engines.types.end()), engines.types.end());
  std::string text;
  for (const EngineType type : engines.types) text += (text.empty() ? "" : " or ") + ToString(type);
  return text;
}

void AddProcessors(const View& view, const model::Resources& resources, Sheet& sheet) {
  const Stated<std::int64_t>& count = resources.processors;
  if (count.open()) AddOpen(sheet, codes::kProcessors, "processors", count.span());
  if (count.known())
    AddCapacity(sheet, codes::kProcessors, "processors", *count, std::to_string(*count), count.span(),
                count.comparator());
  if (const auto& engines = resources.engines; engines.known())
    AddChoice(sheet, codes::kEngines, "processor type", EnginesText(*engines), engines.span());
  if (const auto& sharing = resources.sharing; sharing.known())  // what is dedicated does where shared is asked for
    AddCapacity(sheet, codes::kSharing, "sharing", *sharing == model::Sharing::kDedicated ? 1 : 0, ToString(*sharing),
                sharing.span(), model::Comparator::kAtLeast);
  AddReason(sheet, view.model(), "reason for the processors", count);  // that of engines and sharing is the same
}

/// As the statement writes it: `relative 200 limit hard`.
std::string ShareText(const model::Share& share) {
  std::string text = share.absolute ? fmt::format("absolute {}", Percent::OfTenths(share.amount).ToString())
                                    : fmt::format("relative {}", share.amount);
  if (share.limit == model::Share::Limit::kHard) text += " limit hard";
  if (share.limit == model::Share::Limit::kSoft) text += " limit soft";
  return text;
}

/// None of these can be left to the vendor.
template <class T, class Print>
void AddOwnSetting(const View& view, Code code, std::string_view attribute, std::string_view reason,
                   const Stated<T>& value, Print print, Sheet& sheet) {
  if (value.absent()) return;
  AddOwn(sheet, code, attribute, print(*value), value.span());
  AddReason(sheet, view.model(), reason, value);
}

}  // namespace

void AddResources(const View& view, const model::Resources& resources, Sheet& sheet) {
  AddProcessors(view, resources, sheet);
  AddSize(view, codes::kMemory, "memory", "reason for the memory", resources.memory, sheet);
  // Written in the same statement as the memory, whose reason is told.
  if (const auto& most = resources.max_memory; most.open())
    AddOpen(sheet, codes::kMaximumMemory, "maximum memory", most.span());
  else if (most.known())
    AddCapacity(sheet, codes::kMaximumMemory, "maximum memory", static_cast<std::int64_t>(most->mib()),
                most->ToString(), most.span(), model::Comparator::kAtLeast);
  AddSize(view, codes::kExpandedStorage, "xstore", "reason for the xstore", resources.xstore, sheet);
}

void AddSettings(const View& view, const model::SystemSettings& settings, Sheet& sheet) {
  const auto itself = [](const std::string& text) { return text; };
  if (const auto& ratio = settings.overcommit; ratio.known())
    AddAmountAtMost(sheet, codes::kOvercommit, "overcommit", ratio->hundredths(), ratio->ToString(), ratio.span());
  AddReason(sheet, view.model(), "reason for the overcommit", settings.overcommit);
  AddOwnSetting(view, codes::kShare, "share", "reason for the share", settings.share, ShareText, sheet);
  AddOwnSetting(
      view, codes::kAutolog, "autolog", "reason for the autolog", settings.autolog,
      [](model::Autolog autolog) { return std::string(ToString(autolog)); }, sheet);
  AddOwnSetting(view, codes::kNode, "node", "reason for the node", settings.node, itself, sheet);
  AddStated(sheet, codes::kTimeZone, "time zone", settings.timezone, itself);
  AddReason(sheet, view.model(), "reason for the time zone", settings.timezone);
  AddOwnSetting(view, codes::kMacPrefix, "MAC prefix", "reason for the MAC prefix", settings.mac_prefix, itself, sheet);
}

void AddIpl(const View& view, const model::Stated<DeviceNumber>& device, Sheet& sheet) {
  AddOwnSetting(
      view, codes::kIpl, "ipl", "reason for the ipl", device, [](DeviceNumber one) { return one.ToString(); }, sheet);
}

void AddStart(const View& view, const model::StartOrder& start, Span said, Sheet& sheet) {
  std::string text = start.first ? "first" : start.after.empty() ? "in no order" : "";
  if (!start.after.empty()) text += fmt::format("{}after {}", start.first ? ", " : "", NamesOf(view, start.after));
  AddOwn(sheet, codes::kStartOrder, "start", std::move(text), start.after.empty() ? said : start.after.front().span);
}

void AddRestore(const View& view, const std::optional<model::Restore>& restore, Sheet& sheet) {
  if (!restore) return;
  std::string text = "standalone";
  if (restore->kind == model::Restore::Kind::kBySystem) text = "by " + view.KeyOf(restore->by);
  if (restore->kind == model::Restore::Kind::kFloor) text = "floor";
  if (!restore->tools.empty()) text += fmt::format(" \"{}\"", restore->tools);
  AddOwn(sheet, codes::kRestore, "restore", std::move(text), restore->span);
  AddEditorial(sheet, codes::kWords, "reason for the restore", restore->reason, restore->span);
}

std::vector<std::string> ResourceWords(const model::Resources& resources) {
  std::vector<std::string> words;
  if (const auto& count = resources.processors; !count.absent()) {
    std::string text = count.open() ? "? processors" : std::to_string(*count);
    if (resources.engines.known())
      text += " " + EnginesText(*resources.engines);
    else if (count.known())
      text += *count == 1 ? " processor" : " processors";
    if (resources.sharing.known()) text += fmt::format(" {}", ToString(*resources.sharing));
    words.push_back(std::move(text));
  }
  if (const auto& memory = resources.memory; !memory.absent())
    words.push_back(memory.open() ? "? memory" : memory->ToString());
  if (const auto& xstore = resources.xstore; xstore.open() || (xstore.known() && xstore->mib() > 0))
    words.push_back(xstore.open() ? "xstore ?" : "xstore " + xstore->ToString());
  return words;
}

std::string NamesOf(const View& view, const std::vector<model::Reference>& references) {
  if (references.empty()) return {};
  std::vector<std::string> names;
  names.reserve(references.size());
  for (const model::Reference& reference : references) names.push_back(view.KeyOf(reference.system));
  return InOrder(std::move(names));
}

std::string RangesText(const std::vector<DeviceRange>& ranges) {
  std::vector<DeviceRange> joined;
  for (const DeviceRange& range : ranges) {
    if (!joined.empty() && joined.back().last().value() + 1 == range.first().value())
      joined.back() = DeviceRange(joined.back().first(), range.last());
    else
      joined.push_back(range);
  }
  std::string text;
  for (const DeviceRange& range : joined) text += (text.empty() ? "" : ", ") + range.ToString();
  return text;
}

}  // namespace hotsite::diff
