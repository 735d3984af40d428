#include "compiler/contract/edits.h"

#include <algorithm>
#include <utility>

namespace hotsite::contract {
namespace {

using check::Entry;

std::string FirstOperand(const Entry& entry) {
  if (entry.arguments.empty()) return {};
  const check::Value& first = entry.arguments.front().value;
  if (const auto* text = first.If<std::string>()) return *text;
  const auto* device = first.If<DeviceNumber>();
  return device == nullptr ? std::string() : device->ToString();
}

bool IsListed(const Entry& entry) { return entry.row->repeat == schema::Repeat::kList; }

bool SameStatement(const Entry& a, const Entry& b) {
  if (a.row != b.row) return false;
  return a.row->repeat == schema::Repeat::kOnce || FirstOperand(a) == FirstOperand(b);
}

void SetIn(std::vector<Entry>& block, Entry own);

void Merge(Entry& base, Entry own) {
  std::erase_if(base.arguments, [&](const check::Argument& argument) { return own.Has(argument.role); });
  // The name stays first, by which the statement is known.
  base.arguments.insert(base.arguments.end(), std::make_move_iterator(own.arguments.begin()),
                        std::make_move_iterator(own.arguments.end()));
  base.word = own.word;
  base.whole = own.whole;
  base.block.reset();
  base.generated = true;
  for (Entry& child : own.children) SetIn(base.children, std::move(child));
}

void SetIn(std::vector<Entry>& block, Entry own) {
  const auto there = IsListed(own) ? block.end() : std::find_if(block.begin(), block.end(), [&](const Entry& entry) {
    return SameStatement(entry, own);
  });
  if (there == block.end()) {
    block.push_back(std::move(own));
  } else {
    Merge(*there, std::move(own));
  }
}

class Applier {
 public:
  explicit Applier(const Edits& edits) : edits_(edits) {
    for (const auto& [key, move] : edits.moves) {
      (move.host.empty() ? to_machines_[move.machine] : to_hosts_[move.host]).push_back(key);
    }
  }

  void Run(Entry& site) {
    const auto edit = edits_.sites.find(site.Text("name"));
    if (edit != edits_.sites.end()) Change(site, edit->second);
    if (!taken_.empty()) Adopt(site);
  }

 private:
  void Change(Entry& entry, const Edit& edit) {
    std::erase_if(entry.children, [&](Entry& child) {
      const auto found = edit.inside.empty() ? edit.inside.end() : edit.inside.find(Named(child));
      if (found == edit.inside.end()) return false;
      Change(child, found->second);
      if (!found->second.taken.empty()) taken_.emplace(found->second.taken, std::move(child));
      return found->second.remove || !found->second.taken.empty();
    });
    for (const auto& change : edit.change) change(entry);
    for (const Entry& own : edit.set) SetIn(entry.children, own);
  }

  // Who is moved comes to where the new host stands, which may have been moved itself.
  void Adopt(Entry& entry) {
    if (entry.keyword() == "machine") TakeIn(entry, to_machines_, entry.Text("name"), "lpar");
    const std::string host = RunsIn(entry);
    if (!host.empty()) TakeIn(entry, to_hosts_, host, "guest");
    for (Entry& child : entry.children) Adopt(child);
  }

  static std::string RunsIn(const Entry& entry) {
    const std::string_view word = entry.keyword();
    if (word == "zvm" || word == "kvm" || word == "guest") return std::string(entry.Text("name"));
    if (word != "lpar" || entry.Child("zvm") != nullptr || entry.Child("kvm") != nullptr) return {};
    return std::string(entry.Has("system") ? entry.Text("system") : entry.Text("name"));
  }

  void TakeIn(Entry& block, const std::map<std::string, std::vector<std::string>, std::less<>>& by,
              std::string_view name, std::string_view word) {
    const auto keys = by.find(name);
    if (keys == by.end()) return;
    for (const std::string& key : keys->second) {
      auto taken = taken_.extract(key);
      if (taken.empty()) continue;
      block.children.push_back(Rehoused(std::move(taken.mapped()), edits_.moves.find(key)->second, word));
    }
  }

  // The same statements in a block of another kind: what can't stand there (a partition's mode) has no meaning there.
  static Entry Rehoused(Entry before, const Move& move, std::string_view word) {
    Entry entry;
    entry.row = schema::FindRow(word, word == "lpar" ? "machine" : "zvm");
    entry.word = entry.whole = move.place.whole;
    entry.generated = true;
    entry.doc = std::move(before.doc);
    entry.reason = std::move(before.reason);
    const std::string_view name = check::FindOperand(*entry.row, "name")->role;
    entry.arguments.push_back({name, {check::Data(move.system), move.place.value, false}});
    if (word == "guest" && !move.from.empty())
      entry.arguments.push_back(
          {check::FindOperand(*entry.row, "zvm")->role, {check::Data(move.from), move.place.value, false}});
    for (Entry& child : before.children) {
      const schema::Row* row = schema::FindRow(child.keyword(), entry.row->block);
      if (row == nullptr) continue;
      child.row = row;
      entry.children.push_back(std::move(child));
    }
    return entry;
  }

  const Edits& edits_;
  std::map<std::string, std::vector<std::string>, std::less<>> to_machines_, to_hosts_;
  std::map<std::string, Entry, std::less<>> taken_;
};

}  // namespace

std::string Named(const Entry& entry) {
  std::string name = std::string(entry.keyword()) + " " + FirstOperand(entry);
  if (entry.keyword() == "guest" && entry.Has("zvm")) name += " from " + std::string(entry.Text("zvm"));
  return name;
}

void Apply(const Edits& edits, check::Elaborated& spec) {
  const auto recovery = std::find_if(spec.entries.begin(), spec.entries.end(),
                                     [](const Entry& entry) { return entry.keyword() == "recovery"; });
  if (recovery == spec.entries.end()) return;
  for (Entry& child : recovery->children) {
    if (child.keyword() == "site") Applier(edits).Run(child);
  }
}

}  // namespace hotsite::contract
