// Walks over the operands of one statement, replacing names of values (`let`, `for`) by their text and reporting what
// is wrong with an operand in one place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/scope.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/syntax/ast.h"
#include "compiler/values/parsed.h"

namespace hotsite::check {

class Cursor {
 public:
  Cursor(const std::vector<syntax::Operand>& operands, Span statement, const Scope& scope, Reporter& reporter)
      : operands_(operands), statement_(statement), scope_(scope), reporter_(reporter) {}

  bool done() const { return at_ >= operands_.size(); }
  const syntax::Operand* peek(std::size_t ahead = 0) const {
    return at_ + ahead < operands_.size() ? &operands_[at_ + ahead] : nullptr;
  }
  const syntax::Operand* previous() const { return at_ == 0 ? nullptr : &operands_[at_ - 1]; }
  void Advance(std::size_t count = 1) { at_ += count; }
  std::size_t position() const { return at_; }
  void Restore(std::size_t position) { at_ = position; }

  /// Whether the operand `ahead` is this very word (not a value's name).
  bool IsWord(std::string_view word, std::size_t ahead = 0) const;
  bool IsKind(syntax::Operand::Kind kind, std::size_t ahead = 0) const;
  /// The text of the word `ahead`, a value's name replaced; nothing when it is no word.
  std::optional<std::string> WordText(std::size_t ahead = 0) const;

  /// The next operand's place, or behind the last one when there is none.
  Span Here() const;
  /// Where the operand before the next one ends.
  std::uint32_t PreviousEnd() const { return at_ == 0 ? statement_.end : operands_[at_ - 1].span.end; }
  /// From `begin` (a position) to the last operand that was read.
  Span From(std::size_t begin) const;

  const Scope& scope() const { return scope_; }
  Reporter& reporter() { return reporter_; }

  /// Reports "`TEXT` what" at `span` with the replacement as a fix. Returns false, for `return cursor.Wrong(…)`.
  bool Wrong(Span span, std::string_view text, const ValueError& error, std::string_view expected);
  /// The same for an expression or a text with `{n}`: a name that nothing gives a value has a code of its own.
  bool WrongExpression(Span span, std::string_view text, const ValueError& error, std::string_view expected);

 private:
  Diagnostic& WrongWith(Code code, Span span, std::string_view text, const ValueError& error,
                        std::string_view expected);

  const std::vector<syntax::Operand>& operands_;
  Span statement_;
  const Scope& scope_;
  Reporter& reporter_;
  std::size_t at_ = 0;
};

}  // namespace hotsite::check
