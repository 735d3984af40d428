// The status for programs. Every row is there, also those that ask nothing.
#include "backends/contract/parts.h"
#include "compiler/requirements/checks.h"
#include "compiler/support/json.h"

namespace hotsite::backends::contract_papers {
namespace {

using contract::Given;
using contract::RowAnswer;
using contract::Standing;

const char* ToString(Standing standing) {
  switch (standing) {
    case Standing::kAgreed:
      return "agreed";
    case Standing::kOpen:
      return "open";
    case Standing::kRefused:
      return "refused";
  }
  return "";
}

void SetText(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json.Set(key, text);
}

void SetDate(Json& json, const char* key, const std::optional<Date>& date) {
  if (date) json.Set(key, date->ToString());
}

Json AnswerJson(const Given& given) {
  const model::Answer& answer = *given.answer;
  Json json = Json::MakeObject();
  json.Set("answer", model::ToString(answer.kind));
  SetText(json, "edition", answer.edition);
  SetText(json, "value", answer.value);
  SetText(json, "note", answer.note);
  SetText(json, "initials", answer.initials);
  SetDate(json, "date", answer.date);
  json.Set("reply", given.reply->what);
  SetText(json, "by", given.reply->by);
  SetDate(json, "received", given.reply->received);
  SetText(json, "field", answer.field);
  if (answer.page > 0) json.Set("page", answer.page);
  if (answer.line > 0) json.Set("line", answer.line);
  return json;
}

Json AcceptedJson(const model::DeviationAccepted& accepted) {
  Json json = Json::MakeObject();
  json.Set("because", accepted.reason);
  SetText(json, "of", accepted.value);
  SetText(json, "by", accepted.by);
  SetDate(json, "on", accepted.on);
  SetDate(json, "until", accepted.until);
  return json;
}

Json RowJson(const RowAnswer& row) {
  Json json = Json::MakeObject();
  if (row.row == nullptr) {
    json.Set("id", row.counts.answer->id);
  } else {
    json.Set("id", row.row->id);
    SetText(json, "edition", row.row->edition);
    json.Set("key", row.row->key)
        .Set("kind", ToString(row.row->kind))
        .Set("category", requirements::CodeOf(row.row->category));
    SetText(json, "site", row.row->site);
    json.Set("subject", row.row->subject).Set("attribute", row.row->attribute);
    SetText(json, "asked", requirements::WantedValue(*row.row));
  }
  json.Set("status", contract::ToString(row.status)).Set("standing", ToString(contract::StandingOf(row.status)));
  if (row.value) json.Set("promised", row.value->text);
  SetText(json, "problem", row.problem);
  if (row.counts.answer != nullptr) json.Set("answer", AnswerJson(row.counts));
  Json earlier = Json::MakeArray();
  for (const Given& given : row.earlier) earlier.Push(AnswerJson(given));
  if (!row.earlier.empty()) json.Set("earlier", std::move(earlier));
  if (row.accepted != nullptr) json.Set("accepted", AcceptedJson(*row.accepted));
  return json;
}

Json RepliesJson(const model::Contract& contract) {
  Json replies = Json::MakeArray();
  for (const model::Reply& reply : contract.replies) {
    Json json = Json::MakeObject();
    json.Set("reply", reply.what);
    SetDate(json, "received", reply.received);
    SetText(json, "by", reply.by);
    SetText(json, "file", reply.file);
    SetText(json, "sha256", reply.sha256);
    replies.Push(std::move(json));
  }
  return replies;
}

}  // namespace

std::string StatusJson(const Papers& papers) {
  Json rows = Json::MakeArray(), counts = Json::MakeObject();
  for (const RowAnswer& row : papers.answers().rows) rows.Push(RowJson(row));
  for (const Standing standing : {Standing::kAgreed, Standing::kOpen, Standing::kRefused})
    counts.Set(ToString(standing), Of(papers.answers(), standing).size());
  Json json = Json::MakeObject();
  json.Set("format", "hotsite contract status 1").Set("recovery", papers.recovery.name);
  json.Set("revision", papers.input.revision).Set("digest", papers.input.spec_digest);
  json.Set("contract", papers.agreement.file).Set("contract_digest", papers.agreement.digest);
  json.Set("due", papers.due)
      .Set("counts", std::move(counts))
      .Set("replies", RepliesJson(papers.contract()))
      .Set("rows", std::move(rows));
  return json.Print();
}

}  // namespace hotsite::backends::contract_papers
