#include "compiler/check/statement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "compiler/check/library_names.h"
#include "compiler/check/lists.h"
#include "compiler/check/readers.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/schema/pattern.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite::check {
namespace {

using schema::Element;
using schema::Form;
using schema::Part;
using Kind = syntax::Operand::Kind;

constexpr std::array<std::string_view, 3> kEngineWords{"CP", "IFL", "zIIP"};

void AddUsage(const schema::Row& row, Diagnostic& found) {
  found.Note(fmt::format("it is written `{}`", schema::UsageOf(row)));
}

// Where a form of the statement needs one of these words (in a statement with two forms they differ).
Diagnostic& ReportMissingWord(const schema::Row& row, const std::vector<std::string_view>& words, Cursor& cursor) {
  std::vector<std::string> quoted;
  for (const std::string_view word : words) quoted.push_back(fmt::format("`{}`", word));
  const std::string expected = JoinWords(quoted, "or");
  Reporter& reporter = cursor.reporter();
  auto& found = cursor.done()
                    ? reporter.Error(codes::kMissingOperand, cursor.Here(), "`{}` needs {} here", row.word, expected)
                    : reporter.Error(codes::kWrongOperand, cursor.Here(), "`{}` stands where {} is expected",
                                     cursor.peek()->text, expected);
  found.Here(fmt::format("expected {}", expected));
  AddUsage(row, found);
  const auto text = cursor.WordText();
  const auto near = text ? Nearest(*text, words) : std::nullopt;
  if (near) found.Fix(fmt::format("write `{}`", *near), {{cursor.Here(), *near}});
  return found;
}

// One attempt at a form. A statement with several forms is tried silently; the form that gets furthest reports.
class FormReader {
 public:
  FormReader(const schema::Row& row, const Form& form, Cursor& cursor, Entry& entry)
      : row_(row), form_(form), cursor_(cursor), entry_(entry) {}

  bool Run() {
    for (std::size_t i = 0; i < form_.size();) {
      if (!Because()) return false;
      if (!form_[i].optional) {
        if (!ReadPart(form_[i++])) return false;
        continue;
      }
      std::size_t end = i;
      while (end < form_.size() && form_[end].optional) ++end;
      if (!ReadOptional(i, end)) return false;
      i = end;
    }
    entry_.arguments.shrink_to_fit();  // a spec has millions
    return Because() && NothingLeft();
  }

  /// The word of the form that wasn't found; empty when it failed otherwise.
  std::string_view missing_literal() const { return missing_literal_; }

 private:
  // Neighbouring optional parts, in any order, each at most once.
  bool ReadOptional(std::size_t begin, std::size_t end) {
    std::vector<bool> read(end - begin, false);
    bool again = true;
    while (again) {
      again = false;
      if (!Because()) return false;
      for (std::size_t i = begin; i < end && !again; ++i) {
        if (read[i - begin] || !Applies(form_[i])) continue;
        if (!ReadPart(form_[i])) return false;
        read[i - begin] = again = true;
      }
    }
    return true;
  }

  bool Applies(const Part& part) const {
    const Element& first = part.elements.front();
    if (!first.literal.empty()) return cursor_.IsWord(first.literal);
    return !AtLiteral() && CouldStart(cursor_, first);
  }

  // Whether the next word is one that the form itself uses, so that it can't be a name.
  bool AtLiteral() const {
    if (cursor_.IsWord("because")) return true;
    for (const Part& part : form_) {
      for (const Element& element : part.elements) {
        if (!element.literal.empty() && element.literal != ":" && cursor_.IsWord(element.literal)) return true;
      }
    }
    return false;
  }

  bool ReadPart(const Part& part) {
    for (const Element& element : part.elements) {
      if (element.literal.empty() ? !ReadTyped(element) : !ReadLiteral(part, element)) return false;
    }
    return true;
  }

  static bool IsTime(const Part& part) { return part.elements.back().type == schema::Type::kTime; }

