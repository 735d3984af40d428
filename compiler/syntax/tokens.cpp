// The repair keeps a stack of open braces and, within a statement, of open brackets. A statement that is broken is cut
// from the output back to its first word; its block is still read for errors of its own but discarded.
#include "compiler/syntax/tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/support/utf8.h"
#include "compiler/syntax/broken_lines.h"
#include "compiler/syntax/habits.h"
#include "compiler/syntax/look_ahead.h"
#include "compiler/syntax/odd_start.h"
#include "compiler/syntax/ranges.h"

namespace hotsite::syntax {
namespace {

struct OpenBrace {
  Token token;
  std::uint32_t indent = 0;    // columns before the first word of the line that opens it
  std::string_view statement;  // the line's text up to the brace, for messages
  bool discard = false;        // belongs to a broken statement
};

class Repair {
 public:
  Repair(const std::vector<Token>& tokens, FileId file, std::string_view text, Reporter& reporter)
      : tokens_(tokens), file_(file), text_(text), reporter_(reporter) {
    for (const Token& token : tokens_) {
      missing_ += token.kind == TokenKind::kLeftBrace ? 1 : token.kind == TokenKind::kRightBrace ? -1 : 0;
    }
    forgot_closers_ = missing_ > 0;
    indented_ = missing_ != 0 && IsIndented(tokens_);
  }

  std::vector<Token> Run() {
    out_.reserve(tokens_.size());
    const std::size_t before = reporter_.error_count();
    for (at_ = 0; at_ < tokens_.size() && !gave_up_; ++at_) {
      Step(tokens_[at_]);
      if (reporter_.error_count() - before > kMaxSyntaxErrors) TooManyErrors(tokens_[at_]);
    }
    if (gave_up_) {
      out_.resize(top_level_start_);
      braces_.clear();  // the end is put also when what is open is discarded
      Put(TokenKind::kEnd, tokens_.back());
    }
    return std::move(out_);
  }

 private:
  void Step(const Token& token) {
    TrackLine(token);
    if (indented_ && missing_ != 0 && FirstOnLine(token)) RepairByIndentation(token);
    switch (token.kind) {
      case TokenKind::kComment:
        return;
      case TokenKind::kNewline:
        return Newline(token);
      case TokenKind::kSemicolon:
        return EndStatement(token);
      case TokenKind::kLeftBrace:
        return LeftBrace(token);
      case TokenKind::kRightBrace:
        return RightBrace(token);
      case TokenKind::kEnd:
        return End(token);
      default:
        return InLine(token);
    }
  }

  // A token that belongs to a statement's line.
  void InLine(const Token& token) {
    if (broken_) return;
    if (after_block_) {
      Break(codes::kTrailingText, token, "`{}` stands behind the end of a block", Text(token))
          .Here("expected the end of the line or `;`")
          .Advise(
              "`because \"…\"` and other operands stand before the block; another statement stands on a line of its "
              "own");
      return;
    }
    if (ContinuationSign()) return;
    if (ReportBadToken(token)) return;
    if (!in_statement_) return BeginStatement(token);
    if (TrailingColon(token)) return;
    if (first_operand_ && Text(token) == ":") return ColonHabit(token);
    first_operand_ = false;
    switch (token.kind) {
      case TokenKind::kLeftBracket:
        return LeftBracket(token);
      case TokenKind::kLeftParen:
        return OpenBracket(token);
      case TokenKind::kRightBracket:
      case TokenKind::kRightParen:
        return CloseBracket(token);
      default:
        Put(token);
    }
  }

  void BeginStatement(const Token& token) {
    if (const auto habit = LoopOutOfHabit(tokens_, at_, text_)) return LoopFromHabit(*habit);
    if (LineBroken(token)) return;
    if (token.kind != TokenKind::kWord || Text(token) == ":") {
      if (ReportOddStart({tokens_, at_, file_, text_, FirstOnLine(token)}, reporter_)) Cut();
      return;
    }
    if (braces_.empty()) top_level_start_ = out_.size();
    statement_start_ = out_.size();
    statement_ = token;
    statement_indent_ = Indent();
    complete_ = false;
    in_statement_ = first_operand_ = true;
    Put(token);
  }

