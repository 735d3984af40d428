// Network interfaces of a system: what each says, bonds, and further networks over the device of one.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

constexpr unsigned kDevicesOfNic = 3;  // read, write, data

/// The NICs that have a device, by its number.
using NicIndex = std::map<DeviceNumber, std::size_t>;

NicIndex IndexOf(const model::System& system) {
  NicIndex index;
  for (std::size_t i = 0; i < system.nics.size(); ++i) index.emplace(system.nics[i].device, i);
  return index;
}

/// The NIC one of whose three devices `device` is: who writes 0601 means 0600.
const model::Nic* NicAround(const model::System& system, const NicIndex& index, DeviceNumber device) {
  auto after = index.upper_bound(device);
  if (after == index.begin()) return nullptr;
  const auto& [first, nic] = *std::prev(after);
  return device.value() < first.value() + kDevicesOfNic ? &system.nics[nic] : nullptr;
}

/// A `nic` that couldn't be read has been reported itself.
bool IsDeclared(const BuildContext& context, const Entry& entry, DeviceNumber device) {
  if (context.spec.incomplete || context.spec.poisoned.contains(device.ToString())) return true;
  return std::any_of(entry.children.begin(), entry.children.end(), [&](const Entry& child) {
    return child.keyword() == "nic" && child.Get("device")->As<DeviceNumber>() == device;
  });
}

void ReportNoNic(BuildContext& context, const Entry& entry, const model::System& system, const NicIndex& index,
                 const Value& device) {
  const auto number = device.As<DeviceNumber>();
  if (IsDeclared(context, entry, number) || !FirstTime(context, "no nic", device.span)) return;
  auto& found =
      context.reporter.Error(codes::kUnknownName, device.span, "`{}` has no `nic {}`", system.name, number.ToString());
  found.Here("the first device number of one of its NICs is expected");
  if (const model::Nic* nic = NicAround(system, index, number)) {
    const std::string first = nic->device.ToString();
    found.Mark(nic->device_span, fmt::format("{} is one of the three devices of this one", number.ToString()))
        .Fix(fmt::format("write `{}`", first), {{device.span, first}});
  } else if (index.empty()) {
    found.Advise("declare the `nic` that has the device");
  } else if (index.size() == 1) {
    const std::string only = system.nics.front().device.ToString();
    found.Offer(fmt::format("write `{}`, its only one, if that is meant", only), {{device.span, only}});
  } else {
    std::vector<std::string> numbers;
    for (const auto& one : index) numbers.push_back(fmt::format("`{}`", one.first.ToString()));
    constexpr std::size_t kMost = 12;
    if (numbers.size() <= kMost) found.Advise(fmt::format("its NICs begin at {}", fmt::join(numbers, ", ")));
  }
}

void RefuseAddresses(BuildContext& context, const Entry& entry, const model::Nic& first) {
  const Span address = entry.SpanOf("addresses");
  if (!FirstTime(context, "bonded address", address)) return;
  context.reporter
      .Error(codes::kUnexpectedOperand, address, "`nic {}` is bonded with `{}`, so it has no address of its own",
             entry.Get("device")->As<DeviceNumber>().ToString(), first.device.ToString())
      .Here("which of the two devices answers isn't to be seen from outside")
      .Mark(first.written.name, "this one has the addresses of both")
      .Advise("move the address there, or take it away where it stands there already");
}

/// Why a NIC can't be bonded with `first`; false after reporting it.
bool CanBond(BuildContext& context, const Entry& entry, const model::Nic& own, const model::Nic& first) {
  const Value& device = *entry.Get("first");
  if (own.device == first.device) {
    if (FirstTime(context, "bonded", device.span))
      context.reporter.Error(codes::kWrongOperand, device.span, "`nic {}` is bonded with itself", own.device.ToString())
          .Here("expected another NIC of the system");
    return false;
  }
  if (own.network != first.network) {
    if (!FirstTime(context, "bonded", device.span)) return false;
    const std::string& network = context.model.at(first.network).name;
    context.reporter
        .Error(codes::kWrongOperand, entry.SpanOf("network"), "`nic {}` is on `{}`, but is bonded with one on `{}`",
               own.device.ToString(), context.model.at(own.network).name, network)
        .Here("the devices of a bond lead to one network")
        .Mark(first.written.name, fmt::format("on `{}`", network))
        .Offer(fmt::format("write `{}`, if both lead there", network), {{entry.SpanOf("network"), network}})
        .Advise("or take `bonded with` away");
    return false;
  }
  if (entry.Has("addresses")) RefuseAddresses(context, entry, first);
  return true;
}

/// `nic 0A00 on ADMIN bonded with 0900`.
void Bond(BuildContext& context, const Entry& entry, const Entry& child, const NicIndex& index, model::System& system) {
  const auto own = index.find(child.Get("device")->As<DeviceNumber>());
  if (own == index.end()) return;
  const Value& device = *child.Get("first");
  const auto found = index.find(device.As<DeviceNumber>());
  if (found == index.end()) return ReportNoNic(context, entry, system, index, device);
  const model::Nic& first = system.nics[found->second];
  if (!CanBond(context, child, system.nics[own->second], first)) return;
  system.nics[own->second].bonded_with = found->second;
  system.nics[own->second].addresses.clear();
}

