#include "backends/linux/waiting.h"

#include <fmt/format.h>

#include <algorithm>

#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

void AddOnce(std::vector<OpenPlace>& all, OpenPlace place) {
  const auto same = [&](const OpenPlace& other) {
    return other.requirement == place.requirement && other.what == place.what;
  };
  if (std::none_of(all.begin(), all.end(), same)) all.push_back(std::move(place));
}

void AddDevice(const BuildInput& input, const model::Attachment& at, std::string what, std::vector<OpenPlace>& all) {
  if (at.kind != model::Attachment::Kind::kDevices || !at.device.open()) return;
  AddOnce(all, {OpenToken(input.requirements, at.device.hole()).substr(2), std::move(what)});
}

}  // namespace

std::vector<OpenPlace> OpenInFiles(const HostPlan& plan) {
  std::vector<OpenPlace> all;
  const auto add = [&](const std::vector<OpenPlace>& places) {
    for (const OpenPlace& place : places) AddOnce(all, place);
  };
  for (const Device& device : plan.devices) add(device.open);
  for (const Interface& face : plan.interfaces) add(face.open);
  for (const HostRoute& route : plan.routes) add(route.open);
  return all;
}

std::vector<OpenPlace> OpenInHost(const BuildInput& input, const model::Placement& placement) {
  const model::Model& model = input.model;
  std::vector<OpenPlace> all;
  if (!placement.host.valid()) return all;
  for (const model::PlacedNic& nic : placement.nics) {
    if (!nic.has_device()) continue;
    const std::string network = PlainText(model.at(nic.network).name);
    AddDevice(input, nic.attachment,
              fmt::format("real devices that become {} of this guest ({})", nic.device.ToString(), network), all);
    if (nic.attachment.kind != model::Attachment::Kind::kLan) continue;
    const model::PlacedLan& lan = model.at(nic.attachment.host).lans[nic.attachment.lan];
    for (const model::Attachment& uplink : lan.uplinks) {
      AddDevice(input, uplink,
                fmt::format("uplink of {} {} ({})", lan.lan.KindName(), PlainText(lan.lan.name), network), all);
    }
  }
  return all;
}

}  // namespace hotsite::backends::linux_guest
