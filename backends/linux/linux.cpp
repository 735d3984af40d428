#include "backends/linux/linux.h"

#include <utility>

#include "backends/linux/readme.h"
#include "backends/linux/scripts.h"
#include "backends/linux/waiting.h"
#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

/// One system at one site: made, handed to the sink and forgotten before the next.
void GenerateSystem(const BuildInput& input, const model::Placement& placement, const SiteIndex& index,
                    const std::string& folder, const ArtifactSink& sink) {
  const model::Model& model = input.model;
  const Writer* writer = FindWriter(model, model.SystemOf(placement));
  const HostPlan plan = PlanHost(input, placement);
  const auto write = [&](const HostPlan& of) { return writer ? writer->write(of) : std::vector<File>{}; };
  std::vector<File> files = write(plan);

  std::optional<std::vector<Difference>> differences;
  std::optional<ScriptPlan> scripts;
  const model::Site* home = model.home();
  const model::Placement* at_home = home ? model.Find(model.IdOf(*home), placement.system) : nullptr;
  if (at_home && !files.empty()) {
    const HostPlan home_plan = PlanHost(input, *at_home);
    differences = Compare(write(home_plan), files);
    if (writer) scripts = PlanScripts(home_plan, plan, files, *differences, PathPart(model.at(placement.site).name));
  }

  const std::vector<Probe> probes = ProbesOf(model, index, placement);
  sink({folder + "/README.txt",
        WriteReadme({input, placement, plan, writer, files, differences, probes,
                     IsGuestOfKvm(model, model.SystemOf(placement)), scripts.has_value()}),
        false, writer ? std::vector<OpenPlace>{} : OpenInFiles(plan)});
  if (!writer) return;
  for (File& file : files) sink({folder + "/" + file.path, std::move(file.text), false, std::move(file.open)});
  if (!scripts) return;
  sink({folder + "/apply.sh", WriteApplyScript(*scripts), true, {}});
  sink({folder + "/revert.sh", WriteRevertScript(*scripts), true, {}});
}

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  const Folders folders(input.model, model::SystemKind::kLinux);
  for (const model::Site* site : input.model.recovery_sites()) {
    const SiteIndex index(input.model, *site);
    for (const model::PlacementId id : site->placements) {
      const model::Placement& placement = input.model.at(id);
      if (!input.model.SystemOf(placement).is_linux()) continue;
      GenerateSystem(input, placement, index, "linux/" + folders.Of(placement), sink);
    }
  }
}

}  // namespace hotsite::backends::linux_guest
