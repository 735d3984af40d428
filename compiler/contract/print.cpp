#include "compiler/contract/print.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "compiler/support/check.h"
#include "compiler/support/split.h"
#include "compiler/syntax/format.h"

namespace hotsite::contract {
namespace {

using model::Answer;
using model::AnswerKind;

/// `text` as a string of the language: quotes and backslashes escaped, braces doubled, since a single one computes.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '{' || c == '}') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

bool IsLetterOrDigit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// A word of the grammar that means itself: letters and digits, single signs between them.
bool IsPlainWord(std::string_view word) {
  constexpr std::string_view kBetween = "-.:";
  if (word.empty() || !IsLetterOrDigit(word.front()) || !IsLetterOrDigit(word.back())) return false;
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    const bool between = kBetween.find(word[i]) != std::string_view::npos && IsLetterOrDigit(word[i + 1]);
    if (!IsLetterOrDigit(word[i]) && !between) return false;
  }
  return true;
}

/// Whether an answer reads back as itself without quotes: words that aren't those of the statement, with a blank or a
/// comma and a blank between them. One small letter would be the edition of the identifier.
bool NeedsNoQuotes(std::string_view value) {
  constexpr auto kBehind = std::to_array<std::string_view>({"note", "by", "on", "field", "page", "line", "because"});
  const auto words = SplitAt(value, ' ');
  if (value.empty() || value.ends_with(' ') || value.ends_with(',')) return false;
  const std::string_view first = words.front().substr(0, words.front().find(','));
  if (first.size() == 1 && std::islower(static_cast<unsigned char>(first[0])) != 0) return false;
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    if (word.ends_with(',')) word.remove_suffix(1);
    return IsPlainWord(word) && std::find(kBehind.begin(), kBehind.end(), word) == kBehind.end();
  });
}

std::string Value(std::string_view value) { return NeedsNoQuotes(value) ? std::string(value) : Quoted(value); }

std::string Identifier(const std::string& id, const std::string& edition) {
  if (edition.empty()) return id;
  const std::string both = id + ' ' + edition;
  return edition.size() == 1 && edition[0] >= 'b' && edition[0] <= 'z' ? both : Quoted(both);
}

std::string Text(const char* word, const std::string& text) {
  return text.empty() ? std::string() : fmt::format(" {} {}", word, Quoted(text));
}

std::string Number(const char* word, std::int64_t number) {
  return number <= 0 ? std::string() : fmt::format(" {} {}", word, number);
}

std::string Day(const char* word, const std::optional<Date>& date) {
  return date ? fmt::format(" {} {}", word, date->ToString()) : std::string();
}

std::string Line(const Answer& answer) {
  std::string line = fmt::format("{} {}", model::ToString(answer.kind), Identifier(answer.id, answer.edition));
  if (!answer.value.empty()) line += ' ' + Value(answer.value);
  return line + Text("note", answer.note) + Text("by", answer.initials) + Day("on", answer.date) +
         Text("field", answer.field) + Number("page", answer.page) + Number("line", answer.line) + "\n";
}

std::string StatementOf(const model::Reply& reply) {
  std::string text = "reply " + Quoted(reply.what) + Day("received", reply.received) + Text("by", reply.by) +
                     Text("file", reply.file) + Text("sha256", reply.sha256) + " {\n";
  for (const Answer& answer : reply.answers) text += Line(answer);
  return text + "}\n";
}

std::string StatementOf(const model::DeviationAccepted& accepted) {
  return "accept deviation " + Identifier(accepted.id, accepted.edition) +
         (accepted.value.empty() ? "" : " of " + Value(accepted.value)) + Text("by", accepted.by) +
         Day("on", accepted.on) + Day("until", accepted.until) + Text("because", accepted.reason) + "\n";
}

std::string Formatted(std::string text) {
  SourceMap sources;
  Reporter reporter;
  auto formatted = syntax::Format(sources, sources.Add("contract.dr", std::move(text)), reporter);
  HOTSITE_CHECK(formatted.has_value(), "what is printed can be read");
  return std::move(*formatted);
}

}  // namespace

std::string Print(const model::Contract& contract) {
  std::string text = fmt::format("hotsite 1\n\ncontract {} {{\n", Quoted(contract.recovery));
  if (contract.revision > 0 || !contract.digest.empty())
    text += "request" + Number("revision", contract.revision) + Text("digest", contract.digest) + "\n";
  for (const model::Reply& reply : contract.replies) text += StatementOf(reply);
  for (const model::DeviationAccepted& accepted : contract.accepted) text += StatementOf(accepted);
  return Formatted(text + "}\n");
}

std::string Print(const model::Reply& reply) {
  const std::string whole = Formatted("contract \"\" {\n" + StatementOf(reply) + "}\n");
  const std::size_t first = whole.find('\n') + 1;
  return whole.substr(first, whole.rfind('}') - first);
}

}  // namespace hotsite::contract
