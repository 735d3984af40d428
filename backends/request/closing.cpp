// 15 assumptions, exclusions, and findings that are kept on purpose.
#include <fmt/format.h>

#include "backends/request/parts.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::request {
namespace {

/// More names than this are counted instead.
constexpr std::size_t kMostNames = 24;

std::string Some(const std::vector<std::string>& names) {
  if (names.size() <= kMostNames) return JoinWords(names);
  const std::vector<std::string> first(names.begin(), names.begin() + kMostNames);
  return fmt::format("{} and {} more", Joined(first), names.size() - kMostNames);
}

std::vector<std::string> AssumptionItems(const Request& request) {
  const model::Model& model = request.model();
  std::vector<std::string> items = {
      "Values that the recovery plan does not change are those of the home configuration; this request states each of "
      "them.",
      "Device numbers inside guests of a z/VM are virtual and stay as at home; only real device numbers are the "
      "vendor's.",
  };
  for (const model::Site* site : request.sites) {
    std::vector<std::string> same, changed;
    for (const model::NetworkId network : NetworksAt(model, *site)) {
      const model::Stated<Subnet>& here = model.PlanOf(model.IdOf(*site), network).subnet;
      const model::Stated<Subnet>& declared = model.at(network).plan.subnet;
      if (here.open()) continue;  // the vendor says
      const bool other = here.known() && declared.known() && *here != *declared;
      (other ? changed : same).push_back(model.at(network).name);
    }
    const std::string at = request.sites.size() > 1 ? fmt::format(" at the site {}", site->name) : "";
    if (!same.empty()) items.push_back(fmt::format("The addresses of {}{} are those of home.", Some(same), at));
    if (!changed.empty()) items.push_back(fmt::format("The addresses of {}{} differ from home.", Some(changed), at));
  }
  return items;
}

bool PlacedAnywhere(const Request& request, const model::System& system) {
  for (const model::Site* site : request.sites) {
    if (request.model().Find(request.model().IdOf(*site), request.model().IdOf(system)) != nullptr) return true;
  }
  return false;
}

std::vector<std::string> ExclusionItems(const Request& request) {
  std::vector<std::string> items, left_out;
  for (const model::System& system : request.model().systems) {
    if (system.kind == model::SystemKind::kExternal) {
      items.push_back(fmt::format("The external system {} is not restored under this request.", system.name));
    } else if (!system.vendors && !PlacedAnywhere(request, system)) {
      left_out.push_back(system.name);
    }
  }
  if (!left_out.empty()) items.push_back(fmt::format("Not run during the test: {}.", Some(left_out)));
  return items;
}

void Number(const char* code, const std::vector<std::string>& items, document::Table& table) {
  unsigned number = 0;
  for (const std::string& item : items) table.rows.push_back({fmt::format("{}-{:03}", code, ++number), item});
}

/// The findings that the customer's own check made and that the plan keeps on purpose.
document::Table Accepted(const model::Model& model) {
  document::Table table;
  table.columns = {
      {"Finding", false}, {"What was found", false}, {"About", false}, {"Why it is kept", false}, {"Until", false}};
  for (const model::AcceptedFinding& accepted : model.accepted) {
    std::string found = accepted.finding.message;
    std::erase(found, '`');
    for (const std::size_t by : accepted.by) {
      const model::Acceptance& one = model.acceptances[by];
      table.rows.push_back({one.constraint.empty() ? accepted.finding.code.ToString() : one.constraint, found,
                            one.subject.empty() ? "all" : one.subject, one.reason,
                            one.until ? one.until->ToString() : "no end"});
    }
  }
  return table;
}

}  // namespace

document::Section Assumptions(const Request& request) {
  document::Table table;
  table.columns = {{"No.", false}, {"Assumption or exclusion", false}};
  Number("ASM", AssumptionItems(request), table);
  Number("EXC", ExclusionItems(request), table);
  document::Section section{"15", "Assumptions and exclusions", {std::move(table)}};
  if (request.model().accepted.empty()) return section;
  section.blocks.push_back(document::Subheading{"15.1", "Accepted findings"});
  section.blocks.push_back(document::Paragraph{
      "The check of this plan found these, and the customer keeps them on purpose. They ask nothing of the vendor."});
  section.blocks.push_back(Accepted(request.model()));
  return section;
}

}  // namespace hotsite::backends::request
