// C traceability, D revision history, E the files for the vendor's own z/VM.
#include <fmt/format.h>

#include "backends/request/families.h"
#include "backends/request/parts.h"
#include "backends/zvm_text/vendor_annex.h"
#include "compiler/diff/requirement_changes.h"
#include "compiler/requirements/collector.h"
#include "compiler/support/name_ranges.h"

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

/// What each revision did to which rows. Of the first, and of a class that has very many, only how many.
document::Table Touched(const requirements::Ledger& ledger) {
  constexpr std::size_t kMostRanges = 40;
  document::Table table;
  table.columns = {{"Revision", false}, {"Change", false}, {"Rows", false}, {"IDs", true}};
  for (const diff::Changes& changes : diff::History(ledger)) {
    const std::string revision = std::to_string(changes.since);
    for (auto at = changes.all.begin(); at != changes.all.end();) {
      const diff::ChangeClass what = at->what;
      std::vector<std::string> ids;
      for (; at != changes.all.end() && at->what == what; ++at) ids.push_back(at->id);
      const bool listed = changes.since > 1 && NameRangesOf(ids).size() <= kMostRanges;
      table.rows.push_back({revision, ToString(what), std::to_string(ids.size()),
                            listed ? NameRanges(ids) : std::string(changes.since > 1 ? "many" : "all")});
    }
    if (changes.all.empty()) table.rows.push_back({revision, "nothing", "0", ""});
  }
  return table;
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
  table.columns = {{"Revision", false}, {"Issued", false}, {"Recovery", false},
                   {"By", false},       {"Why", false},    {"Digest", true}};
  for (const requirements::IssuedRevision& revision : ledger->revisions) {
    table.rows.push_back({std::to_string(revision.number), revision.issued.ToString(), revision.recovery, revision.by,
                          requirements::PlainText(revision.why), revision.spec_digest.substr(0, 12)});
  }
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(document::Paragraph{"The rows that each revision touched:"});
  section.blocks.push_back(Touched(*ledger));
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
