#include "backends/changelog/placement_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "backends/changelog/phrases.h"
#include "compiler/diagnostics/style.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::changelog {
namespace {

/// A machine, partition or system.
struct Node {
  std::string name;
  std::string what;  // z/VM, level 1
  std::vector<Node> inside;
  friend bool operator==(const Node&, const Node&) = default;
};
using Nodes = std::vector<Node>;

Node SystemNode(const model::Model& model, const model::Placement& placement) {
  const model::System& system = model.SystemOf(placement);
  Node node{
      system.name,
      fmt::format("{}{}, level {}", ToString(system.kind), system.vendors ? " of the vendor" : "", placement.level),
      {}};
  for (const model::PlacementId guest : placement.guests) node.inside.push_back(SystemNode(model, model.at(guest)));
  return node;
}

Nodes TreeOf(const model::Model& model, const model::Site* site) {
  Nodes machines;
  if (site == nullptr) return machines;
  for (const model::MachineId id : site->machines) {
    const model::Machine& machine = model.at(id);
    Node& node = machines.emplace_back(Node{machine.name, "machine", {}});
    for (const model::PartitionId partition : machine.partitions) {
      const model::Partition& one = model.at(partition);
      Node inside{one.name, one.occupant.valid() ? "partition" : "partition, empty", {}};
      if (one.occupant.valid()) inside.inside.push_back(SystemNode(model, model.at(one.occupant)));
      // A partition is mostly called as the system in it: one line then.
      const bool alike = !inside.inside.empty() && inside.inside.front().name == inside.name;
      node.inside.push_back(alike ? Node(inside.inside.front()) : std::move(inside));
    }
  }
  return machines;
}

struct Line {
  char sign = ' ';
  std::size_t depth = 0;
  std::vector<std::string> names;  // several: leaves that are alike
  std::string what;
  bool leaf = false;
};

std::size_t CountInside(const Node& node) {
  std::size_t count = node.inside.size();
  for (const Node& one : node.inside) count += CountInside(one);
  return count;
}

class Comparer {
 public:
  void Compare(const Nodes& before, const Nodes& now, std::size_t depth) {
    std::map<std::string_view, const Node*> old, today;
    for (const Node& node : before) old.emplace(node.name, &node);
    for (const Node& node : now) today.emplace(node.name, &node);
    for (const Node& node : before) {
      if (!today.contains(node.name)) All('-', node, depth);
    }
    for (const Node& node : now) {
      const auto counterpart = old.find(node.name);
      if (counterpart == old.end())
        All('+', node, depth);
      else
        Pair(*counterpart->second, node, depth);
    }
  }

  std::string Print() const {
    std::size_t widest = 0;
    const auto head = [](const Line& line) {
      return std::string(2 * line.depth, ' ') + Printable(NamesInShort(line.names, "guests"));
    };
    for (const Line& line : lines_) widest = std::max(widest, std::min<std::size_t>(DisplayWidth(head(line)), 72));
    TextWriter out;
    for (const Line& line : lines_) out.Line("{} {}  {}", line.sign, PadRight(head(line), widest), line.what);
    return out.Take();
  }

 private:
  void Pair(const Node& before, const Node& now, std::size_t depth) {
    if (before == now) {
      const std::size_t inside = CountInside(now);
      Add(' ', now, depth, inside == 0 ? "" : fmt::format("; {} inside as before", inside));
      return;
    }
    if (before.what != now.what) {
      Add('-', before, depth);
      Add('+', now, depth);
    } else {
      Add(' ', now, depth);
    }
    Compare(before.inside, now.inside, depth + 1);
  }

  void All(char sign, const Node& node, std::size_t depth) {
    Add(sign, node, depth);
    for (const Node& one : node.inside) All(sign, one, depth + 1);
  }

  void Add(char sign, const Node& node, std::size_t depth, std::string_view more = {}) {
    const std::string what = node.what + std::string(more);
    const bool leaf = node.inside.empty();
    if (leaf && !lines_.empty()) {
      Line& last = lines_.back();
      if (last.leaf && last.sign == sign && last.depth == depth && last.what == what) {
        last.names.push_back(node.name);
        return;
      }
    }
    lines_.push_back({sign, depth, {node.name}, what, leaf});
  }

  std::vector<Line> lines_;
};

}  // namespace

std::string PlacementDiff(const model::Model& before, const model::Site* old_site, const model::Model& now,
                          const model::Site* new_site) {
  const Nodes old = TreeOf(before, old_site), today = TreeOf(now, new_site);
  if (old == today) return {};
  Comparer comparer;
  comparer.Compare(old, today, 0);
  return comparer.Print();
}

}  // namespace hotsite::backends::changelog
