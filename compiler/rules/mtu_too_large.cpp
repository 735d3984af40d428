#include <set>
#include <tuple>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Attachment;
using model::Carrier;
using model::Lan;
using model::Model;
using model::Placement;
using model::Stated;

/// The largest packets of an OSA. Source: IBM Docs, Device Drivers, "Configuring and activating an interface".
constexpr std::int64_t kOsaLayer2 = 9000;
constexpr std::int64_t kOsaLayer3 = 8992;
/// HiperSockets frame sizes in KiB, and what of a frame isn't there for the packet (see FrameSize).
constexpr unsigned kFrames[] = {16, 24, 40, 64};
constexpr unsigned kFrameOverheadKib = 8;

/// What bounds the packets of a NIC: the frames of HiperSockets or of a guest LAN that stands in for them, or an OSA.
struct Bound {
  std::int64_t bytes = 0;
  const Carrier* carrier = nullptr;  // HiperSockets or an OSA
  const Lan* lan = nullptr;          // else a guest LAN of type HIPERS
  bool layer3 = false;               // an OSA that is used so

  const model::Written& written() const { return carrier != nullptr ? carrier->written : lan->written; }
  const Stated<FrameSize>& frame() const { return carrier != nullptr ? carrier->frame : lan->frame; }
  bool hipers() const { return lan != nullptr || !carrier->is_osa(); }
  /// The frame size isn't said, so it will be the default.
  bool assumed() const { return hipers() && frame().absent(); }
  std::string Title() const {
    if (lan != nullptr) return fmt::format("guest LAN `{}`", lan->name);
    return fmt::format("{} `{}`{}", carrier->KindName(), carrier->name, layer3 ? " in layer 3" : "");
  }
};

/// Nothing where the vendor is asked for the frame size.
std::optional<Bound> BoundOfFrame(const Stated<FrameSize>& frame, const Carrier* carrier, const Lan* lan) {
  if (frame.open()) return std::nullopt;
  return Bound{frame.value_or(FrameSize()).largest_mtu(), carrier, lan, false};
}

/// `layer3`: z/OS, or a switch that was said to be ip; what isn't said is taken for the more generous.
std::optional<Bound> BoundOfDevices(const Model& model, const Attachment& to, bool layer3) {
  const Carrier& carrier = model.at(to.carrier);
  if (!carrier.is_osa()) return BoundOfFrame(carrier.frame, &carrier, nullptr);
  return Bound{layer3 ? kOsaLayer3 : kOsaLayer2, &carrier, nullptr, layer3};
}

/// A LAN of type QDIO has no bound of its own that is documented; a switch has that of its uplink.
std::optional<Bound> BoundOf(const Model& model, const Placement& placement, const Attachment& to) {
  if (to.kind == Attachment::Kind::kDevices) return BoundOfDevices(model, to, model.SystemOf(placement).is_zos());
  if (to.kind != Attachment::Kind::kLan) return std::nullopt;
  const model::PlacedLan& placed = model.at(to.host).lans[to.lan];
  const Lan& lan = placed.lan;
  if (lan.is_guest_lan() && lan.type == model::LanType::kHipers) return BoundOfFrame(lan.frame, nullptr, &lan);
  for (const Attachment& uplink : placed.uplinks) {
    if (uplink.kind != Attachment::Kind::kDevices) continue;
    return BoundOfDevices(model, uplink, lan.transport.known() && *lan.transport == model::Transport::kIp);
  }
  return std::nullopt;
}

/// One MTU that is too large for one carrier or LAN at one site, with the members that use it there.
struct Excess {
  const model::Site* site;
  model::NetworkId network;
  Bound bound;
  std::string member;
};

/// The smallest frame that holds such packets; nothing when none does.
std::optional<unsigned> FrameFor(std::int64_t mtu) {
  for (const unsigned kib : kFrames) {
    if (mtu <= static_cast<std::int64_t>(kib - kFrameOverheadKib) * 1024) return kib;
  }
  return std::nullopt;
}

void OfferFrame(const Excess& head, std::int64_t mtu, const SourceMap& sources, Diagnostic& finding) {
  const std::optional<unsigned> kib = FrameFor(mtu);
  if (!head.bound.hipers() || !kib) return;
  const std::string text =
      fmt::format("{} `frame {} KiB`: such packets fit in it", head.site->recovery ? "ask for" : "say", *kib);
  const model::Written& written = head.bound.written();
  if (!Editable(written)) {
    finding.Advise(text);
  } else if (head.bound.frame().known()) {
    finding.Offer(text, {{head.bound.frame().span(), fmt::format("{} KiB", *kib)}});
  } else {
    finding.Offer(text, {InsertIntoBlock(sources, written, fmt::format("frame {} KiB", *kib))});
  }
}

