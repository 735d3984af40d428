// What the files of a spec know of one another. Systems, networks and sites are things of the shop and have one name
// everywhere; values (`let`) and profiles belong to their file: a file sees its own and those of the files it uses,
// also through others, as they are or, behind `use "x.dr" as shop`, as `shop.NAME`. What is `private` is seen in its
// own file only, and so is a name that `as` gives: passed on, such names would multiply with every way from file to
// file.
#pragma once

#include <deque>
#include <map>
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
  Scope imported_values_;

 public:
  Scope scope{&imported_values_};  // the file's own hide those of others
  ProfileScope profiles;
  std::set<std::string, std::less<>> hidden;  // names declared `private`

  /// Makes what the files in `uses` show known here; `all`: by file, those used are filled. Two files that show
  /// different things by one name are an error at `use`.
  void Import(std::deque<FileNames>& all, std::size_t self, const std::vector<Use>& uses, Reporter& reporter);

 private:
  struct Shown {
    std::string name;
    Span declared;
    const Scope::Named* value = nullptr;
    Profile* profile = nullptr;
  };
  std::vector<Shown> OwnPublic();
  void ImportOne(Shown shown, const Use& use, Reporter& reporter);

  std::vector<std::size_t> shows_;        // the files whose names it shows: itself, and those used without `as`
  std::map<std::string, Span> imported_;  // names of other files, and where they are declared
};

}  // namespace hotsite::check
