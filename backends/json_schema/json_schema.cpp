#include "backends/json_schema/json_schema.h"

#include <algorithm>
#include <string>

#include "compiler/support/check.h"

namespace hotsite::backends::json_schema {
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

/// Makes the parts of a schema of the rows of a table.
class Maker {
 public:
  explicit Maker(const Table& table) : table_(table) {}

  Json ObjectJson(const ObjectRow& row) const {
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

 private:
  /// {"value": …, "comparator": …, "reason": …}, or {"open": requirement}.
  Json StatedType(std::string_view type) const {
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

  Json TypeJson(std::string_view type) const {
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
        std::find_if(table_.objects.begin(), table_.objects.end(), [&](const auto& row) { return row.name == type; });
    const auto form =
        std::find_if(table_.forms.begin(), table_.forms.end(), [&](const auto& row) { return row.name == type; });
    HOTSITE_CHECK(object != table_.objects.end() || form != table_.forms.end(),
                  "a type in a table of JSON that no row defines");
    return Reference(type);
  }

  const Table& table_;
};

Json FormJson(const FormRow& row) {
  Json form = Json::MakeObject();
  form.Set("description", row.help).Set("type", "string");
  return form.Set("pattern", "^(?:" + std::string(row.pattern) + ")$");
}

/// Whether a member is of a stated type, which refers to the comparators.
bool HasStated(const Table& table) {
  for (const ObjectRow& object : table.objects) {
    for (const MemberRow& member : object.members) {
      if (member.type.find("stated ") != std::string_view::npos) return true;
    }
  }
  return false;
}

}  // namespace

Json SchemaOf(const Table& table) {
  const Maker maker(table);
  Json schema = Json::MakeObject();
  schema.Set("$schema", "https://json-schema.org/draft/2020-12/schema");
  schema.Set("$id", table.id);
  schema.Set("title", table.title);
  const Json document = maker.ObjectJson(table.objects.front());
  for (const Json::Member& member : *document.AsObject()) schema.Set(member.first, member.second);
  Json definitions = Json::MakeObject();
  if (HasStated(table)) definitions.Set("Comparator", Choice("at least|at most|exactly"));
  for (const FormRow& form : table.forms) definitions.Set(std::string(form.name), FormJson(form));
  for (const ObjectRow& object : table.objects.subspan(1))
    definitions.Set(std::string(object.name), maker.ObjectJson(object));
  return schema.Set("$defs", std::move(definitions));
}

}  // namespace hotsite::backends::json_schema
