// Specs that say something else than a given one: every statement left out, every operand left out or replaced by one
// that the statement has elsewhere, every number one more, statements added that a block may have. Used where something
// must hold of any change of a spec.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace hotsite::harness {

/// Statements and operands that specs are made of, to build other ones from.
class Vocabulary {
 public:
  /// Takes what a text says, which must parse; `parent`: the block it stands in.
  void Learn(const std::string& text);

  /// Statements of `word` in blocks of `parent`, as written; of any word where it is empty.
  std::vector<std::string> Statements(const std::string& parent, const std::string& word = {}) const;
  /// Words that stand in the operands of such statements.
  std::vector<std::string> Operands(const std::string& word) const;

 private:
  std::map<std::string, std::map<std::string, std::set<std::string>>> statements_;  // parent -> word -> texts
  std::map<std::string, std::set<std::string>> operands_;                           // word -> words
};

struct Mutation {
  std::string before, after;  // the statement; empty: it wasn't there, or is gone
  std::string parent;         // the block that it stands in; `file` at the top
  bool for_people = false;    // only words for people differ: a reason, a documentation
  std::string text;           // the whole file

  /// The same for the same change of another spec.
  std::string key() const { return parent + "|" + before + "|" + after; }
};

/// What was tried already, so that a hundred specs with the same line don't make the same mutation a hundred times.
struct Tried {
  std::map<std::string, unsigned> attempts;  // by Mutation::key
  unsigned most = 1;
};

/// All mutations of a file, but those that were tried often enough.
std::vector<Mutation> MutationsOf(const std::string& text, const Vocabulary& vocabulary, Tried& tried);

}  // namespace hotsite::harness
