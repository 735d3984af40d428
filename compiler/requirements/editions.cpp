#include "compiler/requirements/editions.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace hotsite::requirements {
namespace {

constexpr std::size_t kMostLetters = 4;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

/// What names consist of, the national characters of z/OS and z/VM included.
bool IsWordCharacter(char c) {
  return IsDigit(c) || IsUpper(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '$' || c == '#' || c == '@' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Calls `visit(word, begins)` for each word; `begins`: a sentence begins with it.
template <class Visit>
void EachWord(std::string_view text, Visit visit) {
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsWordCharacter(text[end])) ++end;
    if (end > at) {
      visit(text.substr(at, end - at), begins);
      begins = false;
    } else {
      begins = begins || text[at] == '.';
      ++end;
    }
    at = end;
  }
}

/// The words that say what is asked for and don't depend on how: names, numbers, keywords.
std::vector<std::string_view> FactsOf(std::string_view sentence) {
  std::vector<std::string_view> facts;
  EachWord(sentence, [&](std::string_view word, bool begins) {
    const bool number = std::any_of(word.begin(), word.end(), IsDigit);
    const auto capitals = std::count_if(word.begin(), word.end(), IsUpper);
    if (number || capitals > 1 || (capitals == 1 && !begins)) facts.push_back(word);
  });
  std::sort(facts.begin(), facts.end());
  return facts;
}

std::string RenameIn(std::string_view text, const Renames& new_names) {
  std::string renamed;
  const char* copied = text.data();
  EachWord(text, [&](std::string_view word, bool) {
    const auto found = new_names.find(word);
    if (found == new_names.end()) return;
    renamed.append(copied, word.data()).append(found->second);
    copied = word.data() + word.size();
  });
  return renamed.append(copied, text.data() + text.size());
}

/// Every row as it was issued last, also those that were withdrawn since.
IssuedRows LastIssued(const Ledger& ledger) {
  IssuedRows rows;
  for (const IssuedRevision& revision : ledger.revisions) {
    for (const auto& [id, row] : revision.rows) rows[id] = &row;
  }
  return rows;
}

}  // namespace

Renames NewNames(const IssuedRows& before, const IssuedRows& now) {
  std::set<std::string_view> borne;
  for (const auto& [id, row] : now) borne.insert(row->subject);
  Renames new_names;
  for (const auto& [id, row] : now) {
    const auto old = before.find(id);
    if (old != before.end() && !borne.contains(old->second->subject)) new_names[old->second->subject] = row->subject;
  }
  return new_names;
}

IssuedRow Renamed(IssuedRow row, const Renames& new_names) {
  if (new_names.empty()) return row;
  for (std::string* text : {&row.subject, &row.attribute, &row.value, &row.sentence})
    *text = RenameIn(*text, new_names);
  return row;
}

bool AsksTheSame(const IssuedRow& before, const IssuedRow& now) {
  const auto about = [](const IssuedRow& row) { return std::tie(row.kind, row.site, row.subject); };
  if (about(before) != about(now)) return false;
  if (!now.value.empty() && before.comparator != now.comparator) return false;
  const bool reordered = before.value != now.value;
  if (reordered && (now.type != ValueType::kNames || FactsOf(before.value) != FactsOf(now.value))) return false;
  if (before.wording == now.wording && !reordered)
    return before.attribute == now.attribute && before.sentence == now.sentence;
  return FactsOf(before.attribute) == FactsOf(now.attribute) && FactsOf(before.sentence) == FactsOf(now.sentence);
}

bool IsEdition(std::string_view text) {
  if (text == "a" || text.size() > kMostLetters) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string NextEdition(std::string_view edition) {
  std::string next(edition.empty() ? "a" : edition);
  for (std::size_t at = next.size(); at-- > 0;) {
    if (next[at] != 'z') {
      ++next[at];
      return next;
    }
    next[at] = 'a';
  }
  return "a" + next;
}

void SetEditions(const Ledger& ledger, std::vector<Requirement>& rows) {
  const IssuedRows issued = LastIssued(ledger);
  if (issued.empty()) return;
  std::vector<IssuedRow> frozen;
  frozen.reserve(rows.size());
  IssuedRows now;
  for (const Requirement& row : rows) now[row.id] = &frozen.emplace_back(Freeze(row));
  const Renames new_names = NewNames(issued, now);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto before = issued.find(rows[i].id);
    if (before == issued.end()) continue;
    const bool same = AsksTheSame(Renamed(*before->second, new_names), frozen[i]);
    rows[i].edition = same ? before->second->edition : NextEdition(before->second->edition);
  }
}

}  // namespace hotsite::requirements
