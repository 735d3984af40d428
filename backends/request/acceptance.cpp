// 14: what the customer checks on arrival, so that the vendor can check the same before. One row per demand that can be
// seen.
#include <fmt/format.h>

#include "backends/request/parts.h"
#include "compiler/requirements/checks.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::request {
namespace {

using requirements::Check;

constexpr unsigned kFoundColumns = 8;

/// `CP of VMPROD: QUERY STORAGE: STORAGE =`.
std::string Told(const Check& check) {
  std::string text = check.where;
  if (!check.command.empty()) text += ": " + check.command;
  const std::string& seen = check.look.empty() ? check.expected : check.look;
  return fmt::format("{}: {}", text, seen);
}

/// What shows it when the system is up; the hardware console's word where nothing else does. Where several systems show
/// it, the first one's; the checklist of the day has them all.
std::string SeenBy(const std::vector<Check>& checks) {
  const bool two = checks.size() > 1 && checks.front().stage == requirements::Stage::kBeforeIpl;
  const std::size_t first = two ? 1 : 0;
  std::vector<std::string> others;
  for (std::size_t i = first + 1; i < checks.size(); ++i) others.push_back(checks[i].where);
  return Told(checks[first]) + (others.empty() ? "" : "; likewise " + JoinWords(others));
}

}  // namespace

document::Section Acceptance(const Request& request) {
  const requirements::Checks all(request.model());
  document::Table table;
  table.columns = {{"ID", false}, {"About", false}, {"Expected", false}, {"Seen by", false}, {"Found", false}};
  for (const requirements::Requirement& row : request.requirements().all) {
    const std::vector<Check> checks = all.Of(row);
    if (checks.empty() || row.kind == requirements::Kind::kQuestion) continue;
    table.rows.push_back({row.id, Subject(row), Wanted(row), SeenBy(checks),
                          document::Field{document::Field::Kind::kText, "ACC_" + row.id + "_found",
                                          row.id + " found: " + Subject(row), "", "", kFoundColumns}});
  }
  return {"14",
          "Acceptance: what is checked on arrival",
          {document::Paragraph{"The customer checks these rows on arrival, placement first: what the HMC shows before "
                               "anything runs, the rest "
                               "as each system comes up. The vendor can look at the HMC beforehand."},
           std::move(table)}};
}

}  // namespace hotsite::backends::request
