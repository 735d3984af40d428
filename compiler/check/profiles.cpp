#include "compiler/check/profiles.h"

namespace hotsite::check {

Profile* ProfileScope::Add(std::string name, Profile profile) {
  const auto [place, added] = profiles_.emplace(std::move(name), std::move(profile));
  return added ? nullptr : &place->second;
}

Profile* ProfileScope::Find(std::string_view name) {
  for (ProfileScope* scope = this; scope != nullptr; scope = scope->outer_) {
    const auto found = scope->profiles_.find(name);
    if (found != scope->profiles_.end()) return &found->second;
    if (Profile* imported = scope->FindImported(name)) return imported;
  }
  return nullptr;
}

Profile* ProfileScope::FindImported(std::string_view name) {
  const auto found = imported_.find(name);
  return found == imported_.end() ? nullptr : found->second;
}

std::size_t ProfileScope::Count() const {
  std::size_t count = 0;
  for (const ProfileScope* scope = this; scope != nullptr; scope = scope->outer_)
    count += scope->profiles_.size() + scope->imported_.size();
  return count;
}

std::vector<std::string_view> ProfileScope::Names() const {
  std::vector<std::string_view> names;
  for (const ProfileScope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const auto& [name, profile] : scope->profiles_) names.push_back(name);
    for (const auto& [name, profile] : scope->imported_) names.push_back(name);
  }
  return names;
}

}  // namespace hotsite::check
