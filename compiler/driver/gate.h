// `hotsite diff --fail-on WORD,…`: which changes must not merge unseen.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/spec_changes.h"

namespace hotsite::driver {

/// A change fails when one word fits it: its class (`loosens`), its topic (`placement`), its code (`HS7102`), or
/// `meaning`, which fits all. Words for people (editorial) fail only by their class or code.
class Gate {
 public:
  /// On a word that means nothing here gives nothing, and `problem` says what there is.
  static std::optional<Gate> Read(const std::vector<std::string>& words, std::string* problem);

  bool empty() const { return words_.empty(); }
  bool Fails(const diff::SpecChange& change) const;
  /// As it was written: `loosens,placement`.
  std::string Written() const;

 private:
  std::vector<std::string> words_;
};

/// All words but the codes, for completion and messages.
std::vector<std::string_view> GateWords();

}  // namespace hotsite::driver
