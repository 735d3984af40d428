#include <algorithm>
#include <map>

#include "backends/day/arrival.h"

namespace hotsite::backends::day {
namespace {

using requirements::Check;
using requirements::Repair;
using requirements::Requirement;
using requirements::Stage;

/// Fewer guests than this have lines of their own.
constexpr std::size_t kFewestAlike = 4;

/// `text` with a mark where it names the guest itself.
std::string Anonymous(std::string text, const std::string& name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    text.replace(at, name.size(), "*");
  }
  return text;
}

/// What lines of guests have in common that can be one line; empty for all others.
std::string LikenessOf(const Day& day, const Requirement& row, const Line& line) {
  const Check& check = line.check;
  const model::Placement* placement = day.checks.PlacementOf(row);
  if (placement == nullptr || !placement->host.valid()) return {};
  const std::string& name = day.model().SystemOf(*placement).name;
  std::string likeness = row.attribute + '\n' + check.expected + '\n' + line.remark + '\n';
  for (const std::string& part : {check.where, check.command, check.look}) likeness += Anonymous(part, name) + '\n';
  return likeness;
}

Line LineOf(const Day& day, const Requirement& row, const Check& check) {
  return {requirements::RepairOf(row), {row.id}, {row.subject}, row.attribute, check, RemarkOn(day, row)};
}

/// One line of several guests: each is asked the same, and its own name stands for the others'.
Line Together(const std::vector<Line>& alike) {
  Line one = alike.front();
  const std::string name = one.subjects.front();
  for (std::size_t i = 1; i < alike.size(); ++i) {
    one.ids.push_back(alike[i].ids.front());
    one.subjects.push_back(alike[i].subjects.front());
  }
  const auto generic = [&](std::string& text) {
    const std::size_t at = text.find(name);
    if (at != std::string::npos) text.replace(at, name.size(), "its own name");
  };
  one.check.where = "each of them";
  generic(one.check.look);
  return one;
}

/// Lines of the same likeness, where the first one stood.
class Gatherer {
 public:
  void Add(Line line, const std::string& likeness) {
    if (likeness.empty()) {
      groups_.push_back({std::move(line)});
      return;
    }
    const auto [found, is_new] = by_likeness_.try_emplace(likeness, groups_.size());
    if (is_new) groups_.emplace_back();
    groups_[found->second].push_back(std::move(line));
  }

  std::vector<Line> Take() {
    std::vector<Line> lines;
    for (std::vector<Line>& group : groups_) {
      if (group.size() >= kFewestAlike) {
        lines.push_back(Together(group));
      } else {
        for (Line& line : group) lines.push_back(std::move(line));
      }
    }
    return lines;
  }

 private:
  std::vector<std::vector<Line>> groups_;
  std::map<std::string, std::size_t> by_likeness_;
};

/// A clock that isn't home's makes scheduled work run early or late (IBMVM list, February 2010: don't change the zone
/// for a disaster). Where the request asks for a zone, its own row stands there.
void AddClocks(const Day& day, Gatherer& lines) {
  for (const model::Placement* placement : day.InPartitions()) {
    const model::System& system = day.model().SystemOf(*placement);
    const bool asked = placement->settings.timezone.known();
    if (asked || system.vendors || !(system.is_zos() || system.is_zvm())) continue;
    const Check check = {Stage::kSystemUp,
                         (system.is_zos() ? "console of " : "CP of ") + system.name,
                         system.is_zos() ? "D T" : "QUERY TIME",
                         "date, time and zone",
                         "as at home: the zone isn't changed",
                         false};
    lines.Add({Repair::kSoftware, {}, {system.name}, "clock", check}, "");
  }
}

}  // namespace

std::vector<Line> LinesOf(const Day& day) {
  Gatherer lines;
  for (const Requirement& row : day.requirements().all) {
    if (!day.Concerns(row)) continue;
    for (const Check& check : day.checks.Of(AsPromised(day, row))) {
      Line line = LineOf(day, row, check);
      std::string likeness = LikenessOf(day, row, line);
      lines.Add(std::move(line), likeness);
    }
  }
  AddClocks(day, lines);
  std::vector<Line> sorted = lines.Take();
  std::stable_sort(sorted.begin(), sorted.end(), [](const Line& a, const Line& b) {
    return std::pair(a.check.stage, a.repair) < std::pair(b.check.stage, b.repair);
  });
  return sorted;
}

}  // namespace hotsite::backends::day