/// Of three devices of a bond two name the third, which has the addresses.
void RefuseChains(BuildContext& context, const Entry& entry, const NicIndex& index, model::System& system) {
  ForEach(entry, "nic", [&](const Entry& child) {
    const auto own = index.find(child.Get("device")->As<DeviceNumber>());
    if (!child.Has("first") || own == index.end() || !system.nics[own->second].bonded_with) return;
    const model::Nic& named = system.nics[*system.nics[own->second].bonded_with];
    if (!named.bonded_with) return;
    system.nics[own->second].bonded_with.reset();
    const Value& device = *child.Get("first");
    if (!FirstTime(context, "bonded", device.span)) return;
    const std::string first = system.nics[*named.bonded_with].device.ToString();
    auto& found = context.reporter.Error(codes::kWrongOperand, device.span, "`nic {}` is itself bonded with `{}`",
                                         named.device.ToString(), first);
    found.Here("expected the NIC that has the addresses").Mark(named.written.name, "bonded here");
    if (first != system.nics[own->second].device.ToString())
      found.Fix(fmt::format("write `{}`", first), {{device.span, first}});
  });
}

/// The NIC with the addresses comes first, since routes and gateways go by it; what stands beside or over it follows.
void PutBondedBehind(model::System& system) {
  const auto has_addresses = [](const model::Nic& nic) { return !nic.bonded_with; };
  if (std::all_of(system.nics.begin(), system.nics.end(), has_addresses)) return;
  std::vector<DeviceNumber> firsts;
  for (const model::Nic& nic : system.nics)
    firsts.push_back(nic.bonded_with ? system.nics[*nic.bonded_with].device : nic.device);
  std::map<DeviceNumber, DeviceNumber> first_of;
  for (std::size_t i = 0; i < firsts.size(); ++i) first_of.emplace(system.nics[i].device, firsts[i]);
  std::stable_partition(system.nics.begin(), system.nics.end(), has_addresses);
  const NicIndex index = IndexOf(system);
  for (model::Nic& nic : system.nics) {
    if (nic.bonded_with) nic.bonded_with = index.at(first_of.at(nic.device));
  }
}

/// The NIC whose device a `network … over` names; nothing after reporting why there is none.
std::optional<std::size_t> NicBelow(BuildContext& context, const Entry& entry, const Entry& child,
                                    const NicIndex& index, const model::System& system) {
  const Value& device = *child.Get("device");
  const auto found = index.find(device.As<DeviceNumber>());
  if (found == index.end()) {
    ReportNoNic(context, entry, system, index, device);
    return {};
  }
  const model::Nic& nic = system.nics[found->second];
  if (!nic.bonded_with) return found->second;
  const std::string first = system.nics[*nic.bonded_with].device.ToString();
  if (FirstTime(context, "over", device.span))
    context.reporter
        .Error(codes::kWrongOperand, device.span, "`nic {}` is bonded with `{}`, which has the networks of both",
               nic.device.ToString(), first)
        .Here("expected the NIC that has the addresses")
        .Mark(nic.written.name, "bonded here")
        .Fix(fmt::format("write `{}`", first), {{device.span, first}});
  return {};
}

/// `network BACKUP over 0600 address BACKUP[11]`.
void AddNetworkOver(BuildContext& context, const Entry& entry, const Entry& child, const NicIndex& index,
                    model::System& system) {
  model::Nic nic;
  nic.device = child.Get("device")->As<DeviceNumber>();
  nic.device_span = child.SpanOf("device");
  nic.written = WrittenOf(child, "network");
  nic.network = FindNetwork(context, *child.Get("network"));
  for (const Value* value : child.All("addresses")) {
    if (const auto address = AddressOf(context, *value)) nic.addresses.push_back(*address);
  }
  nic.over = NicBelow(context, entry, child, index, system);
  if (!nic.over || !nic.network.valid()) return;
  const model::Nic& below = system.nics[*nic.over];
  if (below.network != nic.network) {
    system.nics.push_back(std::move(nic));
  } else if (FirstTime(context, "over", nic.written.name)) {
    context.reporter
        .Error(codes::kDuplicateName, nic.written.name, "`nic {}` is on `{}` already", nic.device.ToString(),
               context.model.at(nic.network).name)
        .Here("expected another network")
        .Mark(below.written.name, "its own network")
        .Advise("say a second address there, behind a comma");
  }
}

}  // namespace

std::optional<model::Nic> NicOf(BuildContext& context, const Entry& entry) {
  model::Nic nic;
  nic.device = entry.Get("device")->As<DeviceNumber>();
  nic.device_span = entry.SpanOf("device");
  nic.written = WrittenOf(entry, "device");
  nic.network = FindNetwork(context, *entry.Get("network"));
  if (!nic.network.valid()) return {};
  if (nic.device.value() > 0xFFFD) {
    context.reporter
        .Error(codes::kOutOfRange, nic.device_span,
               "a network interface takes three device numbers, so it can't begin at `{}`", nic.device.ToString())
        .Here("expected at most `FFFD`");
    return {};
  }
  for (const Value* value : entry.All("addresses")) {
    if (const auto address = AddressOf(context, *value)) nic.addresses.push_back(*address);
  }
  if (const Value* mac = entry.Get("mac")) nic.mac = mac->As<MacAddress>();
  if (entry.Has("type")) nic.type = LanTypeOf(entry.Text("type"));
  return nic;
}

void JoinNics(BuildContext& context, const Entry& entry, model::System& system) {
  const auto says = [&](auto test) { return std::any_of(entry.children.begin(), entry.children.end(), test); };
  if (says([](const Entry& child) { return child.keyword() == "nic" && child.Has("first"); })) {
    const NicIndex index = IndexOf(system);
    ForEach(entry, "nic", [&](const Entry& child) {
      if (child.Has("first")) Bond(context, entry, child, index, system);
    });
    RefuseChains(context, entry, index, system);
    PutBondedBehind(system);
  }
  if (!says([](const Entry& child) { return child.keyword() == "network"; })) return;
  const NicIndex index = IndexOf(system);
  ForEach(entry, "network", [&](const Entry& child) { AddNetworkOver(context, entry, child, index, system); });
}

}  // namespace hotsite::check