  bool ReadLiteral(const Part& part, const Element& element) {
    if (cursor_.IsWord(element.literal)) {
      cursor_.Advance();
      return true;
    }
    missing_literal_ = element.literal;
    auto& found = ReportMissingWord(row_, {element.literal}, cursor_);
    const syntax::Operand* operand = cursor_.peek();
    // `answers 2026-12-15`: what the word stands before is there.
    if (operand != nullptr && found.helps.empty() && IsTime(part) && std::isdigit(operand->text.front()) != 0)
      found.Fix(fmt::format("put `{}` before it", element.literal),
                {{{operand->span.file, operand->span.begin, operand->span.begin}, std::string(element.literal) + " "}});
    return false;
  }

  bool ReadTyped(const Element& element) {
    do {
      if (AtLiteral() && element.type != schema::Type::kChoice) return MissingBefore(element);
      if (element.type == schema::Type::kText && IsUnquotedText()) return QuotesMissing();
      if (const Element* base = BaseJoinedTo(element)) return ReadJoined(element, *base);
      if (!(element.list && ListValueAt(cursor_) != nullptr ? ReadListValue(element) : ReadOne(cursor_, element)))
        return false;
      last_read_ = &element;
      if (!element.list || !cursor_.IsKind(syntax::Operand::Kind::kComma)) return true;
      if (NextLineIsStatement()) return CommaTooMany();
      cursor_.Advance();
    } while (!cursor_.done());
    return true;  // a comma at the end is let pass
  }

  // What stands behind the colon of `VMA : zvm_7_3`, where that is written without blanks and so is one word.
  const Element* BaseJoinedTo(const Element& element) const {
    const syntax::Operand* operand = cursor_.peek();
    if (element.type != schema::Type::kName || !cursor_.IsKind(Kind::kWord) || operand->index) return nullptr;
    if (std::count(operand->text.begin(), operand->text.end(), ':') != 1) return nullptr;
    for (const Part& part : form_) {
      if (part.elements.size() > 1 && part.elements.front().literal == ":") return &part.elements[1];
    }
    return nullptr;
  }

  // The statement goes on with both, so that nothing that refers to it is found wrong too.
  bool ReadJoined(const Element& name, const Element& base) {
    const syntax::Operand& operand = *cursor_.peek();
    const std::size_t colon = operand.text.find(':');
    const auto at = static_cast<std::uint32_t>(operand.span.begin + colon);
    const std::string before(operand.text.substr(0, colon));
    const std::string behind(operand.text.substr(colon + 1));
    cursor_.reporter()
        .Error(codes::kWrongOperand, operand.span, "`{}` has no blanks around the colon", operand.text)
        .Here("so that it is one word")
        .Fix(fmt::format("write `{} : {}`", before, behind), {{{operand.span.file, at, at + 1}, " : "}});
    entry_.arguments.push_back({name.role, {Data(before), {operand.span.file, operand.span.begin, at}, false}});
    entry_.arguments.push_back({base.role, {Data(behind), {operand.span.file, at + 1, operand.span.end}, false}});
    last_read_ = &base;
    cursor_.Advance();
    while (base.list && cursor_.IsKind(Kind::kComma)) {
      cursor_.Advance();
      if (!ReadOne(cursor_, base)) return false;
    }
    return true;
  }

  bool ReadOne(Cursor& cursor, const Element& element) {
    std::optional<Value> value = ReadOperand(cursor, element);
    if (!value) return false;
    entry_.arguments.push_back({element.role, std::move(*value)});
    return true;
  }

  bool ReadListValue(const Element& element) {
    for (const std::string& part : *ListValueAt(cursor_)) {
      const std::vector<syntax::Operand> operands = OperandsOf(part, element, cursor_.Here());
      Cursor inner(operands, cursor_.Here(), cursor_.scope(), cursor_.reporter());
      if (!ReadOne(inner, element)) return false;
    }
    cursor_.Advance();
    return true;
  }

