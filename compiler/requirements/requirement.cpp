#include "compiler/requirements/requirement.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "compiler/support/check.h"

namespace hotsite::requirements {
namespace {

struct CategoryText {
  std::string_view code;
  std::string_view title;
};

// In the order of the enumerators.
constexpr std::array<CategoryText, 15> kCategories = {{
    {"PLC", "Placement"},
    {"CPU", "Processors"},
    {"MEM", "Memory"},
    {"XST", "Expanded storage"},
    {"OSA", "OSA connections"},
    {"HSK", "HiperSockets"},
    {"CHP", "Other channels"},
    {"DSK", "Disk"},
    {"TAP", "Tape"},
    {"NET", "Networks"},
    {"VSW", "Virtual switches and guest LANs"},
    {"CON", "Consoles and remote access"},
    {"SWL", "Machine identity and software"},
    {"SCH", "Schedule"},
    {"CTC", "People"},
}};

}  // namespace

const char* ToString(Kind kind) {
  switch (kind) {
    case Kind::kDemand:
      return "REQ";
    case Kind::kQuestion:
      return "ASK";
    case Kind::kChoice:
      return "OPT";
    case Kind::kInformation:
      return "INF";
  }
  return "";
}

const char* ToString(ValueType type) {
  switch (type) {
    case ValueType::kNone:
      return "none";
    case ValueType::kMemory:
      return "memory";
    case ValueType::kCount:
      return "count";
    case ValueType::kDevices:
      return "devices";
    case ValueType::kText:
      return "text";
    case ValueType::kTime:
      return "time";
    case ValueType::kFrame:
      return "frame";
    case ValueType::kNames:
      return "names";
  }
  return "";
}

std::string_view CodeOf(Category category) { return kCategories[static_cast<std::size_t>(category)].code; }

std::string_view TitleOf(Category category) { return kCategories[static_cast<std::size_t>(category)].title; }

void Requirements::Index() {
  by_key_.resize(all.size());
  std::iota(by_key_.begin(), by_key_.end(), 0u);
  std::sort(by_key_.begin(), by_key_.end(), [this](auto a, auto b) { return all[a].key < all[b].key; });
  by_hole_.clear();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].hole.valid()) by_hole_.push_back(i);
  }
  std::sort(by_hole_.begin(), by_hole_.end(), [this](auto a, auto b) { return all[a].hole < all[b].hole; });
}

const Requirement* Requirements::Find(std::string_view key) const {
  if (by_key_.size() == all.size()) {
    const auto found =
        std::lower_bound(by_key_.begin(), by_key_.end(), key,
                         [this](std::uint32_t at, std::string_view wanted) { return all[at].key < wanted; });
    return found != by_key_.end() && all[*found].key == key ? &all[*found] : nullptr;
  }
  const auto found = std::find_if(all.begin(), all.end(), [key](const Requirement& r) { return r.key == key; });
  return found == all.end() ? nullptr : &*found;
}

const std::string& Requirements::IdOf(model::HoleId hole) const {
  const Requirement* question = nullptr;
  if (by_key_.size() == all.size()) {
    const auto found =
        std::lower_bound(by_hole_.begin(), by_hole_.end(), hole,
                         [this](std::uint32_t at, model::HoleId wanted) { return all[at].hole < wanted; });
    if (found != by_hole_.end() && all[*found].hole == hole) question = &all[*found];
  } else {
    const auto found = std::find_if(all.begin(), all.end(), [hole](const Requirement& r) { return r.hole == hole; });
    if (found != all.end()) question = &*found;
  }
  HOTSITE_CHECK(hole.valid() && question != nullptr, "every open value has a question");
  return question->id;
}

std::size_t Requirements::Count(Kind kind) const {
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [kind](const Requirement& r) { return r.kind == kind; }));
}

}  // namespace hotsite::requirements
