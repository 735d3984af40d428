#include "tests/harness/mangle.h"

#include <array>
#include <string_view>
#include <vector>

#include "compiler/syntax/parse.h"

namespace hotsite::harness {
namespace {

using syntax::Token;
using enum syntax::TokenKind;

class Mangler {
 public:
  Mangler(const std::string& text, std::mt19937& random) : random_(random), file_(sources_.Add("", text)) {
    Reporter reporter;
    tokens_ = syntax::Lex(sources_, file_, reporter);
    repaired_ = syntax::RepairTokens(tokens_, file_, sources_.Get(file_).text(), reporter);
    constexpr std::array<std::string_view, 3> kLineEnds{"\n", "\r\n", "\r"};
    line_end_ = kLineEnds[random_() % kLineEnds.size()];
  }

  std::string Run() {
    if (OneIn(2)) out_ += "\xEF\xBB\xBF";
    std::size_t next = 0;
    for (at_ = 0; tokens_[at_].kind != kEnd; ++at_) {
      const bool ends_statement = repaired_[next].begin == tokens_[at_].begin;
      if (ends_statement) ++next;
      Put(tokens_[at_], ends_statement);
    }
    return std::move(out_);
  }

 private:
  bool OneIn(unsigned n) { return random_() % n == 0; }
  Token Neighbour(int step) const {
    const std::size_t at = at_ + static_cast<std::size_t>(step);
    return at < tokens_.size() ? tokens_[at] : Token();
  }
  static bool IsLayout(const Token& token) {
    return token.kind == kNewline || token.kind == kComment || token.kind == kEnd;
  }

  void Put(const Token& token, bool ends_statement) {
    const bool glued = at_ == 0 || Neighbour(-1).end == token.begin;
    const bool between_lines = IsLayout(Neighbour(-1)) || IsLayout(Neighbour(1));
    if (token.kind == kNewline) return Newline(ends_statement, between_lines);
    if (token.kind == kSemicolon && !between_lines && Neighbour(-1).kind != kComma && OneIn(3)) return LineEnd();
    const bool may_stick = token.kind == kComma || token.kind == kSemicolon || token.kind == kRightBrace;
    if (!glued && !(may_stick && OneIn(3))) Blanks(1);
    if (glued && token.kind != kComment && OneIn(4)) Blanks(0);
    if (token.kind == kLeftBrace && Neighbour(-1).kind != kComment && OneIn(6)) LineEnd();
    out_ += sources_.Text({file_, token.begin, token.end});
    if (token.kind == kComma && !IsLayout(Neighbour(1)) && OneIn(4)) LineEnd();
    if (token.kind == kLeftBrace && !IsLayout(Neighbour(1)) && OneIn(4)) LineEnd();
  }

  // Of blank lines and of lines with comments only the length changes: they say which statement `///` documents.
  void Newline(bool ends_statement, bool between_lines) {
    const bool dangling = Neighbour(-1).kind == kComma && ends_statement;
    if (!between_lines && !dangling && OneIn(4)) {
      out_ += ends_statement ? " ; " : " ";
      return;
    }
    if (OneIn(3)) Blanks(0);
    LineEnd();
    if (Neighbour(-1).kind != kComment && OneIn(4)) LineEnd();
    Blanks(0);
  }

  void LineEnd() { out_ += line_end_; }
  void Blanks(unsigned least) {
    for (auto count = least + random_() % 4; count > 0; --count) out_ += OneIn(3) ? '\t' : ' ';
  }

  std::mt19937& random_;
  SourceMap sources_;
  FileId file_;
  std::vector<Token> tokens_;
  std::vector<Token> repaired_;
  std::size_t at_ = 0;
  std::string_view line_end_;
  std::string out_;
};

}  // namespace

std::string Mangled(const std::string& text, std::mt19937& random) { return Mangler(text, random).Run(); }

std::string TokenSoup(std::size_t most, std::mt19937& random) {
  constexpr std::array<std::string_view, 29> kTokens{
      "a",        "b",  "zos",  "0600-060F", ":",      "\"x\"",   "\"a; {n} // b\"",
      "?",        ",",  ",",    "+",         "-",      "*",       ";",
      ";",        "{ ", "}",    "}",         "[",      "]",       "(",
      ")",        "\n", "\n\n", "\r\n",      "// c\n", "/// d\n", "  // e \n",
      "N[20 + n]"};
  std::string soup;
  std::string open;
  for (auto count = random() % most; count > 0; --count) {
    const std::string_view token = kTokens[random() % kTokens.size()];
    const bool closes = token == "}" || token == "]" || token == ")";
    if (closes && random() % 10 != 0) {
      if (open.empty()) continue;
      soup += open.back();
      open.pop_back();
    } else {
      soup += token;
      if (token == "{ ") open += '}';
      if (token == "[") open += ']';
      if (token == "(") open += ')';
    }
    if (random() % 4 != 0) soup += ' ';
  }
  return soup + std::string(open.rbegin(), open.rend());
}

}  // namespace hotsite::harness