  void TellHabit(const Habit& habit) {
    const Span whole{file_, tokens_[habit.first].begin, tokens_[habit.last].end};
    reporter_
        .Error(codes::kWrongOperand, whole, "`{}` {}", text_.substr(whole.begin, whole.end - whole.begin), habit.what)
        .Here(fmt::format("expected `{}`", habit.written))
        .Fix(fmt::format("write `{}`", habit.written), {{whole, habit.written}});
  }

  // The loop is read all the same, its range as one word (RangeOfWord), so that what stands in it is known.
  void LoopFromHabit(const Habit& habit) {
    TellHabit(habit);
    statement_start_ = out_.size();
    if (braces_.empty()) top_level_start_ = out_.size();
    statement_ = tokens_[habit.first];
    statement_indent_ = Indent();
    in_statement_ = true;
    first_operand_ = false;
    for (std::size_t i = habit.first; i <= habit.first + 2; ++i) {
      if (tokens_[i].kind == TokenKind::kWord) Put(tokens_[i]);
    }
    Put({TokenKind::kWord, tokens_[habit.last - 2].begin, tokens_[habit.last].end});
    at_ = habit.last;
  }

  void RangeFromHabit(const Habit& habit) {
    TellHabit(habit);
    last_.end = tokens_[habit.last].end;
    if (!Discarding()) out_.back().end = last_.end;
    at_ = habit.last;
  }

  // An operand that stands on a line of its own, further right: cut with the statement before, to which it belongs.
  bool LineBroken(const Token& token) {
    if (!complete_ || statement_start_ == 0 || out_.back().kind != TokenKind::kNewline) return false;
    if (!FirstOnLine(token) || Indent() <= statement_indent_) return false;
    if (!BeginsOperand(tokens_, at_)) return false;
    out_.resize(std::min(out_.size(), statement_start_));
    ReportBrokenLine(last_, token, {file_, text_}, reporter_);
    Cut();
    return true;
  }

  // `VMAP01, -` as in CLISTs: the sign goes, and the statement goes on.
  bool ContinuationSign() {
    if (!in_statement_ || !brackets_.empty()) return false;
    return ReportContinuationSign(tokens_, at_, last_, {file_, text_}, reporter_);
  }

  // `site home:` before a block or, with a `{` too few, in its stead.
  bool TrailingColon(const Token& token) {
    const Token& next = tokens_[at_ + 1];
    if (Text(token) != ":" || last_.end != token.begin || last_.begin == statement_.begin) return false;
    if (last_.kind != TokenKind::kWord && last_.kind != TokenKind::kString) return false;
    if (next.kind != TokenKind::kLeftBrace && next.kind != TokenKind::kNewline && next.kind != TokenKind::kEnd)
      return false;
    const bool opens = missing_ < 0 && indented_ && next.kind == TokenKind::kNewline;
    auto& found = reporter_.Error(codes::kColonOutOfHabit, At(token), "no colon stands behind `{}`", Text(last_));
    if (!opens) {
      found.Here("remove this colon").Fix("remove the colon", {{At(token), ""}});
      return true;
    }
    found.Here("a block begins with `{`").Fix("open the block", {{At(token), " {"}});
    OpenBlock({TokenKind::kLeftBrace, token.begin, token.end});
    in_statement_ = false;
    return true;
  }

  // `memory: 24 GiB`: the colon is dropped and the statement goes on.
  void ColonHabit(const Token& token) {
    first_operand_ = false;
    reporter_.Error(codes::kColonOutOfHabit, At(token), "no colon stands behind the word `{}`", Text(last_))
        .Here("remove this colon")
        .Note("a line is a word and its operands, as in a directory entry: `memory 24 GiB`")
        .Fix("remove the colon", {{At(token), ""}});
  }

  // The rest of the line became part of the text: braces in it that close blocks opened on this line still do.
  void Unterminated(const Token& token) {
    Break(codes::kUnterminatedString, token, "this text has no closing quote")
        .Here("opened here, still open at the end of the line")
        .Advise("write the closing `\"` before the end of the line; text doesn't go on over lines");
    const std::string_view swallowed = Text(token);
    auto closers = std::count(swallowed.begin(), swallowed.end(), '}');
    while (closers-- > 0 && !braces_.empty() && braces_.back().token.begin >= line_begin_) CloseTop(token);
    broken_ = true;  // until the end of the line
  }

