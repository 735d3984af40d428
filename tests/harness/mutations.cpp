#include "tests/harness/mutations.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/parse.h"

namespace hotsite::harness {
namespace {

using syntax::Operand;
using syntax::Statement;

/// As many other operands are tried in one place.
constexpr std::size_t kMostOperands = 12;
constexpr std::size_t kMostStatements = 6;

struct Parsed {
  SourceMap sources;
  syntax::File file;

  explicit Parsed(const std::string& text) {
    if (FindSourceProblem(text)) return;  // nothing is said in it
    Reporter reporter;
    file = syntax::Parse(sources, sources.Add("", text), reporter);
  }
  std::string Text(Span span) const { return std::string(sources.Text(span)); }
};

using Visit = std::function<void(const Statement&, const std::string& parent)>;

void Walk(const std::vector<Statement>& statements, const std::string& parent, const Visit& visit) {
  for (const Statement& statement : statements) {
    visit(statement, parent);
    if (statement.block) Walk(*statement.block, std::string(statement.word), visit);
  }
}

bool IsName(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; });
}

/// The word with one of its digits one more: 0600-060F gives 0601-060F and 0600-0610.
std::vector<std::string> Counted(std::string_view word) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool digit = word[i] >= '0' && word[i] <= '9';
    const bool last = i + 1 == word.size() || word[i + 1] < '0' || word[i + 1] > '9';
    if (!digit || !last) continue;
    std::string one(word);
    one[i] = word[i] == '9' ? '8' : static_cast<char>(word[i] + 1);
    all.push_back(std::move(one));
  }
  return all;
}

class Mutator {
 public:
  Mutator(const std::string& text, const Vocabulary& vocabulary, Tried& tried)
      : text_(text), parsed_(text), vocabulary_(vocabulary), tried_(tried) {}

  std::vector<Mutation> Run() {
    Insert("file", static_cast<std::uint32_t>(text_.find('\n') + 1));
    Walk(parsed_.file.statements, "file", [this](const Statement& statement, const std::string& parent) {
      statement_ = &statement;
      parent_ = parent;
      OfStatement();
      for (std::size_t i = 0; i < statement.operands.size(); ++i) OfOperand(i);
      if (statement.block) Insert(std::string(statement.word), statement.block_span.begin + 1);
    });
    return std::move(all_);
  }

 private:
  void Replace(Span span, const std::string& by, bool for_people = false) {
    const Span whole = statement_->whole;
    const bool all = span == whole;
    std::string head = parsed_.Text(Head());
    std::string after = head;
    if (all) {
      after = by;
    } else if (span.end <= Head().end) {
      after.replace(span.begin - whole.begin, span.end - span.begin, by);
    }
    Add({head, after, parent_, for_people, Edited(span, by)});
  }

  /// The statement without its block.
  Span Head() const {
    Span head = statement_->whole;
    if (statement_->block) head.end = std::max(head.begin, statement_->block_span.begin);
    return head;
  }

  std::string Edited(Span span, const std::string& by) const {
    return std::string(text_).replace(span.begin, span.end - span.begin, by);
  }

  void Add(Mutation mutation) {
    if (mutation.before == mutation.after) return;
    if (++tried_.attempts[mutation.key()] <= tried_.most) all_.push_back(std::move(mutation));
  }

  void OfStatement() {
    const std::string word(statement_->word);
    if (word == "use") return;
    Replace(statement_->whole, "");
    Add({parsed_.Text(Head()), "/// For people.", parent_, true,
         Edited({statement_->whole.file, statement_->whole.begin, statement_->whole.begin}, "\n/// For people.\n")});
    std::size_t count = 0;
    for (const std::string& other : vocabulary_.Statements(parent_, word)) {
      if (++count > kMostStatements) break;
      Replace(statement_->whole, other, word == "message");
    }
  }

  void OfOperand(std::size_t index) {
    const Operand& operand = statement_->operands[index];
    const auto is = [&](std::size_t at, std::string_view text) {
      return at < statement_->operands.size() && statement_->operands[at].text == text;
    };
    const bool reason = (index > 0 && is(index - 1, "because")) || statement_->word == "message";
    if (reason) return Replace(operand.span, "\"For people.\"", true);
    if (is(index, "because")) return;
    Replace(operand.span, "");
    if (operand.kind == Operand::Kind::kComma && index + 1 < statement_->operands.size())
      Replace(Join(operand.span, statement_->operands[index + 1].span), "");
    if (index > 0) Replace(Join(statement_->operands[index - 1].span, operand.span), "");
    if (operand.kind == Operand::Kind::kString) Replace(operand.span, "\"" + std::string(operand.text) + "X\"");
    if (operand.kind != Operand::Kind::kWord && operand.kind != Operand::Kind::kHole) return;
    for (const std::string& other : Counted(parsed_.Text(operand.span))) Replace(operand.span, other);
    if (operand.kind == Operand::Kind::kWord) Replace(operand.span, "?");
    std::size_t count = 0;
    for (const std::string& other : vocabulary_.Operands(std::string(statement_->word))) {
      if (++count > kMostOperands) break;
      Replace(operand.span, other);
    }
  }

  void Insert(const std::string& parent, std::uint32_t at) {
    for (const std::string& statement : vocabulary_.Statements(parent)) {
      const Span span{parsed_.file.id, at, at};
      Add({"", statement, parent, false, Edited(span, "\n" + statement + "\n")});
    }
  }

  const std::string& text_;
  const Parsed parsed_;
  const Vocabulary& vocabulary_;
  Tried& tried_;
  const Statement* statement_ = nullptr;
  std::string parent_;
  std::vector<Mutation> all_;
};

}  // namespace

void Vocabulary::Learn(const std::string& text) {
  const Parsed parsed(text);
  Walk(parsed.file.statements, "file", [&](const Statement& statement, const std::string& parent) {
    const std::string word(statement.word);
    // Large blocks say nothing that their statements don't say.
    if (statement.whole.end - statement.whole.begin < 300)
      statements_[parent][word].insert(parsed.Text(statement.whole));
    for (const Operand& operand : statement.operands) {
      if (operand.kind == Operand::Kind::kWord && IsName(operand.text)) operands_[word].emplace(operand.text);
    }
  });
}

std::vector<std::string> Vocabulary::Statements(const std::string& parent, const std::string& word) const {
  std::vector<std::string> all;
  const auto of_parent = statements_.find(parent);
  if (of_parent == statements_.end()) return all;
  for (const auto& [one, texts] : of_parent->second) {
    if (word.empty() ? one != "use" : one == word) all.insert(all.end(), texts.begin(), texts.end());
  }
  return all;
}

std::vector<std::string> Vocabulary::Operands(const std::string& word) const {
  const auto found = operands_.find(word);
  if (found == operands_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

std::vector<Mutation> MutationsOf(const std::string& text, const Vocabulary& vocabulary, Tried& tried) {
  return Mutator(text, vocabulary, tried).Run();
}

}  // namespace hotsite::harness
