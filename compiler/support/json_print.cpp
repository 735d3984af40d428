#include <fmt/format.h>

#include <cmath>

#include "compiler/support/json.h"
#include "compiler/support/utf8.h"

namespace hotsite {
namespace {

constexpr std::size_t kIndent = 2;

void PrintCharacter(unsigned char c, std::string* out) {
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      break;
  }
  // DEL needn't be escaped in JSON, but a terminal acts on it.
  if (c < 0x20 || c == 0x7F) {
    *out += fmt::format("\\u{:04x}", c);
  } else {
    *out += static_cast<char>(c);
  }
}

void PrintString(std::string_view text, std::string* out) {
  *out += '"';
  for (std::size_t bad = 0; !text.empty(); text.remove_prefix(bad)) {
    bad = FindInvalidUtf8(text).value_or(text.size());
    for (const char c : text.substr(0, bad)) PrintCharacter(static_cast<unsigned char>(c), out);
    if (bad == text.size()) break;
    // JSON is UTF-8; a byte that isn't becomes the replacement character.
    *out += "\xEF\xBF\xBD";
    ++bad;
  }
  *out += '"';
}

void PrintNumber(double value, std::string* out) {
  // JSON has no NaN and no infinity.
  *out += std::isfinite(value) ? fmt::format("{}", value) : "null";
}

class Printer {
 public:
  Printer(bool compact, std::string* out) : compact_(compact), out_(out) {}

  void operator()(std::monostate) { *out_ += "null"; }
  void operator()(bool value) { *out_ += value ? "true" : "false"; }
  void operator()(std::int64_t value) { *out_ += fmt::to_string(value); }
  void operator()(double value) { PrintNumber(value, out_); }
  void operator()(const std::string& value) { PrintString(value, out_); }

  void operator()(const Json::Array& array) {
    PrintAll('[', ']', array, [this](const Json& element) { element.Visit(*this); });
  }

  void operator()(const Json::Object& object) {
    PrintAll('{', '}', object, [this](const Json::Member& member) {
      PrintString(member.first, out_);
      *out_ += compact_ ? ":" : ": ";
      member.second.Visit(*this);
    });
  }

 private:
  template <class Elements, class Print>
  void PrintAll(char open, char close, const Elements& elements, Print print) {
    *out_ += open;
    ++depth_;
    bool first = true;
    for (const auto& element : elements) {
      if (!first) *out_ += ',';
      first = false;
      NewLine();
      print(element);
    }
    --depth_;
    if (!elements.empty()) NewLine();
    *out_ += close;
  }

  void NewLine() {
    if (!compact_) out_->append("\n").append(depth_ * kIndent, ' ');
  }

  bool compact_;
  std::string* out_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string Json::Print(bool compact) const {
  std::string text;
  Printer printer(compact, &text);
  Visit(printer);
  text += '\n';
  return text;
}

}  // namespace hotsite