void Tell(const Model& model, const std::vector<Excess>& group, model::RuleReporter& report) {
  const Excess& head = group.front();
  const model::Network& network = model.at(head.network);
  const Stated<std::int64_t>& mtu = model.PlanOf(model.IdOf(*head.site), head.network).mtu;
  const Span carrier = head.bound.frame().known() ? head.bound.frame().span() : head.bound.written().name;
  // What changed on the way to a recovery site is mostly the carrier; else the number is the mistake.
  const bool from_home = head.site->recovery && mtu.span() == network.plan.mtu.span();
  const std::string limit = fmt::format("takes at most {}", head.bound.bytes);
  auto& finding = report.At(head.bound.assumed() ? Severity::kWarning : Severity::kError,
                            from_home ? carrier : mtu.span(), "MTU {} of `{}` is too large for {} at `{}`, which {}",
                            *mtu, network.name, head.bound.Title(), head.site->name, limit);
  finding.Here(from_home ? limit : fmt::format("at most {} here", head.bound.bytes))
      .Mark(from_home ? mtu.span() : carrier, from_home ? "said here, for home and recovery" : limit);
  if (head.bound.assumed()) finding.Note("its frame size isn't said, so it will be the default of 16 KiB");
  finding.Note(head.bound.hipers()
                   ? "a packet may have the frame less 8 KiB; Linux refuses a larger MTU, and what is larger than the "
                     "other end takes is lost"
                   : "Linux refuses a larger MTU, and the interface keeps its default; what is larger than the other "
                     "end takes is lost");
  OfferFrame(head, *mtu, report.sources(), finding);
  finding.Advise(head.site->recovery ? fmt::format("or say a smaller one at this site: `network {} {{ mtu {} }}`",
                                                   network.name, head.bound.bytes)
                                     : fmt::format("or a smaller one: `mtu {}`", head.bound.bytes));
  std::vector<std::string> names;
  for (const Excess& one : group) {
    if (names.empty() || names.back() != one.member) names.push_back(one.member);
  }
  AboutAll(finding, names);
}

/// What isn't said at home is as it is there; at a recovery site it will be made, and with the default.
bool IsExcess(const model::Site& site, std::int64_t mtu, const Bound& bound) {
  return mtu > bound.bytes && (site.recovery || !bound.assumed());
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<std::tuple<SpanKey, SpanKey, std::int64_t>, Excess> found;
  std::set<std::tuple<SpanKey, SpanKey, std::int64_t>> elsewhere;  // told for another site already
  for (const model::Site& site : model.sites) {
    std::set<std::tuple<SpanKey, SpanKey, std::int64_t>> here;
    for (const model::PlacementId id : site.placements) {
      const Placement& placement = model.at(id);
      for (const model::PlacedNic& nic : placement.nics) {
        const Stated<std::int64_t>& mtu = model.PlanOf(model.IdOf(site), nic.network).mtu;
        if (!mtu.known()) continue;
        const auto bound = BoundOf(model, placement, nic.attachment);
        if (!bound || !IsExcess(site, *mtu, *bound)) continue;
        const std::tuple key(KeyOf(mtu.span()), KeyOf(bound->written().whole), bound->bytes);
        if (elsewhere.contains(key)) continue;
        here.insert(key);
        found.Add(key, {&site, nic.network, *bound, NameOf(model, id)});
      }
    }
    elsewhere.merge(here);
  }
  for (const auto& group : found.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(The packets of a network are said to be larger than what carries them at a
site. A HiperSockets channel has one frame size for all who use it, and a
packet may be as large as the frame less 8 KiB:

  frame    CHPARM   largest MTU
  16 KiB   00        8192 bytes (the default)
  24 KiB   40       16384
  40 KiB   80       32768
  64 KiB   C0       57344

An OSA takes 9000 bytes in layer 2 and 8992 in layer 3.

At home the numbers fit, since somebody tuned them. At the recovery site the
I/O definition is made from the request, and one that doesn't ask for the
frame size gets the default. Then Linux refuses to set the MTU that its files
say, and the interface keeps another than the one agreed on; or, worse,
one end sends what the other drops: a login works, a query with a small answer
works, a large answer hangs for ever.

To repair it, ask for the frame size that home has, or say a smaller MTU at
the site, as in `network DATABASE { mtu 8192 }`; every member's files are then
written with it. A guest LAN of type HIPERS has a frame size too.

Where a carrier at a recovery site doesn't say its frame size, that is a
warning, counted with the default; at home it isn't judged. A frame size that
is asked of the vendor (`?`) isn't judged either, nor is an MTU that isn't
said: each device then has its own.

Source: z/OS Communications Server, IP Configuration Guide, "HiperSockets
maximum frame size"; IBM Docs, Device Drivers, "Finding out the maximum frame
size" and "Configuring and activating an interface".)";

constexpr std::string_view kBad = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24; mtu 16384 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }

site home {
  machine CEC {
    lpar PRODA
    hipersockets HS0 carries DATABASE { frame 16 KiB; devices 0E00-0E0F }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

network DATABASE { subnet 192.168.40.0/24; mtu 16384 }

zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }

site home {
  machine CEC {
    lpar PRODA
    hipersockets HS0 carries DATABASE { frame 24 KiB; devices 0E00-0E0F }
  }
}
)";

}  // namespace

const model::Rule kMtuTooLarge = {
    .title = "The MTU of a network is larger than what carries it takes.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
