#include "compiler/reply/pdf_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/reply/deviations_log.h"
#include "compiler/reply/field_name.h"
#include "compiler/reply/problem.h"

namespace hotsite::reply {
namespace {

bool SaysNothing(const Row& row) {
  return !row.confirm && !row.deviate && row.value.empty() && row.initials.empty() && row.note.empty();
}

/// The first few of many names, with how many there are.
std::string Some(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 5;
  std::string text;
  for (std::size_t at = 0; at < std::min(names.size(), kShown); ++at) text += (at == 0 ? "" : ", ") + names[at];
  return names.size() > kShown ? fmt::format("{} and {} more", text, names.size() - kShown) : text;
}

class Sorter {
 public:
  explicit Sorter(Read& read) : read_(read) {}

  void Take(const FormField& field) {
    const FieldName name = ReadFieldName(field.name);
    if (field.signature) return Sign(field);
    if (name.stem.empty()) {
      if (!field.value.empty() || field.ticked) others_.push_back(field.name);
      return;
    }
    ++of_request_;
    if (name.stem == "DOC") return Cover(name.part, field.value);
    if (name.stem.starts_with("DEV-")) return Log(name, field);
    const bool words = !field.value.empty();
    if (name.stem.starts_with("SGN_") || name.stem.starts_with("CHG_")) {
      if (words) read_.signatures.push_back({name.stem + "_" + name.part, field.value});
    } else if (name.stem.starts_with("ACC_")) {
      found_ += words ? 1 : 0;
    } else {
      TakeRow(name, field);
    }
  }

  std::size_t Finish() {
    DropCopies();
    ApplyLog(log_, read_);
    if (!others_.empty()) read_.remarks.push_back("fields that no request has were left out: " + Some(others_));
    if (found_ > 0)
      read_.remarks.push_back(fmt::format(
          "the column Found of section 14 is filled in for {} {}; it is for the day of the test, and was left out",
          found_, found_ == 1 ? "row" : "rows"));
    if (signed_) read_.remarks.emplace_back("it is digitally signed; Hotsite doesn't verify signatures (pdfsig does)");
    return of_request_;
  }

 private:
  void Sign(const FormField& field) {
    signed_ = true;
    read_.signatures.push_back(
        {field.name, field.value.empty() ? "digitally signed" : "digitally signed by " + field.value});
  }

  void Cover(const std::string& part, const std::string& value) {
    std::string& which = part == "request" ? read_.request : part == "revision" ? read_.revision : read_.digest;
    if (which.empty()) which = value;
  }

  void Log(const FieldName& name, const FormField& field) {
    const auto [at, added] = log_at_.try_emplace({name.above, name.stem}, log_.size());
    if (added) log_.push_back({name.stem, "", "", "", "", ""});
    LogEntry& entry = log_[at->second];
    std::string& which = name.part == "id"         ? entry.id
                         : name.part == "offered"  ? entry.offered
                         : name.part == "effect"   ? entry.effect
                         : name.part == "decision" ? entry.decision
                                                   : entry.initials;
    if (which.empty()) which = field.value;
  }

  /// A part that was there already begins another row of the same identifier.
  Row& RowOf(const FieldName& name) {
    auto [at, added] = rows_.try_emplace({name.above, name.stem}, read_.rows.size());
    const bool again = !parts_.insert({at->second, name.part}).second;
    if (again) {
      at->second = read_.rows.size();
      parts_.insert({at->second, name.part});
    }
    if (added || again) {
      if (read_.rows.size() >= kMaxAnswers) throw Refused{TooMany("rows")};
      read_.rows.emplace_back();
      read_.rows.back().id = name.stem;
    }
    return read_.rows[at->second];
  }

  void TakeRow(const FieldName& name, const FormField& field) {
    Row& row = RowOf(name);
    const bool tick = name.part == "confirm" || name.part == "deviate";
    if (name.part == "confirm") row.confirm = field.ticked;
    if (name.part == "deviate") row.deviate = field.ticked;
    if (name.part == "value") row.value = field.value;
    if (name.part == "initials") row.initials = field.value;
    if (row.page == 0) row.page = field.page;
    const bool nothing_better =
        row.field.empty() || (!row.field.ends_with("_value") && name.part != "initials" && field.ticked);
    if (name.part == "value" || nothing_better) row.field = field.name;
    if (tick && field.unsure)
      read_.remarks.push_back(fmt::format("the box {} is ticked, but not every program shows it so", field.name));
  }

  /// Of several rows with one identifier those that say nothing, or nothing else, are left out.
  void DropCopies() {
    std::set<std::string> answered, blank;
    std::set<std::tuple<std::string, bool, bool, std::string, std::string>> said;
    for (const Row& row : read_.rows) {
      if (!SaysNothing(row)) answered.insert(row.id);
    }
    std::erase_if(read_.rows, [&](const Row& row) {
      if (SaysNothing(row)) return answered.count(row.id) > 0 || !blank.insert(row.id).second;
      return !said.insert({row.id, row.confirm, row.deviate, row.value, row.initials}).second;
    });
  }

  using Key = std::pair<std::string, std::string>;  // FieldName::above, ::stem

  Read& read_;
  std::map<Key, std::size_t> rows_, log_at_;
  std::set<std::pair<std::size_t, std::string>> parts_;
  std::vector<LogEntry> log_;
  std::vector<std::string> others_;
  std::size_t of_request_ = 0, found_ = 0;
  bool signed_ = false;
};

}  // namespace

std::size_t ReadFields(const std::vector<FormField>& fields, Read& read) {
  Sorter sorter(read);
  for (const FormField& field : fields) sorter.Take(field);
  return sorter.Finish();
}

}  // namespace hotsite::reply
