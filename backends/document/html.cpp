#include "backends/document/html.h"

#include <fmt/format.h>

#include "backends/document/fields.h"
#include "backends/document/html_blocks.h"
#include "backends/document/html_style.h"
#include "compiler/support/utf8.h"
#include "compiler/support/xml_text.h"

namespace hotsite::backends::document {
namespace {

/// Nothing is fetched and nothing runs, whatever the text may hold.
constexpr char kPolicy[] = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// `text` between quotes of CSS: all but letters, digits, blanks and a few signs as code points, so that it can end
/// neither the string nor the style element.
std::string CssString(std::string_view text) {
  constexpr std::string_view kPlain = " .,:-_/()";
  std::string quoted = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = CodePointBytes(text, at);
    const char c = text[at];
    const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (static_cast<unsigned char>(c) >= 0x80) {
      quoted += XmlText(text.substr(at, bytes));
    } else if (alphanumeric || kPlain.find(c) != std::string_view::npos) {
      quoted += c;
    } else {
      quoted += fmt::format("\\{:06X}", static_cast<unsigned>(c));
    }
    at += bytes;
  }
  return quoted + "\"";
}

/// Margins leave a box of 523 by 720 points on either paper, and in them what makes a loose sheet identifiable.
std::string PageStyle(const Document& document) {
  const bool a4 = document.paper == Paper::kA4;
  constexpr char kRunning[] = "font: 8pt \"Noto Sans\", Arial, sans-serif;";
  return fmt::format(
      "@page {{ size: {}; margin: {};\n"
      "  @top-left {{ content: {}; {} }}\n"
      "  @bottom-left {{ content: {}; {} }}\n"
      "  @bottom-right {{ content: \"page \" counter(page) \" of \" counter(pages); {} }} }}\n",
      a4 ? "a4" : "letter", a4 ? "61pt 36pt" : "36pt 44.5pt", CssString(document.head), kRunning,
      CssString(document.foot), kRunning, kRunning);
}

class Page {
 public:
  explicit Page(const Document& document) : document_(document), anchors_(document), blocks_(anchors_, out_) {}

  std::string Print() {
    Head();
    Cover();
    Contents();
    out_ += "<main>\n";
    for (const Section& section : document_.sections) Show(section);
    out_ += "</main>\n";
    if (!document_.foot.empty()) out_ += fmt::format("<footer><p>{}</p></footer>\n", XmlText(document_.foot));
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void Meta(const char* name, const std::string& content) {
    if (!content.empty()) out_ += fmt::format("<meta name=\"{}\" content=\"{}\"/>\n", name, XmlText(content));
  }

  void Head() {
    out_ +=
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta "
        "charset=\"utf-8\"/>\n";
    out_ += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n", kPolicy);
    Meta("viewport", "width=device-width, initial-scale=1");
    Meta("author", document_.author);
    Meta("description", document_.subject);
    out_ += fmt::format("<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n", XmlText(document_.title),
                        kHtmlStyle, PageStyle(document_));
  }

  void Cover() {
    out_ += "<header>\n";
    if (document_.draft) out_ += "<p class=\"draft\">DRAFT</p>\n";
    out_ += fmt::format("<h1>{}</h1>\n<dl class=\"facts\">\n", XmlText(document_.title));
    for (const auto& [what, value] : document_.facts) {
      if (Plain(value).empty()) continue;
      out_ += fmt::format("<dt>{}</dt><dd>", XmlText(what));
      blocks_.Content(value);
      out_ += "</dd>\n";
    }
    out_ += "</dl>\n";
    for (const Block& block : document_.cover) blocks_.Print(block);
    out_ += "</header>\n";
  }

  void Contents() {
    out_ += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n";
    for (const Section& section : document_.sections) {
      out_ += fmt::format("<li><a href=\"#{}\"><span class=\"number\">{}</span>{}</a></li>\n",
                          XmlText(SectionAnchor(section.number)), XmlText(section.number), XmlText(section.title));
    }
    out_ += "</ol>\n</nav>\n";
  }

  void Show(const Section& section) {
    out_ += fmt::format("<section id=\"{}\"{}>\n", XmlText(SectionAnchor(section.number)),
                        section.new_page ? " class=\"new-page\"" : "");
    out_ +=
        fmt::format("<h2><span class=\"number\">{}</span> {}</h2>\n", XmlText(section.number), XmlText(section.title));
    for (const Block& block : section.blocks) blocks_.Print(block);
    out_ += "</section>\n";
  }

  const Document& document_;
  Anchors anchors_;
  std::string out_;
  HtmlBlocks blocks_;
};

}  // namespace

std::string RenderHtml(const Document& document) { return Page(document).Print(); }

}  // namespace hotsite::backends::document
