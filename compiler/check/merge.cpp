#include "compiler/check/merge.h"

#include <map>
#include <set>
#include <utility>

namespace hotsite::check {
namespace {

void MarkGenerated(Entry& entry) {
  entry.generated = true;
  for (Entry& child : entry.children) MarkGenerated(child);
}

// Operands said again replace all of the base's with that role; the others are taken over.
Entry MergeEntry(Entry base, Entry own) {
  for (Argument& argument : base.arguments) {
    if (!own.Has(argument.role)) own.arguments.push_back(std::move(argument));
  }
  if (own.reason.empty()) own.reason = std::move(base.reason);
  if (own.doc.empty()) own.doc = std::move(base.doc);
  own.children = MergeChildren(std::move(base.children), std::move(own.children));
  return own;
}

// The own statements by what stands for a base's: same word, and same key where there is one. Generated blocks can be
// long, so nothing scans them.
class Counterparts {
 public:
  explicit Counterparts(std::vector<Entry>& own) {
    for (Entry& entry : own) {
      if (entry.row->repeat != schema::Repeat::kList) {
        by_key_.try_emplace({entry.row, KeyOf(entry)}, &entry);
      } else if (!entry.also) {
        replaced_.insert(entry.row);
      }
    }
  }

  bool ReplacesList(const Entry& base) const { return replaced_.contains(base.row); }

  /// Gives each at most once.
  Entry* Take(const Entry& base) {
    const auto found = by_key_.find({base.row, KeyOf(base)});
    return found == by_key_.end() ? nullptr : std::exchange(found->second, nullptr);
  }

 private:
  std::map<std::pair<const schema::Row*, std::string>, Entry*> by_key_;
  std::set<const schema::Row*> replaced_;
};

std::string TextOf(const Value& value) {
  if (const auto* text = value.If<std::string>()) return *text;
  if (const auto* device = value.If<DeviceNumber>()) return device->ToString();
  return {};
}

}  // namespace

std::string KeyOf(const Entry& entry) {
  const bool two = entry.row->repeat == schema::Repeat::kKeyedByTwo;
  if ((!two && entry.row->repeat != schema::Repeat::kKeyed) || entry.arguments.empty()) return {};
  const std::string first = TextOf(entry.arguments.front().value);
  return two ? first + " " + TextOf(entry.arguments[1].value) : first;
}

std::vector<Entry> MergeChildren(std::vector<Entry> base, std::vector<Entry> own) {
  std::vector<Entry> merged;
  merged.reserve(base.size() + own.size());
  std::vector<bool> used(own.size(), false);
  Counterparts counterparts(own);
  for (Entry& entry : base) {
    const bool list = entry.row->repeat == schema::Repeat::kList;
    if (list && counterparts.ReplacesList(entry)) continue;
    if (Entry* mine = list ? nullptr : counterparts.Take(entry)) {
      used[static_cast<std::size_t>(mine - own.data())] = true;
      merged.push_back(MergeEntry(std::move(entry), std::move(*mine)));
    } else {
      merged.push_back(std::move(entry));
      MarkGenerated(merged.back());
    }
  }
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (!used[i]) merged.push_back(std::move(own[i]));
  }
  return merged;
}

std::size_t CountStatements(const std::vector<Entry>& entries) {
  std::size_t count = entries.size();
  for (const Entry& entry : entries) count += CountStatements(entry.children);
  return count;
}

}  // namespace hotsite::check
