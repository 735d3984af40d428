// The request for programs, with a list for the answers. It is filled in and read back, so its keys stay.
#include <fmt/format.h>

#include "backends/request/parts.h"
#include "compiler/support/json.h"

namespace hotsite::backends::request {
namespace {

using requirements::Kind;
using requirements::Requirement;
using requirements::ValueType;

/// The unit of a value: the word behind its number; of a count, what is counted.
std::string UnitOf(const Requirement& row) {
  if (row.value.empty()) return {};
  if (row.type == ValueType::kCount) return row.attribute;
  if (row.type != ValueType::kMemory && row.type != ValueType::kFrame) return {};
  const std::size_t blank = row.value.find(' ');
  return blank == std::string::npos ? std::string() : row.value.substr(blank + 1);
}

Json RowOf(const Request& request, const Requirement& row) {
  Json json = Json::MakeObject();
  json.Set("id", row.id)
      .Set("edition", row.edition)
      .Set("key", row.key)
      .Set("kind", ToString(row.kind))
      .Set("category", CodeOf(row.category));
  if (!row.site.empty()) json.Set("site", row.site);
  json.Set("subject", row.subject).Set("attribute", row.attribute).Set("type", ToString(row.type));
  if (!row.value.empty()) {
    json.Set("comparator", ToString(row.comparator)).Set("value", row.value);
    if (const std::string unit = UnitOf(row); !unit.empty()) json.Set("unit", unit);
  }
  if (row.kind == Kind::kQuestion && !request.due.empty()) json.Set("due", request.due);
  json.Set("sentence", row.sentence).Set("reason", row.reason).Set("new", row.is_new);
  if (!row.past.empty()) json.Set("past", row.past);
  return json;
}

Json EmptyAnswer(const Requirement& row) {
  Json json = Json::MakeObject();
  json.Set("id", row.id)
      .Set("edition", row.edition)
      .Set("answer", "")
      .Set("value", "")
      .Set("initials", "")
      .Set("date", "")
      .Set("note", "");
  return json;
}

}  // namespace

std::string JsonText(const Request& request) {
  const model::Recovery& recovery = *request.model().recovery;
  Json rows = Json::MakeArray(), answers = Json::MakeArray();
  for (const Requirement& row : request.requirements().all) {
    rows.Push(RowOf(request, row));
    if (row.kind != Kind::kInformation) answers.Push(EmptyAnswer(row));
  }
  Json json = Json::MakeObject();
  json.Set("request", request.title).Set("revision", request.input.revision).Set("status", request.status);
  json.Set("digest", request.input.spec_digest)
      .Set("customer", request.model().customer)
      .Set("vendor", recovery.vendor);
  json.Set("contract", recovery.contract).Set("due", request.due);
  json.Set("requirements", std::move(rows)).Set("answers", std::move(answers));
  return json.Print();
}

}  // namespace hotsite::backends::request
