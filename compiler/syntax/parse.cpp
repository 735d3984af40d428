// The only file that sees ANTLR. The lexer's tokens become our own and are repaired (tokens.h); the parser gets what
// always parses, so nothing of ANTLR's wording can reach a user; its tree is turned into the ast at once and dropped.
#include "compiler/syntax/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
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

/// Makes tokens of lines; none reaches over the end of a line. The runtime needs its time, and specs repeat themselves:
/// half of the lines of a large one stand in it twice, and two that are compared have nearly all of them in common. So
/// lines are remembered, whatever file they stand in.
class LineLexer {
 public:
  LineLexer() : lexer_(&input_) { lexer_.removeErrorListeners(); }

  /// Appends the tokens of `line`, which begins at `offset`; past kMaxTokens no more.
  void Add(std::string_view line, std::uint32_t offset, std::vector<Token>& tokens) {
    const auto known = line.size() > kLongest ? lines_.end() : lines_.find(std::string(line));
    if (known == lines_.end()) return Read(line, offset, tokens);
    for (const Token& token : known->second) tokens.push_back({token.kind, token.begin + offset, token.end + offset});
  }

 private:
  static constexpr std::size_t kLongest = 200, kMost = 50'000;  // of what is remembered

  // One token at a time, so that a line with too many is given up before they fill memory.
  void Read(std::string_view line, std::uint32_t offset, std::vector<Token>& tokens) {
    const std::size_t first = tokens.size();
    const ByteOffsets offsets(line);
    input_.load(std::string(line));
    lexer_.setInputStream(&input_);
    while (tokens.size() < kMaxTokens) {
      const std::unique_ptr<antlr4::Token> token = lexer_.nextToken();
      if (token->getType() == antlr4::Token::EOF) break;
      tokens.push_back({KindOf(token->getType()), offset + offsets[token->getStartIndex()],
                        offset + offsets[token->getStopIndex() + 1]});
    }
    if (line.size() > kLongest || lines_.size() >= kMost || tokens.size() >= kMaxTokens) return;
    std::vector<Token>& remembered = lines_[std::string(line)];
    for (std::size_t i = first; i < tokens.size(); ++i)
      remembered.push_back({tokens[i].kind, tokens[i].begin - offset, tokens[i].end - offset});
  }

  antlr4::ANTLRInputStream input_;
  HotsiteLexer lexer_;
  std::unordered_map<std::string, std::vector<Token>> lines_;
};

// Two specs are read at the same time (hotsite diff). ANTLR's runtime shares its tables between threads; it locks them,
// but counts the contexts in them without (PredictionContext::globalNodeCount of 4.9), so only one thread is in it.
std::mutex& AntlrMutex() {
  static std::mutex mutex;
  return mutex;
}

// What ANTLR makes of a token takes a hundred times its memory, so the parser gets the tokens in pieces of about this
// many.
constexpr std::size_t kPieceTokens = 4096;

class AstBuilder {
 public:
  AstBuilder(FileId file, std::string_view text, const std::vector<Token>& tokens, DocComments& docs)
      : file_(file), text_(text), tokens_(tokens), docs_(docs) {}

  /// The statements of the tokens from `begin` to `end`, which are whole at their level. A block that is longer than a
  /// piece is read by itself.
  std::vector<Statement> Statements(std::size_t begin, std::size_t end) {
    std::vector<Statement> statements;
    std::size_t depth = 0;
    std::size_t open = begin;
    for (std::size_t i = begin; i < end; ++i) {
      const TokenKind kind = tokens_[i].kind;
      if (kind == TokenKind::kLeftBrace && depth++ == 0) open = i;
      if (kind == TokenKind::kRightBrace && --depth == 0 && i - open > kPieceTokens) {
        auto piece = ParserTokens(begin, open + 1);
        piece.push_back(ParserToken(i));
        Parse(std::move(piece), statements);
        statements.back().block = Statements(open + 1, i);
        begin = i + 1;
      } else if (depth == 0 && i - begin > kPieceTokens &&
                 (kind == TokenKind::kNewline || kind == TokenKind::kSemicolon)) {
        Parse(ParserTokens(begin, i), statements);
        begin = i + 1;
      }
    }
    Parse(ParserTokens(begin, end), statements);
    return statements;
  }

 private:
  using ParserTokenList = std::vector<std::unique_ptr<antlr4::Token>>;

