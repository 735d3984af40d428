// The tree of a site: machine, partition, system, guests.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "compiler/diagnostics/style.h"
#include "compiler/driver/show.h"
#include "compiler/driver/topics.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

using model::Model;
using model::Placement;

constexpr std::size_t kColumns = 5;  // kind, level, processors, memory, tier
constexpr std::size_t kProcessors = 2;
constexpr std::size_t kGap = 2;

struct Line {
  std::string name;  // with its indentation
  std::array<std::string, kColumns> cells;
};

std::string Processors(const model::Resources& resources) {
  std::string text = resources.processors.known() ? std::to_string(*resources.processors) : "";
  if (resources.engines.known()) text += fmt::format(" {}", resources.engines->ToString());
  if (resources.sharing.known() && !text.empty()) text += fmt::format(" {}", model::ToString(*resources.sharing));
  return text;
}

std::string Memory(const model::Resources& resources) {
  return resources.memory.known() ? resources.memory->ToString() : "";
}

class Tree {
 public:
  Tree(const Model& model, const model::Site& site) : model_(model), site_(site) {}

  std::string Print() {
    for (const model::MachineId id : site_.machines) AddMachine(model_.at(id));
    return Layout();
  }

 private:
  void AddMachine(const model::Machine& machine) {
    std::vector<std::string> facts;
    if (machine.model.known()) facts.push_back(model_.at(*machine.model).title);
    if (machine.model.open()) facts.emplace_back("model: the vendor says");
    for (const EngineCount& engines : machine.engines) facts.push_back(engines.ToString());
    if (machine.memory.known()) facts.push_back(machine.memory->ToString());
    std::string text = fmt::format("  machine {}", machine.name);
    for (const std::string& fact : facts) text += fmt::format(", {}", fact);
    lines_.push_back({std::move(text), {}});
    for (const model::PartitionId id : machine.partitions) AddPartition(model_.at(id));
  }

  void AddPartition(const model::Partition& partition) {
    if (!partition.occupant.valid()) {
      lines_.push_back({fmt::format("    {}", partition.name), {"empty"}});
      return;
    }
    const Placement& occupant = model_.at(partition.occupant);
    std::size_t depth = 4;
    if (model_.SystemOf(occupant).name != partition.name) {
      lines_.push_back({fmt::format("    {}", partition.name), {"LPAR"}});
      depth += 2;
    }
    AddSystem(occupant, depth);
  }

  std::array<std::string, kColumns> CellsOf(const Placement& placement) const {
    const model::System& system = model_.SystemOf(placement);
    return {model::ToString(system.kind), std::to_string(placement.level), Processors(placement.resources),
            Memory(placement.resources), model::ToString(system.tier)};
  }

  void AddSystem(const Placement& placement, std::size_t depth) {
    const std::string indent(depth, ' ');
    lines_.push_back({indent + model_.SystemOf(placement).name, CellsOf(placement)});
    const auto& xstore = placement.resources.xstore;
    if (xstore.known() && xstore->mib() > 0)
      lines_.push_back({indent + "  expanded storage", {"", "", "", xstore->ToString(), ""}});
    AddGuests(placement, depth + 2);
  }

  // Those without guests of their own fold into runs.
  void AddGuests(const Placement& host, std::size_t depth) {
    std::vector<std::string> names;
    std::vector<std::string> likeness;
    for (const model::PlacementId id : host.guests) {
      const Placement& guest = model_.at(id);
      names.push_back(model_.SystemOf(guest).name);
      const auto cells = CellsOf(guest);
      const std::string own = guest.guests.empty() ? "" : fmt::format("{}", id.index);
      likeness.push_back(fmt::format("{}\n{}", fmt::join(cells, "\n"), own));
    }
    for (const Run& run : FoldNames(names, likeness)) {
      const Placement& first = model_.at(host.guests[run.members.front()]);
      if (run.members.size() == 1) {
        AddSystem(first, depth);
        continue;
      }
      std::array<std::string, kColumns> cells = CellsOf(first);
      cells[0] = fmt::format("{} {}", run.members.size(), cells[0]);
      lines_.push_back({std::string(depth, ' ') + run.name, cells});
    }
  }

  using Widths = std::array<std::size_t, kColumns>;

  // How wide the columns behind the name are, and the name's own as far as the page has room for it.
  std::size_t Measure(Widths& widths, std::size_t& widest_name) const {
    widths = {4, 5, 10, 6, 4};  // those of the heading
    widest_name = 0;
    for (const Line& line : lines_) {
      if (IsHeading(line)) continue;
      widest_name = std::max(widest_name, DisplayWidth(line.name));
      for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], DisplayWidth(line.cells[i]));
    }
    std::size_t taken = kGap * kColumns;
    for (const std::size_t width : widths) taken += width;
    return std::min(widest_name, kPageWidth > taken ? kPageWidth - taken : 0);
  }

  static bool IsHeading(const Line& line) {
    return std::all_of(line.cells.begin(), line.cells.end(), [](const std::string& cell) { return cell.empty(); });
  }

  // `3 CP or IFL ded.`: for names that would not fit beside the whole word.
  void Abbreviate() {
    constexpr std::string_view kWord = "dedicated";
    for (Line& line : lines_) {
      std::string& processors = line.cells[kProcessors];
      if (processors.ends_with(kWord)) processors.replace(processors.size() - kWord.size(), kWord.size(), "ded.");
    }
  }

  std::string Layout() {
    Widths widths{};
    std::size_t widest = 0;
    std::size_t name = Measure(widths, widest);
    if (name < widest) {
      Abbreviate();
      name = Measure(widths, widest);
    }
    TextWriter out;
    Put(out, {"", {"what", "level", "processors", "memory", "tier"}}, name, widths);
    for (const Line& line : lines_) Put(out, line, name, widths);
    return out.Take();
  }

  static void Put(TextWriter& out, const Line& line, std::size_t name,
                  const std::array<std::size_t, kColumns>& widths) {
    const std::string shown = Printable(line.name);
    std::string cells;
    for (std::size_t i = 0; i < kColumns; ++i) cells += std::string(kGap, ' ') + PadRight(line.cells[i], widths[i]);
    if (cells.find_first_not_of(' ') == std::string::npos)
      return out.Wrapped(shown.substr(2), kPageWidth, "  ", "    ");
    if (DisplayWidth(shown) <= name) return out.Line(PadRight(shown, name) + cells);
    out.Line(shown);
    out.Line(std::string(name, ' ') + cells);
  }

  const Model& model_;
  const model::Site& site_;
  std::vector<Line> lines_;
};

}  // namespace

std::string ShowPlacements(const Model& model, const model::Site& site) { return Tree(model, site).Print(); }

std::string ShowNotPlaced(const Model& model, const model::Site& site) {
  std::vector<std::string> names;
  for (const model::System& system : model.systems) {
    if (system.vendors || system.kind == model::SystemKind::kExternal) continue;
    if (model.Find(model.IdOf(site), model.IdOf(system)) == nullptr) names.push_back(system.name);
  }
  if (names.empty()) return {};
  std::vector<std::string> shown;
  for (const Run& run : FoldNames(names, std::vector<std::string>(names.size())))
    shown.push_back(run.members.size() == 1 ? run.name : fmt::format("{} ({})", run.name, run.members.size()));
  TextWriter out;
  out.Wrapped(Printable(JoinWords(shown)), kPageWidth, "  not placed here: ", "    ");
  return out.Take();
}

}  // namespace hotsite::driver