  // Text of several words without quotes: `vendor A Large DR Vendor contract "…"`.
  bool IsUnquotedText() const { return cursor_.IsKind(Kind::kWord) && cursor_.IsKind(Kind::kWord, 1); }

  bool QuotesMissing() {
    const syntax::Operand& first = *cursor_.peek();
    Span span = first.span;
    while (cursor_.IsKind(Kind::kWord) && !AtLiteral()) {
      span.end = cursor_.peek()->span.end;
      cursor_.Advance();
    }
    const std::string_view text(first.text.data(), span.end - span.begin);
    cursor_.Wrong(span, text, {"is no text in quotes", fmt::format("\"{}\"", text)}, "text in quotes");
    return false;
  }

  // Whether behind the comma that is next the line ends, and the following line reads as a statement of its own: a
  // word that may stand in this block, with an operand.
  bool NextLineIsStatement() const {
    const syntax::Operand* comma = cursor_.peek();
    const syntax::Operand* next = cursor_.peek(1);
    if (next == nullptr || next->kind != Kind::kWord || cursor_.peek(2) == nullptr || cursor_.IsKind(Kind::kComma, 2))
      return false;
    const std::string_view between(comma->text.data(), next->span.begin - comma->span.begin);
    return between.find('\n') != std::string_view::npos && StandsBeside(next->text);
  }

  bool StandsBeside(std::string_view word) const {
    std::string_view rest = row_.parents;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (schema::FindRow(word, rest.substr(0, end)) != nullptr) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
  }

  bool CommaTooMany() {
    const Span comma = cursor_.Here();
    cursor_.reporter()
        .Error(codes::kUnexpectedOperand, comma, "a comma stands behind the last operand of `{}`", row_.word)
        .Here("because of it the statement goes on")
        .Mark(cursor_.peek(1)->span, fmt::format("so that this is no statement `{}`", cursor_.peek(1)->text))
        .Fix("remove the comma", {{comma, ""}});
    return false;
  }

  bool MissingBefore(const Element& element) {
    if (const syntax::Operand* before = TextAsName(element)) return NameMissingBefore(*before);
    auto& found = cursor_.reporter().Error(codes::kMissingOperand, cursor_.Here(), "{} is missing before this word",
                                           schema::DescriptionOf(element.type));
    found.Here(
        fmt::format("expected {} such as `{}`", schema::DescriptionOf(element.type), schema::ExampleOf(element.type)));
    Usage(found);
    return false;
  }

  // `contact "Anna" phone …`: the text that is missed here was taken for the name before it.
  const syntax::Operand* TextAsName(const Element& element) const {
    const syntax::Operand* before = cursor_.position() == 0 ? nullptr : cursor_.previous();
    const bool text = element.type == schema::Type::kText && before != nullptr && before->kind == Kind::kString;
    return text && last_read_ != nullptr && last_read_->type != schema::Type::kText ? before : nullptr;
  }

  bool NameMissingBefore(const syntax::Operand& text) {
    auto& found = cursor_.reporter().Error(codes::kMissingOperand, text.span, "the {} is missing before this text",
                                           last_read_->role);
    found.Here(fmt::format("expected the {} first, {}", last_read_->role, schema::DescriptionOf(last_read_->type)));
    Usage(found);
    return false;
  }

  // `because "…"` may stand between any two parts.
  bool Because() {
    if (!cursor_.IsWord("because")) return true;
    static const Element kReason{{}, "reason", schema::Type::kText, {}, false, false};
    cursor_.Advance();
    if (IsUnquotedText()) return QuotesMissing();
    const std::optional<Value> reason = ReadOperand(cursor_, kReason);
    if (!reason) return false;
    entry_.reason = reason->As<std::string>();
    return true;
  }

