#include "backends/linux/boot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "backends/linux/rh_ifcfg_face.h"
#include "backends/naming.h"
#include "backends/steps.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::linux_guest {
namespace {

bool IsOpen(const HostPlan& plan) {
  return std::any_of(plan.devices.begin(), plan.devices.end(), [](const Device& one) { return one.is_open(); });
}

/// The devices below an interface.
void AddDevices(const HostPlan& plan, const Interface& face, std::vector<const Device*>& devices) {
  if (face.kind == Interface::Kind::kDevice) devices.push_back(&plan.devices[face.device]);
  if (face.kind == Interface::Kind::kVlan) AddDevices(plan, plan.interfaces[face.parent], devices);
  for (const std::size_t port : face.ports) AddDevices(plan, plan.interfaces[port], devices);
}

/// The dracut of RHEL 6 knows the older spelling only (dracut 004; dracut.cmdline.7 calls it deprecated since).
bool IsRhel6(const HostPlan& plan) {
  return plan.device_files == model::DeviceFiles::kCcwInit && EraOf(plan) == RedHatEra::kRules;
}

std::string ZnetParameter(const HostPlan& plan, const Device& device) {
  std::string text = fmt::format("{}=qeth,{},layer2={}", IsRhel6(plan) ? "rd_ZNET" : "rd.znet",
                                 fmt::join(device.channels, ","), device.layer2 ? 1 : 0);
  for (const auto& [name, value] : device.options) text += fmt::format(",{}={}", name, value);
  return text;
}

/// An address as dracut reads it: IPv6 in brackets, since colons separate.
std::string Bracketed(const IpAddress& address) {
  return address.is_v4() ? address.ToString() : "[" + address.ToString() + "]";
}

std::string IpParameter(const HostPlan& plan, const Interface& face, const HostAddress& own, const HostRoute* route) {
  std::string text = fmt::format("ip={}::{}:{}:{}:{}:none", Bracketed(own.address), route ? Bracketed(*route->via) : "",
                                 own.subnet.prefix(), plan.host_name, face.name);
  return face.mtu ? text + fmt::format(":{}", *face.mtu) : text;
}

/// The interface of the first default route whose next hop is known; else the first that has an address.
std::size_t EarlyInterface(const HostPlan& plan, const HostRoute*& route) {
  for (const HostRoute& one : plan.routes) {
    if (one.destination || !one.via || plan.interfaces[one.interface].addresses.empty()) continue;
    route = &one;
    return one.interface;
  }
  const auto addressed = [](const Interface& face) { return !face.addresses.empty(); };
  const auto first = std::find_if(plan.interfaces.begin(), plan.interfaces.end(), addressed);
  return static_cast<std::size_t>(first - plan.interfaces.begin());
}

const model::Distribution* DistributionOf(const BootInput& boot) {
  const model::System& system = boot.input.model.SystemOf(boot.placement);
  return system.distribution.valid() ? &boot.input.model.at(system.distribution) : nullptr;
}

bool DevicesDiffer(const BootInput& boot) {
  const auto same = [](const Device& a, const Device& b) { return a.channels == b.channels && a.layer2 == b.layer2; };
  return !boot.home || !std::equal(boot.home->devices.begin(), boot.home->devices.end(), boot.here.devices.begin(),
                                   boot.here.devices.end(), same);
}

/// What home has and the site hasn't: the rest may stay.
template <class T>
std::vector<T> OnlyAtHome(const std::vector<T>& home, const std::vector<T>& here) {
  std::vector<T> only;
  for (const T& one : home) {
    if (std::find(here.begin(), here.end(), one) == here.end()) only.push_back(one);
  }
  return only;
}

std::vector<std::string> DevicesOf(const HostPlan& plan) {
  std::vector<std::string> devices;
  for (const Device& device : plan.devices) devices.push_back(device.channels.front());
  return devices;
}

std::vector<std::string> AddressesOf(const HostPlan& plan) {
  std::vector<std::string> addresses;
  for (const Interface& face : plan.interfaces) {
    for (const HostAddress& one : face.addresses) addresses.push_back(one.address.ToString());
  }
  return addresses;
}

void WriteToTakeOff(const BootInput& boot, Steps& steps) {
  steps.Part("TO TAKE OFF");
  steps.Say("Whatever names devices or addresses that only home has:");
  if (boot.home) {
    for (const std::string& device : OnlyAtHome(DevicesOf(*boot.home), DevicesOf(boot.here)))
      steps.Item(fmt::format("rd.znet=, rd_ZNET= or rd.ccw= with {}", device));
    for (const std::string& address : OnlyAtHome(AddressesOf(*boot.home), AddressesOf(boot.here)))
      steps.Item(fmt::format("ip= with {}", address));
    for (const IpAddress& server : OnlyAtHome(boot.home->name_servers, boot.here.name_servers))
      steps.Item(fmt::format("nameserver={}", server.ToString()));
  }
  steps.Item("vlan=, bond=, rd.route= and bootdev= with names of interfaces or next hops that only home has");
}

void WriteToPutOn(const BootInput& boot, Steps& steps) {
  steps.Part("TO PUT IN ITS PLACE");
  const std::string freed = FreedDevices(boot.here);
  if (freed.empty())
    return steps.Say("The devices aren't known yet: built again with the vendor's answers, the parameters stand here.");
  if (DevicesDiffer(boot)) {
    steps.Say(
        "Where cio_ignore= is there: the devices of the network belong into its list, with those of the disks that it "
        "has already:");
    steps.Command(fmt::format("cio_ignore=all,!condev,!ipldev,{}", freed.substr(freed.find('!'))));
  }
  const model::Distribution* distribution = DistributionOf(boot);
  const bool dracut =
      distribution && distribution->initramfs.known() && *distribution->initramfs == model::Initramfs::kDracut;
  const std::string early = dracut ? EarlyNetwork(boot.here) : "";
  if (early.empty() && !DevicesDiffer(boot))
    return steps.Say(
        "The same with the values of this site where the root file system comes over the network, else nothing.");
  if (early.empty()) return;
  steps.Say("Only where the root file system comes over the network (iSCSI, NFS), all in one line:");
  for (std::size_t at = 0; at < early.size();) {
    const std::size_t end = std::min(early.find(' ', at), early.size());
    steps.Command(early.substr(at, end - at));
    at = end + 1;
  }
}

void WriteRebuild(const model::Distribution* distribution, Steps& steps) {
  steps.Step("If devices or interface names changed: make the initial RAM disk anew, since it has copies of them.");
  if (!distribution || !distribution->initramfs.known())
    return steps.Say("By the means of the distribution; which it has isn't known here.");
  switch (*distribution->initramfs) {
    case model::Initramfs::kMkinitrd:
      return steps.Command("mkinitrd");
    case model::Initramfs::kDracut:
      return steps.Command("dracut -f");
    case model::Initramfs::kInitramfsTools:
      return steps.Command("update-initramfs -u");
  }
}

void WriteChange(const model::Distribution* distribution, Steps& steps) {
  if (!distribution || !distribution->boot_files.known())
    return steps.Step("Change the line where the distribution keeps it; where that is isn't known here.");
  switch (*distribution->boot_files) {
    case model::BootFiles::kZiplConf:
      return steps.Step("Change parameters= (or the file that parmfile= names) in /etc/zipl.conf.");
    case model::BootFiles::kGrub2:
      steps.Step("Change GRUB_CMDLINE_LINUX and GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub, then:");
      return steps.Command("grub2-mkconfig -o /boot/grub2/grub.cfg");
    case model::BootFiles::kBls:
      steps.Step("Change all entries of the boot menu; name each parameter with its value:");
      steps.Command("grubby --update-kernel=ALL --remove-args=\"...\" --args=\"...\"");
      return steps.Command("grubby --info=ALL");
  }
}

void WriteHow(const BootInput& boot, Steps& steps) {
  const model::Distribution* distribution = DistributionOf(boot);
  steps.Part("HOW");
  WriteChange(distribution, steps);
  if (DevicesDiffer(boot)) WriteRebuild(distribution, steps);
  const bool grub =
      distribution && distribution->boot_files.known() && *distribution->boot_files == model::BootFiles::kGrub2;
  steps.Step(grub ? "Write it to the IPL record: the kernel that starts GRUB 2 has a parameter line of its own."
                  : "Write it to the IPL record, which has the old line until then:");
  steps.Command(grub ? "grub2-install" : "zipl");
}

/// The disk or FCP device that a guest is IPLed from.
std::string IplDevice(const BootInput& boot) {
  const model::System& system = boot.input.model.SystemOf(boot.placement);
  if (boot.placement.ipl.known()) return boot.placement.ipl->ToString();
  if (!system.disks.empty()) return system.disks.front().device.ToString();
  return system.fcp.empty() ? "vdev" : system.fcp.front().device.ToString();
}

void WriteOnce(const BootInput& boot, Steps& steps) {
  const std::string freed = FreedDevices(boot.here);
  if (!boot.placement.host.valid() || freed.empty() || !DevicesDiffer(boot)) return;
  steps.Part("ONCE, WITHOUT WRITING TO A DISK");
  const model::Distribution* distribution = DistributionOf(boot);
  if (distribution && distribution->boot_files.known() && *distribution->boot_files == model::BootFiles::kGrub2)
    return steps.Say("Not here: what IPL ... PARM says reaches only the kernel that starts GRUB 2.");
  if (freed.size() > kLongestIplParm)
    return steps.Say(
        fmt::format("Not here: CP takes {} characters, the devices need {}.", kLongestIplParm, freed.size()));
  steps.Say(
      fmt::format("CP appends up to {} characters to the line. This frees the devices for one IPL:", kLongestIplParm));
  steps.Command(fmt::format("#CP IPL {} CLEAR PARM {}", IplDevice(boot), freed));
  steps.Say(
      "What is appended takes nothing off; PARM = and more would replace the whole line. That a second cio_ignore= "
      "adds to "
      "the first is from knowledge, not from a source.");
}

}  // namespace

