// The parts of a sentence that printers treat apart: identifiers and sections that it refers to (links), the keywords
// of BCP 14 (heavy), and words that must not be broken (z/VM, 0600-0602). One reading for all printers.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::document {

struct Run {
  enum class Kind : std::uint8_t { kPlain, kKeyword, kLink, kWhole };
  Kind kind = Kind::kPlain;
  std::string_view text;
  std::string_view target;  // kLink: the anchor
};

/// Whether it is an identifier and nothing else: PLC-001, DEV-01.
bool IsIdentifier(std::string_view word);

/// `section-3.1`, `section-B`: letters, digits, `-` and `.`.
std::string SectionAnchor(std::string_view number);

/// `table-A-1` of `Table A-1: systems`; empty for a caption without a number.
std::string TableAnchor(std::string_view caption);

/// Where links of one document lead. Keeps places of the document, which must outlive it unchanged.
class Anchors {
 public:
  explicit Anchors(const Document& document);

  /// `text` in pieces, in order, nothing left out. An identifier (`PLC-001`), `section 3.1`, `annex B` and `table A-1`
  /// are links where the document has such a place.
  std::vector<Run> Split(std::string_view text) const;

  /// The identifier that this row of a table is the place of: in a table, that of the first row that begins with it,
  /// unless an answer sheet has it. Else empty.
  std::string_view PlacedBy(const Row& row) const;

 private:
  std::string_view TargetOf(std::string_view words) const;

  std::unordered_map<std::string, std::string> targets_;  // `PLC-001`, `section 3.1` → its anchor
  std::unordered_map<const Row*, std::string> places_;
};

}  // namespace hotsite::backends::document
