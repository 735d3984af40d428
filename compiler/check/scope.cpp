#include "compiler/check/scope.h"

namespace hotsite::check {

const std::string* Scope::Find(std::string_view name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const auto& [known, text] : scope->values_) {
      if (known == name) return &text;
    }
  }
  return nullptr;
}

std::vector<std::string_view> Scope::Names() const {
  std::vector<std::string_view> names;
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const auto& [name, text] : scope->values_) names.push_back(name);
  }
  return names;
}

}  // namespace hotsite::check
