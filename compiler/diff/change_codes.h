// The codes of changes, HS7xxx: what can change in a spec, as far as a reviewer or a gate must tell it apart.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "compiler/diagnostics/codes.h"

namespace hotsite::diff {

namespace codes {
#define HOTSITE_CHANGE(number, name, title, explanation) inline constexpr Code k##name{number};
#include "compiler/diff/change_codes.def"
#undef HOTSITE_CHANGE
}  // namespace codes

/// All of change_codes.def, in order.
std::span<const CodeInfo> AllChangeCodes();

/// What a change is about, in the order in which changes are told: what hurts most at the hot site first. A code's
/// hundreds are its topic: HS70xx placement, HS71xx capacity.
enum class Topic : std::uint8_t {
  kPlacement,  // where a system runs, at which level
  kCapacity,   // processors, memory, expanded storage, engines, weights
  kDevices,    // OSA, HiperSockets, FCP and FICON channels, device numbers
  kNetworks,   // subnets, addresses, NICs, vswitches, routes
  kStorage,    // volumes, disks, tape, backup, restore, replication
  kStart,      // start order, IPL, what must be up before
  kSystems,    // which systems there are and what each is
  kAgreement,  // vendor, contract, days, people, products
  kJudgement,  // accepted findings, `require`
  kRequest,    // rows of the request that change for no other reason
};
inline constexpr std::size_t kTopics = 10;

const char* ToString(Topic topic);  // placement, capacity, devices, …
Topic TopicOf(Code code);
/// The topic of that name; nothing when none is called so.
std::optional<Topic> FindTopic(std::string_view word);

}  // namespace hotsite::diff
