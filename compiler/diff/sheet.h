// What a spec says of one thing, as facts that can be laid beside those of another spec. Everything that can change
// must be a fact; the makers (sheets_*.cpp) write them, compare_sheets.h lays two lists beside each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/stated.h"
#include "compiler/support/source_file.h"

namespace hotsite::diff {

/// How it is told whether a fact asks for more or for less than before.
enum class Sense : std::uint8_t {
  kWord,       // neither: another word is another thing
  kAmount,     // `amount`, under its comparator: at least 16 is looser than at least 24
  kNames,      // a list, all of it: with one more it asks for more
  kChoice,     // alternatives, any of which does, with " or " between them: with one more it asks for less
  kOwn,        // what the shop does itself: however it is said, nobody else is asked for more or for less
  kName,       // what the thing itself is called: with another name it moves
  kEditorial,  // words for people: comments, reasons; no change in meaning
};

/// One thing said. Made by sheet_facts.h.
struct Fact {
  Code code;                   // what it is when it changes
  std::string_view attribute;  // memory; a constant
  Sense sense = Sense::kWord;
  model::Comparator comparator = model::Comparator::kExactly;
  std::int64_t amount = 0;  // kAmount, in any unit that is the same on both sides
  bool open = false;        // left to the vendor
  std::string text;         // for people: at least 24 GiB; with `open` nothing
  /// What `text` comes to here, where something else has a say in it: OFFICE[21] is 10.99.30.21 at the hot site. Where
  /// it is the same as before, nothing changed, whatever the words; where it isn't, though the words are, what changed
  /// is what it follows.
  std::string exact = {};
  std::string follows = {};  // key and attribute of that: network/hotsite/OFFICE#subnet
  /// An attribute of the same sheet that this one goes into detail of: it is compared only where that one is the same.
  std::string_view detail_of = {};
  Span span;
};

/// A thing and all that is said of it.
struct Sheet {
  /// Finds its counterpart in the other spec: place/hotsite/VMPROD, nic/VMPROD/0600. Unique in a spec.
  std::string key;
  std::string owner;  // key of the thing that it belongs to: with that one it is new or gone, and isn't told; empty
  /// What is declared here and in force elsewhere: a change is told only if no other sheet of the same list tells one
  /// of the same code, part and attribute.
  bool unless_told = false;
  std::string subject;      // the system, machine or network that it belongs to, as documents call it: VMPROD
  std::string part;         // what of it, where it isn't all of it: nic 0600; empty
  std::string site;         // empty: as declared, wherever it runs
  bool recovery = false;    // it is so where a vendor provides: a change can tighten or loosen
  Code is_new, is_gone;     // what it is when only one spec has it; without a number that isn't told
  std::string description;  // what is told of it then: Linux guest of VMPROD, SLES 10 SP2, 1 GiB
  Span span;
  std::vector<Fact> facts;  // in the order in which changes are told; an attribute at most once
};

}  // namespace hotsite::diff
