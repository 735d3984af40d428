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

const Scope::Named* Scope::FindOwn(std::string_view name) const {
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
