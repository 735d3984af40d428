// The rows of the request that changed, by class.
#pragma once

#include <string>
#include <vector>

#include "compiler/diff/changes.h"

namespace hotsite::backends::changelog {

struct RowGroup {
  diff::ChangeClass what = diff::ChangeClass::kNew;
  std::vector<const diff::Change*> rows;
};

/// The classes that there are, in their order.
std::vector<RowGroup> GroupRows(const diff::Changes& request);

/// MEM-001 b
std::string IdOf(const diff::Change& row);

/// `PLC-001 b, MEM-001 to MEM-012`, then `and 80 more` behind the `most`-th range.
std::string IdsInShort(const std::vector<std::string>& ids, std::size_t most);

}  // namespace hotsite::backends::changelog
