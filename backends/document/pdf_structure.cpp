#include "backends/document/pdf_structure.h"

#include <cstddef>
#include <map>
#include <string>

namespace hotsite::backends::document {
namespace {

using Object = QPDFObjectHandle;

/// The elements of the tree in reading order, by kind: `/Form`.
class Elements {
 public:
  explicit Elements(QPDF& pdf) {
    Object root = pdf.getRoot().getKey("/StructTreeRoot");
    if (root.isDictionary()) CollectKids(root.getKey("/K"));
  }

  const std::vector<Object>& Of(const std::string& kind) { return by_kind_[kind]; }

 private:
  /// The tree is as deep as cairo's tags are nested.
  void Collect(Object element) {
    if (!element.isDictionary() || !element.hasKey("/S")) return;
    by_kind_[element.getKey("/S").getName()].push_back(element);
    CollectKids(element.getKey("/K"));
  }

  void CollectKids(Object kids) {
    if (kids.isDictionary()) return Collect(kids);
    for (int at = 0; kids.isArray() && at < kids.getArrayNItems(); ++at) Collect(kids.getArrayItem(at));
  }

  std::map<std::string, std::vector<Object>> by_kind_;
};

/// What the tree says of itself from the side of the pages (ISO 32000-1, 14.7.4.4): key of a page or widget → elements.
/// cairo writes it as one flat list, keys ascending.
class ParentTree {
 public:
  explicit ParentTree(QPDF& pdf)
      : root_(pdf.getRoot().getKey("/StructTreeRoot")), list_(root_.getKey("/ParentTree").getKey("/Nums")) {
    const int items = list_.getArrayNItems();
    if (items >= 2) next_ = list_.getArrayItem(items - 2).getIntValue() + 1;
  }

  long long Add(Object element) {
    list_.appendItem(Object::newInteger(next_));
    list_.appendItem(element);
    return next_++;
  }

  void Close() { root_.replaceKey("/ParentTreeNextKey", Object::newInteger(next_)); }

 private:
  Object root_, list_;
  long long next_ = 0;
};

void TagWidgets(QPDF& pdf, const std::vector<Object>& forms, const std::vector<Object>& widgets) {
  ParentTree parents(pdf);
  for (std::size_t at = 0; at < widgets.size(); ++at) {
    Object form = forms[at], widget = widgets[at], reference = Object::newDictionary();
    reference.replaceKey("/Type", Object::newName("/OBJR"));
    reference.replaceKey("/Obj", widget);
    reference.replaceKey("/Pg", widget.getKey("/P"));
    form.replaceKey("/K", reference);  // instead of the empty piece of the page that cairo wrote for it
    widget.replaceKey("/StructParent", Object::newInteger(parents.Add(form)));
  }
  parents.Close();
}

void CollectFigures(const std::vector<Block>& blocks, std::vector<const Figure*>& figures) {
  for (const Block& block : blocks) {
    const auto* figure = std::get_if<Figure>(&block);
    if (figure != nullptr && !figure->drawing.shapes.empty()) figures.push_back(figure);  // else it is printed as text
  }
}

void DescribeFigures(const std::vector<Object>& elements, const Document& document) {
  std::vector<const Figure*> figures;
  CollectFigures(document.cover, figures);
  for (const Section& section : document.sections) CollectFigures(section.blocks, figures);
  for (std::size_t at = 0; at < figures.size() && elements.size() == figures.size(); ++at) {
    const drawing::Drawing& drawing = figures[at]->drawing;
    Object element = elements[at];
    const std::string& words = drawing.description.empty() ? drawing.title : drawing.description;
    element.replaceKey("/Alt", Object::newUnicodeString(words));
  }
}

/// A row of heads is that of columns; a head beside values is that of its row.
void ScopeHeads(const std::vector<Object>& rows) {
  for (Object row : rows) {
    std::vector<Object> heads;
    bool values = false;
    Object cells = row.getKey("/K");
    for (int at = 0; cells.isArray() && at < cells.getArrayNItems(); ++at) {
      Object cell = cells.getArrayItem(at);
      if (!cell.isDictionary()) continue;
      if (cell.getKey("/S").isNameAndEquals("/TD")) values = true;
      if (cell.getKey("/S").isNameAndEquals("/TH")) heads.push_back(cell);
    }
    for (Object head : heads)
      head.replaceKey("/A", Object::parse(values ? "<</O/Table/Scope/Row>>" : "<</O/Table/Scope/Column>>"));
  }
}

/// Sets the order of the tabulator key, and says where links lead.
void CompleteAnnotations(QPDF& pdf, const char* order) {
  for (Object page : pdf.getAllPages()) {
    Object annotations = page.getKey("/Annots");
    if (!annotations.isArray()) continue;
    page.replaceKey("/Tabs", Object::newName(order));
    for (int at = 0; at < annotations.getArrayNItems(); ++at) {
      Object link = annotations.getArrayItem(at);
      if (link.getKey("/Subtype").isNameAndEquals("/Link") && link.getKey("/Dest").isString())
        link.replaceKey("/Contents", link.getKey("/Dest"));
    }
  }
}

}  // namespace

void CompleteStructure(QPDF& pdf, const std::vector<PlacedField>& fields, const std::vector<QPDFObjectHandle>& widgets,
                       const Document& document) {
  std::vector<Object> shown;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (fields[at].field.kind != Field::Kind::kFixed) shown.push_back(widgets[at]);
  }
  Elements elements(pdf);
  const bool match = elements.Of("/Form").size() == shown.size();
  if (match && !shown.empty()) TagWidgets(pdf, elements.Of("/Form"), shown);
  DescribeFigures(elements.Of("/Figure"), document);
  ScopeHeads(elements.Of("/TR"));
  CompleteAnnotations(pdf, match ? "/S" : "/R");
}

}  // namespace hotsite::backends::document
