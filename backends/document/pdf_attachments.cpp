#include "backends/document/pdf_attachments.h"

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <string>

#include "backends/document/pdf_properties.h"

namespace hotsite::backends::document {

void AddAttachments(QPDF& pdf, const Document& document) {
  if (document.attachments.empty()) return;
  QPDFEmbeddedFileDocumentHelper files(pdf);
  QPDFObjectHandle associated = QPDFObjectHandle::newArray();
  for (const Attachment& file : document.attachments) {
    QPDFEFStreamObjectHelper stream = QPDFEFStreamObjectHelper::createEFStream(pdf, file.text);
    stream.setSubtype(file.type);
    if (!document.date.empty()) {
      stream.setCreationDate(PdfDate(document.date));
      stream.setModDate(PdfDate(document.date));
    }
    QPDFFileSpecObjectHelper specification = QPDFFileSpecObjectHelper::createFileSpec(pdf, file.name, stream);
    specification.setDescription(file.description);
    specification.getObjectHandle().replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
    files.replaceEmbeddedFile(file.name, specification);
    associated.appendItem(specification.getObjectHandle());
  }
  pdf.getRoot().replaceKey("/AF", associated);
}

}  // namespace hotsite::backends::document
