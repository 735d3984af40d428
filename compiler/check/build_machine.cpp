// What a `machine` statement says of the machine itself; its partitions and channels are build_sites.cpp's.
#include "compiler/check/build_context.h"

namespace hotsite::check {
namespace {

void ReadEngines(BuildContext& context, const Entry& entry, model::Machine& machine) {
  machine.engines_span = entry.whole;
  const Ask ask{"engines", machine.name, "number of engines by type"};
  for (const Value& count : ValuesOf(context, entry, "engines", ask)) {
    if (count.hole) {
      machine.engines_hole = AddHole(context, entry, count, ask);
    } else {
      machine.engines.push_back(count.As<EngineCount>());
    }
  }
}

void ReadHmc(const Entry& entry, model::Machine& machine) {
  machine.hmc =
      model::HmcAccess{entry.Text("who") == "customer", entry.Text("where") == "remote", entry.whole, entry.why()};
}

}  // namespace

void ReadMachineParts(BuildContext& context, const Entry& entry, model::Machine& machine) {
  constexpr model::Comparator kLeast = model::Comparator::kAtLeast;
  const std::string& name = machine.name;
  for (const Entry& child : entry.children) {
    const std::string_view word = child.keyword();
    if (word == "engines") {
      ReadEngines(context, child, machine);
    } else if (word == "memory") {
      machine.memory = StatedOf<MemorySize>(context, child, "size", {"memory", name, "memory size"}, kLeast);
    } else if (word == "tape") {
      machine.tape = model::TapeDrives{
          StatedOf<std::int64_t>(context, child, "count", {"tape", name, "number of tape drives"}, kLeast),
          std::string(child.Text("family"))};
      if (const Value* pace = child.Get("pace")) machine.tape->pace = pace->As<Duration>();
      const auto known = context.tape_models.find(machine.tape->reads);
      if (known != context.tape_models.end()) machine.tape->model = known->second;
    } else if (word == "capacity") {
      machine.capacity =
          StatedOf<std::string>(context, child, "capacity", {"capacity", name, "model-capacity identifier"});
    } else if (word == "serial") {
      machine.serial = StatedOf<std::string>(child, "serial");
    } else if (word == "hmc") {
      ReadHmc(child, machine);
    }
  }
}

}  // namespace hotsite::check
