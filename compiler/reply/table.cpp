#include "compiler/reply/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/clean_text.h"

namespace hotsite::reply {
namespace {

/// The columns that are read, as request.csv names them, in the order of TableReader::Column.
constexpr std::array<std::string_view, 9> kNames{"id",   "answer",      "value",   "initials", "date",
                                                 "note", "requirement", "edition", "request"};
/// Those of request.csv that answer nothing.
constexpr std::array<std::string_view, 2> kPrinted{"kind", "subject"};

constexpr std::size_t kRowsBeforeHeader = 20;
constexpr std::size_t kMostShown = 20;
constexpr std::size_t kMostRemarks = 50;
constexpr const char* kHowToName =
    "the first row names the columns, as it was sent: id, kind, answer, value, initials, date, note …; their order "
    "doesn't matter";

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

/// An apostrophe before a cell keeps spreadsheets from taking it for a formula or a number; it is no part of the text.
/// `X'1E05'` is the same by other means.
std::string WithoutApostrophe(std::string text) {
  if (text.size() > 3 && (text[0] == 'X' || text[0] == 'x') && text[1] == '\'' && text.ends_with('\''))
    return text.substr(2, text.size() - 3);
  if (text.size() > 1 && text[0] == '\'' && text.find('\'', 1) == std::string::npos) return text.substr(1);
  return text;
}

std::string Quoted(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostShown); ++i)
    text += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i].substr(0, 60));
  return text;
}

}  // namespace

void SplitEdition(std::string& id, std::string& edition) {
  const std::size_t blank = id.find(' ');
  if (blank == std::string::npos || id.size() - blank > 4) return;
  if (edition.empty()) edition = id.substr(blank + 1);
  if (edition == id.substr(blank + 1)) id.resize(blank);
}

void ReadIdentity(std::string_view text, Read& read) {
  const std::size_t last = text.rfind(' ');
  if (last == std::string_view::npos) return;
  std::string_view before = text.substr(0, last);
  constexpr std::string_view kRevision = " revision ";
  constexpr std::string_view kDraft = " draft";
  if (const std::size_t at = before.rfind(kRevision); at != std::string_view::npos) {
    read.revision = before.substr(at + kRevision.size());
    before = before.substr(0, at);
  } else if (before.ends_with(kDraft)) {
    read.revision = "DRAFT";
    before.remove_suffix(kDraft.size());
  } else {
    return;
  }
  read.request = before;
  read.digest = text.substr(last + 1);
}

bool TableReader::TakeHeader(const TableRow& row) {
  std::vector<std::string> names;
  for (const std::string& cell : row.cells) names.push_back(CleanText(cell));
  if (first_.empty() && std::any_of(names.begin(), names.end(), [](const auto& name) { return !name.empty(); }))
    first_ = names;
  if (std::none_of(names.begin(), names.end(), [](const auto& name) { return Lowered(name) == kNames[kId]; }))
    return row.number < kRowsBeforeHeader;
  has_header_ = true;
  unknown_.resize(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = Lowered(names[i]);
    const auto known = std::find(kNames.begin(), kNames.end(), name);
    if (known == kNames.end()) {
      if (std::find(kPrinted.begin(), kPrinted.end(), name) == kPrinted.end()) unknown_[i] = names[i];
      continue;
    }
    auto& place = places_[static_cast<std::size_t>(known - kNames.begin())];
    if (place && read_.problem.code == 0) {
      read_.problem = {codes::kNotTheTable.number,
                       fmt::format("has two columns named `{}` in row {}", *known, row.number),
                       {"which of them holds the answers isn't known"},
                       "take one out, or give it another name"};
    }
    place = i;
  }
  for (const Column needed : {kAnswer, kValue}) {
    if (places_[needed] || read_.problem.code != 0) continue;
    read_.problem = {codes::kNotTheTable.number,
                     fmt::format("has no column `{}`", kNames[needed]),
                     {fmt::format("its columns are {}", Quoted(names))},
                     kHowToName};
  }
  return read_.problem.code == 0;
}

void TableReader::Remark(std::string text) {
  if (read_.remarks.size() < kMostRemarks) read_.remarks.push_back(std::move(text));
}

std::string TableReader::CellOf(const TableRow& row, Column column) {
  const auto place = places_[column];
  if (!place || *place >= row.cells.size()) return {};
  const std::string& cell = row.cells[*place];
  if (cell.size() > kMaxCell)
    Remark(fmt::format("row {}: of the cell `{}` only the first {} bytes were read", row.number, kNames[column],
                       kMaxCell));
  return WithoutApostrophe(CleanText(cell));
}

void TableReader::RemarkOnUnread(const TableRow& row) {
  for (std::size_t i = 0; i < std::min(unknown_.size(), row.cells.size()); ++i) {
    if (unknown_[i].empty() || CleanText(row.cells[i]).empty()) continue;
    Remark(fmt::format("the column `{}` isn't one of the request's, so what it says isn't read",
                       unknown_[i].substr(0, 60)));
    unknown_[i].clear();
  }
}

void TableReader::TakeAnswer(const TableRow& row) {
  Row answer;
  answer.id = CellOf(row, kId);
  answer.edition = CellOf(row, kEdition);
  SplitEdition(answer.id, answer.edition);
  answer.answer = CellOf(row, kAnswer);
  answer.value = CellOf(row, kValue);
  answer.initials = CellOf(row, kInitials);
  answer.date = CellOf(row, kDate);
  answer.note = CellOf(row, kNote);
  answer.sentence = CellOf(row, kRequirement);
  answer.line = row.number;
  RemarkOnUnread(row);
  if (read_.digest.empty()) ReadIdentity(CellOf(row, kRequest), read_);
  if (!answer.id.empty()) {
    read_.rows.push_back(std::move(answer));
  } else if (const std::string& said = !answer.answer.empty()  ? answer.answer
                                       : !answer.value.empty() ? answer.value
                                                               : answer.note;
             !said.empty()) {
    Remark(fmt::format("row {} has no identifier, so `{}` answers nothing", row.number, said.substr(0, 60)));
  }
}

bool TableReader::Take(const TableRow& row) {
  if (!has_header_) return TakeHeader(row);
  TakeAnswer(row);
  if (read_.rows.size() <= kMaxAnswers) return true;
  read_.problem = {codes::kBrokenTable.number,
                   fmt::format("has more than {} rows with an identifier", kMaxAnswers),
                   {"no request has so many"},
                   "name the file that came from the vendor"};
  return false;
}

Read TableReader::Finish() {
  if (!has_header_ && read_.problem.code == 0) {
    read_.problem = {codes::kNotTheTable.number, "is no table of answers: none of its first rows has a column `id`",
                     first_.empty() ? std::vector<std::string>{"it is empty"}
                                    : std::vector<std::string>{fmt::format("it begins with {}", Quoted(first_))},
                     kHowToName};
  }
  return std::move(read_);
}

}  // namespace hotsite::reply
