// The ledger beside a spec, hotsite.ledger.json: semantic key -> identifier, so that MEM-001 stays MEM-001 from year to
// year. Only `hotsite issue` writes it; numbers are never reused, also not those of withdrawn requirements.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::requirements {

struct IssuedRevision {
  unsigned number = 1;
  std::string recovery;     // "2009"
  std::string spec_digest;  // sha256 of the model's text
  std::string why;          // what the author said, may be empty
  /// Identifier -> sentence, as the vendor got them: what the next revision is compared with.
  std::map<std::string, std::string, std::less<>> rows;
};

struct Ledger {
  std::map<std::string, std::string, std::less<>> identifiers;  // key -> PLC-001
  std::vector<IssuedRevision> revisions;

  /// Reads the file's text. On failure nothing, and `problem` says what is wrong in words.
  static std::optional<Ledger> Parse(std::string_view text, std::string* problem);
  /// The file's text: sorted, stable, made for git.
  std::string Print() const;
};

}  // namespace hotsite::requirements
