// Reads a ledger strictly: whatever is not as `hotsite issue` writes it is said, since a requirement that silently got
// another identifier, or a row another text, would be read as something else at the vendor's.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "compiler/check/limits.h"
#include "compiler/requirements/editions.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/json.h"
#include "compiler/support/utf8.h"

namespace hotsite::requirements {
namespace {

constexpr std::int64_t kFormat = 2;

constexpr std::array kKinds = {Kind::kDemand, Kind::kQuestion, Kind::kChoice, Kind::kInformation};
constexpr std::array kComparators = {model::Comparator::kAtLeast, model::Comparator::kAtMost,
                                     model::Comparator::kExactly};
constexpr std::array kTypes = {ValueType::kNone, ValueType::kMemory, ValueType::kCount, ValueType::kDevices,
                               ValueType::kText, ValueType::kTime,   ValueType::kFrame, ValueType::kNames};

/// Reads the parts of the file; the first mistake stays in `problem` and every later step is a no-op.
class Reader {
 public:
  explicit Reader(std::string* problem) : problem_(problem) {}

  bool failed() const { return failed_; }

  void Fail(std::string what) {
    if (!failed_ && problem_ != nullptr) *problem_ = std::move(what);
    failed_ = true;
  }

  void Format(const Json& file) {
    const Json* format = file.Find("format");
    if (format == nullptr || format->AsInteger() != kFormat)
      Fail("the ledger's `format` isn't 2: it was written by another Hotsite");
    OnlyKeys(file, {"format", "identifiers", "revisions"}, "the ledger");
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

  void Revisions(const Json& file, Ledger& ledger) {
    const Json* member = file.Find("revisions");
    if (member == nullptr || member->AsArray() == nullptr) return Fail("the ledger has no list `revisions`");
    if (const std::size_t count = member->AsArray()->size(); count > kMaxRevisions)
      return Fail(fmt::format("the ledger has {} revisions, and {} are the most that are read", count, kMaxRevisions));
    for (const Json& entry : *member->AsArray()) {
      Revision(entry, ledger);
      if (failed_) return;
    }
  }

 private:
  void OnlyKeys(const Json& object, std::initializer_list<std::string_view> known, const std::string& where) {
    for (const auto& [key, value] : *object.AsObject()) {
      if (std::find(known.begin(), known.end(), key) == known.end())
        return Fail(fmt::format("{} has an unknown member `{}`", where, key));
    }
  }

  std::string Text(const Json& object, std::string_view key, const std::string& where) {
    const Json* member = object.Find(key);
    const std::string* text = member != nullptr ? member->AsString() : nullptr;
    if (text == nullptr) {
      Fail(fmt::format("{} has no text `{}`", where, key));
      return {};
    }
    if (const auto at = FindControl(*text))  // nothing that a document or a terminal would take for a command
      Fail(fmt::format("{} has {} in `{}`", where, NameCharacter(*text, *at), key));
    return *text;
  }

  /// One that a spec could hold, or a file's name.
  std::string ShortText(const Json& object, std::string_view key, const std::string& where) {
    std::string text = Text(object, key, where);
    if (CountCodePoints(text) > check::kMaxText)
      Fail(fmt::format("{} has more than {} characters in `{}`", where, check::kMaxText, key));
    return text;
  }

  std::string Digest(const Json& object, const std::string& where) {
    std::string text = Text(object, "digest", where);
    constexpr std::size_t kDigits = 64;
    if (text.size() != kDigits || text.find_first_not_of("0123456789abcdef") != std::string::npos)
      Fail(fmt::format("{} has a `digest` that isn't {} digits from 0 to f", where, kDigits));
    return text;
  }

  std::string TextIfThere(const Json& object, std::string_view key, const std::string& where) {
    return object.Find(key) == nullptr ? std::string() : Text(object, key, where);
  }

  unsigned Number(const Json& object, std::string_view key, const std::string& where, std::size_t most) {
    const Json* member = object.Find(key);
    const auto value = member != nullptr ? member->AsInteger() : std::nullopt;
    if (value && *value >= 1 && std::cmp_less_equal(*value, most)) return static_cast<unsigned>(*value);
    Fail(fmt::format("{} has no number `{}` from 1 to {}", where, key, most));
    return 0;
  }

  /// One of `all`, by its word.
  template <class List>
  auto OneOf(const List& all, const Json& object, std::string_view key, const std::string& where) {
    const std::string word = Text(object, key, where);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const auto value) { return std::string_view(ToString(value)) == word; });
    if (found != all.end()) return *found;
    Fail(fmt::format("{} has an unknown {} `{}`", where, key, word));
    return all.front();
  }