  bool ReportBadToken(const Token& token) {
    if (token.kind == TokenKind::kUnterminated) {
      Unterminated(token);
      return true;
    }
    if (token.kind != TokenKind::kBad) return false;
    if (ConflictMarker(token)) return true;
    if (InCondition() && ComparisonSign(token)) return true;
    if (Text(token) == "=") {
      reporter_.Error(codes::kUnexpectedCharacter, At(token), "no `=` stands between a word and its operands")
          .Here("remove this")
          .Note("a line is a word and its operands, as in a directory entry: `memory 24 GiB`")
          .Fix("remove the `=`", {WithoutSign(At(token), text_)});
      return true;
    }
    BadCharacter(token);
    return true;
  }

  // Whether the statement holds a condition, in which signs stand for words.
  bool InCondition() const { return Text(statement_) == "that" || Text(statement_) == "require"; }

  // `==` and the like, as other languages compare.
  bool ComparisonSign(const Token& token) {
    std::size_t last = at_;
    while (tokens_[last + 1].kind == TokenKind::kBad && tokens_[last + 1].begin == tokens_[last].end) ++last;
    const Token sign{TokenKind::kBad, token.begin, tokens_[last].end};
    const Token& next = tokens_[last + 1];
    const auto words = WordsFor(Text(sign), Text(next));
    if (!words) return false;
    const Token whole{TokenKind::kBad, token.begin, words->with_next ? next.end : sign.end};
    auto& found = Break(codes::kUnexpectedCharacter, whole, "`{}` isn't used in a condition", Text(whole));
    found.Here(fmt::format("expected {}", words->expected));
    if (!words->replacement.empty()) found.Fix("write the words", {{At(whole), std::string(words->replacement)}});
    return true;
  }

  void BadCharacter(const Token& token) {
    if (Text(token) == ".") {
      if (const auto habit = RangeWithBlanks(tokens_, at_, text_)) return RangeFromHabit(*habit);
    }
    if (Text(token) == "/") {
      if (const auto habit = PrefixBehindIndex(tokens_, at_, text_)) return TellHabit(*habit), Cut();
    }
    if (Text(token) == ">" || Text(token) == "<") return Comparison(token);
    if (text_.substr(token.begin).starts_with("/*")) return BlockComment(token);
    for (const CharacterAdvice& advice : kAdvice) {
      if (advice.character != Text(token)) continue;
      const bool quote = advice.replacement == "\"" && advice.character != "'";
      if (quote && std::exchange(quotes_reported_, line_begin_ + 1) == line_begin_ + 1) return Cut();  // once a line
      Break(quote ? codes::kSmartQuote : codes::kUnexpectedCharacter, token, "`{}` isn't used in a spec", Text(token))
          .Here(fmt::format("expected {}", advice.advice))
          .Fix(quote ? "write straight quotes" : fmt::format("write `{}`", advice.replacement),
               Straightened(tokens_, at_, file_, text_));
      return;
    }
    Break(codes::kUnexpectedCharacter, token, "the character {} isn't used in a spec", ShownCharacter(Text(token)))
        .Here("outside of quotes, names are made of letters, digits and `_ @ # $ & -`")
        .Advise("free text stands in double quotes; a comment begins with `//`");
  }

  // `/* … */`, also over lines, of which nothing else is said.
  void BlockComment(const Token& token) {
    Cut();
    const std::size_t end = ReportBlockComment({tokens_, at_, file_, text_, FirstOnLine(token)}, reporter_);
    while (tokens_[at_ + 1].begin < end && tokens_[at_ + 1].kind != TokenKind::kEnd) ++at_;
  }

  void Comparison(const Token& token) {
    Token sign = token;
    if (sign.end < text_.size() && text_[sign.end] == '=') ++sign.end;
    const bool more = Text(token) == ">";
    auto& found = Break(codes::kUnexpectedCharacter, sign, "`{}` isn't used in a spec", Text(sign));
    found.Here(more ? "expected `at least`" : "expected `at most`");
    // `> 2` isn't `at least 2`: only a person knows which was meant.
    if (sign.end > token.end) found.Fix("write the words", {{At(sign), more ? "at least" : "at most"}});
  }