  // Parser tokens carry the index of our token as start and stop.
  std::unique_ptr<antlr4::Token> ParserToken(std::size_t index) const {
    auto token = std::make_unique<antlr4::CommonToken>(TypeOf(tokens_[index].kind));
    token->setStartIndex(index);
    token->setStopIndex(index);
    return token;
  }

  ParserTokenList ParserTokens(std::size_t begin, std::size_t end) const {
    ParserTokenList piece;
    piece.reserve(end - begin + 2);
    for (std::size_t i = begin; i < end; ++i) piece.push_back(ParserToken(i));
    return piece;
  }

  // Adds the statements of a piece.
  void Parse(ParserTokenList piece, std::vector<Statement>& statements) {
    piece.push_back(ParserToken(tokens_.size() - 1));  // the end
    antlr4::ListTokenSource source(std::move(piece));
    antlr4::CommonTokenStream stream(&source);
    stream.fill();
    HotsiteParser parser(&stream);
    parser.removeErrorListeners();
    parser.setBuildParseTree(false);  // the labels of the grammar hold what is needed
    const HotsiteParser::File_Context* file = Read(parser);
    HOTSITE_CHECK(parser.getNumberOfSyntaxErrors() == 0, "repaired tokens must parse");
    for (const auto* statement : file->statements) statements.push_back(Build(statement));
  }

  static const HotsiteParser::File_Context* Read(HotsiteParser& parser) {
    const std::lock_guard<std::mutex> alone(AntlrMutex());
    return parser.file_();
  }

  Statement Build(const HotsiteParser::StatementContext* context) {
    Statement statement;
    const Token& word = At(context->start);
    statement.word_span = SpanOf(word);
    statement.word = TextOf(word);
    statement.doc = docs_.Above(word.begin);
    statement.operands.reserve(context->operands.size());
    for (const auto* operand : context->operands) statement.operands.push_back(Build(operand));
    if (IsLoopOutOfHabit(statement)) Straighten(statement);
    const Token& last = At(context->stop);
    statement.whole = {file_, word.begin, last.end};
    if (const auto* block = context->body) {
      statement.block.emplace();
      statement.block->reserve(block->statements.size());
      for (const auto* inner : block->statements) statement.block->push_back(Build(inner));
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

  Operand Build(const HotsiteParser::OperandContext* context) {
    const Token& first = At(context->start);
    Operand operand;
    operand.span = {file_, first.begin, At(context->stop).end};
    operand.kind = KindOfOperand(first.kind);
    operand.text = TextOf(first);
    if (operand.kind == Operand::Kind::kString) operand.text = operand.text.substr(1, operand.text.size() - 2);
    if (operand.kind == Operand::Kind::kGroup)
      operand.text = text_.substr(operand.span.begin, operand.span.end - operand.span.begin);
    for (const auto* inner : context->inside) operand.inside.push_back(Build(inner));
    if (const auto* index = context->subscript) {
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

}  // namespace

std::vector<Token> Lex(const SourceMap& sources, FileId file, Reporter& reporter) {
  const std::string_view text = sources.Get(file).text();
  std::vector<Token> tokens;
  const std::lock_guard<std::mutex> alone(AntlrMutex());
  static LineLexer& lexer = *new LineLexer;  // the process ends with it
  for (std::size_t begin = 0; begin < text.size() && tokens.size() < kMaxTokens;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lexer.Add(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), tokens);
    begin = end;
  }
  const auto whole = static_cast<std::uint32_t>(text.size());
  if (tokens.size() < kMaxTokens) {
    tokens.push_back({TokenKind::kEnd, whole, whole});
    return tokens;
  }
  reporter
      .Error(codes::kTooLong, {file, tokens.back().begin, tokens.back().end}, "the file has more than {} words",
             kMaxTokens)
      .Here("nothing was read from here on")
      .Advise("split the spec into several files, or make the guests with `for n in 1..1000 { … }`");
  return {{TokenKind::kEnd, whole, whole}};
}

File Parse(const SourceMap& sources, FileId id, Reporter& reporter) {
  const SourceFile& source = sources.Get(id);
  const std::vector<Token> lexed = Lex(sources, id, reporter);
  const std::vector<Token> tokens = RepairTokens(lexed, id, source.text(), reporter);
  DocComments docs(source.text(), lexed);
  File file;
  file.id = id;
  file.doc = docs.of_file();
  file.statements = AstBuilder(id, source.text(), tokens, docs).Statements(0, tokens.size() - 1);
  return file;
}

}  // namespace hotsite::syntax
