#include "backends/document/pdf_properties.h"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>

namespace hotsite::backends::document {
namespace {

using Object = QPDFObjectHandle;

constexpr char kCreator[] = "Hotsite";

std::string Producer() { return fmt::format("cairo {}, qpdf {}", cairo_version_string(), QPDF::QPDFVersion()); }

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return out;
}

Object Information(const Document& document) {
  Object information = Object::newDictionary();
  const auto put = [&](const char* key, const std::string& text) {
    if (!text.empty()) information.replaceKey(key, Object::newUnicodeString(text));
  };
  put("/Title", document.title);
  put("/Author", document.author);
  put("/Subject", document.subject);
  put("/Creator", kCreator);
  put("/Producer", Producer());
  put("/CreationDate", PdfDate(document.date));
  put("/ModDate", PdfDate(document.date));
  return information;
}

std::string Xmp(const Document& document) {
  std::string items;
  const auto put = [&](const char* form, const std::string& text) {
    if (!text.empty()) items += fmt::format(fmt::runtime(form), Escaped(text)) + "\n";
  };
  put("<dc:format>{}</dc:format>", "application/pdf");
  put("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>", document.title);
  put("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", document.author);
  put("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:description>",
      document.subject);
  put("<xmp:CreatorTool>{}</xmp:CreatorTool>", kCreator);
  put("<pdf:Producer>{}</pdf:Producer>", Producer());
  const std::string date = document.date.empty() ? "" : document.date + "T00:00:00Z";
  put("<xmp:CreateDate>{}</xmp:CreateDate>", date);
  put("<xmp:ModifyDate>{}</xmp:ModifyDate>", date);
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
         items + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace

std::string PdfDate(const std::string& date) {
  if (date.empty()) return "";
  std::string digits = date;
  std::erase(digits, '-');
  return "D:" + digits + "000000Z";
}

void SetProperties(QPDF& pdf, const Document& document) {
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(Information(document)));
  Object metadata = pdf.newStream(Xmp(document));
  metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
  Object root = pdf.getRoot();
  root.replaceKey("/Metadata", metadata);
  root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
  root.replaceKey("/Lang", Object::newString("en-US"));
  root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
  // As printed at the foot: from 1 on, in decimals. cairo 1.16 writes labels without saying in which digits.
  root.replaceKey("/PageLabels", Object::parse("<< /Nums [ 0 << /S /D >> ] >>"));
  if (root.hasKey("/Outlines")) root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

}  // namespace hotsite::backends::document
