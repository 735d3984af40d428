// Which like systems become one stack, and what it is called.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "backends/drawing/scene_parts.h"
#include "compiler/support/name_ranges.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::drawing {
namespace {

constexpr std::size_t kTitleColumns = 20;
constexpr std::size_t kTitleLines = 4;
constexpr std::size_t kFamilyLines = 4;

/// How many boxes may stand beside each other before they are folded, and what the shortest stack is.
struct Limits {
  std::size_t calm;      // so many boxes are drawn one by one
  std::size_t shortest;  // names in a row that become a stack
  std::size_t most;      // so many boxes at the very most
};
Limits LimitsOf(Folding folding) { return folding == Folding::kSeldom ? Limits{12, 3, 24} : Limits{6, 3, 8}; }

std::string_view Stem(std::string_view name) { return name.substr(0, name.find_last_not_of("0123456789") + 1); }

using Groups = std::vector<std::vector<std::size_t>>;

/// Joins groups whose first members have the same key, each at the place of the first.
template <class KeyOf>
Groups Join(const Groups& groups, std::size_t shortest, KeyOf key_of) {
  std::map<std::string, std::size_t, std::less<>> known;
  Groups joined;
  for (const auto& group : groups) {
    const auto [place, is_new] = known.emplace(key_of(group.front()), joined.size());
    if (is_new) joined.emplace_back();
    auto& to = joined[place->second];
    to.insert(to.end(), group.begin(), group.end());
  }
  Groups result;
  for (auto& group : joined) {
    std::sort(group.begin(), group.end());
    if (group.size() >= shortest) {
      result.push_back(std::move(group));
    } else {
      for (const std::size_t one : group) result.push_back({one});
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

/// `LNXKFK01 … 03`.
std::string RunOf(std::string_view first, std::string_view last) {
  if (first == last) return std::string(first);
  return fmt::format("{} … {}", first, last.substr(Stem(last).size()));
}

/// A line for each family of names: those that differ in their number alone.
std::vector<std::string> StackTitle(const std::vector<std::string>& names, const std::vector<std::size_t>& members) {
  struct Family {
    std::size_t first, last, count;
  };
  std::vector<Family> families;
  std::map<std::string_view, std::size_t> known;
  for (const std::size_t one : members) {
    const auto [family, is_new] = known.emplace(Stem(names[one]), families.size());
    if (is_new) families.push_back({one, one, 0});
    families[family->second].last = one;
    ++families[family->second].count;
  }
  if (members.size() == 2) return {names[members.front()], names[members.back()]};
  if (families.size() == 1) return {names[members.front()] + " …", names[members.back()]};
  std::vector<std::string> lines;
  std::size_t said = 0;
  for (const Family& family : families) {
    if (lines.size() + 1 == kFamilyLines && families.size() > kFamilyLines) {
      lines.push_back(fmt::format("and {} more", members.size() - said));
      break;
    }
    lines.push_back(RunOf(names[family.first], names[family.last]));
    said += family.count;
  }
  return lines;
}

}  // namespace

std::vector<std::string> TitleOf(std::string_view name) {
  std::vector<std::string> lines(1);
  std::size_t columns = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view one = name.substr(at, CodePointBytes(name, at));
    if (columns + DisplayWidth(one) > kTitleColumns) {
      if (lines.size() == kTitleLines) {
        lines.back() += "…";
        break;
      }
      lines.emplace_back();
      columns = 0;
    }
    lines.back() += one;
    columns += DisplayWidth(one);
    at += one.size();
  }
  return lines;
}

std::vector<Group> FoldAlike(const std::vector<std::string>& names, const std::vector<std::string>& likeness,
                             Folding folding) {
  const Limits limits = LimitsOf(folding);
  Groups groups;
  for (std::size_t i = 0; i < names.size(); ++i) groups.push_back({i});
  if (groups.size() > limits.calm)
    groups = Join(groups, limits.shortest,
                  [&](std::size_t one) { return fmt::format("{}\n{}", likeness[one], Stem(names[one])); });
  if (groups.size() > limits.calm)
    groups = Join(groups, limits.shortest, [&](std::size_t one) { return likeness[one]; });
  if (groups.size() > limits.most) {  // the rest is one, alike or not
    auto& rest = groups[limits.most - 1];
    for (std::size_t i = limits.most; i < groups.size(); ++i)
      rest.insert(rest.end(), groups[i].begin(), groups[i].end());
    groups.resize(limits.most);
    std::sort(rest.begin(), rest.end());
  }
  std::vector<Group> result;
  for (auto& group : groups) {
    std::vector<std::string> title;
    for (const std::string& line : group.size() == 1 ? std::vector{names[group.front()]} : StackTitle(names, group)) {
      for (std::string& piece : TitleOf(line)) title.push_back(std::move(piece));
    }
    result.push_back({std::move(group), std::move(title)});
  }
  return result;
}

std::string SayNames(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  std::size_t said = 0, systems = 0;
  for (const NameRange& range : NameRangesOf(names)) {
    if (said == most) return fmt::format("{} and {} more", text, names.size() - systems);
    text += fmt::format("{}{}{}", text.empty() ? "" : ", ", range.first, range.count > 1 ? " to " + range.last : "");
    systems += range.count;
    ++said;
  }
  return text;
}

}  // namespace hotsite::backends::drawing
