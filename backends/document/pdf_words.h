// What in a text is set in a special way: words that must not be broken, key words, references to other places.
// Offsets are bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::backends::document {

struct Span {
  std::size_t begin = 0, end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

/// A place in the text that names another one.
struct Reference {
  Span span;
  std::string target;  // PLC-001, section-3.1, annex-B, table-A-1: the name of a destination
};

/// `text` as it can be set: control characters, line ends and characters that reorder a line are blanks, bytes that
/// aren't UTF-8 are U+FFFD.
std::string Settable(std::string_view text);

/// Words that hold something beside letters and digits, so that Unicode's rules would break them: z/VM, 0600-060F,
/// PLC-001. East Asian text has no blanks and is left to those rules.
std::vector<Span> BreakableWords(std::string_view text);

/// The key words of BCP 14 that the request uses: SHALL, SHALL NOT, SHOULD, MAY; only in capitals, only whole.
std::vector<Span> Keywords(std::string_view text);

/// Identifiers of rows and `section 3.1`, `annex B`, `table A-1`, whether or not there is such a place.
std::vector<Reference> References(std::string_view text);

/// Whether `text` is an identifier and nothing else: PLC-001, DEV-01.
bool IsIdentifier(std::string_view text);

}  // namespace hotsite::backends::document
