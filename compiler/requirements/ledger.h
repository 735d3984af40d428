// The ledger beside a spec, hotsite.ledger.json: semantic key -> identifier, so that MEM-001 stays MEM-001 from year to
// year, and every revision as the vendor got it. Only `hotsite issue` writes it; numbers are never reused, also not
// those of withdrawn requirements.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/requirement.h"
#include "compiler/values/calendar.h"

namespace hotsite::requirements {

/// Revisions of one ledger: a year has a few.
inline constexpr std::size_t kMaxRevisions = 9'999;

/// A row as the vendor got it: all that is needed to say, next year, what its change means.
struct IssuedRow {
  std::string edition;  // empty, b, c, …
  Kind kind = Kind::kDemand;
  std::string site;  // as Requirement::site
  std::string subject;
  std::string attribute;
  model::Comparator comparator = model::Comparator::kExactly;
  ValueType type = ValueType::kNone;
  std::string value;
  std::string sentence;
  unsigned wording = 0;  // kWording of the Hotsite that wrote the sentence

  bool operator==(const IssuedRow&) const = default;
};

/// The row as it is issued by this Hotsite.
IssuedRow Freeze(const Requirement& row);

struct IssuedRevision {
  unsigned number = 1;      // 1, 2, 3, … without a gap
  std::string recovery;     // "2009"
  std::string spec;         // 2009.dr
  Date issued;              // the day
  std::string by;           // who issued it, may be empty
  std::string why;          // what the author said, may be empty
  std::string spec_digest;  // sha256, as the cover of the request has it
  /// Only what differs from the revision before, so that the file tells what a revision changed: rows that are new or
  /// say something else, and those that are asked for no more, sorted.
  std::map<std::string, IssuedRow, std::less<>> rows;  // by identifier
  std::vector<std::string> withdrawn;
};

/// Rows by identifier, in the order of identifiers; they belong to the ledger.
using IssuedRows = std::map<std::string_view, const IssuedRow*>;

struct Ledger {
  std::map<std::string, std::string, std::less<>> identifiers;  // key -> PLC-001
  std::vector<IssuedRevision> revisions;

  /// The rows in force after the first `count` revisions.
  IssuedRows RowsAfter(std::size_t count) const;

  /// Reads the file's text. On failure nothing, and `problem` says what is wrong in words.
  static std::optional<Ledger> Parse(std::string_view text, std::string* problem);
  /// The file's text: sorted, stable, a row a line, made for git.
  std::string Print() const;
};

/// PLC-001: three capitals, a dash, three digits or more (more have no leading zero).
bool IsIdentifier(std::string_view text);

}  // namespace hotsite::requirements