  bool ConflictMarker(const Token& token) {
    const std::string_view rest = text_.substr(token.begin);
    if (!IsConflictMarker(text_, token)) return false;
    // One message for the three: the first half is read, the second isn't.
    in_conflict_ = in_conflict_ || rest.starts_with("<<<<<<<");
    if (in_conflict_ && rest.front() != '<') {
      if (rest.front() == '=') SkipToMarker(">>>>>>>");
      in_conflict_ = rest.front() == '=';
      broken_ = true;
      return true;
    }
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    Token line = token;
    line.end = token.begin + static_cast<std::uint32_t>(end);
    Break(codes::kConflictMarker, line, "this is a merge conflict marker")
        .Here("left by git")
        .Advise("decide which of the two versions holds, then remove the three marker lines");
    return true;
  }

  // Leaves `at_` before the token that begins a line with `marker`; at the end of the file when none does.
  void SkipToMarker(std::string_view marker) {
    while (at_ + 2 < tokens_.size() && !text_.substr(tokens_[at_ + 1].begin).starts_with(marker)) ++at_;
    line_open_ = false;
    line_begin_ = tokens_[at_ + 1].begin;
  }

  void LeftBracket(const Token& token) {
    const TokenKind before = last_.kind;
    const bool names_statement = last_.begin == statement_.begin;  // `OFFICE[21]` as a line of its own
    if (names_statement || (before != TokenKind::kWord && before != TokenKind::kString)) {
      Break(codes::kUnexpectedCharacter, token, "`[` stands only directly behind a name")
          .Here("as in `OFFICE[21]`, the 21st address of OFFICE");
      return;
    }
    OpenBracket(token);
  }

  void OpenBracket(const Token& token) {
    if (DepthWith(1) > kMaxDepth) return TooDeep(token);
    brackets_.push_back(token);
    Put(token);
  }

  void CloseBracket(const Token& token) {
    const TokenKind wanted = token.kind == TokenKind::kRightBracket ? TokenKind::kLeftBracket : TokenKind::kLeftParen;
    if (brackets_.empty() || brackets_.back().kind != wanted) {
      auto& found = Break(codes::kUnexpectedClosingBracket, token, "this `{}` closes nothing", Text(token));
      found.Here(token.kind == TokenKind::kRightBracket ? "no `[` is open here" : "no `(` is open here");
      if (!brackets_.empty()) found.Mark(At(brackets_.back()), "this one is still open");
      brackets_.clear();
      return;
    }
    brackets_.pop_back();
    Put(token);
  }

  void Newline(const Token& token) {
    if (!brackets_.empty() && !broken_) {
      if (ClosesLater(tokens_, at_, brackets_.size())) return;
      ReportOpenBracket();
    }
    if (in_statement_ && !broken_ && last_.kind == TokenKind::kComma) return;
    if (in_statement_ && !broken_ && BlockFollows(tokens_, at_)) return;
    EndStatement(token);
  }

  void ReportOpenBracket() {
    const Token open = brackets_.back();
    const bool square = open.kind == TokenKind::kLeftBracket;
    Break(codes::kUnclosedBracket, open, "this `{}` isn't closed on its line", Text(open))
        .Here(fmt::format("expected a `{}` after it", square ? ']' : ')'));
    brackets_.clear();
  }

  void EndStatement(const Token& token) {
    if (!brackets_.empty() && !broken_) ReportOpenBracket();
    complete_ = complete_ || (in_statement_ && !broken_);
    in_statement_ = broken_ = after_block_ = false;
    brackets_.clear();
    const bool needed =
        !out_.empty() && out_.back().kind != TokenKind::kNewline && out_.back().kind != TokenKind::kLeftBrace;
    if (needed && !Discarding()) Put(TokenKind::kNewline, token);
  }

  void LeftBrace(const Token& token) {
    if (DepthWith(1) > kMaxDepth) return TooDeep(token);
    if (!brackets_.empty() && !broken_) ReportOpenBracket();
    if (in_statement_ && IsPlaceInName(tokens_, at_, last_)) return PlaceInName(token);
    if (after_block_ && !broken_) {
      Break(codes::kTrailingText, token, "a second block stands behind the first").Here("a statement has one block");
    } else if (!in_statement_ && !broken_) {
      Break(codes::kNotAStatement, token, "a block stands without a word before it")
          .Here("expected a statement such as `lpar VMPROD` before the `{{`");
    }
    braces_.push_back({token, Indent(), LineHead(text_, line_first_, token), broken_ || Discarding()});
    Put(token);
    last_ = token;
    complete_ = false;
    in_statement_ = broken_ = after_block_ = false;
    brackets_.clear();
  }

