// C traceability, D revision history, E the files for the vendor's own z/VM.
#include <fmt/format.h>

#include "backends/request/parts.h"
#include "backends/zvm_text/vendor_annex.h"

namespace hotsite::backends::request {
namespace {

using requirements::Requirement;

/// `2009.dr:26`, without folders: where the spec lies is nobody's business but its owner's.
std::string Line(const Request& request, const Requirement& row) {
  const SourceMap* sources = request.input.sources;
  if (sources == nullptr || !row.span.valid()) return {};
  const SourceFile& file = sources->Get(row.span);
  const std::string& path = file.path();
  return fmt::format("{}:{}", path.substr(path.find_last_of('/') + 1), file.Locate(row.span.begin).line);
}

}  // namespace

document::Section Traceability(const Request& request) {
  const bool lines = request.input.sources != nullptr;
  document::Table table;
  table.columns = {{"ID", false}, {"Key", true}};
  if (lines) table.columns.push_back({"Spec line", true});
  for (const Requirement& row : request.requirements().all) {
    table.rows.push_back({row.id, row.key});
    if (lines) table.rows.back().push_back(Line(request, row));
  }
  return {"C",
          "Traceability",
          {document::Paragraph{"For the customer: what each row comes from. An identifier stays with its key from year "
                               "to year and is never used "
                               "again for another."},
           std::move(table)}};
}

document::Section Revisions(const Request& request) {
  document::Section section{"D", "Revision history", {}};
  const requirements::Ledger* ledger = request.input.ledger;
  if (ledger == nullptr || ledger->revisions.empty()) {
    section.blocks.push_back(document::Paragraph{"No revision has been issued yet. This is a draft."});
    return section;
  }
  document::Table table;
  table.columns = {{"Revision", false}, {"Recovery", false}, {"Rows", false}, {"Digest", true}, {"Why", false}};
  for (const requirements::IssuedRevision& revision : ledger->revisions) {
    table.rows.push_back({std::to_string(revision.number), revision.recovery, std::to_string(revision.rows.size()),
                          revision.spec_digest.substr(0, 12), revision.why});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

std::vector<document::Section> VendorFiles(const Request& request) {
  const auto annexes = zvm_text::VendorAnnexes(request.model(), request.requirements());
  if (annexes.empty()) return {};
  document::Section section{"E", "Files for the vendor's z/VM", {}};
  section.blocks.push_back(document::Paragraph{
      "To be put into the vendor's own z/VM. The folder vendor-zvm holds the same files, ready to be sent. In "
      "print, a line too long for the page goes on behind >. Two question marks and an identifier "
      "mark the place of an answer."});
  unsigned number = 0;
  for (const zvm_text::VendorAnnex& annex : annexes) {
    section.blocks.push_back(document::Subheading{fmt::format("E.{}", ++number), annex.title});
    for (const auto& [name, text] : annex.files) section.blocks.push_back(document::Verbatim{name, text});
  }
  return {std::move(section)};
}

}  // namespace hotsite::backends::request
