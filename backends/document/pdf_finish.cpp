#include "backends/document/pdf_finish.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "backends/document/content_digest.h"
#include "backends/document/pdf.h"
#include "backends/document/pdf_artifacts.h"
#include "backends/document/pdf_attachments.h"
#include "backends/document/pdf_form.h"
#include "backends/document/pdf_properties.h"
#include "backends/document/pdf_structure.h"

namespace hotsite::backends::document {
namespace {

std::string Write(QPDF& pdf, const std::string& content_digest) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);  // half the size
  writer.setDeterministicID(true);              // qpdf's own choice depends on the clock
  writer.setMinimumPDFVersion("1.7");
  writer.setExtraHeaderText(kContentMark + content_digest);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string FinishPdf(const DrawnPages& drawn, const Document& document) {
  QPDF pdf;
  pdf.processMemoryFile("drawn pages", drawn.bytes.data(), drawn.bytes.size());
  MarkArtifactsOf(pdf);
  CompleteStructure(pdf, drawn.fields, AddForm(pdf, drawn.fields), document);
  AddAttachments(pdf, document);
  SetProperties(pdf, document);
  return Write(pdf, ContentDigest(document));
}

}  // namespace hotsite::backends::document
