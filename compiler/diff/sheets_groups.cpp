// Single system images and sysplexes. Which guests a single system image declares is told by each of them.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

/// What both have.
template <class Group>
Sheet GroupSheet(const View& view, const Group& group, std::string_view kind) {
  Sheet sheet;
  sheet.subject = group.name;
  sheet.key = fmt::format("{}/{}", kind, group.name);
  sheet.is_new = codes::kNewGroup;
  sheet.is_gone = codes::kGroupGone;
  sheet.description = fmt::format("{} of {}", kind, NamesOf(view, group.members));
  sheet.span = group.written.name;
  AddNames(sheet, codes::kGroupMembers, "members", NamesOf(view, group.members), group.written.name);
  AddNames(sheet, codes::kGroupVolumes, "shared volumes", TextOf(view, group.volumes), group.written.name);
  AddEditorial(sheet, codes::kOtherWords, "comment", group.doc, group.written.name);
  return sheet;
}

}  // namespace

void AddGroups(const View& view, std::vector<Sheet>& sheets) {
  for (const model::Cluster& cluster : view.model().clusters)
    sheets.push_back(GroupSheet(view, cluster, "single system image"));
  for (const model::Sysplex& sysplex : view.model().sysplexes) {
    Sheet sheet = GroupSheet(view, sysplex, "sysplex");
    AddNames(sheet, codes::kGroupMembers, "coupling facilities", NamesOf(view, sysplex.couplings),
             sysplex.written.name);
    if (sysplex.timer == model::Timer::kStp) AddWord(sheet, codes::kGroupTimer, "timer", "STP", sysplex.written.name);
    sheets.push_back(std::move(sheet));
  }
}

}  // namespace hotsite::diff
