#include "backends/zos/zos.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "backends/naming.h"
#include "backends/zos/config_member.h"
#include "backends/zos/readme.h"
#include "backends/zos/statements.h"

namespace hotsite::backends::zos {
namespace {

std::vector<std::string> AllStatements(const StackPlan& plan) {
  std::vector<std::string> lines = StatementsOf(WriteTrle(plan, {}));
  std::vector<std::string> more = StatementsOf(WriteProfile(plan, {}));
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return lines;
}

/// Lines of `these` that `those` lacks, each behind `mark`.
void AddMissing(const std::vector<std::string>& these, const std::vector<std::string>& those, const char* mark,
                std::vector<std::string>& out) {
  for (const std::string& line : these) {
    if (std::find(those.begin(), those.end(), line) == those.end()) out.push_back(mark + line);
  }
}

std::vector<OpenPlace> OpenOf(const StackPlan& plan, bool trle) {
  std::vector<OpenPlace> open;
  for (const StackLink& link : plan.links) {
    if (trle && link.link.hipersockets) continue;
    // The profile names an OSA by its port: only its TRLE knows device numbers.
    for (const OpenPlace& place : link.open) {
      const bool subnet = !link.subnet_token.empty() && place.requirement == link.subnet_token.substr(2);
      if (trle != subnet || link.link.hipersockets) open.push_back(place);
    }
  }
  return open;
}

void GenerateSystem(const BuildInput& input, const model::Placement& placement, const std::string& folder,
                    const ArtifactSink& sink) {
  const model::Model& model = input.model;
  const StackPlan plan = PlanStack(input, placement);
  const std::string site = PlainText(model.at(placement.site).name);
  std::optional<std::vector<std::string>> differences;
  const model::Site* home = model.home();
  if (const model::Placement* at_home = home ? model.Find(model.IdOf(*home), placement.system) : nullptr) {
    const std::vector<std::string> before = AllStatements(PlanStack(input, *at_home));
    const std::vector<std::string> here = AllStatements(plan);
    differences.emplace();
    AddMissing(before, here, "- ", *differences);
    AddMissing(here, before, "+ ", *differences);
  }
  std::string trle = WriteTrle(plan, site);
  ConfigMember config = WriteConfigMember(input, placement, plan);
  sink({folder + "/README.txt", WriteReadme({input, placement, plan, !trle.empty(), differences}), false, {}});
  sink({folder + "/TCPIP.PROFILE", WriteProfile(plan, site), false, OpenOf(plan, false)});
  if (!trle.empty()) sink({folder + "/TRLE.VTAMLST", std::move(trle), false, OpenOf(plan, true)});
  sink({folder + "/CONFIG" + kConfigSuffix + ".PARMLIB", std::move(config.text), false, std::move(config.open)});
}

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  const Folders folders(input.model, model::SystemKind::kZos);
  for (const model::Site* site : input.model.recovery_sites()) {
    for (const model::PlacementId id : site->placements) {
      const model::Placement& placement = input.model.at(id);
      if (!input.model.SystemOf(placement).is_zos()) continue;
      GenerateSystem(input, placement, "zos/" + folders.Of(placement), sink);
    }
  }
}

}  // namespace hotsite::backends::zos
