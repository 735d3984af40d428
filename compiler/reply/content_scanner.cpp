#include "compiler/reply/content_scanner.h"

#include <algorithm>
#include <charconv>

namespace hotsite::reply {
namespace {

using Kind = ContentToken::Kind;

constexpr std::string_view kBlanks("\0\t\n\f\r ", 6);

bool IsBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }
bool IsDelimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// from_chars takes no leading plus.
bool ReadNumber(std::string_view word, double* number) {
  if (word.starts_with('+')) word.remove_prefix(1);
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), *number);
  return error == std::errc() && end == word.data() + word.size();
}

}  // namespace

bool ContentScanner::Next() {
  operands_.clear();
  operator_.clear();
  while (operator_.empty()) {
    SkipBlanks();
    if (AtEnd()) return false;
    const char c = content_[at_];
    const std::string_view two = content_.substr(at_, 2);
    if (c == '(') {
      LiteralString();
    } else if (two == "<<" || two == ">>") {
      at_ += 2;
      Push({Kind::kMark, std::string(two)});
    } else if (c == '<') {
      HexString();
    } else if (c == '/') {
      Name();
    } else if (IsDelimiter(c)) {
      ++at_;
      Push({Kind::kMark, std::string(1, c)});
    } else {
      Word();
    }
  }
  if (operator_ == "ID") SkipInlineImage();
  return true;
}

void ContentScanner::SkipBlanks() {
  for (; !AtEnd(); ++at_) {
    if (content_[at_] == '%') at_ = std::min(content_.find_first_of("\r\n", at_), content_.size() - 1);
    if (!IsBlank(content_[at_])) return;
  }
}

void ContentScanner::Word() {
  const std::size_t begin = at_;
  while (!AtEnd() && !IsBlank(content_[at_]) && !IsDelimiter(content_[at_])) ++at_;
  const std::string_view word = content_.substr(begin, at_ - begin);
  ContentToken token{Kind::kNumber, {}};
  if (ReadNumber(word, &token.number)) return Push(std::move(token));
  operator_ = word;
}

void ContentScanner::Name() {
  std::string name;
  for (++at_; !AtEnd() && !IsBlank(content_[at_]) && !IsDelimiter(content_[at_]); ++at_) {
    const bool coded = content_[at_] == '#' && at_ + 2 < content_.size() && HexDigit(content_[at_ + 1]) >= 0 &&
                       HexDigit(content_[at_ + 2]) >= 0;
    if (coded) {
      name += static_cast<char>(HexDigit(content_[at_ + 1]) * 16 + HexDigit(content_[at_ + 2]));
      at_ += 2;
    } else {
      name += content_[at_];
    }
  }
  Push({Kind::kName, std::move(name)});
}

char ContentScanner::Escaped() {
  const char c = content_[at_];
  if (c < '0' || c > '7') {
    constexpr std::string_view kLetters = "nrtbf", kMeant = "\n\r\t\b\f";
    const std::size_t letter = kLetters.find(c);
    return letter == std::string_view::npos ? c : kMeant[letter];
  }
  unsigned code = 0;
  std::size_t digits = 0;
  for (; digits < 3 && at_ + digits < content_.size(); ++digits) {
    const char digit = content_[at_ + digits];
    if (digit < '0' || digit > '7') break;
    code = code * 8 + static_cast<unsigned>(digit - '0');
  }
  at_ += digits - 1;
  return static_cast<char>(code);
}

void ContentScanner::LiteralString() {
  std::string text;
  std::size_t open = 1;
  for (++at_; !AtEnd(); ++at_) {
    const char c = content_[at_];
    if (c == '\\') {
      if (++at_ >= content_.size()) break;
      const bool crlf = content_.substr(at_, 2) == "\r\n";
      if (crlf) ++at_;
      if (content_[at_] != '\n' && content_[at_] != '\r') text += Escaped();  // else a line that goes on
      continue;
    }
    if (c == '(') ++open;
    if (c == ')' && --open == 0) break;
    text += c;
  }
  ++at_;
  Push({Kind::kString, std::move(text)});
}

void ContentScanner::HexString() {
  std::string text;
  int high = -1;
  for (++at_; !AtEnd() && content_[at_] != '>'; ++at_) {
    const int digit = HexDigit(content_[at_]);
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      text += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  if (high >= 0) text += static_cast<char>(high * 16);
  ++at_;
  Push({Kind::kString, std::move(text)});
}

void ContentScanner::Push(ContentToken token) {
  if (operands_.size() >= kMaxOperands) operands_.clear();
  operands_.push_back(std::move(token));
}

void ContentScanner::SkipInlineImage() {
  for (at_ = std::min(at_ + 1, content_.size()); !AtEnd(); ++at_) {
    at_ = content_.find("EI", at_);
    if (at_ == std::string_view::npos) at_ = content_.size();
    const bool apart = at_ + 2 >= content_.size() || IsBlank(content_[at_ + 2]);
    if (AtEnd() || (apart && at_ > 0 && IsBlank(content_[at_ - 1]))) break;
  }
  at_ = std::min(at_ + 2, content_.size());
}

}  // namespace hotsite::reply
