// request.json with its `answers` filled in.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/clean_text.h"
#include "compiler/reply/reply.h"
#include "compiler/reply/table.h"
#include "compiler/reply/text_bytes.h"
#include "compiler/support/json.h"

namespace hotsite::reply {
namespace {

/// Bytes: a parsed value takes some fifty times its text, and 1,000 rows with their sentences are 1 MiB.
constexpr std::size_t kMaxJson = 16u << 20;

constexpr std::array<std::string_view, 10> kMembers{"request", "revision", "status", "digest",       "customer",
                                                    "vendor",  "contract", "due",    "requirements", "answers"};
constexpr std::array<std::string_view, 7> kAnswerMembers{"id",       "edition", "answer", "value",
                                                         "initials", "date",    "note"};

class JsonReader {
 public:
  Read Run(const Json& json) {
    read_.form = Form::kJson;
    if (json.AsObject() == nullptr) {
      Refuse("isn't a JSON object", "the file");
      return std::move(read_);
    }
    for (const auto& [name, value] : *json.AsObject()) {
      if (std::find(kMembers.begin(), kMembers.end(), name) == kMembers.end())
        Refuse(fmt::format("has a member `{}` that request.json hasn't", Short(name)), "its outermost level");
    }
    read_.request = TextOf(json.Find("request"), "request");
    read_.revision = TextOf(json.Find("revision"), "revision");
    read_.digest = TextOf(json.Find("digest"), "digest");
    TakeSentences(json.Find("requirements"));
    TakeAnswers(json.Find("answers"));
    return std::move(read_);
  }

 private:
  static std::string Short(std::string_view text) { return CleanText(text).substr(0, 60); }

  void Refuse(std::string what, const std::string& place) {
    if (read_.problem.code != 0) return;
    read_.problem = {codes::kNotTheAnswers.number,
                     std::move(what),
                     {fmt::format("the place: {}", place)},
                     "fill in `answers` of request.json as it was sent: id, edition, answer, value, initials, date, "
                     "note, each a text in quotes"};
  }

  /// A text, or a whole number written without quotes.
  std::string TextOf(const Json* json, const std::string& place) {
    if (json == nullptr || json->is_null()) return {};
    if (const std::string* text = json->AsString()) {
      if (text->size() > kMaxCell)
        read_.remarks.push_back(fmt::format("{}: only the first {} bytes were read", place, kMaxCell));
      return CleanText(*text);
    }
    if (const auto number = json->AsInteger()) return fmt::format("{}", *number);
    Refuse("has a value that is neither a text in quotes nor a whole number", place);
    return {};
  }

  void TakeSentences(const Json* list) {
    if (list == nullptr || list->AsArray() == nullptr) return;
    for (const Json& row : *list->AsArray()) {
      const Json* id = row.Find("id");
      const Json* sentence = row.Find("sentence");
      if (id == nullptr || sentence == nullptr || id->AsString() == nullptr || sentence->AsString() == nullptr)
        continue;
      sentences_.emplace(CleanText(*id->AsString()), CleanText(*sentence->AsString()));
    }
  }

  void TakeAnswers(const Json* list) {
    if (list == nullptr || list->AsArray() == nullptr) return Refuse("has no list `answers`", "its outermost level");
    if (list->AsArray()->size() > kMaxAnswers)
      return Refuse(fmt::format("has more than {} answers", kMaxAnswers), "answers");
    std::size_t number = 0;
    for (const Json& answer : *list->AsArray()) TakeAnswer(answer, fmt::format("answers[{}]", number++));
  }

  void TakeAnswer(const Json& json, const std::string& place) {
    if (json.AsObject() == nullptr) return Refuse("has an answer that is no object", place);
    Row row;
    row.field = place;
    row.id = TextOf(json.Find("id"), place + ".id");
    const std::string named = row.id.empty() ? place : fmt::format("{} ({})", place, Short(row.id));
    if (row.id.empty()) Refuse("has an answer without an `id`", place);
    for (const auto& [name, value] : *json.AsObject()) {
      if (std::find(kAnswerMembers.begin(), kAnswerMembers.end(), name) == kAnswerMembers.end())
        Refuse(fmt::format("has a member `{}`, which no answer has", Short(name)), named);
    }
    row.edition = TextOf(json.Find("edition"), named + ".edition");
    SplitEdition(row.id, row.edition);
    row.answer = TextOf(json.Find("answer"), named + ".answer");
    row.value = TextOf(json.Find("value"), named + ".value");
    row.initials = TextOf(json.Find("initials"), named + ".initials");
    row.date = TextOf(json.Find("date"), named + ".date");
    row.note = TextOf(json.Find("note"), named + ".note");
    if (const auto sentence = sentences_.find(row.id); sentence != sentences_.end()) row.sentence = sentence->second;
    read_.rows.push_back(std::move(row));
  }

  Read read_;
  std::map<std::string, std::string, std::less<>> sentences_;
};

}  // namespace

Read ReadJson(std::string_view bytes) {
  Read read;
  read.form = Form::kJson;
  const std::string text = TextOf(bytes, &read.problem);
  if (read.problem.code != 0) return read;
  std::string problem;
  std::optional<Json> json;
  if (text.size() > kMaxJson)
    problem = fmt::format("it is larger than {} MiB", kMaxJson >> 20);
  else
    json = Json::Parse(text, &problem);
  if (json) return JsonReader().Run(*json);
  read.problem = {codes::kNotTheAnswers.number,
                  "isn't JSON that can be read",
                  {CleanText(problem)},
                  "have it sent again, or type the answers into request.csv"};
  return read;
}

}  // namespace hotsite::reply
