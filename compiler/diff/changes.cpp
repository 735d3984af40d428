#include "compiler/diff/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace hotsite::diff {
namespace {

struct ClassText {
  const char* name;
  const char* counted;  // 3 tightened
  char mark;
};

// In the order of the enumerators.
constexpr std::array<ClassText, kChangeClasses> kClasses = {{
    {"new", "new", '+'},
    {"tightens", "tightened", '!'},
    {"changed", "changed", '!'},
    {"loosens", "loosened", '~'},
    {"moves", "renamed", '~'},
    {"withdrawn", "withdrawn", '-'},
    {"editorial", "in other words", '~'},
}};

const ClassText& TextOf(ChangeClass what) { return kClasses[static_cast<std::size_t>(what)]; }

}  // namespace

const char* ToString(ChangeClass what) { return TextOf(what).name; }
char MarkOf(ChangeClass what) { return TextOf(what).mark; }

std::size_t Changes::Count(ChangeClass what) const {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [what](const Change& change) { return change.what == what; }));
}

std::string Counted(const Changes& changes) {
  std::array<std::size_t, kChangeClasses> counts{};
  for (const Change& change : changes.all) ++counts[static_cast<std::size_t>(change.what)];
  std::string text;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) text += fmt::format("{} {}, ", counts[i], kClasses[i].counted);
  }
  return text + fmt::format("{} unchanged", changes.unchanged);
}

}  // namespace hotsite::diff
