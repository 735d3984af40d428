// 4 definitions and units: of the words that this request uses, and no others.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using requirements::Requirement;

struct Term {
  std::string_view used;  // the words by which a row uses it; empty: every request does
  const char* term;
  const char* meaning;
};

constexpr char kGuest[] = "guest";

// PR/SM, CHPID types, NPIV: IBM Z PR/SM Planning Guide. Levels, guests, virtual switches, guest LANs: z/VM CP Planning
// and Administration. WWPN: ANSI Fibre Channel Framing and Signaling. The wording is ours.
constexpr Term kTerms[] = {
    {"", "partition", "a logical partition made by PR/SM, and nothing else"},
    {"guest", kGuest, "a virtual machine of a z/VM system"},
    {"", "level", "machine 0, partition 1, guest of a z/VM in a partition 2, guest of a z/VM that is itself a guest 3"},
    {"central processor complex", "central processor complex", "one machine with its processors, memory and channels"},
    {"dedicated", "dedicated", "the physical processor serves this partition alone"},
    {"central storage", "central storage", "the main memory of a partition; expanded storage comes on top"},
    {"CHPID", "CHPID", "a channel path; OSD is an OSA port in QDIO mode, IQD a HiperSockets network"},
    {"HiperSockets", "HiperSockets", "a network inside one machine, without a cable"},
    {"virtual switch", "virtual switch", "a network inside a z/VM system that OSA devices join to one outside"},
    {"guest LAN", "guest LAN", "a network inside a z/VM system that nothing joins to one outside"},
    {"channel-to-channel", "channel-to-channel", "a connection of two systems by a pair of channels"},
    {"coupling", "coupling facility",
     "a partition with shared memory for the systems of a sysplex, reached by coupling links"},
    {"crypto", "crypto domain", "the part of a cryptographic feature that one partition uses"},
    {"NPIV", "NPIV", "several FCP devices of one channel, each known to the storage by a port name of its own"},
    {"WWPN", "WWPN", "the port name of a storage port or an FCP device, 16 hexadecimal digits"},
    {"LUN", "LUN", "the number of a SCSI disk behind a storage port, 16 hexadecimal digits"},
    {"load address", "load address", "the device number from which a partition is IPLed"},
    {"device number", "device number", "four hexadecimal digits; ranges include both ends"},
    {"VLAN", "VLAN", "a network of its own on a shared cable, told by the tag in its frames (IEEE 802.1Q)"},
};

bool Uses(const Request& request, std::string_view words) {
  const std::vector<Requirement>& all = request.requirements().all;
  return words.empty() || std::any_of(all.begin(), all.end(), [&](const Requirement& row) {
           return row.sentence.find(words) != std::string::npos;
         });
}

bool HasKvm(const model::Model& model) {
  return std::any_of(model.systems.begin(), model.systems.end(), [](const auto& system) { return system.is_kvm(); });
}

/// `CP, IFL`: the types of processors that rows ask for.
std::string Engines(const Request& request) {
  std::vector<std::string> types;
  for (const char* type : {"CP", "IFL", "zIIP", "zAAP", "ICF"}) {
    if (Uses(request, fmt::format("type {}", type))) types.emplace_back(type);
  }
  return Joined(types);
}

}  // namespace

document::Section Definitions(const Request& request) {
  document::Table table;
  table.columns = {{"Term", false}, {"Meaning", false}};
  for (const Term& term : kTerms) {
    if (!Uses(request, term.used)) continue;
    const bool kvm = term.term == kGuest && HasKvm(request.model());
    table.rows.push_back({term.term, std::string(term.meaning) + (kvm ? " or of a KVM host" : "")});
  }
  if (const std::string engines = Engines(request); !engines.empty())
    table.rows.push_back({engines, "types of processors as the machine characterises them"});
  const auto& test = request.model().recovery->test;
  table.rows.push_back({"KiB, MiB, GiB, TiB", "2^10, 2^20, 2^30 and 2^40 bytes"});
  table.rows.push_back({"test period", test ? "from the begin to the end in section 12, both included"
                                            : "the days agreed under the contract; this request names none"});
  table.rows.push_back(
      {"times", "24-hour clock, " + (test && !test->zone.empty() ? test->zone : "the local time of the site")});
  return {"4", "Definitions and units", {std::move(table)}};
}

}  // namespace hotsite::backends::request
