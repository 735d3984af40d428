// 5 to 13: the requirements, a section per group of categories in their document order.
#include <fmt/format.h>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using requirements::Category;
using requirements::Kind;
using requirements::Requirement;

struct Group {
  const char* number;
  const char* title;
  Category first, last;
};

constexpr Group kGroups[] = {
    {"5", "Placement (PLC)", Category::kPlacement, Category::kPlacement},
    {"6", "Processors, memory, expanded storage", Category::kProcessors, Category::kExpandedStorage},
    {"7", "OSA, HiperSockets, other channels", Category::kOsa, Category::kChannels},
    {"8", "Disk and tape", Category::kDisk, Category::kTape},
    {"9", "Networks and virtual switches", Category::kNetwork, Category::kVirtualSwitches},
    {"10", "Consoles and remote access (CON)", Category::kConsoles, Category::kConsoles},
    {"11", "Machine identity and software (SWL)", Category::kSoftware, Category::kSoftware},
    {"12", "Schedule (SCH)", Category::kSchedule, Category::kSchedule},
    {"13", "People (CTC)", Category::kContacts, Category::kContacts},
};

/// Whoever confirms a quantity writes how much it is: a box is ticked more easily than a wrong number is written.
bool AsksHowMuch(const Requirement& row) {
  using requirements::ValueType;
  return row.kind == Kind::kDemand && row.comparator == model::Comparator::kAtLeast &&
         (row.type == ValueType::kMemory || row.type == ValueType::kCount);
}

document::AnswerRow AnswerOf(const Request& request, const Requirement& row) {
  document::AnswerRow answer;
  answer.id = row.id;
  answer.kind = ToString(row.kind);
  answer.text = row.sentence;
  answer.why = row.past.empty() ? row.reason : row.reason + " " + row.past;
  answer.confirm = row.kind == Kind::kDemand || row.kind == Kind::kChoice;
  answer.value = row.kind == Kind::kQuestion || row.kind == Kind::kChoice || AsksHowMuch(row);
  if (row.kind == Kind::kQuestion) answer.due = request.due;
  answer.edition = row.edition;
  if (const auto change = request.changed.find(row.id); change != request.changed.end())
    answer.mark = std::string(1, MarkOf(change->second->what));
  return answer;
}

}  // namespace

std::vector<document::Section> RequirementSections(const Request& request) {
  const std::vector<Requirement>& all = request.requirements().all;
  std::vector<document::Section> sections;
  auto at = all.begin();
  for (const Group& group : kGroups) {
    document::Section section{group.number, group.title, {}};
    unsigned part = 0;
    while (at != all.end() && at->category <= group.last) {
      const Category category = at->category;
      if (group.first != group.last) {
        section.blocks.push_back(document::Subheading{fmt::format("{}.{}", group.number, ++part),
                                                      fmt::format("{} ({})", TitleOf(category), CodeOf(category))});
      }
      document::AnswerSheet sheet;
      for (; at != all.end() && at->category == category; ++at) sheet.rows.push_back(AnswerOf(request, *at));
      section.blocks.push_back(std::move(sheet));
    }
    if (section.blocks.empty()) section.blocks.push_back(document::Paragraph{"This request has no rows here."});
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace hotsite::backends::request
