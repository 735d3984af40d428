#include "compiler/rules/vendor_volumes.h"

#include <map>

#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using model::System;

using Vendors = std::map<std::string, const System*>;  // by label

/// Labels of the vendor's z/VM systems at a site, as their releases' installation gives them.
Vendors VendorsAt(const Model& model, const model::Site& site) {
  Vendors vendors;
  for (const model::PlacementId id : site.placements) {
    const System& system = model.SystemOf(model.at(id));
    if (!system.vendors || !system.is_zvm() || !system.release.valid()) continue;
    const auto& volumes = model.at(system.release).volumes;
    if (!volumes.known()) continue;
    for (const std::string& label : *volumes) vendors.try_emplace(label, &system);
  }
  return vendors;
}

struct Same {
  std::string label;
  Span span;
  const System* vendors;
};

std::vector<Same> SameLabels(const System& system, const Vendors& vendors) {
  std::vector<Same> same;
  for (const model::Volumes& volumes : system.volumes) {
    for (const std::string& label : volumes.labels) {
      const auto found = vendors.find(label);
      if (found != vendors.end()) same.push_back({label, volumes.span, found->second});
    }
  }
  return same;
}

void Tell(const Model& model, const System& system, const model::Site& site, const std::vector<Same>& same,
          model::RuleReporter& report) {
  const System& vendors = *same.front().vendors;
  const model::ZvmRelease& release = model.at(vendors.release);
  std::vector<std::string> labels;
  for (const Same& one : same) labels.push_back(one.label);
  auto& finding = report.Warn(same.front().span, "{} of `{}` {} likely at `{}` already, as {} of `{}`",
                              FewNames(labels, "volumes"), system.name, labels.size() == 1 ? "is" : "are", site.name,
                              labels.size() == 1 ? "a volume" : "volumes", vendors.name);
  finding.Here("restored there")
      .Mark(vendors.written.name, fmt::format("the vendor's {}, whose installation gives these labels", release.title))
      .Note("CP takes the first volume with the label that it finds; the other's may be online too")
      .Note(SourceNote(release.volumes.source, "these labels", "ask the vendor"))
      .Advise("say or ask where its volumes are, `volumes at ?`, and bring only those online")
      .Advise("or relabel them at home: CPFMTXA, and the names in SYSTEM CONFIG and the directory");
  ListNames(finding, labels, kFewNames);
  finding.CausedBy(system.name);
}

}  // namespace

void TellVendorVolumes(const Model& model, model::RuleReporter& report) {
  for (const model::Site& site : model.sites) {
    if (!site.recovery) continue;
    const Vendors vendors = VendorsAt(model, site);
    if (vendors.empty()) continue;
    for (const model::PlacementId id : site.placements) {
      const Placement& placement = model.at(id);
      const System& system = model.SystemOf(placement);
      if (system.vendors || !system.is_zvm() || !placement.volumes.empty()) continue;
      const auto same = SameLabels(system, vendors);
      if (!same.empty()) Tell(model, system, site, same, report);
    }
  }
}

}  // namespace hotsite::rules