std::string FreedDevices(const HostPlan& plan) {
  if (IsOpen(plan)) return {};
  std::string text;
  for (const Device& device : plan.devices)
    text +=
        fmt::format("{}!{}-{}", text.empty() ? "cio_ignore=" : ",", device.channels.front(), device.channels.back());
  return text;
}

std::string EarlyNetwork(const HostPlan& plan) {
  const HostRoute* route = nullptr;
  const std::size_t at = EarlyInterface(plan, route);
  if (IsOpen(plan) || at == plan.interfaces.size()) return {};
  const Interface& face = plan.interfaces[at];
  std::vector<const Device*> devices;
  AddDevices(plan, face, devices);
  std::string text;
  for (const Device* device : devices) text += ZnetParameter(plan, *device) + " ";
  const Interface& below = face.kind == Interface::Kind::kVlan ? plan.interfaces[face.parent] : face;
  if (below.kind == Interface::Kind::kBond) {
    std::vector<std::string> ports;
    for (const std::size_t port : below.ports) ports.push_back(plan.interfaces[port].name);
    text += fmt::format("bond={}:{}:mode=active-backup,miimon=100,fail_over_mac=active ", below.name,
                        fmt::join(ports, ","));
  }
  if (face.kind == Interface::Kind::kVlan) text += fmt::format("vlan={}:{} ", face.name, below.name);
  const auto own = std::find_if(face.addresses.begin(), face.addresses.end(),
                                [&](const HostAddress& one) { return !route || one.address.is_v4() == route->v4; });
  text += IpParameter(plan, face, own == face.addresses.end() ? face.addresses.front() : *own,
                      own == face.addresses.end() ? nullptr : route);
  for (const IpAddress& server : plan.name_servers) text += " nameserver=" + Bracketed(server);
  return text + " rd.neednet=1";
}

std::string WriteBoot(const BootInput& boot) {
  TextWriter out;
  out.Wrapped(fmt::format("Usually nothing to change: the kernel parameters of {} at {}.", boot.here.system,
                          PlainText(boot.input.model.at(boot.placement.site).name)),
              Steps::kWidth);
  out.Line();
  out.Wrapped(
      "They matter where the root file system comes over the network, where the line has names of devices, or where an "
      "installer left its own. Then they win over all files below /etc, which are read later.",
      Steps::kWidth);
  Steps steps(out);
  steps.Part("TO LOOK");
  steps.Step(
      "In the running system; the messages of an IPL show the line too. If it has nothing of what follows, all is "
      "done:");
  steps.Command("cat /proc/cmdline");
  WriteToTakeOff(boot, steps);
  WriteToPutOn(boot, steps);
  WriteHow(boot, steps);
  WriteOnce(boot, steps);
  steps.Part("NOTES");
  steps.Item(
      "From knowledge, not from a source: the commands under HOW. Try "
      "them at home before the test. After the test the line has to be as it was.");
  return out.Take();
}

}  // namespace hotsite::backends::linux_guest
