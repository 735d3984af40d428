#include "compiler/requirements/issued.h"

#include <map>
#include <string_view>

namespace hotsite::requirements {
namespace {

/// Of PLC-001; that of an identifier which no category has is the first's, since a ledger is a file like any other.
Category CategoryOf(std::string_view id) {
  const std::string_view code = id.substr(0, id.find('-'));
  for (int at = 0; at <= static_cast<int>(Category::kContacts); ++at) {
    if (CodeOf(static_cast<Category>(at)) == code) return static_cast<Category>(at);
  }
  return Category::kPlacement;
}

}  // namespace

Requirements AsIssued(const Ledger& ledger, std::size_t number) {
  Requirements issued;
  if (number == 0 || number > ledger.revisions.size()) return issued;
  std::map<std::string_view, std::string_view> keys;
  for (const auto& [key, id] : ledger.identifiers) keys.emplace(id, key);
  for (const auto& [id, frozen] : ledger.RowsAfter(number)) {
    Requirement row;
    row.id = id;
    if (const auto key = keys.find(id); key != keys.end()) row.key = key->second;
    row.kind = frozen->kind;
    row.category = CategoryOf(id);
    row.subject = frozen->subject;
    row.site = frozen->site;
    row.attribute = frozen->attribute;
    row.comparator = frozen->comparator;
    row.type = frozen->type;
    row.value = frozen->value;
    row.sentence = frozen->sentence;
    row.edition = frozen->edition;
    issued.all.push_back(std::move(row));
  }
  issued.Index();
  return issued;
}

}  // namespace hotsite::requirements
