// The only file that sees ANTLR. The lexer's tokens become our own and are repaired (tokens.h); the parser gets what
// always parses, so nothing of ANTLR's wording can reach a user; its tree is turned into the ast at once and dropped.
#include "compiler/syntax/parse.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "compiler/diagnostics/codes.h"
#include "compiler/support/check.h"
#include "compiler/support/utf8.h"
#include "compiler/syntax/doc_comments.h"
#include "compiler/syntax/tokens.h"

// The runtime has members called EOF, which <cstdio> defines as a macro; nothing here needs that macro.
#include <antlr4-runtime.h>

#include "HotsiteLexer.h"
#include "HotsiteParser.h"
#undef EOF

namespace hotsite::syntax {
namespace {

using grammar::HotsiteLexer;
using grammar::HotsiteParser;

// ANTLR counts code points, we count bytes. Equal for ASCII text, where no table is made.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) {
    if (CountCodePoints(text) == text.size()) return;
    for (std::size_t i = 0; i < text.size(); i += CodePointBytes(text, i))
      offsets_.push_back(static_cast<std::uint32_t>(i));
    offsets_.push_back(static_cast<std::uint32_t>(text.size()));
  }
  std::uint32_t operator[](std::size_t code_point) const {
    return offsets_.empty() ? static_cast<std::uint32_t>(code_point) : offsets_[code_point];
  }

 private:
  std::vector<std::uint32_t> offsets_;
};

TokenKind KindOf(std::size_t type) {
  switch (type) {
    case HotsiteLexer::WORD:
      return TokenKind::kWord;
    case HotsiteLexer::STRING:
      return TokenKind::kString;
    case HotsiteLexer::UNTERMINATED:
      return TokenKind::kUnterminated;
    case HotsiteLexer::HOLE:
      return TokenKind::kHole;
    case HotsiteLexer::COMMA:
      return TokenKind::kComma;
    case HotsiteLexer::PLUS:
      return TokenKind::kPlus;
    case HotsiteLexer::MINUS:
      return TokenKind::kMinus;
    case HotsiteLexer::STAR:
      return TokenKind::kStar;
    case HotsiteLexer::SEMICOLON:
      return TokenKind::kSemicolon;
    case HotsiteLexer::LBRACE:
      return TokenKind::kLeftBrace;
    case HotsiteLexer::RBRACE:
      return TokenKind::kRightBrace;
    case HotsiteLexer::LBRACKET:
      return TokenKind::kLeftBracket;
    case HotsiteLexer::RBRACKET:
      return TokenKind::kRightBracket;
    case HotsiteLexer::LPAREN:
      return TokenKind::kLeftParen;
    case HotsiteLexer::RPAREN:
      return TokenKind::kRightParen;
    case HotsiteLexer::NEWLINE:
      return TokenKind::kNewline;
    case HotsiteLexer::COMMENT:
      return TokenKind::kComment;
    default:
      return TokenKind::kBad;
  }
}

std::size_t TypeOf(TokenKind kind) {
  switch (kind) {
    case TokenKind::kWord:
      return HotsiteParser::WORD;
    case TokenKind::kString:
      return HotsiteParser::STRING;
    case TokenKind::kHole:
      return HotsiteParser::HOLE;
    case TokenKind::kComma:
      return HotsiteParser::COMMA;
    case TokenKind::kPlus:
      return HotsiteParser::PLUS;
    case TokenKind::kMinus:
      return HotsiteParser::MINUS;
    case TokenKind::kStar:
      return HotsiteParser::STAR;
    case TokenKind::kSemicolon:
      return HotsiteParser::SEMICOLON;
    case TokenKind::kLeftBrace:
      return HotsiteParser::LBRACE;
    case TokenKind::kRightBrace:
      return HotsiteParser::RBRACE;
    case TokenKind::kLeftBracket:
      return HotsiteParser::LBRACKET;
    case TokenKind::kRightBracket:
      return HotsiteParser::RBRACKET;
    case TokenKind::kLeftParen:
      return HotsiteParser::LPAREN;
    case TokenKind::kRightParen:
      return HotsiteParser::RPAREN;
    case TokenKind::kNewline:
      return HotsiteParser::NEWLINE;
    default:
      return antlr4::Token::EOF;
  }
}

// Parser tokens carry the index of our token as start and stop.
std::vector<std::unique_ptr<antlr4::Token>> ParserTokens(const std::vector<Token>& tokens) {
  std::vector<std::unique_ptr<antlr4::Token>> result;
  result.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto token = std::make_unique<antlr4::CommonToken>(TypeOf(tokens[i].kind));
    token->setStartIndex(i);
    token->setStopIndex(i);
    result.push_back(std::move(token));
  }
  return result;
}

class AstBuilder {
 public:
  AstBuilder(FileId file, std::string_view text, const std::vector<Token>& tokens, DocComments& docs)
      : file_(file), text_(text), tokens_(tokens), docs_(docs) {}

  template <class Context>
  std::vector<Statement> Statements(Context* context) {
    std::vector<Statement> statements;
    const auto found = context->statement();
    statements.reserve(found.size());
    for (auto* statement : found) statements.push_back(Build(statement));
    return statements;
  }

