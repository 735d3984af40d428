#include <fmt/format.h>

#include "backends/request/parts.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::request {
namespace {

constexpr std::size_t kNameColumns = 28;
constexpr std::size_t kWhatColumns = 34;
/// Guests of the vendor's z/VM that are drawn one by one; of our own, the vendor needs only the number.
constexpr std::size_t kMostDrawn = 30;

class Drawing {
 public:
  explicit Drawing(const model::Model& model) : model_(model) {}

  void Machine(const model::Machine& machine) {
    Line(0, machine.name, "machine", 0);
    for (const model::PartitionId id : machine.partitions) {
      const model::Partition& partition = model_.at(id);
      if (!partition.occupant.valid()) {
        Line(1, partition.name, "partition, empty", 1);
        continue;
      }
      const model::Placement& occupant = model_.at(partition.occupant);
      const model::System& system = model_.SystemOf(occupant);
      const std::string name = partition.name == system.name ? partition.name : partition.name + ": " + system.name;
      Line(1, name, fmt::format("partition: {}{}", Kind(system), Owner(system)), occupant.level);
      Inside(occupant, 2);
    }
  }

  std::string Take() { return out_.Take(); }

 private:
  static std::string Owner(const model::System& system) { return system.vendors ? ", the vendor's" : ""; }

  /// Short, so that the level stays on the line: a distribution's title would push it off.
  std::string Kind(const model::System& system) const {
    return system.is_zvm() ? KindOf(model_, system) : ToString(system.kind);
  }

  void Inside(const model::Placement& host, unsigned depth) {
    std::size_t counted = 0, drawn = 0;
    unsigned level = host.level + 1;
    for (const model::PlacementId id : host.guests) {
      const model::Placement& guest = model_.at(id);
      const model::System& system = model_.SystemOf(guest);
      const bool each = !system.is_linux() || model_.SystemOf(host).vendors;
      if (!each || drawn == kMostDrawn) {
        ++counted;
        level = guest.level;
        continue;
      }
      ++drawn;
      Line(depth, system.name, fmt::format("guest: {}{}", Kind(system), Owner(system)), guest.level);
      Inside(guest, depth + 1);
    }
    if (counted == 0) return;
    const std::string more =
        drawn == 0 ? CountOf(counted, "Linux guest") : fmt::format("and {} more", CountOf(counted, "guest"));
    Line(depth, more, "listed in annex B", level);
  }

  void Line(unsigned depth, std::string_view name, const std::string& what, unsigned level) {
    const std::string branch = depth == 0 ? "" : std::string(std::size_t{3} * (depth - 1), ' ') + "+- ";
    out_.Line("{} {} level {}", PadRight(branch + std::string(name), kNameColumns), PadRight(what, kWhatColumns),
              level);
  }

  const model::Model& model_;
  TextWriter out_;
};

}  // namespace

std::string PlacementTree(const Request& request, const model::Site& site) {
  Drawing drawing(request.model());
  for (const model::MachineId id : site.machines) drawing.Machine(request.model().at(id));
  return drawing.Take();
}

}  // namespace hotsite::backends::request
