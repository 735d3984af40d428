#include "compiler/check/merge.h"

#include <algorithm>
#include <utility>

namespace hotsite::check {
namespace {

void MarkGenerated(Entry& entry) {
  entry.generated = true;
  for (Entry& child : entry.children) MarkGenerated(child);
}

// Operands said again replace all of the base's with that role; the others are taken over.
Entry MergeEntry(const Entry& base, Entry own) {
  for (const Argument& argument : base.arguments) {
    if (!own.Has(argument.role)) own.arguments.push_back(argument);
  }
  if (own.reason.empty()) own.reason = base.reason;
  if (own.doc.empty()) own.doc = base.doc;
  own.children = MergeChildren(base.children, std::move(own.children));
  return own;
}

// The own statement that stands for `base`: same word, and same key where there is one. Blocks are short, so a scan
// will do.
Entry* Counterpart(const Entry& base, std::vector<Entry>& own, const std::vector<bool>& used) {
  const std::string key = KeyOf(base);
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!used[i] && own[i].row == base.row && KeyOf(own[i]) == key) return &own[i];
  }
  return nullptr;
}

bool ReplacesList(const Entry& base, const std::vector<Entry>& own) {
  return std::any_of(own.begin(), own.end(), [&](const Entry& entry) { return entry.row == base.row && !entry.also; });
}

}  // namespace

std::string KeyOf(const Entry& entry) {
  if (entry.row->repeat != schema::Repeat::kKeyed || entry.arguments.empty()) return {};
  const Value& value = entry.arguments.front().value;
  if (const auto* text = value.If<std::string>()) return *text;
  if (const auto* device = value.If<DeviceNumber>()) return device->ToString();
  return {};
}

std::vector<Entry> MergeChildren(const std::vector<Entry>& base, std::vector<Entry> own) {
  std::vector<Entry> merged;
  merged.reserve(base.size() + own.size());
  std::vector<bool> used(own.size(), false);
  for (const Entry& entry : base) {
    if (entry.row->repeat == schema::Repeat::kList) {
      if (ReplacesList(entry, own)) continue;
      merged.push_back(entry);
      MarkGenerated(merged.back());
    } else if (Entry* mine = Counterpart(entry, own, used)) {
      used[static_cast<std::size_t>(mine - own.data())] = true;
      merged.push_back(MergeEntry(entry, std::move(*mine)));
    } else {
      merged.push_back(entry);
      MarkGenerated(merged.back());
    }
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!used[i]) merged.push_back(std::move(own[i]));
  }
  return merged;
}

}  // namespace hotsite::check
