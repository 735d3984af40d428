#include "backends/document/pdf_form.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>
#include <tuple>
#include <utility>

#include "backends/document/pdf_typed_text.h"

namespace hotsite::backends::document {
namespace {

using Object = QPDFObjectHandle;

// Bits of /F and /Ff, ISO 32000-1, tables 165, 221 and 228.
constexpr int kHidden = 2, kPrinted = 4, kReadOnly = 1, kMultiLine = 1 << 12;

Object Number(double value) { return Object::newReal(value, 2, true); }

Object Box(double left, double bottom, double right, double top) {
  return Object::newArray({Number(left), Number(bottom), Number(right), Number(top)});
}

/// Appearances of one size are shared by all widgets that have it: 12,000 boxes need two streams.
class Appearances {
 public:
  explicit Appearances(QPDF& pdf) : pdf_(pdf) {}

  Object Empty(double width, double height) { return Stream(width, height, ""); }

  Object Ticked(double width, double height) {
    constexpr double kInset = 1.5;
    return Stream(width, height,
                  fmt::format("q 1.2 w 1 J {0:.2f} {0:.2f} m {1:.2f} {2:.2f} l {0:.2f} {2:.2f} m {1:.2f} {0:.2f} l S Q",
                              kInset, width - kInset, height - kInset));
  }

 private:
  Object Stream(double width, double height, const std::string& content) {
    const auto hundredths = [](double length) { return std::lround(length * 100); };
    auto [at, added] = made_.try_emplace({hundredths(width), hundredths(height), !content.empty()});
    if (added) {
      at->second = pdf_.newStream(content);
      Object dictionary = at->second.getDict();
      dictionary.replaceKey("/Type", Object::newName("/XObject"));
      dictionary.replaceKey("/Subtype", Object::newName("/Form"));
      dictionary.replaceKey("/BBox", Box(0, 0, width, height));
      dictionary.replaceKey("/Resources", Object::newDictionary());
    }
    return at->second;
  }

  QPDF& pdf_;
  std::map<std::tuple<long, long, bool>, Object> made_;
};

Object Helvetica() {
  return Object::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
}

void SetTick(Object& widget, const PlacedField& placed, Appearances& appearances) {
  Object states = Object::newDictionary();
  states.replaceKey("/Yes", appearances.Ticked(placed.width, placed.height));
  states.replaceKey("/Off", appearances.Empty(placed.width, placed.height));
  Object normal = Object::newDictionary();
  normal.replaceKey("/N", states);
  widget.replaceKey("/FT", Object::newName("/Btn"));
  widget.replaceKey("/V", Object::newName("/Off"));
  widget.replaceKey("/AS", Object::newName("/Off"));
  widget.replaceKey("/AP", normal);
}

void SetText(Object& widget, const PlacedField& placed, Appearances& appearances) {
  const Field& field = placed.field;
  const TypedText type = FitTypedText(placed);
  Object normal = Object::newDictionary();
  normal.replaceKey("/N", appearances.Empty(placed.width, placed.height));
  widget.replaceKey("/FT", Object::newName("/Tx"));
  widget.replaceKey("/DA", Object::newString(fmt::format("/Helv {:.1f} Tf 0 g", type.size)));
  widget.replaceKey("/AP", normal);
  if (field.kind == Field::Kind::kText) widget.replaceKey("/MaxLen", Object::newInteger(type.length));
  // In a high row a value begins beside the row's first line, and may go on below.
  if (field.kind == Field::Kind::kLines || type.lines > 1) widget.replaceKey("/Ff", Object::newInteger(kMultiLine));
  if (field.kind != Field::Kind::kFixed) return;
  widget.replaceKey("/Ff", Object::newInteger(kReadOnly));
  widget.replaceKey("/V", Object::newUnicodeString(field.value));
}

/// `page_height` turns the box from the page's upper left corner to PDF's lower left one.
Object Widget(const PlacedField& placed, double page_height, Appearances& appearances) {
  Object widget = Object::newDictionary();
  const double top = page_height - placed.y;
  const int visible = placed.field.kind == Field::Kind::kFixed ? kPrinted | kHidden : kPrinted;
  widget.replaceKey("/Type", Object::newName("/Annot"));
  widget.replaceKey("/Subtype", Object::newName("/Widget"));
  widget.replaceKey("/T", Object::newUnicodeString(placed.field.name));
  widget.replaceKey("/TU", Object::newUnicodeString(placed.field.hint));
  widget.replaceKey("/F", Object::newInteger(visible));
  widget.replaceKey("/Rect", Box(placed.x, top - placed.height, placed.x + placed.width, top));
  widget.replaceKey("/BS", Object::parse("<< /W 0 >>"));
  if (placed.field.kind == Field::Kind::kTick) {
    SetTick(widget, placed, appearances);
  } else {
    SetText(widget, placed, appearances);
  }
  return widget;
}

double HeightOf(Object page) {
  Object box = page.getKey("/MediaBox");
  return box.getArrayItem(3).getNumericValue() - box.getArrayItem(1).getNumericValue();
}

/// Where the annotations of a page are listed; links may be there already.
Object AnnotationsOf(Object page) {
  if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", Object::newArray());
  return page.getKey("/Annots");
}

}  // namespace

std::vector<QPDFObjectHandle> AddForm(QPDF& pdf, const std::vector<PlacedField>& fields) {
  std::vector<Object> widgets;
  if (fields.empty()) return widgets;
  const std::vector<Object>& pages = pdf.getAllPages();
  Appearances appearances(pdf);
  Object list = Object::newArray();
  for (const PlacedField& placed : fields) {
    Object page = pages.at(placed.page);
    Object widget = pdf.makeIndirectObject(Widget(placed, HeightOf(page), appearances));
    widget.replaceKey("/P", page);
    AnnotationsOf(page).appendItem(widget);
    list.appendItem(widget);
    widgets.push_back(widget);
  }
  Object fonts = Object::newDictionary(), resources = Object::newDictionary(), form = Object::newDictionary();
  fonts.replaceKey("/Helv", pdf.makeIndirectObject(Helvetica()));
  resources.replaceKey("/Font", fonts);
  form.replaceKey("/Fields", list);
  form.replaceKey("/DR", resources);
  form.replaceKey("/DA", Object::newString("/Helv 9 Tf 0 g"));
  pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
  return widgets;
}

}  // namespace hotsite::backends::document
