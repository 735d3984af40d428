// Single system images and sysplexes. Which guests a single system image declares is told by each of them.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// In text order, which says who is first: guests without `on` are logged on to the first member.
std::string MembersText(const View& view, const std::vector<model::Reference>& members) {
  std::vector<std::string> names;
  for (const model::Reference& member : members) names.push_back(view.KeyOf(member.system));
  return Joined(names);
}

/// What both have; its volumes have sheets of their own.
template <class Group>
Sheet GroupSheet(const View& view, const Group& group, std::string_view kind, std::vector<Sheet>& sheets) {
  Sheet sheet;
  sheet.subject = group.name;
  sheet.key = fmt::format("{}/{}", kind, group.name);
  sheet.is_new = codes::kNewGroup;
  sheet.is_gone = codes::kGroupGone;
  sheet.description = fmt::format("{} of {}", kind, MembersText(view, group.members));
  sheet.span = group.written.name;
  AddNames(sheet, codes::kGroupMembers, "members", MembersText(view, group.members), group.written.name);
  AddEditorial(sheet, codes::kWords, "comment", group.doc, group.written.name);
  AddVolumes(view, group.volumes, sheet, sheets);
  return sheet;
}

}  // namespace

void AddGroups(const View& view, std::vector<Sheet>& sheets) {
  for (const model::Cluster& cluster : view.model().clusters) {
    Sheet sheet = GroupSheet(view, cluster, "single system image", sheets);
    sheets.push_back(std::move(sheet));
  }
  for (const model::Sysplex& sysplex : view.model().sysplexes) {
    Sheet sheet = GroupSheet(view, sysplex, "sysplex", sheets);
    AddNames(sheet, codes::kGroupMembers, "coupling facilities", NamesOf(view, sysplex.couplings),
             sysplex.written.name);
    if (sysplex.timer == model::Timer::kStp) AddWord(sheet, codes::kGroupTimer, "timer", "STP", sysplex.written.name);
    sheets.push_back(std::move(sheet));
  }
}

}  // namespace hotsite::diff
