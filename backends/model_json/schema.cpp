#include "backends/model_json/schema.h"

#include <algorithm>
#include <string>

#include "compiler/support/check.h"

namespace hotsite::backends::model_json {
namespace {

Json Reference(std::string_view name) { return Json::MakeObject().Set("$ref", "#/$defs/" + std::string(name)); }

Json Either(Json one, Json other) {
  Json both = Json::MakeArray();
  both.Push(std::move(one)).Push(std::move(other));
  return Json::MakeObject().Set("anyOf", std::move(both));
}

Json Choice(std::string_view words) {
  Json list = Json::MakeArray();
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find('|', at), words.size());
    list.Push(words.substr(at, end - at));
    at = end + 1;
  }
  return Json::MakeObject().Set("enum", std::move(list));
}

Json TypeJson(std::string_view type);

/// {"value": …, "comparator": …, "reason": …}, or {"open": requirement}.
Json StatedType(std::string_view type) {
  Json members = Json::MakeObject();
  members.Set("value", TypeJson(type));
  members.Set("comparator", Reference("Comparator"));
  members.Set("reason", Json::MakeObject().Set("type", "string"));
  Json needed = Json::MakeArray();
  needed.Push("value");
  Json known = Json::MakeObject();
  known.Set("type", "object").Set("properties", std::move(members)).Set("required", std::move(needed));
  known.Set("additionalProperties", false);
  return Either(std::move(known), Reference("Open"));
}

Json TypeJson(std::string_view type) {
  if (type.ends_with(" or open")) return Either(TypeJson(type.substr(0, type.size() - 8)), Reference("Open"));
  if (type.ends_with(" or null"))
    return Either(TypeJson(type.substr(0, type.size() - 8)), Json::MakeObject().Set("type", "null"));
  if (type.starts_with("stated ")) return StatedType(type.substr(7));
  if (type == "open") return Reference("Open");
  if (type == "text") return Json::MakeObject().Set("type", "string");
  if (type == "integer" || type == "boolean") return Json::MakeObject().Set("type", type);
  if (type == "true") return Json::MakeObject().Set("const", true);
  if (type.starts_with("{")) return Choice(type.substr(1, type.size() - 2));
  if (type.starts_with("=")) return Json::MakeObject().Set("const", type.substr(1));
  if (type.starts_with("["))
    return Json::MakeObject().Set("type", "array").Set("items", TypeJson(type.substr(1, type.size() - 2)));
  const auto object =
      std::find_if(Objects().begin(), Objects().end(), [&](const auto& row) { return row.name == type; });
  const auto form = std::find_if(Forms().begin(), Forms().end(), [&](const auto& row) { return row.name == type; });
  HOTSITE_CHECK(object != Objects().end() || form != Forms().end(), "a type of model.json that no row defines");
  return Reference(type);
}

Json ObjectJson(const ObjectRow& row) {
  Json properties = Json::MakeObject();
  Json needed = Json::MakeArray();
  for (const MemberRow& member : row.members) {
    const bool always = member.name.ends_with("!");
    const std::string name(member.name.substr(0, member.name.size() - (always ? 1 : 0)));
    if (always) needed.Push(name);
    Json described = Json::MakeObject();
    if (!member.help.empty()) described.Set("description", member.help);
    const Json type = TypeJson(member.type);
    for (const Json::Member& one : *type.AsObject()) described.Set(one.first, one.second);
    properties.Set(name, std::move(described));
  }
  Json object = Json::MakeObject();
  object.Set("description", row.help).Set("type", "object").Set("properties", std::move(properties));
  if (!needed.AsArray()->empty()) object.Set("required", std::move(needed));
  return object.Set("additionalProperties", false);
}

Json FormJson(const FormRow& row) {
  Json form = Json::MakeObject();
  form.Set("description", row.help).Set("type", "string");
  return form.Set("pattern", "^(?:" + std::string(row.pattern) + ")$");
}

}  // namespace

Json ModelSchema() {
  Json schema = Json::MakeObject();
  schema.Set("$schema", "https://json-schema.org/draft/2020-12/schema");
  schema.Set("$id", "urn:hotsite:model:1");
  schema.Set("title", "model.json of Hotsite, format version 1");
  const Json document = ObjectJson(Objects().front());
  for (const Json::Member& member : *document.AsObject()) schema.Set(member.first, member.second);
  Json definitions = Json::MakeObject();
  definitions.Set("Comparator", Choice("at least|at most|exactly"));
  for (const FormRow& form : Forms()) definitions.Set(std::string(form.name), FormJson(form));
  for (const ObjectRow& object : Objects().subspan(1)) definitions.Set(std::string(object.name), ObjectJson(object));
  return schema.Set("$defs", std::move(definitions));
}

}  // namespace hotsite::backends::model_json
