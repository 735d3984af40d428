// The words of a page's content stream (ISO 32000-1, 7.8.2): operands, then the operator that takes them. Made for
// hostile bytes: it looks at each byte once, nests nothing, and takes whatever isn't well-formed for a blank.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::reply {

struct ContentToken {
  enum class Kind : std::uint8_t { kNumber, kName, kString, kMark, kOperator };
  Kind kind = Kind::kMark;
  std::string text;   // of a name without `/`; of a string its bytes; of a mark `[`, `]`, `<<` or `>>`
  double number = 0;  // kNumber
};

class ContentScanner {
 public:
  explicit ContentScanner(std::string_view content) : content_(content) {}

  /// The next operator; false at the end. Its operands are in operands(); of more than kMaxOperands the first are
  /// dropped.
  bool Next();
  const std::string& name() const { return operator_; }
  const std::vector<ContentToken>& operands() const { return operands_; }

  static constexpr std::size_t kMaxOperands = 200'000;  // a map of all of a font's codes in one piece

 private:
  void SkipBlanks();
  void Word();
  void Name();
  void LiteralString();
  char Escaped();
  void HexString();
  void Push(ContentToken token);
  void SkipInlineImage();
  bool AtEnd() const { return at_ >= content_.size(); }

  std::string_view content_;
  std::size_t at_ = 0;
  std::string operator_;
  std::vector<ContentToken> operands_;
};

}  // namespace hotsite::reply
