#include "compiler/diagnostics/fingerprint.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/support/sha256.h"

namespace hotsite {
namespace {

using PathOf = std::function<std::optional<std::string>(const SourceFile&)>;

constexpr std::size_t kDigits = 32;

/// What a formatter may change goes: blanks outside strings, and comments.
std::string WordsOf(std::string_view text) {
  std::string words;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!in_string && text.substr(at, 2) == "//") {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (c == '"' && (!in_string || text[at - 1] != '\\')) in_string = !in_string;
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (in_string || !blank) words += c;
  }
  return words;
}

/// Each part with its length in front, so that no two lists of parts look alike.
void Add(std::string& key, std::string_view part) { key += fmt::format("{}:{}", part.size(), part); }

/// The words at the other places that are marked, in any order: a finding that tells of 8 GiB against 4 GiB is another
/// one when the 8 become 800. What stands in the standard library changes with Hotsite, not with the spec.
void AddOtherPlaces(const Diagnostic& finding, const SourceMap& sources, const PathOf& path, std::string& key) {
  std::vector<std::string> places;
  for (const Label& label : finding.labels) {
    if (!label.span.valid() || !path(sources.Get(label.span))) continue;
    places.push_back(WordsOf(sources.Text(label.span)));
  }
  std::sort(places.begin(), places.end());
  for (const std::string& place : places) Add(key, place);
}

}  // namespace

std::vector<std::string> Fingerprints(const std::vector<Diagnostic>& findings, const SourceMap& sources,
                                      const PathOf& path) {
  std::vector<std::string> fingerprints;
  std::map<std::string, std::size_t> seen;
  for (const Diagnostic& finding : findings) {
    const Span span = finding.primary.span;
    std::vector<std::string> subjects = finding.subjects;
    std::sort(subjects.begin(), subjects.end());
    std::string key;
    Add(key, finding.code.ToString());
    Add(key, finding.constraint);
    Add(key, span.valid() ? path(sources.Get(span)).value_or("") : "");
    Add(key, finding.cause);
    for (const std::string& subject : subjects) Add(key, subject);
    Add(key, span.valid() ? WordsOf(sources.Text(span)) : "");
    AddOtherPlaces(finding, sources, path, key);
    const std::size_t ordinal = ++seen[key];
    Add(key, std::to_string(ordinal));
    fingerprints.push_back(Sha256Hex(key).substr(0, kDigits));
  }
  return fingerprints;
}

}  // namespace hotsite
