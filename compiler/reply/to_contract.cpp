#include "compiler/reply/to_contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/contract/value.h"
#include "compiler/requirements/ledger.h"
#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

using model::Answer;
using model::AnswerKind;
using requirements::Kind;
using requirements::Requirement;

/// Characters of a text in a contract (check/limits.h).
constexpr std::size_t kMostText = 500;
constexpr std::size_t kMostRemarks = 200;
/// Of an edition: 26 changes are far more than a row ever has.
constexpr std::size_t kMostLetters = 3;

std::string WithoutBlanks(std::string_view text) {
  std::string result;
  std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char c) { return c != ' '; });
  return result;
}

void Join(std::string& note, std::string_view more) {
  if (more.empty()) return;
  if (!note.empty()) note += "; ";
  note += more;
}

class Writer {
 public:
  Writer(const Read& read, const Sent& sent) : read_(read), sent_(sent) {
    for (std::size_t i = 0; i < sent.rows.all.size(); ++i) places_.emplace(sent.rows.all[i].id, i);
    for (const AlteredRow& row : sent.altered) altered_.emplace(row.id, &row.difference);
  }

  Lines Run() {
    for (const Row& row : read_.rows) Take(row);
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [place, answer] : found_) lines_.answers.push_back(std::move(answer));
    return std::move(lines_);
  }

 private:
  void Remark(std::string text) {
    if (lines_.remarks.size() < kMostRemarks) lines_.remarks.push_back(std::move(text));
  }

  void Take(const Row& row) {
    const auto place = places_.find(row.id);
    const bool known = place != places_.end();
    if (!known && !requirements::IsIdentifier(row.id)) {
      Remark(fmt::format("`{}` is no identifier of a row, so what stands with it isn't taken", row.id.substr(0, 60)));
      return;
    }
    const Requirement* asked = known ? &sent_.rows.all[place->second] : nullptr;
    const std::size_t order = known ? place->second : sent_.rows.all.size();
    if (known && asked->kind == Kind::kInformation) return TakeInformation(row);
    Answer answer = AnswerOf(row, asked);
    if (!known && answer.kind == AnswerKind::kUnanswered) return;
    const std::string altered = known && answer.edition == asked->edition ? AlteredText(row, *asked) : std::string();
    found_.emplace_back(order, answer);
    if (altered.empty()) return;
    answer.kind = AnswerKind::kAltered;
    answer.value.clear();
    answer.initials.clear();
    answer.date.reset();
    answer.note = Cut(altered, row.id);
    found_.emplace_back(order, std::move(answer));
  }

  void TakeInformation(const Row& row) {
    if (!row.answer.empty() || !row.value.empty() || !row.note.empty())
      Remark(fmt::format("{} asks nothing, so what stands there isn't taken: `{}`", row.id,
                         (!row.note.empty()    ? row.note
                          : !row.value.empty() ? row.value
                                               : row.answer)
                             .substr(0, 60)));
  }

  /// What the row reads instead of what was sent; empty: it is as it was sent, or can't be known.
  std::string AlteredText(const Row& row, const Requirement& asked) const {
    if (const auto found = altered_.find(row.id); found != altered_.end())
      return found->second->reads.empty() ? "nothing" : found->second->reads;
    const bool same = row.sentence.empty() || WithoutBlanks(row.sentence) == WithoutBlanks(asked.sentence);
    return same ? std::string() : row.sentence;
  }

  /// As the form says it; where it doesn't, the one that was sent.
  std::string EditionOf(const Row& row, const Requirement* asked) {
    const bool letters = row.edition.size() <= kMostLetters && std::all_of(row.edition.begin(), row.edition.end(),
                                                                           [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters)
      Remark(fmt::format("{}: `{}` is no letter of a row, and isn't taken", row.id, row.edition.substr(0, 60)));
    if (letters && !row.edition.empty()) return row.edition;
    if (asked == nullptr) return {};
    const bool as_sent = sent_.sure || WithoutBlanks(row.sentence) == WithoutBlanks(asked->sentence);
    return as_sent ? asked->edition : std::string();
  }

  std::string Cut(std::string text, const std::string& id) {
    if (CountCodePoints(text) <= kMostText) return ShowsNothing(text) ? std::string() : text;
    std::size_t end = 0;
    for (std::size_t count = 1; count < kMostText; ++count) end += CodePointBytes(text, end);
    Remark(
        fmt::format("{}: of a text of more than {} characters the rest stands in the kept file alone", id, kMostText));
    return text.substr(0, end) + "\u2026";
  }

  Answer AnswerOf(const Row& row, const Requirement* asked) {
    Answer answer;
    answer.id = row.id;
    answer.edition = EditionOf(row, asked);
    answer.note = row.note;
    answer.value = row.value;
    answer.initials = Cut(row.initials, row.id);
    answer.field = Cut(row.field, row.id);
    answer.page = static_cast<std::int64_t>(row.page);
    answer.line = static_cast<std::int64_t>(row.line);
    TakeKind(row, asked, answer);
    TakeOffer(row, asked, answer);
    TakeDate(row, answer);
    answer.note = Cut(answer.note, row.id);
    answer.value = Cut(answer.value, row.id);
    if (answer.kind == AnswerKind::kAnswer && answer.value.empty()) answer.kind = AnswerKind::kUnanswered;
    return answer;
  }

  void TakeKind(const Row& row, const Requirement* asked, Answer& answer) {
    const Said said = SaidBy(row.answer);
    const bool confirm = row.confirm || said == Said::kConfirm, deviate = row.deviate || said == Said::kDeviate;
    const bool question = asked != nullptr && asked->kind == Kind::kQuestion;
    if (confirm && deviate) {
      answer.kind = AnswerKind::kUnclear;
      Join(answer.note, "both Confirm and Deviation are ticked");
    } else if (said == Said::kUnclear && question && row.value.empty()) {
      answer.kind = AnswerKind::kAnswer;  // typed into the column beside
      answer.value = row.answer;
    } else if (said == Said::kUnclear) {
      answer.kind = AnswerKind::kUnclear;
      Join(answer.note, fmt::format("the answer reads `{}`", row.answer));
    } else if (deviate) {
      answer.kind = AnswerKind::kDeviate;
    } else if (question && !row.value.empty()) {
      answer.kind = AnswerKind::kAnswer;
    } else if (confirm) {
      answer.kind = AnswerKind::kConfirm;
    } else {
      answer.kind = row.value.empty() ? AnswerKind::kUnanswered : AnswerKind::kAnswer;
    }
  }

  /// What a deviation offers is its value, where the row can read it as one.
  static void TakeOffer(const Row& row, const Requirement* asked, Answer& answer) {
    if (row.offered.empty()) return;
    const bool fits = answer.kind == AnswerKind::kDeviate && answer.value.empty() && asked != nullptr &&
                      contract::Read(*asked, row.offered).value.has_value();
    if (fits) {
      answer.value = row.offered;
    } else {
      std::string note = row.offered;
      Join(note, answer.note);
      answer.note = std::move(note);
    }
  }

  void TakeDate(const Row& row, Answer& answer) {
    if (row.date.empty()) return;
    answer.date = DateIn(row.date);
    if (answer.date) return;
    Join(answer.note, fmt::format("dated `{}`", row.date));
    Remark(fmt::format("{}: the date `{}` can't be read for sure, so it is kept in the note", row.id,
                       row.date.substr(0, 60)));
  }

  const Read& read_;
  const Sent& sent_;
  std::map<std::string_view, std::size_t> places_;
  std::map<std::string_view, const Difference*> altered_;
  std::vector<std::pair<std::size_t, Answer>> found_;
  Lines lines_;
};

}  // namespace

Lines LinesOf(const Read& read, const Sent& sent) { return Writer(read, sent).Run(); }

}  // namespace hotsite::reply
