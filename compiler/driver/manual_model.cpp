// The chapters on what is written for programs: objects with their members, from the tables that the JSON Schemas are
// made of.
#include <fmt/format.h>

#include <algorithm>

#include "backends/changelog/json_table.h"
#include "backends/model_json/schema.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

namespace schema = backends::json_schema;

bool IsObject(const schema::Table& table, std::string_view word) {
  return std::any_of(table.objects.begin(), table.objects.end(),
                     [&](const schema::ObjectRow& row) { return row.name == word; });
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// `[Network]`: a list of [Network](#network).
std::string TypeText(const schema::Table& table, std::string_view type) {
  if (type.ends_with(" or null")) return TypeText(table, type.substr(0, type.size() - 8)) + " or null";
  if (type.ends_with(" or open"))
    return TypeText(table, type.substr(0, type.size() - 8)) + " or " + LinkTo("Open", "Open");
  if (type == "open") return LinkTo("Open", "Open");
  if (type.starts_with("stated ")) return "stated: " + TypeText(table, type.substr(7));
  if (type.starts_with("[")) return "list of " + TypeText(table, type.substr(1, type.size() - 2));
  if (type.starts_with("{")) return "`" + Replaced(std::string(type.substr(1, type.size() - 2)), "|", "` or `") + "`";
  if (type.starts_with("=")) return fmt::format("`{}`", type.substr(1));
  return IsObject(table, type) ? LinkTo(type, type) : std::string(type);
}

void ObjectSection(const schema::Table& table, const schema::ObjectRow& object, TextWriter& out) {
  out.Line();
  out.Line("## {}", object.name);
  out.Line();
  out.Line(MarkdownWords(object.help));
  out.Line();
  out.Line("| member | type | meaning |");
  out.Line("| --- | --- | --- |");
  for (const schema::MemberRow& member : object.members) {
    const bool always = member.name.ends_with("!");
    const std::string_view name = member.name.substr(0, member.name.size() - (always ? 1 : 0));
    out.Line("| `{}`{} | {} | {} |", name, always ? "" : " (perhaps)", TypeText(table, member.type),
             MarkdownWords(member.help));
  }
}

void Sections(const schema::Table& table, TextWriter& out) {
  for (const schema::ObjectRow& object : table.objects) ObjectSection(table, object, out);
  out.Line();
  out.Line("## Forms of texts");
  out.Line();
  for (const schema::FormRow& form : table.forms) out.Line("- {}: {}", form.name, MarkdownWords(form.help));
}

}  // namespace

std::string ModelChapter() {
  TextWriter out;
  out.Line(
      "What `hotsite show SPEC --json` prints and `build` writes as `model.json`: the checked spec, for other programs "
      "([plugins](../plugins.md) among them). Its JSON Schema, for validators, is "
      "[model.schema.json](model.schema.json), "
      "and `hotsite schema` prints it.");
  out.Line();
  out.Line(
      "A member marked (perhaps) is left out where it says nothing. A *stated* value is an object: `value`, perhaps "
      "`comparator` (`at least`, `at most`; not there: exactly) and `reason`; or it waits for the vendor, as "
      "{}. New members may come with any release; one that goes or changes its meaning raises `version`.",
      LinkTo("Open", "Open"));
  Sections(backends::model_json::ModelTable(), out);
  return out.Take();
}

std::string ChangesChapter() {
  TextWriter out;
  out.Line(
      "What `hotsite diff --format json` prints: what changed between two specs, for other programs. Its JSON Schema "
      "is "
      "[changes.schema.json](changes.schema.json), and `hotsite schema diff` prints it. A member marked (perhaps) is "
      "left "
      "out where it says nothing. New members may come with any release; one that goes or changes its meaning raises "
      "`version`.");
  Sections(backends::changelog::JsonTable(), out);
  return out.Take();
}

}  // namespace hotsite::driver
