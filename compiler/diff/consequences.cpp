#include "compiler/diff/consequences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/group_changes.h"
#include "compiler/diff/row_links.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/calendar.h"

namespace hotsite::diff {
namespace {

using requirements::Category;
using requirements::Kind;
using requirements::Requirement;
using requirements::ValueType;

/// As many identifiers as a sentence names.
constexpr std::size_t kMostLabels = 4;

/// What a vendor is paid for, by the first part of a row's key, and the last one where only those rows are meant.
struct Priced {
  std::string_view first, last;
};
constexpr Priced kPriced[] = {
    {"place", "kind"},
    {"place", "model"},
    {"cpu", {}},
    {"mem", {}},
    {"xst", {}},
    {"osa", "chpids"},
    {"osa", "features"},
    {"hipersockets", "members"},
    {"fcp", {}},
    {"ficon", {}},
    {"ctc", {}},
    {"coupling", "links"},
    {"crypto", {}},
    {"disk", {}},
    {"tape", {}},
    {"replication", {}},
    {"consoles", "sessions"},
};
/// Of these, what is only chosen, shared out or numbered.
constexpr Priced kFree[] = {{"cpu", "type"}, {"cpu", "weight"}, {"cpu", "capping"}, {"disk", "devices"}};

bool IsDemand(const Requirement& row) { return row.kind == Kind::kDemand || row.kind == Kind::kChoice; }

bool IsIn(std::span<const Priced> table, const Requirement& row) {
  const std::string_view key = std::string_view(row.key).substr(0, row.key.find_first_of("@#"));
  const std::string_view first = key.substr(0, key.find('/')), last = key.substr(key.rfind('/') + 1);
  return std::any_of(table.begin(), table.end(), [&](const Priced& priced) {
    return priced.first == first && (priced.last.empty() || priced.last == last);
  });
}

/// More, or something dearer, than was quoted. One system more behind a connection that is there isn't priced, and a
/// place under the vendor's z/VM costs what else is asked for it.
bool IsDearer(const RowChange& row) {
  if (row.now == nullptr || !IsDemand(*row.now) || !IsIn(kPriced, *row.now) || IsIn(kFree, *row.now)) return false;
  const ChangeClass what = row.change.what;
  if (row.now->attribute == "placement")
    return row.now->value == "logical partition" && (row.before == nullptr || row.before->value != row.now->value);
  return what == ChangeClass::kNew || (what == ChangeClass::kTightens && row.now->type != ValueType::kNames);
}

/// By how many minutes a point of time that a row asks for moved.
std::int64_t ShiftOf(const RowChange& row) {
  if (row.before == nullptr || row.now == nullptr) return 0;
  const Parsed<LocalTime> was = LocalTime::Parse(row.before->value), is = LocalTime::Parse(row.now->value);
  return was && is ? was->MinutesUntil(*is) : 0;
}

bool IsTestTime(const RowChange& row) { return row.any().key == "schedule/begin" || row.any().key == "schedule/end"; }

/// Other days cost the same, more days don't.
bool TestIsLonger(const RequestChanges& request) {
  std::int64_t longer = 0;
  for (const RowChange& row : request.rows) {
    if (IsTestTime(row)) longer += row.any().key == "schedule/end" ? ShiftOf(row) : -ShiftOf(row);
  }
  return longer > 0;
}

/// MEM-001 b
std::string LabelOf(const RowChange& row) {
  return row.change.id + (row.change.edition.empty() ? "" : " " + row.change.edition);
}

/// A draft that goes back to what the vendor has: its letter goes back too.
bool IsAsIssued(const RowChange& row) {
  const std::string &was = row.before->edition, &is = row.now->edition;
  return row.before->id == row.now->id && (is.size() != was.size() ? is.size() < was.size() : is < was);
}

/// What follows for the vendor, in the order in which it is told.
enum class Effect : std::uint8_t {
  kReconfirm,
  kAnswerAgain,
  kAsIssued,
  kAsksLess,
  kAnswered,
  kVoid,
  kNoLongerOwed,
  kKeepsIdentifier,
  kNone,
};
constexpr std::size_t kEffects = 9;

Effect EffectOfWithdrawn(const SpecChange& change, const Requirement& before) {
  if (before.kind == Kind::kQuestion) {
    const bool filled = change.before == kLeftToVendor && !change.now.empty();
    return filled ? Effect::kAnswered : Effect::kVoid;
  }
  return IsDemand(before) ? Effect::kNoLongerOwed : Effect::kNone;
}

/// Of a row that the vendor has.
Effect EffectOf(const SpecChange& change, const RowChange& row) {
  if (row.now == nullptr) return EffectOfWithdrawn(change, *row.before);
  if (row.change.what == ChangeClass::kMoves) return Effect::kKeepsIdentifier;
  if (row.change.what == ChangeClass::kEditorial || row.now->kind == Kind::kInformation) return Effect::kNone;
  if (IsAsIssued(row)) return Effect::kAsIssued;
  if (row.now->kind == Kind::kQuestion) return Effect::kAnswerAgain;
  return row.change.what == ChangeClass::kLoosens ? Effect::kAsksLess : Effect::kReconfirm;
}

std::string Several(const std::vector<std::string>& labels) {
  if (labels.size() <= kMostLabels) return JoinWords(labels);
  std::vector<std::string> shown(labels.begin(), labels.begin() + kMostLabels - 1);
  shown.push_back(fmt::format("{} more", labels.size() - shown.size()));
  return JoinWords(shown);
}

std::string Sentence(Effect effect, const std::vector<std::string>& labels) {
  const bool one = labels.size() == 1;
  const std::string rows = Several(labels);
  switch (effect) {
    case Effect::kReconfirm:
      return "the vendor must reconfirm " + rows;
    case Effect::kAnswerAgain:
      return "the vendor must answer " + rows + " again";
    case Effect::kAsIssued:
      return fmt::format("{} again {} for what was issued", rows, one ? "asks" : "ask");
    case Effect::kAsksLess:
      return "the vendor may give less: " + rows;
    case Effect::kAnswered:
      return fmt::format("{} {} answered by it", rows, one ? "is" : "are");
    case Effect::kVoid:
      return fmt::format("the vendor's answer to {} is void", rows);
    case Effect::kNoLongerOwed:
      return "the vendor no longer owes " + rows;
    case Effect::kKeepsIdentifier:
      return fmt::format("{} {}", rows, one ? "keeps its identifier" : "keep their identifiers");
    case Effect::kNone:
      break;
  }
  return {};
}

bool IsNewQuestion(const RowChange& row) { return row.before == nullptr && row.now->kind == Kind::kQuestion; }

void AddSentences(const RequestChanges& request, bool longer, const std::vector<std::size_t>& rows,
                  SpecChange& change) {
  std::vector<std::string> by_effect[kEffects];
  bool quotation = false;
  std::size_t questions = 0;
  for (const std::size_t i : rows) {
    const RowChange& row = request.rows[i];
    // An identifier that the older spec would have given only names another row by now.
    if (row.now != nullptr || row.issued()) change.rows.push_back(LabelOf(row));
    quotation = quotation || IsDearer(row) || (longer && IsTestTime(row));
    if (IsNewQuestion(row)) ++questions;
    if (row.issued()) by_effect[static_cast<std::size_t>(EffectOf(change, row))].push_back(LabelOf(row));
  }
  if (quotation) change.consequences.emplace_back("needs a new quotation");
  for (std::size_t i = 0; i < static_cast<std::size_t>(Effect::kNone); ++i) {
    if (!by_effect[i].empty()) change.consequences.push_back(Sentence(static_cast<Effect>(i), by_effect[i]));
  }
  if (questions > 0)
    change.consequences.push_back(fmt::format("asks the vendor {}", CountOf(questions, "new question")));
}

/// A day of the agreement is neither more nor less by itself; the rows that it moves say which.
ChangeClass ClassBy(const RequestChanges& request, const std::vector<std::size_t>& rows, const SpecChange& change) {
  if (change.what != ChangeClass::kChanged || TopicOf(change.code) != Topic::kAgreement || rows.empty())
    return change.what;
  const ChangeClass what = request.rows[rows.front()].change.what;
  const bool all =
      std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return request.rows[row].change.what == what; });
  return all && (what == ChangeClass::kTightens || what == ChangeClass::kLoosens) ? what : change.what;
}