  void PlaceInName(const Token& token) {
    Token name = last_;
    at_ += 2;
    name.end = tokens_[at_].end;
    const Token& next = tokens_[at_ + 1];
    if (next.kind == TokenKind::kWord && next.begin == name.end && Text(next) != ":") name.end = tokens_[++at_].end;
    const std::string place(text_.substr(token.begin, tokens_[at_].end - token.begin));
    Break(codes::kUnexpectedCharacter, name, "a name with a place `{}` in it stands without quotes", place)
        .Here("would be read as a block")
        .Fix(fmt::format("write `\"{}\"`", Text(name)), {{At(name), fmt::format("\"{}\"", Text(name))}});
  }

  void RightBrace(const Token& token) {
    if (!brackets_.empty() && !broken_) ReportOpenBracket();
    if (braces_.empty()) {
      reporter_.Error(codes::kUnexpectedClosingBracket, At(token), "this `}}` closes nothing")
          .Here("every block that was opened above is closed already")
          .Offer("remove it, or look above for a `}` too many", {{At(token), ""}});
      return EndStatement(token);
    }
    if (forgot_closers_) CloseForgotten(token);
    CloseTop(token);
  }

  void CloseTop(const Token& token) {
    const bool discard = braces_.back().discard;
    braces_.pop_back();
    last_ = {TokenKind::kRightBrace, token.begin, token.end};
    if (!discard) Put(last_);
    complete_ = false;
    in_statement_ = false;
    broken_ = false;
    after_block_ = true;
    brackets_.clear();
  }

  // Where braces don't match in a file that is indented: a statement that begins further left than its block stands
  // outside of it, and one that begins further right than the one before stands in a block that wasn't opened.
  void RepairByIndentation(const Token& token) {
    if (token.kind != TokenKind::kWord || in_statement_ || broken_) return;
    while (missing_ > 0 && !braces_.empty() && braces_.back().indent >= Indent()) {
      CloseMissing(token);
      EndStatement(token);
    }
    if (missing_ < 0 && complete_ && !out_.empty() && !Discarding() && Indent() > statement_indent_)
      OpenForgotten(token);
  }

  void OpenForgotten(const Token& token) {
    const std::string_view head = text_.substr(statement_.begin, last_.end - statement_.begin);
    const Span behind{file_, last_.end, last_.end};
    reporter_.Error(codes::kUnclosedBracket, behind, "the block of `{}` isn't opened", head)
        .Here("expected a `{` here")
        .Mark(At(token), "by its indentation this line stands in that block")
        .Fix("open the block", {{behind, " {"}});
    if (out_.back().kind == TokenKind::kNewline) out_.pop_back();
    OpenBlock({TokenKind::kLeftBrace, last_.end, last_.end});
  }

  // Puts a brace in that isn't written.
  void OpenBlock(const Token& brace) {
    const std::string_view head = text_.substr(statement_.begin, last_.end - statement_.begin);
    braces_.push_back({brace, statement_indent_, head, false});
    Put(brace);
    complete_ = false;
    ++missing_;
  }

  // A `}` that stands further left than the line of the innermost open block, and in line with an outer one, tells
  // which `}` was forgotten.
  void CloseForgotten(const Token& token) {
    if (!FirstOnLine(token)) return;
    const std::uint32_t indent = Indent();
    bool outer_matches = false;
    for (const OpenBrace& open : braces_) outer_matches = outer_matches || open.indent == indent;
    while (outer_matches && braces_.size() > 1 && braces_.back().indent > indent) {
      CloseMissing(token);
    }
  }

  void CloseMissing(const Token& token) {
    ReportOpenBrace(braces_.back(), token);
    const Token before = last_;
    CloseTop(token);
    last_ = {TokenKind::kRightBrace, before.begin, before.end};  // where it would stand
    --missing_;
  }

