#include "backends/changelog/for_people.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hotsite::backends::changelog {
namespace {

using diff::SpecChange;

using Whom = std::pair<std::vector<std::string>, std::vector<std::string>>;  // subjects, sites

Whom WhomOf(const SpecChange& change) { return {change.subjects, change.sites}; }

}  // namespace

diff::SpecChanges ForPeople(const diff::SpecChanges& changes) {
  diff::SpecChanges told;
  told.request = changes.request;
  told.all.reserve(changes.all.size());
  std::map<Whom, std::size_t> moved;  // where in `told` their change of place stands
  for (const SpecChange& change : changes.all) {
    if (change.code != diff::codes::kRunsElsewhere) continue;
    moved.emplace(WhomOf(change), 0);
  }
  for (const SpecChange& change : changes.all) {
    const bool is_level = change.code == diff::codes::kLevelChanged && change.what != diff::ChangeClass::kEditorial;
    const auto place =
        is_level || change.code == diff::codes::kRunsElsewhere ? moved.find(WhomOf(change)) : moved.end();
    if (place == moved.end() || !is_level) {
      if (place != moved.end()) place->second = told.all.size() + 1;
      told.all.push_back(change);
    } else if (place->second == 0) {  // told before its place: it keeps a line of its own
      told.all.push_back(change);
    } else {
      SpecChange& both = told.all[place->second - 1];
      both.before += ", level " + change.before;
      both.now += ", level " + change.now;
    }
  }
  return told;
}

std::vector<std::string> UnnamedRows(const SpecChange& change) {
  const auto is_named = [&](const std::string& row) {
    return std::any_of(change.consequences.begin(), change.consequences.end(),
                       [&](const std::string& text) { return text.find(row) != std::string::npos; });
  };
  if (std::any_of(change.rows.begin(), change.rows.end(), is_named)) return {};
  return change.rows;
}

}  // namespace hotsite::backends::changelog
