#include "compiler/requirements/derive.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "compiler/requirements/editions.h"
#include "compiler/requirements/identifiers.h"
#include "compiler/requirements/steps.h"

namespace hotsite::requirements {

Requirements Derive(const model::Model& model, const Ledger& ledger) {
  Requirements requirements;
  if (!model.recovery) return requirements;
  Collector out(model);
  AddRecovery(out);
  for (const model::Site* site : model.recovery_sites()) {
    out.TurnTo(*site);
    AddPlacement(out);
    AddCapacity(out);
    AddPartitions(out);
    AddConnections(out);
    AddChannels(out);
    AddStorage(out);
    AddRestore(out);
    AddGroups(out);
    AddNetworks(out);
    AddVendorLans(out);
    AddIdentity(out);
  }
  out.LeaveSites();
  AskTheRest(out);
  requirements.all = out.Take();
  Identify(model, ledger, requirements.all);
  SetEditions(ledger, requirements.all);
  requirements.Index();
  return requirements;
}

Ledger WithNewKeys(Ledger ledger, const Requirements& requirements) {
  // A renamed key hands its identifier over, so that no identifier stands there twice.
  std::map<std::string, std::string> key_of;
  for (const auto& [key, id] : ledger.identifiers) key_of[id] = key;
  for (const Requirement& row : requirements.all) {
    const auto before = key_of.find(row.id);
    if (before != key_of.end() && before->second != row.key) ledger.identifiers.erase(before->second);
    ledger.identifiers[row.key] = row.id;
  }
  return ledger;
}

IssuedRevision NextRevision(const Ledger& ledger, const Requirements& requirements) {
  const IssuedRows before = ledger.RowsAfter(ledger.revisions.size());
  IssuedRevision revision;
  revision.number = static_cast<unsigned>(ledger.revisions.size()) + 1;
  std::set<std::string_view> in_force;
  for (const Requirement& row : requirements.all) {
    in_force.insert(row.id);
    IssuedRow issued = Freeze(row);
    const auto old = before.find(row.id);
    if (old == before.end() || *old->second != issued) revision.rows.emplace(row.id, std::move(issued));
  }
  for (const auto& [id, row] : before) {
    if (!in_force.contains(id)) revision.withdrawn.emplace_back(id);
  }
  return revision;
}

}  // namespace hotsite::requirements