  bool NothingLeft() {
    if (cursor_.done()) return true;
    if (row_.word == "accept" && cursor_.IsKind(Kind::kString)) return BecauseMissing();
    if (last_read_ != nullptr && last_read_->type == schema::Type::kBase && BaseInSeveralWords()) return false;
    if (NextIsStatement()) return TwoOnALine();
    const syntax::Operand& operand = *cursor_.peek();
    if (operand.kind == Kind::kComma && cursor_.peek(1) == nullptr) return CommaAtEnd(operand);
    auto& found =
        cursor_.reporter().Error(codes::kUnexpectedOperand, operand.span, "`{}` isn't expected here", operand.text);
    Usage(found);
    if (const auto near = Nearest(operand.text, Literals())) {
      found.Here(fmt::format("did you mean `{}`?", *near));
      const bool engine = std::find(kEngineWords.begin(), kEngineWords.end(), *near) != kEngineWords.end();
      found.helps.push_back(
          {fmt::format("write `{}`", *near), {{operand.span, *near}}, !engine});  // `CPU` may be an IFL
    } else if (last_read_ != nullptr && last_read_->list &&
               (operand.kind == Kind::kWord || operand.kind == Kind::kString || operand.kind == Kind::kPlus)) {
      found.Here(fmt::format("`{}` ends before this, or a comma is missing", row_.word));
      found.Offer("write a comma between the parts of a list", {WithComma(operand)});
    } else {
      found.Here(fmt::format("`{}` ends before this", row_.word));
    }
    return false;
  }

  // `accept HS2204 for VMA "why"`.
  bool BecauseMissing() {
    const Span here = cursor_.Here();
    cursor_.reporter()
        .Error(codes::kMissingOperand, here, "`because` is missing before the reason")
        .Here("expected `because` and the reason")
        .Note(fmt::format("it is written `{}`", schema::UsageOf(row_)))
        .Fix("put `because` before it", {{{here.file, here.begin, here.begin}, "because "}});
    return false;
  }

  // `RHEL 9` for `rhel_9`, `SLES 15 SP7` for `sles_15_sp7`.
  bool BaseInSeveralWords() {
    const std::size_t first = cursor_.position() - 1;
    Cursor ahead = cursor_;
    std::string text = entry_.arguments.back().value.As<std::string>();
    while (ahead.IsKind(Kind::kWord) && !ahead.IsWord("because") && !ahead.IsWord("on")) {
      text += fmt::format(" {}", ahead.peek()->text);
      ahead.Advance();
    }
    const auto meant =
        LibraryNamesMeant(text, LibraryWordsFor(row_.word == "profile" ? entry_.Text("kind") : row_.word));
    if (meant.empty()) return false;
    const Span span = ahead.From(first);
    auto& found = cursor_.reporter().Error(codes::kWrongOperand, span, "`{}` is written in one word", text);
    std::vector<std::string> quoted;
    for (const std::string& one : meant) quoted.push_back(fmt::format("`{}`", one));
    found.Here(fmt::format("expected {}", JoinWords(quoted, "or")));
    if (meant.size() == 1 && IsSpelling(text, meant.front()))
      found.Fix(fmt::format("write {}", quoted.front()), {{span, meant.front()}});
    cursor_.Restore(ahead.position());
    return true;
  }

  // `processors 4 CP memory 64 GiB`: a word that begins a statement here, with an operand, after a comma perhaps.
  bool NextIsStatement() const {
    const std::size_t at = cursor_.IsKind(Kind::kComma) ? 1 : 0;
    const syntax::Operand* word = cursor_.peek(at);
    return word != nullptr && word->kind == Kind::kWord && !word->index && cursor_.peek(at + 1) != nullptr &&
           StandsBeside(word->text);
  }

