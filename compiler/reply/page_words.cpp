#include "compiler/reply/page_words.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/reply/content_scanner.h"
#include "compiler/reply/font_text.h"
#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

using Object = QPDFObjectHandle;
using Token = ContentToken;

constexpr int kMaxForms = 4;                // forms (pages within pages) within one another
constexpr std::size_t kMaxDrawn = 20'000;   // forms in all
constexpr std::size_t kMaxNested = 10'000;  // marked pieces, and saved states

Object Member(Object dictionary, const std::string& key) {
  return dictionary.isDictionary() ? dictionary.getKey(key) : Object::newNull();
}

class Fonts {
 public:
  explicit Fonts(StreamReader& streams) : streams_(streams) {}

  const FontText* Find(Object font) {
    if (!font.isDictionary()) return nullptr;
    const QPDFObjGen number = font.getObjGen();
    if (!number.isIndirect()) return &(direct_ = Read(font)).value();
    const auto [at, added] = read_.try_emplace(number);
    if (added) at->second = std::make_unique<FontText>(Read(font));
    return at->second.get();
  }

 private:
  FontText Read(Object font) {
    const unsigned bytes = font.getKey("/Subtype").isNameAndEquals("/Type0") ? 2 : 1;
    Object map = font.getKey("/ToUnicode");
    return map.isStream() ? FontText(streams_.Read(map), bytes) : FontText(bytes);
  }

  StreamReader& streams_;
  std::map<QPDFObjGen, std::unique_ptr<FontText>> read_;
  std::optional<FontText> direct_;
};

/// One stream of drawing after the other.
class Drawing {
 public:
  explicit Drawing(StreamReader& streams) : streams_(streams), fonts_(streams) {}

  void Page(Object page, Object resources) {
    font_ = nullptr;
    Break();
    Draw(streams_.ReadAll(page.getKey("/Contents")), resources, 0);
  }

  PageWords Take() { return std::move(said_); }

 private:
  void Draw(const std::string& content, Object resources, int depth) {
    const std::size_t saved = states_.size(), marked = marks_.size();
    ContentScanner scanner(content);
    while (scanner.Next() && said_.words.size() < kMaxWords) Do(scanner, resources, depth);
    states_.resize(std::min(saved, states_.size()));
    while (marks_.size() > marked) End();
  }

  void Do(const ContentScanner& scanner, Object resources, int depth) {
    const std::string& name = scanner.name();
    const std::vector<Token>& operands = scanner.operands();
    if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      if (name.size() == 1) Break();
      for (const Token& token : operands) Show(token);
    } else if (name == "Td" || name == "TD" || name == "Tm" || name == "T*" || name == "BT") {
      Break();
    } else if (name == "Tf") {
      if (operands.size() >= 2) font_ = fonts_.Find(Named(resources, "/Font", operands[operands.size() - 2]));
    } else if (name == "q") {
      if (states_.size() < kMaxNested) states_.push_back(font_);
    } else if (name == "Q") {
      if (states_.empty()) return;
      font_ = states_.back();
      states_.pop_back();
    } else if (name == "BMC" || name == "BDC") {
      Begin(operands);
    } else if (name == "EMC") {
      End();
    } else if (name == "Do") {
      if (!operands.empty()) External(Named(resources, "/XObject", operands.back()), resources, depth);
    } else if (name == "ID") {
      ++said_.pictures;
    }
  }

  static Object Named(Object resources, const char* kind, const Token& name) {
    return Member(Member(resources, kind), "/" + name.text);
  }

  /// Words written for what follows (ISO 32000-1, 14.9.4) stand for it; so nothing in it is shown.
  void Begin(const std::vector<Token>& operands) {
    if (marks_.size() >= kMaxNested) return;
    const bool artifact = !operands.empty() && operands.front().text == "Artifact";
    bool instead = false;
    for (std::size_t at = 0; at + 1 < operands.size(); ++at) {
      if (operands[at].kind != Token::Kind::kName || operands[at].text != "ActualText") continue;
      const std::string& words = operands[at + 1].text;
      instead = true;
      if (hidden_ == 0) said_.words += words.starts_with("\xFE\xFF") ? FromUtf16(words.substr(2)) : words;
    }
    marks_.push_back(artifact || instead);
    if (marks_.back()) ++hidden_;
  }

  void End() {
    if (marks_.empty()) return;
    if (marks_.back()) --hidden_;
    marks_.pop_back();
  }

  void Show(const Token& token) {
    constexpr double kGap = -200;  // thousandths of the type's size: wider than any kerning, so it is a blank
    if (hidden_ > 0) return;
    if (token.kind == Token::Kind::kNumber && token.number < kGap) Break();
    if (token.kind == Token::Kind::kString && font_ != nullptr) font_->Decode(token.text, said_.words);
  }

  void Break() {
    if (hidden_ == 0 && !said_.words.empty() && said_.words.back() != ' ') said_.words += ' ';
  }

  void External(Object object, Object resources, int depth) {
    if (!object.isStream()) return;
    Object dictionary = object.getDict();
    if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) ++said_.pictures;
    if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form") || depth >= kMaxForms || ++drawn_ > kMaxDrawn) return;
    Object own = dictionary.getKey("/Resources");
    const FontText* font = font_;
    Draw(streams_.Read(object), own.isDictionary() ? own : resources, depth + 1);
    font_ = font;
  }

  StreamReader& streams_;
  Fonts fonts_;
  PageWords said_;
  const FontText* font_ = nullptr;
  std::vector<const FontText*> states_;
  std::vector<bool> marks_;  // whether what is in it is hidden
  std::size_t hidden_ = 0, drawn_ = 0;
};

/// As text that may be shown: what isn't UTF-8 is U+FFFD, what commands a terminal is left out.
std::string Fit(std::string_view words) {
  std::string formed, fit;
  while (const auto bad = FindInvalidUtf8(words)) {
    formed.append(words.substr(0, *bad)).append("\uFFFD");
    words.remove_prefix(*bad + 1);
  }
  formed += words;
  for (std::string_view rest = formed; !rest.empty();) {
    const std::size_t control = std::min(FindControl(rest).value_or(rest.size()), rest.size());
    fit += rest.substr(0, control);
    rest.remove_prefix(std::min(rest.size(), control + CodePointBytes(rest, control)));
  }
  return fit;
}

/// What a page has of its own or from the pages above it.
Object ResourcesOf(Object page) {
  constexpr int kMaxDepth = 50;
  Object node = page;
  for (int depth = 0; depth < kMaxDepth && node.isDictionary(); ++depth) {
    if (node.getKey("/Resources").isDictionary()) return node.getKey("/Resources");
    node = node.getKey("/Parent");
  }
  return Object::newNull();
}

}  // namespace

PageWords WordsOf(QPDF& pdf, StreamReader& streams) {
  Drawing drawing(streams);
  for (const Object& page : pdf.getAllPages()) drawing.Page(page, ResourcesOf(page));
  PageWords said = drawing.Take();
  said.words = Fit(said.words);
  return said;
}

}  // namespace hotsite::reply
