// The changelog for programs; json_table.cpp says what each member means.
#include "compiler/support/json.h"

#include <utility>

#include "backends/changelog/changelog.h"
#include "backends/changelog/for_people.h"
#include "backends/changelog/verdict.h"

namespace hotsite::backends::changelog {
namespace {

using diff::ChangeClass;
using diff::SpecChange;
using Value = hotsite::Json;  // `Json` is this file's function

Value ListOf(const std::vector<std::string>& texts) {
  Value list = Value::MakeArray();
  for (const std::string& text : texts) list.Push(text);
  return list;
}

void SetText(Value& object, const char* name, const std::string& text) {
  if (!text.empty()) object.Set(name, text);
}

void SetList(Value& object, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) object.Set(name, ListOf(texts));
}

void SetPlace(Value& object, const char* name, const SourceMap& sources, Span span) {
  if (!span.valid()) return;
  const SourceFile& file = sources.Get(span);
  const LineColumn at = file.Locate(span.begin);
  object.Set(name, Value::MakeObject().Set("file", file.path()).Set("line", at.line).Set("column", at.column));
}

Value ChangeJson(const Changelog& log, const SpecChange& change) {
  Value json = Value::MakeObject();
  json.Set("code", change.code.ToString());
  json.Set("topic", ToString(diff::TopicOf(change.code))).Set("class", ToString(change.what));
  if (IsGrave(change)) json.Set("grave", true);
  json.Set("subjects", ListOf(change.subjects));
  SetList(json, "sites", change.sites);
  SetText(json, "part", change.part);
  SetText(json, "attribute", change.attribute);
  SetText(json, "before", change.before);
  SetText(json, "now", change.now);
  SetText(json, "description", change.description);
  SetList(json, "rows", change.rows);
  SetList(json, "consequences", change.consequences);
  SetPlace(json, "before_place", log.before.sources, change.before_span);
  SetPlace(json, "now_place", log.now.sources, change.now_span);
  return json;
}

Value RowJson(const diff::Change& row) {
  Value json = Value::MakeObject();
  json.Set("id", row.id);
  SetText(json, "edition", row.edition);
  json.Set("class", ToString(row.what)).Set("subject", row.subject).Set("attribute", row.attribute);
  SetText(json, "before", row.before);
  SetText(json, "now", row.now);
  SetText(json, "must", row.must);
  SetText(json, "reason", row.reason);
  return json;
}

const char* Word(AffectedFile::How how) {
  switch (how) {
    case AffectedFile::How::kNew:
      return "new";
    case AffectedFile::How::kChanged:
      return "changed";
    case AffectedFile::How::kGone:
      return "gone";
  }
  return "";
}

Value TopicCounts(const diff::SpecChanges& changes) {
  Value counts = Value::MakeObject();
  for (std::size_t i = 0; i < diff::kTopics; ++i) {
    const auto topic = static_cast<diff::Topic>(i);
    counts.Set(ToString(topic), CountMeaning(changes, topic));
  }
  return counts;
}

Value ClassCounts(const diff::SpecChanges& changes) {
  Value counts = Value::MakeObject();
  for (std::size_t i = 0; i < diff::kChangeClasses; ++i) {
    const auto what = static_cast<ChangeClass>(i);
    counts.Set(ToString(what), changes.Count(what));
  }
  return counts;
}

Value ComparisonJson(const Changelog& log) {
  Value changes = Value::MakeArray(), rows = Value::MakeArray(), files = Value::MakeArray();
  for (const SpecChange& change : log.changes.all) changes.Push(ChangeJson(log, change));
  for (const diff::Change& row : log.changes.request.all) rows.Push(RowJson(row));
  for (const AffectedFile& file : log.files)
    files.Push(Value::MakeObject().Set("path", file.path).Set("change", Word(file.how)));
  Value json = Value::MakeObject();
  json.Set("before", log.before.title).Set("now", log.now.title).Set("verdict", Verdict(ForPeople(log.changes)));
  json.Set("same_meaning", log.changes.same_meaning()).Set("changes", std::move(changes));
  json.Set("rows", std::move(rows)).Set("files", std::move(files)).Set("remarks", ListOf(log.remarks));
  return json.Set("topics", TopicCounts(log.changes)).Set("classes", ClassCounts(log.changes));
}

}  // namespace

std::string Json(const std::vector<Changelog>& logs) {
  Value comparisons = Value::MakeArray();
  for (const Changelog& log : logs) comparisons.Push(ComparisonJson(log));
  Value document = Value::MakeObject();
  return document.Set("format", "hotsite-changes").Set("version", 1).Set("comparisons", std::move(comparisons)).Print();
}

}  // namespace hotsite::backends::changelog
