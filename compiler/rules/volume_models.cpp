#include "compiler/rules/volume_models.h"

#include "compiler/rules/wording.h"

namespace hotsite::rules {

using model::Model;

VolumeModels::VolumeModels(const Model& model) : model_(model) {
  const model::VolumeScopes scopes(model);
  for (std::uint32_t i = 0; i < model.clusters.size(); ++i) {
    for (const model::Volumes& volumes : model.clusters[i].volumes) {
      for (const std::string& label : volumes.labels)
        Add({true, i}, label, {volumes.model, volumes.span, model.clusters[i].name});
    }
  }
  for (const model::System& system : model.systems) {
    const model::VolumeScope scope = scopes.Of(system);
    for (const model::Volumes& volumes : system.volumes) {
      for (const std::string& label : volumes.labels) Add(scope, label, {volumes.model, volumes.span, system.name});
    }
    for (const model::Disk& disk : system.disks) Add(scope, disk.volume, {disk.model, disk.written.name, system.name});
  }
}

void VolumeModels::Add(const model::VolumeScope& scope, const std::string& label, const Said& said) {
  if (label.empty() || !said.model.valid()) return;
  const auto [first, is_new] = said_.try_emplace({scope, label}, said);
  if (!is_new && first->second.model != said.model) contradictions_.push_back({label, first->second, said});
}

const model::DiskModel* VolumeModels::Of(const model::VolumeScope& scope, const model::Disk& disk) const {
  if (disk.model.valid()) return &model_.at(disk.model);
  const auto said = said_.find({scope, disk.volume});
  return said == said_.end() ? nullptr : &model_.at(said->second.model);
}

void VolumeModels::TellContradictions(model::RuleReporter& report) const {
  Gathered<std::pair<SpanKey, SpanKey>, const Contradiction*> gathered;
  for (const Contradiction& one : contradictions_) gathered.Add({KeyOf(one.one.span), KeyOf(one.other.span)}, &one);
  for (const auto& group : gathered.groups()) {
    const Contradiction& head = *group.front();
    std::vector<std::string> volumes;
    std::vector<std::string> systems;
    for (const Contradiction* one : group) {
      if (volumes.empty() || volumes.back() != one->volume) volumes.push_back(one->volume);
      if (systems.empty() || systems.back() != one->other.system) systems.push_back(one->other.system);
    }
    const std::string& kind = model_.at(head.other.model).title;
    auto& finding = report.Error(head.other.span, "{} would be both {} and {}", FewNames(volumes, "volumes"),
                                 model_.at(head.one.model).title, kind);
    finding.Here(kind)
        .Mark(head.one.span, model_.at(head.one.model).title)
        .Note("a volume has one size, and the vendor is asked for one of the two")
        .Advise("say the same model in both places, or leave it out in one");
    ListNames(finding, volumes, kFewNames);
    AboutAll(finding, systems);
  }
}

}  // namespace hotsite::rules