  void Row(const std::string& id, const Json& entry, const std::string& revision, IssuedRow& row) {
    const std::string where = fmt::format("the row {} of {}", id, revision);
    if (!IsIdentifier(id)) return Fail(fmt::format("the row `{}` of {} doesn't look like PLC-001", id, revision));
    if (entry.AsObject() == nullptr) return Fail(where + " is no object");
    OnlyKeys(entry,
             {"edition", "kind", "site", "subject", "attribute", "comparator", "type", "value", "sentence", "wording"},
             where);
    row.edition = TextIfThere(entry, "edition", where);
    if (!IsEdition(row.edition)) return Fail(fmt::format("{} has an unknown edition `{}`", where, row.edition));
    row.kind = OneOf(kKinds, entry, "kind", where);
    row.site = TextIfThere(entry, "site", where);
    row.subject = TextIfThere(entry, "subject", where);
    row.attribute = TextIfThere(entry, "attribute", where);
    row.type = OneOf(kTypes, entry, "type", where);
    row.value = TextIfThere(entry, "value", where);
    if (!row.value.empty()) row.comparator = OneOf(kComparators, entry, "comparator", where);
    row.sentence = Text(entry, "sentence", where);
    row.wording = Number(entry, "wording", where, kWording);
  }

  void Withdrawn(const Json& entry, const std::string& where, IssuedRevision& revision) {
    const Json* list = entry.Find("withdrawn");
    if (list == nullptr || list->AsArray() == nullptr) return Fail(where + " has no list `withdrawn`");
    for (const Json& item : *list->AsArray()) {
      const std::string* id = item.AsString();
      if (id == nullptr || !IsIdentifier(*id)) return Fail(where + " withdraws what doesn't look like PLC-001");
      revision.withdrawn.push_back(*id);
    }
  }

  void Rows(const Json& entry, const std::string& where, IssuedRevision& revision) {
    const Json* rows = entry.Find("rows");
    if (rows == nullptr || rows->AsObject() == nullptr) return Fail(where + " has no object `rows`");
    for (const auto& [id, value] : *rows->AsObject()) {
      IssuedRow row;
      Row(id, value, where, row);
      if (failed_) return;
      if (!revision.rows.emplace(id, std::move(row)).second)
        return Fail(fmt::format("{} has the row {} twice", where, id));
    }
  }

  void Revision(const Json& entry, Ledger& ledger) {
    if (entry.AsObject() == nullptr) return Fail("a revision is no object");
    OnlyKeys(entry, {"number", "recovery", "spec", "issued", "by", "why", "digest", "withdrawn", "rows"}, "a revision");
    IssuedRevision revision;
    revision.number = Number(entry, "number", "a revision", kMaxRevisions);
    if (failed_) return;
    if (revision.number != ledger.revisions.size() + 1)
      return Fail(fmt::format("revision {} stands where {} should", revision.number, ledger.revisions.size() + 1));
    const std::string where = fmt::format("revision {}", revision.number);
    revision.recovery = ShortText(entry, "recovery", where);
    revision.spec = ShortText(entry, "spec", where);
    const Parsed<Date> issued = Date::Parse(Text(entry, "issued", where));
    if (issued) revision.issued = *issued;
    if (!issued) Fail(where + " has no day `issued`, as 2009-08-20");
    revision.by = ShortText(entry, "by", where);
    revision.why = ShortText(entry, "why", where);
    revision.spec_digest = Digest(entry, where);
    Withdrawn(entry, where, revision);
    if (!failed_) Rows(entry, where, revision);
    ledger.revisions.push_back(std::move(revision));
  }

  std::string* problem_;
  bool failed_ = false;
};

}  // namespace

std::optional<Ledger> Ledger::Parse(std::string_view text, std::string* problem) {
  const std::optional<Json> file = Json::Parse(text, problem);
  if (!file) return std::nullopt;
  Reader reader(problem);
  Ledger ledger;
  if (file->AsObject() == nullptr) reader.Fail("the ledger is no object");
  if (!reader.failed()) reader.Format(*file);
  if (!reader.failed()) reader.Identifiers(*file, ledger);
  if (!reader.failed()) reader.Revisions(*file, ledger);
  if (reader.failed()) return std::nullopt;
  return ledger;
}

}  // namespace hotsite::requirements
