// Where a system runs: in a partition, or as a guest of a z/VM that may have to be made.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "compiler/contract/putter.h"
#include "compiler/model/called.h"
#include "compiler/support/text_writer.h"

namespace hotsite::contract {
namespace {

constexpr std::string_view kVendorsZvm = "VENDORVM";

bool IsIn(const model::Model& model, const model::Placement& inner, const model::Placement& outer) {
  for (const model::Placement* one = &inner;; one = &model.at(one->host)) {
    if (one == &outer) return true;
    if (!one->host.valid()) return false;
  }
}

/// What a z/VM can be called in the spec: a user ID.
bool IsName(std::string_view text) {
  return !text.empty() && text.size() <= 8 && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-';
  });
}

/// The z/VM or KVM of the site that is called so, or with no name the first of the vendor's; not the system itself.
const model::Placement* HostFor(const Putter& put, const model::Placement& guest, std::string_view name) {
  const model::Model& model = put.model();
  for (const model::PlacementId id : put.site()->placements) {
    const model::Placement& host = model.at(id);
    const model::System& system = model.SystemOf(host);
    if (!system.is_hypervisor() || IsIn(model, host, guest)) continue;
    if (name.empty() ? system.vendors && system.is_zvm() : system.name == name) return &host;
  }
  return nullptr;
}

/// A z/VM of the vendor's that the spec doesn't have, in a partition of the same machine; made once.
std::string MakeHost(Putter& put, const model::Placement& guest, std::string_view name) {
  const model::Model& model = put.model();
  std::string host(IsName(name) ? name : kVendorsZvm);
  if (model.FindSystem(host) != nullptr) host = kVendorsZvm;
  for (int n = 1; model.FindSystem(host) != nullptr; ++n) host = fmt::format("{}{}", kVendorsZvm, n);
  Edit& machine = put.At(model.at(guest.machine));
  const std::string lpar = "lpar " + host;
  const bool made = std::any_of(machine.set.begin(), machine.set.end(),
                                [&](const check::Entry& entry) { return Named(entry) == lpar; });
  if (made) return host;
  // The answer doesn't declare it, so it stands at the row, and what is said of the guest at the value.
  const model::Answer& answer = *put.answer().counts.answer;
  auto zvm = check::ReadSnippet(fmt::format("lpar \"{}\" {{ zvm \"{}\" }}", host, host), "machine",
                                {answer.span, answer.id_span});
  if (!zvm) return {};
  machine.set.push_back(std::move(zvm->front()));
  return host;
}

bool Shift(Putter& put, const model::Placement& placement, std::string host) {
  const model::System& system = put.model().SystemOf(placement);
  Move move;
  move.system = system.name;
  if (system.parent.valid()) move.from = put.model().at(system.parent).name;
  move.host = std::move(host);
  move.machine = put.model().at(placement.machine).name;
  move.place = put.place();
  const std::string key = put.site()->name + "\n" + put.part(1);
  put.At(placement).taken = key;
  put.making().edits.moves.insert_or_assign(key, std::move(move));
  return true;
}

bool BecomeGuest(Putter& put, const model::Placement& placement, std::string_view name) {
  const model::System& system = put.model().SystemOf(placement);
  if (system.vendors || system.is_coupling()) return false;  // neither can be a guest of anything
  const model::Placement* host = HostFor(put, placement, name);
  if (host != nullptr && placement.host.valid() && &put.model().at(placement.host) == host) return true;
  std::string of = host != nullptr ? put.model().SystemOf(*host).name : MakeHost(put, placement, name);
  return !of.empty() && Shift(put, placement, std::move(of));
}

}  // namespace

bool PutKind(Putter& put) {
  const model::Placement* placement = put.runner();
  if (placement == nullptr) return false;
  const bool in_partition = !placement->host.valid();
  const std::string& text = put.text();
  if (put.refused()) return in_partition && BecomeGuest(put, *placement, "");  // not a partition: then under a z/VM
  if (text == "logical partition") return in_partition || Shift(put, *placement, "");
  if (text != "guest" && !text.starts_with("guest of ")) return false;
  return BecomeGuest(put, *placement, text == "guest" ? std::string_view() : std::string_view(text).substr(9));
}

// One hypervisor more below the guests: then it runs under another one.
bool PutLevels(Putter& put) {
  const model::Placement* placement = put.runner();
  if (placement == nullptr || placement->host.valid() || !put.answer().value) return placement != nullptr;
  return put.answer().value->nothing || put.answer().value->amount < 2 || put.At(*placement).taken.size() > 0 ||
         BecomeGuest(put, *placement, "");
}

bool PutMode(Putter& put) {
  using model::PartitionMode;
  constexpr std::array<std::pair<PartitionMode, const char*>, 6> kWords{
      {{PartitionMode::kGeneral, "general"},
       {PartitionMode::kEsa390, "esa390"},
       {PartitionMode::kLinuxOnly, "linux_only"},
       {PartitionMode::kZvm, "zvm"},
       {PartitionMode::kCouplingFacility, "coupling_facility"},
       {PartitionMode::kSsc, "ssc"}}};
  const model::Placement* placement = put.runner();
  if (placement == nullptr || placement->host.valid()) return false;
  const std::string said = ToLower(put.text());
  for (const auto& [mode, word] : kWords) {
    if (said == ToLower(model::ToString(mode)) || said == word)
      return put.Set(*placement, fmt::format("mode {}", word));
  }
  return false;
}

bool PutModel(Putter& put) {
  const model::Machine* machine = put.machine();
  if (machine == nullptr || put.refused()) return false;
  for (const model::MachineModel& model : put.model().machine_models) {
    if (model::IsCalled(model, put.text()))
      return put.Set(put.At(*machine), "machine", fmt::format("model {}", model.name));
  }
  return false;
}

}  // namespace hotsite::contract
