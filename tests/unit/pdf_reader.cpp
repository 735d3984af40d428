#include "tests/unit/pdf_reader.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

namespace hotsite {
namespace {

void Open(QPDF& pdf, const std::string& bytes) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("test", bytes.data(), bytes.size());
}

std::string TextOf(QPDFObjectHandle object) {
  if (object.isName()) return object.getName().substr(1);
  if (object.isStream()) {
    const auto data = object.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
  }
  return object.isString() ? object.getUTF8Value() : "";
}

int NumberOf(QPDFObjectHandle object) { return object.isInteger() ? object.getIntValueAsInt() : 0; }

std::map<QPDFObjGen, int> PageNumbers(QPDF& pdf) {
  std::map<QPDFObjGen, int> numbers;
  for (QPDFObjectHandle page : pdf.getAllPages()) numbers.emplace(page.getObjGen(), static_cast<int>(numbers.size()));
  return numbers;
}

/// The element that the widget's key in the tree leads to leads back to the widget.
bool Tagged(const std::map<int, QPDFObjectHandle>& parents, QPDFObjectHandle widget) {
  const auto at = parents.find(NumberOf(widget.getKey("/StructParent")));
  if (!widget.hasKey("/StructParent") || at == parents.end()) return false;
  QPDFObjectHandle element = at->second;
  return element.getKey("/S").isNameAndEquals("/Form") &&
         element.getKey("/K").getKey("/Obj").getObjGen() == widget.getObjGen();
}

std::map<int, QPDFObjectHandle> ParentTree(QPDF& pdf) {
  std::map<int, QPDFObjectHandle> parents;
  QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
  if (!root.isDictionary()) return parents;
  QPDFObjectHandle list = root.getKey("/ParentTree").getKey("/Nums");
  for (int at = 0; at + 1 < list.getArrayNItems(); at += 2)
    parents[list.getArrayItem(at).getIntValueAsInt()] = list.getArrayItem(at + 1);
  return parents;
}

void ReadFields(QPDF& pdf, PdfFacts& facts) {
  QPDFAcroFormDocumentHelper form(pdf);
  facts.needs_appearances = form.getNeedAppearances();
  const std::map<QPDFObjGen, int> pages = PageNumbers(pdf);
  const std::map<int, QPDFObjectHandle> parents = ParentTree(pdf);
  if (!form.hasAcroForm()) return;
  // Not getFormFields(), which sorts by the numbers of objects.
  QPDFObjectHandle list = pdf.getRoot().getKey("/AcroForm").getKey("/Fields");
  for (int at = 0; at < list.getArrayNItems(); ++at) {
    QPDFObjectHandle widget = list.getArrayItem(at);
    QPDFFormFieldObjectHelper helper(widget);
    const auto box = widget.getKey("/Rect").getArrayAsRectangle();
    const auto page = pages.find(widget.getKey("/P").getObjGen());
    facts.fields.push_back({helper.getFullyQualifiedName(), helper.getFieldType().substr(1), TextOf(helper.getValue()),
                            TextOf(widget.getKey("/TU")), helper.getFlags(), NumberOf(widget.getKey("/MaxLen")),
                            page == pages.end() ? -1 : page->second, box.llx, box.lly, box.urx - box.llx,
                            box.ury - box.lly, Tagged(parents, widget)});
  }
}

void ReadOutline(const std::vector<QPDFOutlineObjectHelper>& entries, const std::string& indent, PdfFacts& facts) {
  for (QPDFOutlineObjectHelper entry : entries) {
    facts.outline.push_back(indent + entry.getTitle());
    ReadOutline(entry.getKids(), indent + "  ", facts);
  }
}

void ReadFigures(QPDFObjectHandle element, PdfFacts& facts) {
  if (element.isArray()) {
    for (int at = 0; at < element.getArrayNItems(); ++at) ReadFigures(element.getArrayItem(at), facts);
  } else if (element.isDictionary()) {
    if (element.getKey("/S").isNameAndEquals("/Figure")) facts.pictures.push_back(TextOf(element.getKey("/Alt")));
    ReadFigures(element.getKey("/K"), facts);
  }
}

void ReadPages(QPDF& pdf, PdfFacts& facts) {
  QPDFPageLabelDocumentHelper labels(pdf);
  for (QPDFObjectHandle page : pdf.getAllPages()) {
    const auto box = page.getKey("/MediaBox").getArrayAsRectangle();
    facts.sizes.emplace_back(box.urx, box.ury);
    if (page.hasKey("/Tabs") && facts.tab_order.empty()) facts.tab_order = TextOf(page.getKey("/Tabs"));
    QPDFObjectHandle label = labels.getLabelForPage(static_cast<int>(facts.labels.size()));
    if (!label.isDictionary()) continue;
    const bool counted = label.hasKey("/S");
    facts.labels.push_back(TextOf(label.getKey("/P")) +
                           (counted ? std::to_string(NumberOf(label.getKey("/St"))) : std::string()));
  }
}

}  // namespace

PdfFacts ReadPdf(const std::string& bytes) {
  QPDF pdf;
  Open(pdf, bytes);
  PdfFacts facts;
  ReadFields(pdf, facts);
  ReadPages(pdf, facts);
  ReadOutline(QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines(), "", facts);
  QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
  for (const std::string& key : information.getKeys())
    facts.properties[key.substr(1)] = TextOf(information.getKey(key));
  for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFiles())
    facts.attachments[name] = TextOf(file->getEmbeddedFileStream());
  QPDFObjectHandle root = pdf.getRoot();
  facts.language = TextOf(root.getKey("/Lang"));
  facts.page_mode = TextOf(root.getKey("/PageMode"));
  facts.metadata = TextOf(root.getKey("/Metadata"));
  if (root.hasKey("/StructTreeRoot")) ReadFigures(root.getKey("/StructTreeRoot").getKey("/K"), facts);
  QPDFObjectHandle marks = root.getKey("/MarkInfo");
  facts.tagged = marks.isDictionary() && marks.getKey("/Marked").isBool() && marks.getKey("/Marked").getBoolValue();
  if (pdf.anyWarnings())
    throw std::runtime_error(std::string("the file had to be repaired: ") + pdf.getWarnings().front().what());
  return facts;
}

std::string FillByQpdf(const std::string& bytes, const std::map<std::string, std::string>& values) {
  QPDF pdf;
  Open(pdf, bytes);
  QPDFAcroFormDocumentHelper form(pdf);
  for (QPDFFormFieldObjectHelper field : form.getFormFields()) {
    const auto at = values.find(field.getFullyQualifiedName());
    if (at == values.end()) continue;
    if (field.getFieldType() == "/Btn") {
      field.setV(QPDFObjectHandle::newName("/" + at->second));
    } else {
      field.setV(at->second);
    }
  }
  form.generateAppearancesIfNeeded();
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string Deflated(const std::string& bytes) {
  Pl_Buffer packed("packed");
  Pl_Flate flate("flate", &packed, Pl_Flate::a_deflate);
  flate.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  flate.finish();
  return packed.getString();
}

}  // namespace hotsite
