#include "compiler/driver/prose.h"

#include <algorithm>

namespace hotsite::driver {
namespace {

using Kind = ProsePart::Kind;

constexpr std::size_t kSpecimenIndent = 4;

std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// `-` of "- words", `1.` of "1. words"; empty when no item begins here.
std::string_view MarkerOf(std::string_view words) {
  if (words.starts_with("- ")) return words.substr(0, 1);
  const std::size_t digits = words.find_first_not_of("0123456789");
  const bool number = digits != 0 && digits != std::string_view::npos && words.substr(digits).starts_with(". ");
  return number ? words.substr(0, digits + 1) : std::string_view();
}

void AddWords(ProsePart& part, std::string_view words) {
  if (!part.text.empty()) part.text += ' ';
  part.text += words;
}

class Reader {
 public:
  void Line(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view words = line.substr(indent);
    if (words.empty()) return Blank();
    const std::string_view marker = MarkerOf(words);
    if (!marker.empty() && indent < kSpecimenIndent) return Begin(Kind::kItem, marker, words.substr(marker.size() + 1));
    if (open_ == nullptr && indent >= kSpecimenIndent) Begin(Kind::kSpecimen, {}, {});
    if (open_ == nullptr) Begin(Kind::kParagraph, {}, {});
    if (open_->kind == Kind::kSpecimen) {
      open_->text.append(line.substr(kSpecimenIndent)).append("\n");
    } else {
      AddWords(*open_, words);
    }
  }

  std::vector<ProsePart> Take() {
    for (ProsePart& part : parts_) part.text.erase(part.text.find_last_not_of('\n') + 1);
    return std::move(parts_);
  }

 private:
  // An empty line stands within a specimen when indented lines follow it.
  void Blank() { open_ = nullptr; }

  void Begin(Kind kind, std::string_view marker, std::string_view words) {
    const bool goes_on = kind == Kind::kSpecimen && !parts_.empty() && parts_.back().kind == kind;
    if (goes_on) {
      parts_.back().text += '\n';
    } else {
      parts_.push_back({kind, std::string(marker), std::string(words)});
    }
    open_ = &parts_.back();
  }

  std::vector<ProsePart> parts_;
  ProsePart* open_ = nullptr;
};

}  // namespace

std::vector<ProsePart> ParseProse(std::string_view text) {
  Reader reader;
  while (!text.empty()) reader.Line(TakeLine(text));
  return reader.Take();
}

}  // namespace hotsite::driver
