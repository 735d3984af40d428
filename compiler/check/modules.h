// What the files of a spec know of one another. Systems, networks and sites are things of the shop and have one name
// everywhere; values (`let`) and profiles belong to their file: a file sees its own and those of the files it uses, as
// they are or, behind `use "x.dr" as shop`, as `shop.NAME`. What is `private` is seen in its own file only.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/profiles.h"
#include "compiler/check/scope.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"

namespace hotsite::check {

/// A `use` that was followed.
struct Use {
  std::size_t file = 0;    // which of the files read
  std::string_view alias;  // behind `as`; empty: none
  Span span;               // of the module's name
};

/// The values and profiles in force in a file.
class FileNames {
 public:
  Scope scope;
  ProfileScope profiles;
  std::set<std::string, std::less<>> hidden;  // names declared `private`

  /// Makes what `used` shows known here. Two files that show different things by one name are an error at `use`.
  void Import(FileNames& used, const Use& use, Reporter& reporter);

 private:
  struct Shown {
    std::string name;
    Span declared;
    const Scope::Named* value = nullptr;
    Profile* profile = nullptr;
  };
  std::vector<Shown> Exports();
  void ImportOne(Shown shown, const Use& use, Reporter& reporter);

  std::vector<Shown> imported_;
};

}  // namespace hotsite::check
