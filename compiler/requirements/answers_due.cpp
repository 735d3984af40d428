#include "compiler/requirements/answers_due.h"

#include <algorithm>

#include "compiler/requirements/sentences.h"

namespace hotsite::requirements {

std::string AnswersDue(const model::Recovery& recovery) {
  if (recovery.answers_due) return SayTime(*recovery.answers_due, recovery.test ? recovery.test->zone : std::string());
  if (!recovery.test) return {};
  const std::int64_t lead = recovery.ready ? recovery.ready->minutes() : 0;
  return SayTime(recovery.test->from.MinusMinutes(lead), recovery.test->zone);
}

const model::Contact* WhoReadsAnswers(const model::Recovery& recovery) {
  const model::Contact* reader = nullptr;
  for (const model::Contact& contact : recovery.contacts) {
    if (!contact.who.known() || contact.role == "vendor") continue;
    const bool decides = std::find(contact.may.begin(), contact.may.end(), "accept deviations") != contact.may.end();
    if (decides || reader == nullptr) reader = &contact;
    if (decides) break;
  }
  return reader;
}

std::string AnswersTo(const model::Recovery& recovery) {
  const model::Contact* reader = WhoReadsAnswers(recovery);
  if (reader == nullptr) return "the customer";
  const std::string phone = reader->phone.empty() ? "" : ", telephone " + reader->phone;
  return *reader->who + " (" + reader->role + ")" + phone;
}

}  // namespace hotsite::requirements
