#include "compiler/contract/judge.h"

#include <fmt/format.h>

#include <utility>

#include "compiler/contract/read_devices.h"
#include "compiler/contract/value_form.h"

namespace hotsite::contract {
namespace {

using model::Answer;
using model::AnswerKind;
using requirements::Kind;

void Set(RowAnswer& judged, Status status, std::string problem = {}) {
  judged.status = status;
  judged.problem = std::move(problem);
}

/// Reads the value into the answer; what couldn't be read makes the row malformed, or unanswered where an answer is
/// only promised.
bool TakeValue(RowAnswer& judged, const Answer& answer) {
  ReadValue read = Read(*judged.row, answer.value);
  judged.value = std::move(read.value);
  judged.taken = std::move(read.taken);
  judged.expected = std::move(read.expected);
  judged.damaged = read.damaged;
  if (judged.value) return true;
  Set(judged, read.to_come ? Status::kUnanswered : Status::kMalformed,
      fmt::format("`{}` {}", answer.value, read.problem));
  return false;
}

/// Too few device numbers are no answer; how many there have to be stands in the row.
bool HasEnough(RowAnswer& judged, const Answer& answer) {
  const std::string problem = WhyTooFew(judged.row->form, judged.value->devices);
  if (judged.value->nothing || judged.value->as_asked || problem.empty()) return true;
  Set(judged, Status::kMalformed, fmt::format("`{}` {}", answer.value, problem));
  judged.expected = ExpectedOf(judged.row->form);
  return false;
}

/// Words beside a confirmation: a note, or a value that only a person can compare.
std::string WordsBeside(const RowAnswer& judged, const Answer& answer) {
  const bool free = judged.value && !judged.value->as_asked && FormOf(*judged.row).form == Form::kFree &&
                    judged.value->text != judged.row->value;
  if (!free) return answer.note;
  return answer.note.empty() ? answer.value : answer.value + "; " + answer.note;
}

void JudgeConfirmed(RowAnswer& judged, const Answer& answer) {
  const bool choice = judged.row->kind == Kind::kChoice;
  if (answer.value.empty()) {
    if (choice) return Set(judged, Status::kUnanswered, "confirmed, without saying which");
    return Set(judged, Status::kAgreed);
  }
  if (!TakeValue(judged, answer)) return;
  if (choice && judged.value->as_asked) return Set(judged, Status::kUnanswered, "confirmed, without saying which");
  if (!Keeps(*judged.row, *judged.value))
    return Set(judged, Status::kContradicted, fmt::format("confirmed, with the value `{}`", answer.value));
  Set(judged, choice ? Status::kFilled : Status::kAgreed);
}

void JudgeDeviation(RowAnswer& judged, const Answer& answer) {
  if (!answer.value.empty()) TakeValue(judged, answer);
  const bool satisfies = judged.value && !judged.row->value.empty() && Keeps(*judged.row, *judged.value) &&
                         FormOf(*judged.row).form != Form::kFree;
  if (satisfies)
    return Set(judged, Status::kAmbiguous, fmt::format("a deviation, but `{}` is what the row asks for", answer.value));
  Set(judged, Status::kDeviation, "a deviation");
}

/// What was stated where the row asks for a value.
void JudgeStated(RowAnswer& judged, const Answer& answer) {
  if (answer.value.empty())
    return Set(judged, Status::kUnanswered, "confirmed, without the value that the row asks for");
  if (!TakeValue(judged, answer) || !HasEnough(judged, answer)) return;
  if (!Keeps(*judged.row, *judged.value))
    return Set(judged, Status::kContradicted, fmt::format("answered with `{}`", answer.value));
  Set(judged, Status::kFilled);
}

/// A value without Confirm or Deviation to a row that demands.
void JudgeBareValue(RowAnswer& judged, const Answer& answer) {
  if (judged.row->kind == Kind::kChoice) return JudgeConfirmed(judged, answer);
  if (!TakeValue(judged, answer)) return;
  if (!Keeps(*judged.row, *judged.value))
    return Set(judged, Status::kContradicted, fmt::format("the value `{}` is given", answer.value));
  Set(judged, Status::kAmbiguous,
      fmt::format("the value `{}` is given, and neither Confirm nor Deviation", answer.value));
}

void JudgeAnswer(RowAnswer& judged, const Answer& answer) {
  const bool question = judged.row->kind == Kind::kQuestion;
  switch (answer.kind) {
    case AnswerKind::kConfirm:
      return question ? JudgeStated(judged, answer) : JudgeConfirmed(judged, answer);
    case AnswerKind::kAnswer:
      return question ? JudgeStated(judged, answer) : JudgeBareValue(judged, answer);
    case AnswerKind::kDeviate:
      return JudgeDeviation(judged, answer);
    case AnswerKind::kUnclear:
      return Set(judged, Status::kAmbiguous, answer.note.empty() ? "not readable as one answer" : answer.note);
    case AnswerKind::kAltered:
      return Set(judged, Status::kAltered, answer.note);
    case AnswerKind::kUnanswered:
      return Set(judged, Status::kUnanswered);
  }
}

std::string WithEdition(const std::string& id, const std::string& edition) {
  return edition.empty() ? id : id + " " + edition;
}

}  // namespace

RowAnswer JudgeRow(const requirements::Requirement* row, const Choice& choice) {
  RowAnswer judged;
  judged.row = row;
  judged.counts = choice.counts;
  judged.earlier = choice.earlier;
  const Answer* answer = choice.counts.answer;
  judged.id = row != nullptr ? row->id : answer->id;
  if (row == nullptr) {
    Set(judged, Status::kForeign);
  } else if (choice.altered != nullptr) {
    Set(judged, Status::kAltered, choice.altered->note);
  } else if (row->kind == Kind::kInformation) {
    Set(judged, Status::kInformation);
  } else if (answer == nullptr || answer->kind == AnswerKind::kUnanswered) {
    Set(judged, Status::kUnanswered);
  } else if (answer->edition != row->edition) {
    Set(judged, Status::kStale,
        fmt::format("an answer to {}, and {} is asked", WithEdition(row->id, answer->edition),
                    WithEdition(row->id, row->edition)));
  } else if (choice.differs != nullptr) {
    Set(judged, Status::kAmbiguous, "two answers in one reply");
  } else {
    JudgeAnswer(judged, *answer);
    const bool agreed = judged.status == Status::kAgreed || judged.status == Status::kFilled;
    if (agreed && row->kind != Kind::kQuestion) judged.words = WordsBeside(judged, *answer);
  }
  return judged;
}

}  // namespace hotsite::contract
