#include "backends/document/pdf_structure.h"

#include <cstddef>

namespace hotsite::backends::document {
namespace {

using Object = QPDFObjectHandle;

/// The elements of kind `Form` below `element`, in reading order. The tree is as deep as cairo's tags are nested.
void CollectForms(Object element, std::vector<Object>& forms) {
  if (!element.isDictionary() || !element.hasKey("/S")) return;
  if (element.getKey("/S").isNameAndEquals("/Form")) forms.push_back(element);
  Object kids = element.getKey("/K");
  if (kids.isDictionary()) return CollectForms(kids, forms);
  if (!kids.isArray()) return;
  for (int at = 0; at < kids.getArrayNItems(); ++at) CollectForms(kids.getArrayItem(at), forms);
}

std::vector<Object> FormElements(QPDF& pdf) {
  std::vector<Object> forms;
  Object root = pdf.getRoot().getKey("/StructTreeRoot");
  if (!root.isDictionary()) return forms;
  Object kids = root.getKey("/K");
  if (kids.isDictionary()) CollectForms(kids, forms);
  for (int at = 0; kids.isArray() && at < kids.getArrayNItems(); ++at) CollectForms(kids.getArrayItem(at), forms);
  return forms;
}

/// What the tree says of itself from the side of the pages (ISO 32000-1, 14.7.4.4): key of a page or widget → elements.
/// cairo writes it as one flat list, keys ascending.
class ParentTree {
 public:
  explicit ParentTree(QPDF& pdf)
      : root_(pdf.getRoot().getKey("/StructTreeRoot")), list_(root_.getKey("/ParentTree").getKey("/Nums")) {
    for (int at = 0; at + 1 < list_.getArrayNItems(); at += 2) next_ = list_.getArrayItem(at).getIntValue() + 1;
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

void SetTabOrder(QPDF& pdf, const char* order) {
  for (Object page : pdf.getAllPages()) {
    if (page.hasKey("/Annots")) page.replaceKey("/Tabs", Object::newName(order));
  }
}

}  // namespace

void TagForm(QPDF& pdf, const std::vector<PlacedField>& fields, const std::vector<QPDFObjectHandle>& widgets) {
  std::vector<Object> shown;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (fields[at].field.kind != Field::Kind::kFixed) shown.push_back(widgets[at]);
  }
  const std::vector<Object> forms = FormElements(pdf);
  const bool match = forms.size() == shown.size();
  SetTabOrder(pdf, match ? "/S" : "/R");
  if (!match || shown.empty()) return;
  ParentTree parents(pdf);
  for (std::size_t at = 0; at < shown.size(); ++at) {
    Object form = forms[at], widget = shown[at], reference = Object::newDictionary();
    reference.replaceKey("/Type", Object::newName("/OBJR"));
    reference.replaceKey("/Obj", widget);
    reference.replaceKey("/Pg", widget.getKey("/P"));
    form.replaceKey("/K", reference);  // instead of the empty piece of the page that cairo wrote for it
    widget.replaceKey("/StructParent", Object::newInteger(parents.Add(form)));
  }
  parents.Close();
}

}  // namespace hotsite::backends::document