  bool TwoOnALine() {
    const bool comma = cursor_.IsKind(Kind::kComma);
    const syntax::Operand& word = *cursor_.peek(comma ? 1 : 0);
    const std::uint32_t behind = cursor_.PreviousEnd();
    const Span place{word.span.file, behind, comma ? cursor_.peek()->span.end : behind};
    cursor_.reporter()
        .Error(codes::kUnexpectedOperand, word.span, "`{}` begins another statement on the line of `{}`", word.text,
               row_.word)
        .Here("expected a new line or `;` before it")
        .Fix("write `;` between the two", {{place, ";"}});
    return false;
  }

  bool CommaAtEnd(const syntax::Operand& comma) {
    cursor_.reporter()
        .Error(codes::kUnexpectedOperand, comma.span, "a comma stands behind the last operand of `{}`", row_.word)
        .Here("a statement ends with its line, without a sign")
        .Fix("remove the comma", {{comma.span, ""}});
    return false;
  }

  // `INSIDE OFFICE` and `INSIDE and OFFICE` become `INSIDE, OFFICE`.
  Edit WithComma(const syntax::Operand& operand) const {
    const std::uint32_t behind = cursor_.PreviousEnd();
    const bool joined = operand.text == "and" || operand.text == "&" || operand.text == "+";
    return {{operand.span.file, behind, joined ? operand.span.end : behind}, ","};
  }

  std::vector<std::string_view> Literals() const {
    std::vector<std::string_view> words{"because"};
    for (const Part& part : form_) {
      for (const Element& element : part.elements) {
        if (!element.literal.empty()) words.push_back(element.literal);
        words.insert(words.end(), element.choices.begin(), element.choices.end());
        if (element.type == schema::Type::kEngines) words.insert(words.end(), kEngineWords.begin(), kEngineWords.end());
      }
    }
    return words;
  }

  void Usage(Diagnostic& found) const { AddUsage(row_, found); }

  const schema::Row& row_;
  const Form& form_;
  Cursor& cursor_;
  Entry& entry_;
  const Element* last_read_ = nullptr;
  std::string_view missing_literal_;
};

Entry EmptyEntry(const syntax::Statement& statement, const schema::Row& row) {
  Entry entry;
  entry.row = &row;
  entry.word = statement.word_span;
  entry.whole = statement.whole;
  if (statement.block) entry.block = statement.block_span;
  entry.doc = statement.doc;
  return entry;
}

}  // namespace

std::optional<Entry> ReadStatement(const syntax::Statement& statement, const schema::Row& row, const Scope& scope,
                                   std::size_t skip, Reporter& reporter) {
  const std::vector<Form>& forms = schema::FormsOf(row);
  if (forms.size() == 1) {
    Entry entry = EmptyEntry(statement, row);
    Cursor cursor(statement.operands, statement.word_span, scope, reporter);
    cursor.Advance(skip);
    if (!FormReader(row, forms.front(), cursor, entry).Run()) return {};
    return entry;
  }
  std::vector<Diagnostic> best;
  std::vector<std::string_view> words;  // that would do at the furthest place
  std::size_t furthest = 0;
  for (const Form& form : forms) {
    Entry entry = EmptyEntry(statement, row);
    Reporter trial;
    Cursor cursor(statement.operands, statement.word_span, scope, trial);
    cursor.Advance(skip);
    FormReader reader(row, form, cursor, entry);
    if (reader.Run()) {
      for (Diagnostic& found : trial.Take()) reporter.Add(std::move(found));
      return entry;
    }
    if (best.empty() || cursor.position() > furthest) {
      furthest = cursor.position();
      best = trial.Take();
      words.clear();
    }
    if (cursor.position() == furthest && !reader.missing_literal().empty()) words.push_back(reader.missing_literal());
  }
  if (words.size() == forms.size()) {
    Cursor cursor(statement.operands, statement.word_span, scope, reporter);
    cursor.Advance(furthest);
    ReportMissingWord(row, words, cursor);
    return {};
  }
  for (Diagnostic& found : best) {
    if (found.notes.empty() && found.helps.empty()) AddUsage(row, found);
    reporter.Add(std::move(found));
  }
  return {};
}

}  // namespace hotsite::check
