#include "backends/zvm_text/open_places.h"

#include <algorithm>
#include <set>

#include "backends/naming.h"

namespace hotsite::backends::zvm_text {

std::string OpenPlaces::Token(model::HoleId hole, std::string what) {
  const std::string& id = requirements_.IdOf(hole);
  // A triplet asks three times running for the same place.
  if (places_.empty() || places_.back().requirement != id || places_.back().what != what) {
    places_.push_back({id, std::move(what)});
  }
  return OpenToken(requirements_, hole);
}

std::string OpenPlaces::Device(const Triplet& devices, unsigned plus, const std::string& what) {
  if (devices.first.known()) return devices.first->Plus(plus).ToString();
  if (devices.first.absent()) return kUnsaid;
  Token(devices.first.hole(), what);
  return DeviceToken(requirements_, devices.first.hole(), devices.group, plus);
}

std::vector<std::string> IdentifiersOf(const std::vector<OpenPlace>& places) {
  std::vector<std::string> identifiers;
  std::set<std::string> seen;
  for (const OpenPlace& place : places) {
    if (seen.insert(place.requirement).second) identifiers.push_back(place.requirement);
  }
  return identifiers;
}

}  // namespace hotsite::backends::zvm_text
