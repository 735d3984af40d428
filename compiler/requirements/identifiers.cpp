#include "compiler/requirements/identifiers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <set>

namespace hotsite::requirements {
namespace {

/// New name -> old name.
Renames RenamesOf(const model::Model& model) {
  Renames renames;
  for (const model::System& system : model.systems) {
    if (!system.renamed_from.empty()) renames.emplace(system.name, system.renamed_from);
  }
  return renames;
}

/// The highest number of each category in the ledger; withdrawn ones are in it too.
std::map<std::string, unsigned, std::less<>> HighestNumbers(const Ledger& ledger) {
  std::map<std::string, unsigned, std::less<>> highest;
  for (const auto& [key, id] : ledger.identifiers) {
    const std::size_t dash = id.find('-');
    if (dash == std::string::npos) continue;
    unsigned number = 0;
    std::from_chars(id.data() + dash + 1, id.data() + id.size(), number);
    unsigned& most = highest[id.substr(0, dash)];
    most = std::max(most, number);
  }
  return highest;
}

}  // namespace

std::string RenamedKey(std::string_view key, const Renames& renames) {
  const std::size_t start = std::min(key.find('/'), key.size());
  std::string other(key.substr(0, start));
  std::size_t at = start;
  while (at < key.size()) {
    other += key[at++];
    const std::size_t end = std::min(key.find_first_of("/.@#", at), key.size());
    const std::string_view part = key.substr(at, end - at);
    const auto renamed = renames.find(part);
    other += renamed == renames.end() ? std::string(part) : renamed->second;
    at = end;
  }
  return other;
}

void Identify(const model::Model& model, const Ledger& ledger, std::vector<Requirement>& rows) {
  const Renames renames = RenamesOf(model);
  auto highest = HighestNumbers(ledger);
  std::set<std::string, std::less<>> in_force;
  for (const Requirement& row : rows) in_force.insert(row.key);
  for (Requirement& row : rows) {
    auto known = ledger.identifiers.find(row.key);
    if (known == ledger.identifiers.end() && !renames.empty()) {
      // Not when the old name is itself in use (two systems swapped names): it keeps its own rows.
      const std::string old = RenamedKey(row.key, renames);
      if (in_force.count(old) == 0) known = ledger.identifiers.find(old);
    }
    if (known != ledger.identifiers.end()) {
      row.id = known->second;
      continue;
    }
    const std::string code(CodeOf(row.category));
    row.id = fmt::format("{}-{:03}", code, ++highest[code]);
    row.is_new = true;
  }
}

}  // namespace hotsite::requirements
