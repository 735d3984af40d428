// The `?` of the spec that belong to no row of their own kind, and those that no category has asked: every hole gets
// its row.
#include <array>
#include <utility>

#include "compiler/requirements/steps.h"

namespace hotsite::requirements {
namespace {

constexpr char kReason[] = "Only the vendor knows it, and the configuration depends on it.";
constexpr char kModelReason[] =
    "What the configuration is checked against, and what licences are priced by, depends on it.";

struct KeyCategory {
  std::string_view start;  // first part of the hole's key
  Category category;
};

constexpr std::array<KeyCategory, 25> kByKey = {{
    {"processors", Category::kProcessors},  {"engines", Category::kProcessors}, {"memory", Category::kMemory},
    {"xstore", Category::kExpandedStorage}, {"chpids", Category::kOsa},         {"frame", Category::kHiperSockets},
    {"volumes", Category::kDisk},           {"tape", Category::kTape},          {"subnet", Category::kNetwork},
    {"gateway", Category::kNetwork},        {"vlan", Category::kNetwork},       {"mtu", Category::kNetwork},
    {"domain", Category::kNetwork},         {"address", Category::kNetwork},    {"dns", Category::kNetwork},
    {"memory_maximum", Category::kMemory},  {"weight", Category::kProcessors},  {"capacity", Category::kProcessors},
    {"devices", Category::kChannels},       {"crypto", Category::kChannels},    {"load", Category::kDisk},
    {"load_parameter", Category::kDisk},    {"wwpn", Category::kDisk},          {"lun", Category::kDisk},
    {"consoles", Category::kConsoles},
}};

Category CategoryOf(const model::Model& model, const model::Hole& hole) {
  switch (hole.kind) {
    case model::Hole::Kind::kDevices:
      return hole.carrier.valid() && !model.at(hole.carrier).is_osa() ? Category::kHiperSockets : Category::kOsa;
    case model::Hole::Kind::kContact:
      return Category::kContacts;
    case model::Hole::Kind::kControllers:
      return Category::kVirtualSwitches;
    case model::Hole::Kind::kMachineModel:
      return Category::kSoftware;
    case model::Hole::Kind::kOther:
      break;
  }
  const std::string_view start = std::string_view(hole.key).substr(0, hole.key.find('/'));
  for (const KeyCategory& row : kByKey) {
    if (row.start == start) return row.category;
  }
  return Category::kSoftware;
}

}  // namespace

void AskHole(Collector& out, Category category, model::HoleId id) {
  const model::Hole& hole = out.model().at(id);
  const bool machine = hole.kind == model::Hole::Kind::kMachineModel;
  std::string sentence = AskOther(hole.attribute, hole.subject);
  if (machine) sentence = AskMachineModel(hole.subject);
  if (hole.kind == model::Hole::Kind::kControllers) sentence = AskControllers("", hole.subject);
  out.Question(category, id)
      .About(hole.subject, hole.attribute)
      .Says(std::move(sentence))
      .Because(hole.reason, machine ? kModelReason : kReason)
      .Wants(hole.kind == model::Hole::Kind::kDevices ? ValueType::kDevices : ValueType::kText, "");
}

void AskTheRest(Collector& out) {
  for (std::uint32_t i = 0; i < out.model().holes.size(); ++i) {
    const model::HoleId id{i};
    if (!out.Asked(id)) AskHole(out, CategoryOf(out.model(), out.model().at(id)), id);
  }
}

}  // namespace hotsite::requirements
