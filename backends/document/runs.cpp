#include "backends/document/runs.h"

#include <algorithm>
#include <utility>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::document {
namespace {

constexpr std::string_view kKeywords[] = {"SHALL NOT", "SHALL", "SHOULD", "MAY"};
constexpr std::string_view kPlaces[] = {"section", "annex", "table"};
/// A longer word may be broken, or it would run off a narrow column.
constexpr std::size_t kWholeMost = 24;
constexpr std::size_t kCodeLetters = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

bool IsWord(char c) {
  return IsDigit(c) || IsUpper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == '-' ||
         c == '_' || c == '/' || c == '.';
}

/// The word that begins at `at`, without full stops at its end.
std::string_view WordAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && IsWord(text[end])) ++end;
  while (end > at && text[end - 1] == '.') --end;
  return text.substr(at, end - at);
}

bool IsWhole(std::string_view word) {
  if (word.size() < 2 || word.size() > kWholeMost) return false;
  if (word.find('/') != std::string_view::npos) return true;
  return word.find('-') != std::string_view::npos &&
         std::any_of(word.begin(), word.end(), [](char c) { return IsDigit(c) || IsUpper(c); });
}

std::string_view KeywordAt(std::string_view text, std::size_t at) {
  for (const std::string_view keyword : kKeywords) {
    const std::size_t end = at + keyword.size();
    if (text.substr(at, keyword.size()) == keyword && (end == text.size() || !IsWord(text[end]) || text[end] == '.'))
      return keyword;
  }
  return {};
}

/// `section 3.1` where `first` is `section` and a number stands behind it.
std::string_view PlaceAt(std::string_view text, std::size_t at, std::string_view first) {
  const std::string lower = ToLower(first);
  if (std::find(std::begin(kPlaces), std::end(kPlaces), lower) == std::end(kPlaces)) return {};
  const std::size_t blank = at + first.size();
  if (blank >= text.size() || text[blank] != ' ') return {};
  const std::string_view number = WordAt(text, blank + 1);
  return number.empty() ? std::string_view() : text.substr(at, first.size() + 1 + number.size());
}

/// `section 3.1`, `annex B`: sections with letters are annexes.
std::string SectionWords(std::string_view number) {
  const bool annex = !number.empty() && !IsDigit(number.front());
  return (annex ? "annex " : "section ") + std::string(number);
}

/// Adds plain text to the last run where that is plain too.
void AddPlain(std::string_view text, std::size_t from, std::size_t to, std::vector<Run>& runs) {
  if (from == to) return;
  if (!runs.empty() && runs.back().kind == Run::Kind::kPlain) {
    const std::string_view before = runs.back().text;
    runs.back().text = text.substr(from - before.size(), before.size() + to - from);
  } else {
    runs.push_back({Run::Kind::kPlain, text.substr(from, to - from), {}});
  }
}

}  // namespace

bool IsIdentifier(std::string_view word) {
  if (word.size() < kCodeLetters + 3 || word[kCodeLetters] != '-') return false;
  return std::all_of(word.begin(), word.begin() + kCodeLetters, IsUpper) &&
         std::all_of(word.begin() + kCodeLetters + 1, word.end(), IsDigit);
}

std::string SectionAnchor(std::string_view number) { return "section-" + std::string(number); }

std::string TableAnchor(std::string_view caption) {
  constexpr std::string_view kStart = "Table ";
  const std::size_t colon = caption.find(':');
  if (!caption.starts_with(kStart) || colon == std::string_view::npos) return {};
  const std::string_view number = caption.substr(kStart.size(), colon - kStart.size());
  return std::all_of(number.begin(), number.end(), IsWord) ? "table-" + std::string(number) : std::string();
}

Anchors::Anchors(const Document& document) {
  std::vector<const Table*> tables;
  const auto add = [&](const Block& block) {
    if (const auto* sheet = std::get_if<AnswerSheet>(&block)) {
      for (const AnswerRow& row : sheet->rows) targets_.emplace(row.id, row.id);
    } else if (const auto* table = std::get_if<Table>(&block)) {
      tables.push_back(table);
      if (const std::string anchor = TableAnchor(table->caption); !anchor.empty())
        targets_.emplace("table " + anchor.substr(anchor.find('-') + 1), anchor);
    } else if (const auto* heading = std::get_if<Subheading>(&block)) {
      targets_.emplace(SectionWords(heading->number), SectionAnchor(heading->number));
    }
  };
  for (const Block& block : document.cover) add(block);
  for (const Section& section : document.sections) {
    targets_.emplace(SectionWords(section.number), SectionAnchor(section.number));
    for (const Block& block : section.blocks) add(block);
  }
  for (const Table* table : tables) {
    for (const Row& row : table->rows) {
      if (row.empty() || !IsIdentifier(row.front().text)) continue;
      if (targets_.emplace(row.front().text, row.front().text).second) places_.emplace(&row, row.front().text);
    }
  }
}

std::string_view Anchors::TargetOf(std::string_view words) const {
  const auto found = targets_.find(std::string(words));
  return found == targets_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Anchors::PlacedBy(const Row& row) const {
  const auto found = places_.find(&row);
  return found == places_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<Run> Anchors::Split(std::string_view text) const {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = WordAt(text, at);
    Run run{Run::Kind::kPlain, word.empty() ? text.substr(at, 1) : word, {}};
    if (const std::string_view keyword = KeywordAt(text, at); !keyword.empty()) {
      run = {Run::Kind::kKeyword, keyword, {}};
    } else if (IsIdentifier(word)) {
      const std::string_view target = TargetOf(word);
      run = {target.empty() ? Run::Kind::kWhole : Run::Kind::kLink, word, target};
    } else if (const std::string_view place = PlaceAt(text, at, word); !place.empty()) {
      std::string key(place);
      key[0] = ToLower(key.substr(0, 1))[0];
      if (const std::string_view target = TargetOf(key); !target.empty()) run = {Run::Kind::kLink, place, target};
    } else if (IsWhole(word)) {
      run.kind = Run::Kind::kWhole;
    }
    if (run.kind == Run::Kind::kPlain) {
      AddPlain(text, at, at + run.text.size(), runs);
    } else {
      runs.push_back(run);
    }
    at += run.text.size();
  }
  return runs;
}

}  // namespace hotsite::backends::document
