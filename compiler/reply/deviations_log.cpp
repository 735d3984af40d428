#include "compiler/reply/deviations_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "compiler/requirements/ledger.h"

namespace hotsite::reply {
namespace {

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The length of a sign between letters and digits: `-`, a blank, `_`, or a dash that a program made of `-`.
std::size_t SignLength(std::string_view text) {
  for (const std::string_view sign : {"-", " ", "_", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

/// PLC-003 of `plc 3`, `PLC003`; empty: `text` doesn't begin with an identifier. `length`: how far it reaches.
std::string IdentifierAt(std::string_view text, std::size_t* length) {
  constexpr std::size_t kLetters = 3, kDigits = 3, kMostDigits = 8;
  std::string id;
  while (id.size() < text.size() && id.size() < kLetters && IsLetter(text[id.size()]))
    id += static_cast<char>(std::toupper(static_cast<unsigned char>(text[id.size()])));
  if (id.size() < kLetters) return {};
  std::size_t at = kLetters + SignLength(text.substr(kLetters));
  std::string digits;
  for (; at < text.size() && IsDigit(text[at]); ++at) digits += text[at];
  if (digits.empty() || digits.size() > kMostDigits) return {};
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  *length = at;
  id += "-" + digits;
  return requirements::IsIdentifier(id) ? id : std::string();
}

/// What the entry says beside `offered`.
std::string NoteOf(const LogEntry& entry) {
  std::string note = entry.effect;
  if (!entry.decision.empty()) note += (note.empty() ? "" : "; ") + std::string("decision: ") + entry.decision;
  return note;
}

void Add(const std::string& text, std::string& to) {
  if (!text.empty()) to += (to.empty() ? "" : "; ") + text;
}

void Apply(const LogEntry& entry, Row& row, std::vector<std::string>& remarks) {
  Add(entry.offered, row.offered);
  Add(NoteOf(entry), row.note);
  if (row.initials.empty()) row.initials = entry.initials;
  if (row.confirm && !row.deviate) {
    remarks.push_back(
        fmt::format("{} is ticked as confirmed, and {} of the deviations log names it", row.id, entry.number));
  }
  row.deviate = true;
}

}  // namespace

std::vector<std::string> IdentifiersIn(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    const bool begins = at == 0 || !IsLetter(text[at - 1]);
    const std::string id = begins ? IdentifierAt(text.substr(at), &length) : std::string();
    if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

void ApplyLog(const std::vector<LogEntry>& entries, Read& read) {
  std::multimap<std::string_view, std::size_t> rows;
  for (std::size_t at = 0; at < read.rows.size(); ++at) rows.emplace(read.rows[at].id, at);
  for (const LogEntry& entry : entries) {
    if (entry.empty()) continue;
    const std::vector<std::string> ids = IdentifiersIn(entry.id);
    for (const std::string& id : ids) {
      const auto [begin, end] = rows.equal_range(id);
      for (auto at = begin; at != end; ++at) Apply(entry, read.rows[at->second], read.remarks);
      if (begin == end) {
        read.remarks.push_back(
            fmt::format("{} of the deviations log names {}, which isn't a row of this form", entry.number, id));
      }
    }
    if (ids.empty()) {
      std::string said = entry.id;
      Add(entry.offered, said);
      Add(NoteOf(entry), said);
      read.remarks.push_back(fmt::format("{} of the deviations log names no row: {}", entry.number, said));
    }
  }
}

}  // namespace hotsite::reply
