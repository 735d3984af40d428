#include "compiler/contract/putter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compiler/requirements/collector.h"

namespace hotsite::contract {
namespace {

std::string KeyOf(const model::Site& site, std::string_view name) { return fmt::format("{}\n{}", site.name, name); }

check::SnippetPlace PlaceOf(const RowAnswer& row) {
  const model::Answer& answer = *row.counts.answer;
  return {answer.span, answer.value_span.valid() ? answer.value_span : answer.id_span};
}

}  // namespace

std::vector<std::string> PartsOf(const requirements::Requirement& row) {
  std::string_view key = row.key;
  if (const std::string end = "@" + row.site; !row.site.empty() && key.ends_with(end)) key.remove_suffix(end.size());
  std::vector<std::string> parts;
  while (true) {
    const std::size_t slash = key.find('/');
    parts.emplace_back(key.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    key.remove_prefix(slash + 1);
  }
}

Places::Places(const model::Model& model) : model_(model) {
  const requirements::Collector names(model);  // as the rows name them
  for (const model::Site* site : model.recovery_sites()) {
    for (const model::PlacementId id : site->placements)
      runners_.try_emplace(KeyOf(*site, names.NameOf(model.at(id))), &model.at(id));
  }
}

const model::Site* Places::Site(std::string_view name) const {
  for (const model::Site* site : model_.recovery_sites()) {
    if (name.empty() || site->name == name) return site;
  }
  return nullptr;
}

const model::Placement* Places::Runner(const model::Site& site, const std::string& name) const {
  const auto found = runners_.find(KeyOf(site, name));
  return found == runners_.end() ? nullptr : found->second;
}

const model::Machine* Places::Machine(const model::Site& site, std::string_view name) const {
  for (const model::MachineId id : site.machines) {
    if (model_.at(id).name == name) return &model_.at(id);
  }
  return nullptr;
}

const model::Carrier* Places::Carrier(const model::Site& site, std::string_view name) const {
  for (const model::MachineId machine : site.machines) {
    for (const model::CarrierId id : model_.at(machine).carriers) {
      if (model_.at(id).name == name) return &model_.at(id);
    }
  }
  return nullptr;
}

const model::Channel* Places::Channel(const model::Site& site, std::string_view name) const {
  for (const model::MachineId machine : site.machines) {
    for (const model::ChannelId id : model_.at(machine).channels) {
      if (model_.at(id).name == name) return &model_.at(id);
    }
  }
  return nullptr;
}

Putter::Putter(Making& making, const RowAnswer& answer)
    : making_(making),
      answer_(answer),
      site_(making.places.Site(answer.row->site)),
      parts_(PartsOf(*answer.row)),
      place_(PlaceOf(answer)) {}

const std::string& Putter::part(std::size_t index) const {
  static const std::string kNone;
  return index < parts_.size() ? parts_[index] : kNone;
}

bool Putter::refused() const { return !answer_.value || answer_.value->nothing; }

const std::string& Putter::text() const {
  static const std::string kNone;
  return refused() ? kNone : answer_.value->text;
}

const model::Placement* Putter::runner() const {
  return site_ == nullptr ? nullptr : making_.places.Runner(*site_, part(1));
}
const model::Machine* Putter::machine() const {
  return site_ == nullptr ? nullptr : making_.places.Machine(*site_, part(1));
}
const model::Carrier* Putter::carrier() const {
  return site_ == nullptr ? nullptr : making_.places.Carrier(*site_, part(1));
}
const model::Channel* Putter::channel() const {
  return site_ == nullptr ? nullptr : making_.places.Channel(*site_, part(1));
}

Edit& Putter::At(const model::Site& site) { return making_.edits.sites[site.name]; }

Edit& Putter::At(const model::Machine& machine) {
  return At(model().at(machine.site)).inside["machine " + machine.name];
}

Edit& Putter::At(const model::Carrier& carrier) {
  return At(model().at(carrier.machine)).inside[(carrier.is_osa() ? "osa " : "hipersockets ") + carrier.name];
}

Edit& Putter::At(const model::Channel& channel) {
  return At(model().at(channel.machine)).inside[(channel.is_fcp() ? "fcp " : "ficon ") + channel.name];
}

Edit& Putter::At(const model::Placement& placement) {
  const model::System& system = model().SystemOf(placement);
  if (!placement.host.valid())
    return At(model().at(placement.machine)).inside["lpar " + model().at(placement.partition).name];
  const model::Placement& host = model().at(placement.host);
  Edit* block = &At(host);
  const model::System& around = model().SystemOf(host);
  if (around.vendors) block = &block->inside[std::string(around.is_kvm() ? "kvm " : "zvm ") + around.name];
  const bool taken_out = system.parent.valid() && system.parent != host.system;
  return block->inside["guest " + system.name + (taken_out ? " from " + model().at(system.parent).name : "")];
}

bool Putter::Set(Edit& block, std::string_view parent, const std::string& text,
                 std::initializer_list<std::string_view> roles) {
  auto entries = check::ReadSnippet(text, parent, place_);
  if (!entries) return false;
  for (check::Entry& entry : *entries) {
    if (roles.size() > 0) {
      std::erase_if(entry.arguments, [&](const check::Argument& argument) {
        return std::find(roles.begin(), roles.end(), argument.role) == roles.end();
      });
    }
    block.set.push_back(std::move(entry));
  }
  return true;
}

bool Putter::Set(const model::Placement& placement, const std::string& text,
                 std::initializer_list<std::string_view> roles) {
  return Set(At(placement), placement.host.valid() ? "guest" : "lpar", text, roles);
}

}  // namespace hotsite::contract
