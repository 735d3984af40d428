// A workbook is a ZIP file of XML parts (ECMA-376 parts 1 and 2). zlib and expat read these; nothing else of the format
// (formulas, links, macros, pictures) is looked at.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/reply.h"
#include "compiler/reply/sheet.h"
#include "compiler/reply/zip.h"

namespace hotsite::reply {
namespace {

constexpr std::size_t kMostSheets = 20;

class WorkbookReader {
 public:
  explicit WorkbookReader(Zip& zip) : zip_(zip) {}

  Read Run() {
    Workbook workbook;
    std::vector<std::string> sheets;
    if (!ReadFrame(workbook, sheets)) return Failed();
    Read best;
    for (std::size_t i = 0; i < std::min(sheets.size(), kMostSheets); ++i) {
      const auto xml = zip_.Unpack(sheets[i], &problem_);
      TableReader table(Form::kXlsx);
      if (xml) problem_ = fmt::format("is damaged in its part {}", sheets[i]);
      if (!xml || !ReadSheet(*xml, workbook, [&table](const TableRow& row) { return table.Take(row); }))
        return Failed();
      best = table.Finish();
      if (!best.rows.empty()) return best;
    }
    if (sheets.empty()) problem_ = "has no sheet";
    return sheets.empty() ? Failed() : best;
  }

 private:
  bool ReadFrame(Workbook& workbook, std::vector<std::string>& sheets) {
    const auto list = zip_.Unpack("xl/workbook.xml", &problem_);
    const auto relations = list ? zip_.Unpack("xl/_rels/workbook.xml.rels", &problem_) : std::nullopt;
    if (!relations) return false;
    std::vector<std::string> ids;
    std::vector<std::pair<std::string, std::string>> targets;
    problem_ = "is damaged in its list of sheets";
    if (!ReadSheetList(*list, ids, workbook.from_1904) || !ReadRelations(*relations, targets)) return false;
    for (const std::string& id : ids) {
      const auto target =
          std::find_if(targets.begin(), targets.end(), [&](const auto& one) { return one.first == id; });
      if (target == targets.end()) continue;
      const std::string& path = target->second;
      sheets.push_back(path.starts_with('/') ? path.substr(1) : "xl/" + path);
    }
    return ReadPart("xl/sharedStrings.xml",
                    [&](std::string_view xml) { return ReadSharedStrings(xml, workbook.strings); }) &&
           ReadPart("xl/styles.xml", [&](std::string_view xml) { return ReadDateStyles(xml, workbook.date_styles); });
  }

  /// A part that need not be there.
  template <class Reader>
  bool ReadPart(std::string_view name, Reader reader) {
    if (!zip_.Has(name)) return true;
    const auto xml = zip_.Unpack(name, &problem_);
    if (!xml) return false;
    problem_ = fmt::format("is damaged in its part {}", name);
    return reader(*xml);
  }

  Read Failed() const {
    Read read;
    read.form = Form::kXlsx;
    read.problem = {codes::kBrokenWorkbook.number, problem_, {}, "save the sheet as `CSV UTF-8`, and read that"};
    return read;
  }

  Zip& zip_;
  std::string problem_;
};

}  // namespace

Read ReadXlsx(std::string_view bytes) {
  auto zip = Zip::Open(bytes);
  if (zip) return WorkbookReader(*zip).Run();
  Read read;
  read.form = Form::kXlsx;
  read.problem = {codes::kBrokenWorkbook.number,
                  "is cut short or damaged: it has no list of its parts at its end",
                  {"a workbook is a ZIP file, whose list of parts stands at its end"},
                  "have it sent again"};
  return read;
}

}  // namespace hotsite::reply
