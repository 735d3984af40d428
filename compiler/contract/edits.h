// Changes of a spec's statements, as a tree that follows the blocks of the recovery: built from answers, applied to the
// statements that were read. Nothing looks a statement up in a list, so thousands of answers take one walk.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/elaborate.h"
#include "compiler/check/snippet.h"

namespace hotsite::contract {

/// What becomes of a statement and its block.
struct Edit {
  std::map<std::string, Edit, std::less<>> inside;         // by Named: `lpar VMPROD`
  std::vector<std::function<void(check::Entry&)>> change;  // in this order, before `set`
  /// Statements of its block: operands said again replace those that are there, what is listed is added.
  std::vector<check::Entry> set;
  bool remove = false;
  std::string taken;  // where it goes: a key of Edits::moves; empty: it stays
};

/// A system that runs elsewhere than the spec says.
struct Move {
  std::string system;           // VMPROD
  std::string from;             // the z/VM that its `guest` statement names; empty: none
  std::string host;             // the system that it runs under; empty: a partition
  std::string machine;          // the machine of its partition
  check::SnippetPlace place{};  // of the answer
};

struct Edits {
  std::map<std::string, Edit, std::less<>> sites;  // by name of the site
  std::map<std::string, Move, std::less<>> moves;
};

/// How a statement is called among those of its block: its word and its first operand, `guest LNX1 from VMPROD`.
std::string Named(const check::Entry& entry);

/// Changes the statements of the recovery.
void Apply(const Edits& edits, check::Elaborated& spec);

}  // namespace hotsite::contract