/// Rows of an issued revision that would go out under other identifiers: the ledger is gone, or was edited.
std::optional<SpecChange> Renumbered(const RequestChanges& request) {
  if (request.renumbered.empty()) return {};
  std::vector<std::string> was, is;
  for (const auto& [before, now] : request.renumbered) {
    was.push_back(before->id);
    is.push_back(now->is_new && now->id == before->id ? now->id + " given anew" : now->id);
  }
  SpecChange change;
  change.code = codes::kRowRenumbered;
  change.subjects = {"the request"};
  change.attribute = "identifiers that the vendor has";
  change.before = Several(was);
  change.now = Several(is);
  change.before_span = request.renumbered.front().first->span;
  change.now_span = request.renumbered.front().second->span;
  change.consequences = {"the vendor's answers name the earlier ones, so restore hotsite.ledger.json from git"};
  return change;
}

/// A row that changed for no reason that is told.
SpecChange Untold(const RowChange& row) {
  SpecChange change;
  change.code = row.before == nullptr ? codes::kRowNew : row.now == nullptr ? codes::kRowGone : codes::kRowChanged;
  change.what = row.change.what;
  change.subjects = {row.any().subject};
  if (!row.any().site.empty()) change.sites = {row.any().site};
  change.attribute = row.any().attribute;
  change.before = row.change.before;
  change.now = row.change.now;
  if (row.before != nullptr) change.before_span = row.before->span;
  if (row.now != nullptr) change.now_span = row.now->span;
  return change;
}

}  // namespace

void AddConsequences(const RequestChanges& request, const SiteNames& vendor_sites, std::vector<SpecChange>& changes) {
  const std::vector<std::vector<std::size_t>> linked = LinkRows(request, vendor_sites, changes);
  const bool longer = TestIsLonger(request);
  std::vector<bool> told(request.rows.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    for (const std::size_t row : linked[i]) told[row] = true;
    AddSentences(request, longer, linked[i], changes[i]);
    changes[i].what = ClassBy(request, linked[i], changes[i]);
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (!told[i]) AddSentences(request, longer, {i}, changes.emplace_back(Untold(request.rows[i])));
  }
  if (auto renumbered = Renumbered(request)) changes.push_back(std::move(*renumbered));
  SortByTopic(changes);
}

}  // namespace hotsite::diff
