#include <utility>

#include "compiler/contract/status.h"
#include "compiler/contract/tell.h"

namespace hotsite::contract {
namespace {

/// Members that are empty are left out.
void SetText(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object.Set(key, text);
}

Json GivenJson(const Given& given) {
  const model::Answer& answer = *given.answer;
  Json json = Json::MakeObject();
  json.Set("says", ToString(answer.kind));
  SetText(json, "edition", answer.edition);
  SetText(json, "value", answer.value);
  SetText(json, "note", answer.note);
  SetText(json, "by", answer.initials.empty() ? given.reply->by : answer.initials);
  if (answer.date) json.Set("on", answer.date->ToString());
  json.Set("reply", given.reply->what);
  if (given.reply->received) json.Set("received", given.reply->received->ToString());
  SetText(json, "field", answer.field);
  if (answer.page > 0) json.Set("page", answer.page);
  if (answer.line > 0) json.Set("line", answer.line);
  return json;
}

Json AcceptedJson(const model::DeviationAccepted& accepted) {
  Json json = Json::MakeObject();
  json.Set("reason", accepted.reason);
  SetText(json, "by", accepted.by);
  if (accepted.on) json.Set("on", accepted.on->ToString());
  if (accepted.until) json.Set("until", accepted.until->ToString());
  return json;
}

const char* NameOf(Standing standing) {
  return standing == Standing::kAgreed ? "agreed" : standing == Standing::kOpen ? "open" : "refused";
}

Json RowJson(const Answers& answers, const RowAnswer& row) {
  Json json = Json::MakeObject();
  json.Set("id", row.id);
  if (row.row != nullptr) {
    SetText(json, "edition", row.row->edition);
    json.Set("kind", requirements::ToString(row.row->kind));
    json.Set("subject", row.row->subject).Set("attribute", row.row->attribute);
    SetText(json, "asked", AskedOf(*row.row));
  }
  json.Set("status", ToString(row.status)).Set("standing", NameOf(StandingOf(row.status)));
  if (row.value) json.Set("value", row.value->text);
  SetText(json, "problem", row.problem);
  SetText(json, "taken", row.taken);
  SetText(json, "words", row.words);
  if (row.with) json.Set("with", answers.rows[*row.with].id);
  if (row.counts.answer != nullptr) json.Set("answer", GivenJson(row.counts));
  if (!row.earlier.empty()) {
    Json earlier = Json::MakeArray();
    for (const Given& given : row.earlier) earlier.Push(GivenJson(given));
    json.Set("earlier", std::move(earlier));
  }
  if (row.accepted != nullptr) json.Set("accepted", AcceptedJson(*row.accepted));
  return json;
}

void SetCounts(Json& json, const SectionStatus& counts) {
  json.Set("agreed", counts.agreed).Set("open", counts.open).Set("refused", counts.refused);
}

}  // namespace

Json StatusJson(const Answers& answers) {
  Json json = Json::MakeObject();
  json.Set("recovery", answers.contract->recovery);
  if (answers.contract->revision > 0) json.Set("revision", answers.contract->revision);
  SetText(json, "due", DueOf(answers));
  const std::vector<SectionStatus> sections = BySection(answers);
  SetCounts(json, Total(sections));
  Json list = Json::MakeArray();
  for (const SectionStatus& section : sections) {
    Json one = Json::MakeObject();
    one.Set("section", CodeOf(section.category)).Set("title", TitleOf(section.category));
    SetCounts(one, section);
    list.Push(std::move(one));
  }
  json.Set("sections", std::move(list));
  Json rows = Json::MakeArray();
  for (const RowAnswer& row : answers.rows) rows.Push(RowJson(answers, row));
  return std::move(json.Set("rows", std::move(rows)));
}

}  // namespace hotsite::contract
