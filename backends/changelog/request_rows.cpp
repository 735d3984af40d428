#include "backends/changelog/request_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/support/name_ranges.h"

namespace hotsite::backends::changelog {

std::vector<RowGroup> GroupRows(const diff::Changes& request) {
  std::vector<RowGroup> groups;
  for (std::size_t i = 0; i < diff::kChangeClasses; ++i) {
    RowGroup group{static_cast<diff::ChangeClass>(i), {}};
    for (const diff::Change& row : request.all) {
      if (row.what == group.what) group.rows.push_back(&row);
    }
    if (!group.rows.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::string IdOf(const diff::Change& row) { return row.edition.empty() ? row.id : row.id + " " + row.edition; }

std::string IdsInShort(const std::vector<std::string>& ids, std::size_t most) {
  std::vector<std::string> told;
  std::size_t left = ids.size();
  for (const NameRange& range : NameRangesOf(ids)) {
    if (told.size() == most) break;
    told.push_back(range.count == 1 ? range.first : fmt::format("{} to {}", range.first, range.last));
    left -= range.count;
  }
  return fmt::format("{}{}", fmt::join(told, ", "), left > 0 ? fmt::format(" and {} more", left) : "");
}

}  // namespace hotsite::backends::changelog
