// How properties are read: from what the model holds to a Reading. Shared by the tables of properties_*.cpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler/model/properties.h"

namespace hotsite::model {

inline std::int64_t AmountOf(std::int64_t count) { return count; }
inline std::int64_t AmountOf(MemorySize size) { return static_cast<std::int64_t>(size.mib()); }

/// A quantity in its type's unit.
template <class T>
Reading QuantityReading(const Stated<T>& stated) {
  if (stated.open()) return LeftToVendor{};
  if (!stated.known()) return NotSaid{};
  return AmountOf(*stated);
}

/// Text; empty is not said.
inline Reading TextReading(std::string text) {
  if (text.empty()) return NotSaid{};
  return text;
}

/// Several names of what `ids` are.
template <class Ids>
Reading NamesReading(const Model& model, const Ids& ids) {
  std::vector<std::string> names;
  for (const auto id : ids) names.push_back(model.at(id).name);
  return names;
}

/// Things of a kind that are numbers `0..count` of `whole`.
inline Reading PartsReading(Kind kind, std::uint32_t whole, std::size_t count) {
  std::vector<Thing> things;
  for (std::uint32_t i = 0; i < count; ++i) things.push_back({kind, whole, i});
  return things;
}

inline const Placement& PlacementOf(const Model& model, Thing thing) { return model.placements[thing.first]; }
inline const System& SystemOf(const Model& model, Thing thing) { return model.SystemOf(PlacementOf(model, thing)); }

}  // namespace hotsite::model
