// `volumes` statements. How they are spread over statements says nothing: those of one use are laid together.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/in_force.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

constexpr std::size_t kUses = static_cast<std::size_t>(model::VolumeUse::kCouple) + 1;

/// Volumes of one model that stand beside each other.
struct Run {
  std::string_view model;    // empty: not said
  std::string labels;        // of those that have any
  std::int64_t counted = 0;  // of those without
};

/// All volumes of one use.
struct Together {
  std::vector<std::string> labels;
  std::int64_t counted = 0;  // those without labels
  std::vector<Run> runs;
  std::vector<DeviceRange> devices;
  Span span;
};

void AddModel(const model::Model& model, const model::Volumes& volumes, Together& all) {
  const std::string_view name = volumes.model.valid() ? std::string_view(model.at(volumes.model).name) : "";
  const bool counted = volumes.labels.empty();
  if (all.runs.empty() || all.runs.back().model != name || all.runs.back().labels.empty() != counted)
    all.runs.push_back({name, {}, 0});
  Run& run = all.runs.back();
  if (counted)
    run.counted += volumes.count;
  else
    run.labels += fmt::format("{}{}", run.labels.empty() ? "" : ", ", fmt::join(volumes.labels, ", "));
}

void Add(const model::Model& model, const model::Volumes& volumes, Together& all) {
  if (all.runs.empty()) all.span = volumes.span;
  all.labels.insert(all.labels.end(), volumes.labels.begin(), volumes.labels.end());
  if (volumes.labels.empty()) all.counted += volumes.count;
  all.devices.insert(all.devices.end(), volumes.devices.begin(), volumes.devices.end());
  AddModel(model, volumes, all);
}

/// `3390_9`; where they are of several models, which is of which: `3390_9: VMPG01, VMPG02; 3390_27: 40`.
std::string ModelText(const Together& all) {
  const std::string_view first = all.runs.front().model;
  if (std::all_of(all.runs.begin(), all.runs.end(), [&](const Run& run) { return run.model == first; }))
    return std::string(first);
  std::string text;
  for (const Run& run : all.runs) {
    text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", run.model.empty() ? "not said" : run.model,
                        run.labels.empty() ? std::to_string(run.counted) : run.labels);
  }
  return text;
}

std::string Described(const Together& all, const std::string& model) {
  std::string text = fmt::format("{}", fmt::join(all.labels, ", "));
  if (all.counted > 0) text += fmt::format("{}{}", text.empty() ? "" : ", ", all.counted);
  return model.empty() ? text : fmt::format("{} of {}", text, model);
}

Sheet SheetOfUse(model::VolumeUse use, const Together& all, const Sheet& owner) {
  Sheet sheet;
  sheet.key = fmt::format("volumes/{}/{}", owner.key, ToString(use));
  sheet.owner = owner.key;
  sheet.subject = owner.subject;
  sheet.part = use == model::VolumeUse::kData ? "volumes" : fmt::format("volumes {}", ToString(use));
  sheet.recovery = owner.recovery;
  sheet.is_new = sheet.is_gone = codes::kVolumes;
  sheet.span = all.span;
  const std::string model = ModelText(all);
  sheet.description = Described(all, model);
  AddNames(sheet, codes::kVolumes, "labels", fmt::format("{}", fmt::join(all.labels, ", ")), all.span);
  if (all.counted > 0)
    AddCapacity(sheet, codes::kVolumes, "number", all.counted, std::to_string(all.counted), all.span,
                model::Comparator::kAtLeast);
  AddWord(sheet, codes::kVolumeModel, "model", model, all.span);
  AddOwn(sheet, codes::kVolumeDevices, "device numbers at home", RangesText(all.devices), all.span);
  return sheet;
}

}  // namespace

void AddVolumes(const View& view, const std::vector<model::Volumes>& volumes, const Sheet& owner,
                std::vector<Sheet>& sheets) {
  std::array<Together, kUses> uses;
  for (const model::Volumes& one : volumes) Add(view.model(), one, uses[static_cast<std::size_t>(one.use)]);
  for (std::size_t i = 0; i < kUses; ++i) {
    if (!uses[i].runs.empty()) sheets.push_back(SheetOfUse(static_cast<model::VolumeUse>(i), uses[i], owner));
  }
}

}  // namespace hotsite::diff
