// The network of one placed system, as the system itself sees it: its device numbers, what each link is, its routes.
// Pure questions to the Model, asked by every backend that writes a system's network files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.h"

namespace hotsite::model {

/// The first of the three device numbers that the system itself uses for `nic`. Those of a guest are virtual and stay
/// as declared; those of a partition are real, and what the site gives replaces them.
Stated<DeviceNumber> DeviceOf(const Placement& placement, const PlacedNic& nic);

/// Which group of an open answer's devices `nic`, one of the placement's own, takes, counted from 0: NICs before it
/// take the groups before.
std::size_t DeviceGroupOf(const Placement& placement, const PlacedNic& nic);

/// The networks whose frames go through the device of `nic`, or of the NIC that it is over: that one's own first.
std::vector<NetworkId> NetworksOfPort(const Placement& placement, const PlacedNic& nic);

/// The VLANs of networks at a site, each once; those without one add nothing.
std::vector<Stated<std::int64_t>> VlansOf(const Model& model, SiteId site, const std::vector<NetworkId>& networks);

/// What a NIC is attached to.
struct Link {
  enum class Kind : std::uint8_t { kNone, kVswitch, kGuestLan, kBridge, kOsa, kHiperSockets };
  Kind kind = Kind::kNone;
  std::string name;                    // of the vswitch, guest LAN, OSA or HiperSockets
  bool hipersockets = false;           // HiperSockets, or a guest LAN of type HIPERS that stands in for them
  bool reaches_osa = false;            // an OSA, a vswitch or a bridge: frames from outside arrive through an OSA
  std::optional<Transport> transport;  // of a vswitch or guest LAN; ip for HiperSockets; not said for an OSA
  std::optional<FrameSize> frame;      // HiperSockets: what was said, else 16 KiB
};
Link LinkOf(const Model& model, const PlacedNic& nic);

/// The MTU in bytes: what the network says, else the largest that the HiperSockets frame size holds; else nothing (the
/// driver's default is meant).
std::optional<std::int64_t> MtuOf(const Model& model, const Placement& placement, const PlacedNic& nic);

/// An IPv6 address of fe80::/10, which is on every link and in no network's subnet: routers name themselves by it.
/// Source: RFC 4291 section 2.5.6, RFC 4861 section 4.2.
bool IsLinkLocal(const IpAddress& address);

/// One route. No destination: the default route of the gateway's family.
struct Hop {
  std::optional<Subnet> destination;
  IpAddress via;
  std::size_t nic = 0;  // index into Placement::nics: the one whose subnet holds `via`
};

struct HostRoutes {
  std::vector<Hop> hops;               // default routes first, then the declared ones in text order
  std::vector<std::string> unwritten;  // routes that can't be written, each as a sentence without a period
};

/// The routes of a placed system: its declared ones, and by family the gateway of its first network that has one
/// (unless the system is that gateway itself, or declares a default route).
HostRoutes RoutesOf(const Model& model, const Placement& placement);

/// A default route whose next hop waits for the vendor: the gateway of a network is asked for, or lies in a subnet that
/// is.
struct OpenDefault {
  HoleId hole;
  std::size_t nic = 0;  // index into Placement::nics
  bool v4 = true;
};
/// At most one of each family, IPv4 first: that of the family's first network that has one, where no default route of
/// the family is known. A subnet that is asked for is of the family that it has at home.
std::vector<OpenDefault> OpenDefaultsOf(const Model& model, const Placement& placement);

/// What else of a placed system's networks waits for the vendor: name servers, domain, MTU, and the VLAN of an OSA.
struct Waiting {
  HoleId hole;
  std::string what;  // "the name servers of OFFICE"
};
std::vector<Waiting> WaitingOf(const Model& model, const Placement& placement);

}  // namespace hotsite::model
