#include "compiler/check/scope.h"

namespace hotsite::check {

const std::string* Scope::Find(std::string_view name) const {
  const Named* found = FindNamed(name);
  return found == nullptr ? nullptr : &found->text;
}

const Scope::Named* Scope::FindNamed(std::string_view name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    if (const Named* found = scope->FindOwn(name)) return found;
  }
  return nullptr;
}

bool Scope::IsBroken(std::string_view name) const {
  const Named* found = FindNamed(name);
  return found != nullptr && found->broken;
}

void Scope::Set(Named value) {
  constexpr std::size_t kFew = 8;
  values_.push_back(std::move(value));
  if (values_.size() < kFew) return;
  if (values_.size() == kFew) {
    for (const Named& one : values_) index_.emplace(one.name, &one);
  } else {
    index_.emplace(values_.back().name, &values_.back());
  }
}

const Scope::Named* Scope::FindOwn(std::string_view name) const {
  if (!index_.empty()) {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : found->second;
  }
  for (const Named& value : values_) {
    if (value.name == name) return &value;
  }
  return nullptr;
}

std::vector<std::string_view> Scope::Names() const {
  std::vector<std::string_view> names;
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const Named& value : scope->values_) names.push_back(value.name);
  }
  return names;
}

}  // namespace hotsite::check
