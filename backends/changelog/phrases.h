// A change in the words that all forms of a changelog share: who, what, before and now. Plain text on one line, not
// escaped for any form.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/spec_changes.h"
#include "compiler/model/model.h"

namespace hotsite::backends::changelog {

/// What the subjects of changes are called when they are counted.
class Nouns {
 public:
  Nouns(const model::Model& before, const model::Model& now);
  /// `guests`, `systems`, `machines`, `networks`; empty where they are of several kinds, or of none that is known.
  std::string_view Of(const std::vector<std::string>& subjects) const;

 private:
  void Add(const model::Model& model);

  std::map<std::string_view, std::string_view> by_name_;
};

/// `LNXWAS1`; `LNXDB1 and LNXDB2`; `12 guests (LNXTST1 to LNXTST12)`; `40 guests (LNXA, LNXB, LNXC and 37 more)`.
std::string NamesInShort(const std::vector<std::string>& names, std::string_view noun);

/// Names as ranges, all of them: `LNXTST1 to LNXTST12, LNXWAS1`.
std::string AllNames(const std::vector<std::string>& names);

/// Whom a change is about: `12 guests (LNXTST1 to LNXTST12), nic 0600, at hotsite`.
std::string Who(const diff::SpecChange& change, const Nouns& nouns);

/// Both texts of a change, in a form in which the difference is seen.
struct BeforeNow {
  std::string before, now;
};
/// What isn't said is `not said`. Of long lists only what comes and goes; of long texts the part that differs.
BeforeNow Shortened(const diff::SpecChange& change);

/// What happened, behind whom it happened to: `memory 1 GiB → 2 GiB`, `renamed, was LNXOLD`, `Linux guest of VMPROD`.
std::string Happened(const diff::SpecChange& change);

/// `text` on one line, at most `most` code points of it, the last an ellipsis where it is cut.
std::string Clipped(std::string_view text, std::size_t most);

}  // namespace hotsite::backends::changelog
