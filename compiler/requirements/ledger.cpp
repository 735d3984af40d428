#include "compiler/requirements/ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/requirements/sentences.h"
#include "compiler/support/json.h"

namespace hotsite::requirements {
namespace {

constexpr int kFormat = 2;

std::string Compact(const Json& json) {
  std::string text = json.Print(true);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

// Members that may be empty and are, are left out: a ledger is read by people too.
Json RowOf(const IssuedRow& row) {
  Json json = Json::MakeObject();
  const auto text = [&json](const char* key, std::string_view value) {
    if (!value.empty()) json.Set(key, value);
  };
  text("edition", row.edition);
  text("kind", ToString(row.kind));
  text("site", row.site);
  text("subject", row.subject);
  text("attribute", row.attribute);
  if (!row.value.empty()) text("comparator", ToString(row.comparator));
  text("type", ToString(row.type));
  text("value", row.value);
  json.Set("sentence", row.sentence);
  json.Set("wording", row.wording);
  return json;
}

/// `"key": value` on a line each, between the braces of an object that stands `indent` deep.
class Lines {
 public:
  Lines(std::string& out, std::size_t indent) : out_(out), indent_(indent) {}

  void Add(std::string_view key, const Json& value) { AddPrinted(key, Compact(value)); }

  void AddPrinted(std::string_view key, const std::string& value) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += fmt::format("\n{:{}}{}: {}", "", indent_ + 2, Compact(Json(key)), value);
  }
  void Close(char brace) { out_ += first_ ? std::string(1, brace) : fmt::format("\n{:{}}{}", "", indent_, brace); }

 private:
  std::string& out_;
  std::size_t indent_;
  bool first_ = true;
};

template <class Map, class Print>
std::string ObjectOf(const Map& map, std::size_t indent, Print print) {
  std::string text = "{";
  Lines lines(text, indent);
  for (const auto& [key, value] : map) lines.AddPrinted(key, Compact(print(value)));
  lines.Close('}');
  return text;
}

std::string RevisionOf(const IssuedRevision& revision) {
  Json withdrawn = Json::MakeArray();
  for (const std::string& id : revision.withdrawn) withdrawn.Push(id);
  std::string text = "{";
  Lines lines(text, 4);
  lines.Add("number", revision.number);
  lines.Add("recovery", revision.recovery);
  lines.Add("spec", revision.spec);
  lines.Add("issued", revision.issued.ToString());
  lines.Add("by", revision.by);
  lines.Add("why", revision.why);
  lines.Add("digest", revision.spec_digest);
  lines.Add("withdrawn", withdrawn);
  lines.AddPrinted("rows", ObjectOf(revision.rows, 6, RowOf));
  lines.Close('}');
  return text;
}

}  // namespace

IssuedRow Freeze(const Requirement& row) {
  return {row.edition,    row.kind, row.site,  row.subject,  row.attribute,
          row.comparator, row.type, row.value, row.sentence, kWording};
}

bool IsIdentifier(std::string_view text) {
  if (text.size() < 7 || text.size() > 12 || text[3] != '-') return false;
  const auto digits = text.substr(4);
  if (digits.size() > 3 && digits[0] == '0') return false;
  return std::all_of(text.begin(), text.begin() + 3, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

IssuedRows Ledger::RowsAfter(std::size_t count) const {
  IssuedRows rows;
  for (std::size_t i = 0; i < std::min(count, revisions.size()); ++i) {
    for (const std::string& id : revisions[i].withdrawn) rows.erase(id);
    for (const auto& [id, row] : revisions[i].rows) rows[id] = &row;
  }
  return rows;
}

std::string Ledger::Print() const {
  std::string text = "{";
  Lines lines(text, 0);
  lines.Add("format", kFormat);
  lines.AddPrinted("identifiers", ObjectOf(identifiers, 2, [](const std::string& id) { return Json(id); }));
  std::string list = "[";
  for (const IssuedRevision& revision : revisions)
    list += (&revision == &revisions.front() ? "\n    " : ",\n    ") + RevisionOf(revision);
  lines.AddPrinted("revisions", list + (revisions.empty() ? "]" : "\n  ]"));
  lines.Close('}');
  return text + "\n";
}

}  // namespace hotsite::requirements
