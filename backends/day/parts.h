// The papers of one recovery site, a file each; day.cpp prints them. Each is a pure function of the Day.
#pragma once

#include <string>
#include <vector>

#include "backends/backend.h"
#include "backends/document/document.h"
#include "compiler/contract/answers.h"
#include "compiler/requirements/checks.h"

namespace hotsite::backends::day {

struct Day {
  const BuildInput& input;
  const model::Site& site;
  const requirements::Checks& checks;

  const model::Model& model() const { return input.model; }
  const requirements::Requirements& requirements() const { return input.requirements; }
  const model::Recovery& recovery() const { return *input.model.recovery; }
  /// Whether a row of the request is about this site, or about all.
  bool Concerns(const requirements::Requirement& row) const;
  /// The row of that key at this site; nothing when there is none.
  const requirements::Requirement* Find(std::string key) const;
  std::vector<const model::Placement*> InPartitions() const;
};

document::Document Arrival(const Day& day);      // arrival*.cpp
document::Document BringUp(const Day& day);      // bringup*.cpp
document::Document RestorePlan(const Day& day);  // restore*.cpp
document::Document Timeline(const Day& day);     // timeline.cpp
document::Document Contacts(const Day& day);     // contacts.cpp
document::Document AfterAction(const Day& day);  // after_action.cpp

// frame.cpp: what all papers have in common.

/// A paper with its title, the facts that say which it is, head and foot.
document::Document Framed(const Day& day, const std::string& title);

/// A blank to write into. Names are `ARR_A1_found`: paper, row, what.
document::Field Blank(std::string name, std::string hint, unsigned columns, std::string label = {});
document::Field Tick(std::string name, std::string hint);

/// Whether the spec gives somebody that power: `change partitions`, `accept deviations`, `declare`.
bool May(const model::Contact& contact, std::string_view what);
/// Whom to call about what the vendor built: who may change partitions, with a blank where that is a question.
document::Cell WhomToCall(const Day& day, const std::string& field);

// answers.cpp: what the vendor answered, where there is a contract.

/// The answer to a row that counts; nothing: there is no contract, or none that settles the row.
const contract::RowAnswer* AnswerTo(const Day& day, const requirements::Requirement& row);
/// The row as it is promised: a question is one no more, and of a quantity there is just what was promised.
requirements::Requirement AsPromised(const Day& day, const requirements::Requirement& row);
/// What the promise is beside what was asked: `asked: at least 24 GiB`, `accepted as a deviation: …`, `not answered`.
/// Empty where there is no contract or nothing to say.
std::string RemarkOn(const Day& day, const requirements::Requirement& row);
/// What was answered to a question that only papers need, such as where volumes are; `??DSK-002` while it is open.
std::string AnswerOrToken(const Day& day, const requirements::Requirement& row);

// words.cpp.

/// `LNXTST1 to LNXTST12, LNXMQ1`; behind a limit `and 40 more`.
std::string Folded(const std::vector<std::string>& names);
/// `08:00`.
std::string ClockOf(LocalTime time);
/// `2009-10-05 (Monday) 08:00`: the zone is said once on each paper.
std::string DateAndClock(LocalTime time);
/// `3 h 20 min`.
std::string Hours(std::int64_t minutes);
/// The zone in which all times of the paper are.
std::string ZoneOf(const Day& day);
/// Free text of the spec, fit for a document.
std::string Free(std::string_view text);

}  // namespace hotsite::backends::day