 private:
  Statement Build(HotsiteParser::StatementContext* context) {
    Statement statement;
    const Token& word = At(context->start);
    statement.word_span = SpanOf(word);
    statement.word = TextOf(word);
    statement.doc = docs_.Above(word.begin);
    for (auto* operand : context->operand()) statement.operands.push_back(Build(operand));
    if (IsLoopOutOfHabit(statement)) Straighten(statement);
    const Token& last = At(context->stop);
    statement.whole = {file_, word.begin, last.end};
    if (auto* block = context->block()) {
      statement.block = Statements(block);
      statement.block_span = {file_, At(block->start).begin, At(block->stop).end};
    }
    return statement;
  }

  // `do n = 1 to 12`, of which the repair left `do n` and the range in one word.
  static bool IsLoopOutOfHabit(const Statement& statement) {
    const bool loop = statement.word == "for" || statement.word == "do" || statement.word == "DO";
    return loop && statement.operands.size() >= 2 && statement.operands.back().text.find(' ') != std::string_view::npos;
  }

  static void Straighten(Statement& statement) {
    statement.word = "for";
    Operand in = statement.operands.front();
    in.text = "in";
    statement.operands = {statement.operands.front(), in, statement.operands.back()};
  }

  Operand Build(HotsiteParser::OperandContext* context) {
    const Token& first = At(context->start);
    Operand operand;
    operand.span = {file_, first.begin, At(context->stop).end};
    operand.kind = KindOfOperand(first.kind);
    operand.text = TextOf(first);
    if (operand.kind == Operand::Kind::kString) operand.text = operand.text.substr(1, operand.text.size() - 2);
    if (operand.kind == Operand::Kind::kGroup)
      operand.text = text_.substr(operand.span.begin, operand.span.end - operand.span.begin);
    for (auto* inner : context->operand()) operand.inside.push_back(Build(inner));
    if (auto* index = context->index()) {
      operand.index_span = {file_, At(index->start).begin, At(index->stop).end};
      operand.index = text_.substr(operand.index_span.begin + 1, operand.index_span.end - operand.index_span.begin - 2);
    }
    return operand;
  }

  static Operand::Kind KindOfOperand(TokenKind kind) {
    switch (kind) {
      case TokenKind::kString:
        return Operand::Kind::kString;
      case TokenKind::kHole:
        return Operand::Kind::kHole;
      case TokenKind::kComma:
        return Operand::Kind::kComma;
      case TokenKind::kPlus:
        return Operand::Kind::kPlus;
      case TokenKind::kMinus:
        return Operand::Kind::kMinus;
      case TokenKind::kStar:
        return Operand::Kind::kStar;
      case TokenKind::kLeftParen:
        return Operand::Kind::kGroup;
      default:
        return Operand::Kind::kWord;
    }
  }

  const Token& At(antlr4::Token* token) const { return tokens_[token->getStartIndex()]; }
  Span SpanOf(const Token& token) const { return {file_, token.begin, token.end}; }
  std::string_view TextOf(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }

  FileId file_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  DocComments& docs_;
};

std::vector<Statement> BuildAst(FileId file, std::string_view text, const std::vector<Token>& tokens,
                                DocComments& docs) {
  antlr4::ListTokenSource source(ParserTokens(tokens));
  antlr4::CommonTokenStream stream(&source);
  HotsiteParser parser(&stream);
  parser.removeErrorListeners();
  HotsiteParser::File_Context* tree = parser.file_();
  HOTSITE_CHECK(parser.getNumberOfSyntaxErrors() == 0, "repaired tokens must parse");
  return AstBuilder(file, text, tokens, docs).Statements(tree);
}

}  // namespace

// Reads tokens one at a time, so that a file with too many is given up before they fill memory.
std::vector<Token> Lex(const SourceMap& sources, FileId file, Reporter& reporter) {
  const std::string_view text = sources.Get(file).text();
  antlr4::ANTLRInputStream input{std::string(text)};
  HotsiteLexer lexer(&input);
  lexer.removeErrorListeners();
  const ByteOffsets offsets(text);
  std::vector<Token> tokens;
  const auto end = static_cast<std::uint32_t>(text.size());
  while (tokens.size() < kMaxTokens) {
    const std::unique_ptr<antlr4::Token> token = lexer.nextToken();
    if (token->getType() == antlr4::Token::EOF) {
      tokens.push_back({TokenKind::kEnd, end, end});
      return tokens;
    }
    tokens.push_back({KindOf(token->getType()), offsets[token->getStartIndex()], offsets[token->getStopIndex() + 1]});
  }
  reporter
      .Error(codes::kTooLong, {file, tokens.back().begin, tokens.back().end}, "the file has more than {} words",
             kMaxTokens)
      .Here("nothing was read from here on")
      .Advise("split the spec into several files, or make the guests with `for n in 1..1000 { … }`");
  return {{TokenKind::kEnd, end, end}};
}

File Parse(const SourceMap& sources, FileId id, Reporter& reporter) {
  const SourceFile& source = sources.Get(id);
  const std::vector<Token> lexed = Lex(sources, id, reporter);
  const std::vector<Token> tokens = RepairTokens(lexed, id, source.text(), reporter);
  DocComments docs(source.text(), lexed);
  File file;
  file.id = id;
  file.doc = docs.of_file();
  file.statements = BuildAst(id, source.text(), tokens, docs);
  return file;
}

}  // namespace hotsite::syntax