  void ReportOpenBrace(const OpenBrace& open, const Token& token) {
    auto& found =
        reporter_.Error(codes::kUnclosedBracket, At(open.token), "the block of `{}` isn't closed", open.statement);
    found.Here("this `{` has no `}`");
    if (token.kind == TokenKind::kRightBrace)
      found.Mark(At(token), "by its indentation this one closes a block further out");
    if (token.kind == TokenKind::kWord) found.Mark(At(token), "by its indentation this line stands outside of it");
    if (!indented_) {
      found.Advise("put a `}` on a line of its own where the block ends");
      return;
    }
    const bool one_line =
        text_.substr(open.token.begin, last_.end - open.token.begin).find('\n') == std::string_view::npos;
    const Span behind{file_, last_.end, last_.end};
    found.Fix("close the block", {{behind, one_line ? " }" : fmt::format("\n{}}}", std::string(open.indent, ' '))}});
  }

  void End(const Token& token) {
    if (!brackets_.empty() && !broken_) ReportOpenBracket();
    EndStatement(token);
    if (!braces_.empty()) ReportOpenBrace(braces_.back(), token);
    while (!braces_.empty()) CloseTop(token);
    Put(TokenKind::kEnd, token);
  }

  void TooDeep(const Token& token) {
    reporter_.Error(codes::kTooDeep, At(token), "blocks and brackets are nested more than {} deep", kMaxDepth)
        .Here("this one is too many")
        .Note("the rest of the file wasn't read");
    gave_up_ = true;
  }

  void TooManyErrors(const Token& token) {
    reporter_.Error(codes::kTooManyErrors, At(token), "the file has more than {} syntax errors", kMaxSyntaxErrors)
        .Here("the rest of it wasn't read")
        .Advise("is this a spec? `hotsite explain HS0009` shows how one begins");
    gave_up_ = true;
  }

  // Reports, and cuts the statement that is being read from the output.
  template <class... Args>
  Diagnostic& Break(Code code, const Token& token, fmt::format_string<Args...> format, Args&&... args) {
    Cut();
    return reporter_.Error(code, At(token), format, std::forward<Args>(args)...);
  }

  void Cut() {
    complete_ = false;
    if (in_statement_) out_.resize(std::min(out_.size(), statement_start_));
    in_statement_ = false;
    broken_ = true;
    brackets_.clear();
  }

  void Put(const Token& token) {
    if (token.kind != TokenKind::kNewline) last_ = token;
    if (!Discarding()) out_.push_back(token);
  }
  void Put(TokenKind kind, const Token& where) { Put({kind, where.begin, where.end}); }

  bool Discarding() const { return !braces_.empty() && braces_.back().discard; }
  std::size_t DepthWith(std::size_t more) const { return braces_.size() + brackets_.size() + more; }
  Span At(const Token& token) const { return {file_, token.begin, token.end}; }
  std::string_view Text(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }

  // Where the line of the current token begins, and its first token; kept while reading, so that long lines cost
  // nothing.
  void TrackLine(const Token& token) {
    if (!line_open_) line_first_ = token.begin;
    line_open_ = token.kind != TokenKind::kNewline;
    if (!line_open_) line_begin_ = token.end;
  }
  std::uint32_t Indent() const { return line_first_ - line_begin_; }
  bool FirstOnLine(const Token& token) const { return line_first_ == token.begin; }

  const std::vector<Token>& tokens_;
  FileId file_;
  std::string_view text_;
  Reporter& reporter_;
  std::vector<Token> out_;
  std::vector<OpenBrace> braces_;
  std::vector<Token> brackets_;
  Token last_;       // the last token that was taken, also where it is discarded
  Token statement_;  // the first word of the last statement
  std::uint32_t statement_indent_ = 0;
  std::size_t at_ = 0;
  std::size_t statement_start_ = 0;
  std::size_t top_level_start_ = 0;
  std::uint32_t line_begin_ = 0;
  std::uint32_t line_first_ = 0;
  std::uint32_t quotes_reported_ = 0;  // line_begin_ + 1 of the last line with curly quotes
  bool line_open_ = false;
  bool in_statement_ = false;
  bool first_operand_ = false;
  bool after_block_ = false;
  bool complete_ = false;  // the last statement ended, without a block
  bool broken_ = false;
  bool in_conflict_ = false;
  bool forgot_closers_ = false;
  bool indented_ = false;
  int missing_ = 0;  // so many `}` (below zero: `{`) are missing still
  bool gave_up_ = false;
};

}  // namespace

std::vector<Token> RepairTokens(const std::vector<Token>& tokens, FileId file, std::string_view text,
                                Reporter& reporter) {
  return Repair(tokens, file, text, reporter).Run();
}

}  // namespace hotsite::syntax
