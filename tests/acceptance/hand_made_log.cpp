#include "tests/acceptance/hand_made_log.h"

#include "compiler/diff/change_codes.h"
#include "compiler/driver/pipeline.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {
namespace {

using diff::ChangeClass;
using diff::SpecChange;

std::string SpecWith(const std::string& place) {
  return "hotsite 1\nzos PRODA { processors 2 CP; memory 1 GiB }\nsite home { machine CEC { lpar PRODA } }\n"
         "recovery \"2009\" { site hotsite { machine BIGBOX { " +
         place + " } } }\n";
}

/// One of each class, in several topics.
std::vector<SpecChange> ChangesWith(const std::string& text) {
  std::vector<SpecChange> all;
  const Code codes[] = {diff::codes::kRunsElsewhere, diff::codes::kLevelChanged, diff::codes::kMemory};
  for (std::size_t i = 0; i < diff::kChangeClasses; ++i) {
    for (const Code code : codes) {
      SpecChange& change = all.emplace_back();
      change.code = code;
      change.what = static_cast<ChangeClass>(i);
      change.subjects = {text, "LNX2", "LNX4", "LNX6", "LNX8", "LNX10", text + "X"};
      change.sites = {text};
      change.part = text;
      change.rows = {text};
      change.consequences = {text, "needs a new quotation"};
      const bool whole = change.what == ChangeClass::kNew || change.what == ChangeClass::kWithdrawn;
      if (!whole) change.attribute = text;
      (whole ? change.description : change.before) = text;
      if (!whole) change.now = text + "Y";
    }
  }
  return all;
}

}  // namespace

struct HandMadeLog::Parts {
  explicit Parts(const std::string& words)
      : text(words),
        before(harness::CompileText(SpecWith("lpar PRODA"))),
        now(harness::CompileText(SpecWith("lpar FLOOR { zvm VENDORVM { guest PRODA } }"))),
        old{*before.model, before.requirements},
        today{*now.model, now.requirements} {
    changes.all = ChangesWith(text);
    for (std::size_t i = 0; i < diff::kChangeClasses; ++i) {
      diff::Change row{static_cast<ChangeClass>(i), text, "b", text, text, text, text, text, text};
      changes.request.all.push_back(row);
    }
  }

  std::string text;
  driver::Compilation before, now;
  diff::Spec old, today;
  diff::SpecChanges changes;
};

HandMadeLog::HandMadeLog(const std::string& text) : parts_(std::make_unique<Parts>(text)) {}
HandMadeLog::~HandMadeLog() = default;
diff::SpecChanges& HandMadeLog::changes() { return parts_->changes; }

backends::changelog::Changelog HandMadeLog::log() const {
  using How = backends::changelog::AffectedFile::How;
  const std::string& text = parts_->text;
  return {{parts_->old, parts_->before.sources, text},
          {parts_->today, parts_->now.sources, text},
          parts_->changes,
          {{"a/" + text, How::kNew}, {"b/" + text, How::kChanged}, {text, How::kGone}},
          {text}};
}

}  // namespace hotsite::acceptance
