#include "compiler/requirements/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/support/json.h"

namespace hotsite::requirements {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::int64_t kHighestRevision = 1'000'000;

/// PLC-001: three capitals, a dash, three digits or more (more have no leading zero).
bool IsIdentifier(std::string_view text) {
  if (text.size() < 7 || text.size() > 12 || text[3] != '-') return false;
  const auto digits = text.substr(4);
  if (digits.size() > 3 && digits[0] == '0') return false;
  return std::all_of(text.begin(), text.begin() + 3, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Reads the parts of the file; the first mistake stays in `problem` and every later step is a no-op.
class Reader {
 public:
  explicit Reader(std::string* problem) : problem_(problem) {}

  bool failed() const { return failed_; }

  void Fail(std::string what) {
    if (!failed_ && problem_ != nullptr) *problem_ = std::move(what);
    failed_ = true;
  }

  void OnlyKeys(const Json& object, std::initializer_list<std::string_view> known, std::string_view where) {
    for (const auto& [key, value] : *object.AsObject()) {
      if (std::find(known.begin(), known.end(), key) == known.end())
        Fail(fmt::format("{} has an unknown member `{}`", where, key));
    }
  }

  std::string Text(const Json& object, std::string_view key, std::string_view where) {
    const Json* member = object.Find(key);
    const std::string* text = member != nullptr ? member->AsString() : nullptr;
    if (text == nullptr) Fail(fmt::format("{} has no text `{}`", where, key));
    return text != nullptr ? *text : std::string();
  }

  void Identifiers(const Json& file, Ledger& ledger) {
    const Json* member = file.Find("identifiers");
    if (member == nullptr || member->AsObject() == nullptr) return Fail("the ledger has no object `identifiers`");
    std::map<std::string, std::string> keys;  // by identifier: it must not be there twice
    for (const auto& [key, value] : *member->AsObject()) {
      const std::string* id = value.AsString();
      if (id == nullptr || !IsIdentifier(*id))
        return Fail(fmt::format("the identifier of `{}` doesn't look like PLC-001", key));
      const auto [other, fresh] = keys.emplace(*id, key);
      if (!fresh) return Fail(fmt::format("`{}` and `{}` both have the identifier {}", other->second, key, *id));
      if (!ledger.identifiers.emplace(key, *id).second) return Fail(fmt::format("`{}` is there twice", key));
    }
  }

  void Revision(const Json& entry, Ledger& ledger) {
    if (entry.AsObject() == nullptr) return Fail("a revision is no object");
    OnlyKeys(entry, {"number", "recovery", "digest", "why", "rows"}, "a revision");
    const Json* number = entry.Find("number");
    const auto value = number != nullptr ? number->AsInteger() : std::nullopt;
    if (!value || *value < 1 || *value > kHighestRevision) return Fail("a revision has no number from 1 up");
    IssuedRevision revision;
    revision.number = static_cast<unsigned>(*value);
    const std::string where = fmt::format("revision {}", *value);
    revision.recovery = Text(entry, "recovery", where);
    revision.spec_digest = Text(entry, "digest", where);
    revision.why = Text(entry, "why", where);
    const Json* rows = entry.Find("rows");
    if (rows == nullptr || rows->AsObject() == nullptr) return Fail(where + " has no object `rows`");
    for (const auto& [id, sentence] : *rows->AsObject()) {
      if (!IsIdentifier(id)) return Fail(fmt::format("the row `{}` of {} doesn't look like PLC-001", id, where));
      if (sentence.AsString() == nullptr) return Fail(fmt::format("the row {} of {} is no text", id, where));
      if (!revision.rows.emplace(id, *sentence.AsString()).second)
        return Fail(fmt::format("{} has the row {} twice", where, id));
    }
    ledger.revisions.push_back(std::move(revision));
  }

  void Revisions(const Json& file, Ledger& ledger) {
    const Json* member = file.Find("revisions");
    if (member == nullptr || member->AsArray() == nullptr) return Fail("the ledger has no list `revisions`");
    for (const Json& entry : *member->AsArray()) Revision(entry, ledger);
  }

 private:
  std::string* problem_;
  bool failed_ = false;
};

}  // namespace

std::optional<Ledger> Ledger::Parse(std::string_view text, std::string* problem) {
  const std::optional<Json> file = Json::Parse(text, problem);
  if (!file) return std::nullopt;
  Reader reader(problem);
  if (file->AsObject() == nullptr) {
    reader.Fail("the ledger is no object");
    return std::nullopt;
  }
  reader.OnlyKeys(*file, {"format", "identifiers", "revisions"}, "the ledger");
  const Json* format = file->Find("format");
  if (format == nullptr || format->AsInteger() != kFormat)
    reader.Fail("the ledger's `format` isn't 1: it was written by another Hotsite");
  Ledger ledger;
  if (!reader.failed()) reader.Identifiers(*file, ledger);
  if (!reader.failed()) reader.Revisions(*file, ledger);
  if (reader.failed()) return std::nullopt;
  return ledger;
}

std::string Ledger::Print() const {
  Json ids = Json::MakeObject();
  for (const auto& [key, id] : identifiers) ids.Set(key, id);
  Json issued = Json::MakeArray();
  for (const IssuedRevision& revision : revisions) {
    Json rows = Json::MakeObject();
    for (const auto& [id, sentence] : revision.rows) rows.Set(id, sentence);
    Json entry = Json::MakeObject();
    entry.Set("number", revision.number).Set("recovery", revision.recovery).Set("digest", revision.spec_digest);
    entry.Set("why", revision.why).Set("rows", std::move(rows));
    issued.Push(std::move(entry));
  }
  Json file = Json::MakeObject();
  file.Set("format", kFormat).Set("identifiers", std::move(ids)).Set("revisions", std::move(issued));
  return file.Print();
}

}  // namespace hotsite::requirements
