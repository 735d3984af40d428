// Which rows of the request change with a change of a spec: those whose names, or whose difference, speak of the thing
// that changed, in the sections that its topic reaches.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diff/request_changes.h"
#include "compiler/diff/spec_changes.h"

namespace hotsite::diff {

class RowLinks {
 public:
  /// `vendor_sites`: the sites where a vendor provides; nothing is asked for another one. Both are kept.
  RowLinks(const RequestChanges& request, const std::set<std::string, std::less<>>& vendor_sites);

  /// The rows that change with `change`, as their places in RequestChanges::rows, ascending.
  std::vector<std::size_t> RowsOf(const SpecChange& change) const;

 private:
  bool IsAsked(const SpecChange& change) const;

  const RequestChanges& request_;
  const std::set<std::string, std::less<>>& vendor_sites_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name_;  // names and words of the rows
};

}  // namespace hotsite::diff
