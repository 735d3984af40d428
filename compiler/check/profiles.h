// The profiles in force at a place, from the innermost block outward. A profile is evaluated when it is first taken
// over.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/entry.h"
#include "compiler/check/scope.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

struct Profile {
  enum class State : std::uint8_t { kUnread, kBeingRead, kRead, kBroken };
  syntax::Statement* statement = nullptr;
  std::string kind;  // linux, zos, zvm
  Span name;
  const Scope* scope = nullptr;            // values in force where it stands
  class ProfileScope* profiles = nullptr;  // profiles in force where it stands
  State state = State::kUnread;
  Entry entry;                 // with its own bases merged, once kRead
  std::size_t statements = 0;  // that it brings to who takes it over
};

class ProfileScope {
 public:
  explicit ProfileScope(ProfileScope* outer = nullptr) : outer_(outer) {}
  /// Adds one; gives the earlier one of that name in this block when there is one (and adds nothing).
  Profile* Add(std::string name, Profile profile);
  /// Makes one of another file known here, as `name`; one of that name declared here hides it.
  void Import(std::string name, Profile* profile) { imported_.emplace(std::move(name), profile); }
  /// The innermost profile of that name.
  Profile* Find(std::string_view name);
  Profile* FindImported(std::string_view name);
  std::map<std::string, Profile, std::less<>>& own() { return profiles_; }
  std::vector<std::string_view> Names() const;
  std::size_t Count() const;

 private:
  ProfileScope* outer_;
  std::map<std::string, Profile, std::less<>> profiles_;
  std::map<std::string, Profile*, std::less<>> imported_;
};

}  // namespace hotsite::check
