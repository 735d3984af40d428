// The chapter on model.json: its objects with their members, from the table that the JSON Schema is made of.
#include <fmt/format.h>

#include <algorithm>

#include "backends/model_json/schema.h"
#include "compiler/driver/manual.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

namespace table = backends::model_json;

bool IsObject(std::string_view word) {
  const auto found = std::find_if(table::Objects().begin(), table::Objects().end(),
                                  [&](const table::ObjectRow& row) { return row.name == word; });
  return found != table::Objects().end();
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// `[Network]`: a list of [Network](#network).
std::string TypeText(std::string_view type) {
  if (type.ends_with(" or null")) return TypeText(type.substr(0, type.size() - 8)) + " or null";
  if (type.ends_with(" or open")) return TypeText(type.substr(0, type.size() - 8)) + " or " + LinkTo("Open", "Open");
  if (type == "open") return LinkTo("Open", "Open");
  if (type.starts_with("stated ")) return "stated: " + TypeText(type.substr(7));
  if (type.starts_with("[")) return "list of " + TypeText(type.substr(1, type.size() - 2));
  if (type.starts_with("{")) return "`" + Replaced(std::string(type.substr(1, type.size() - 2)), "|", "` or `") + "`";
  if (type.starts_with("=")) return fmt::format("`{}`", type.substr(1));
  return IsObject(type) ? LinkTo(type, type) : std::string(type);
}

void ObjectSection(const table::ObjectRow& object, TextWriter& out) {
  out.Line();
  out.Line("## {}", object.name);
  out.Line();
  out.Line(MarkdownWords(object.help));
  out.Line();
  out.Line("| member | type | meaning |");
  out.Line("| --- | --- | --- |");
  for (const table::MemberRow& member : object.members) {
    const bool always = member.name.ends_with("!");
    const std::string_view name = member.name.substr(0, member.name.size() - (always ? 1 : 0));
    out.Line("| `{}`{} | {} | {} |", name, always ? "" : " (perhaps)", TypeText(member.type),
             MarkdownWords(member.help));
  }
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
  for (const table::ObjectRow& object : table::Objects()) ObjectSection(object, out);
  out.Line();
  out.Line("## Forms of texts");
  out.Line();
  for (const table::FormRow& form : table::Forms()) out.Line("- {}: {}", form.name, MarkdownWords(form.help));
  return out.Take();
}

}  // namespace hotsite::driver
