#include <set>

#include "compiler/values/ip_address.h"
#include "tests/unit/zvm_checker_lines.h"

namespace hotsite::zvm_test {
namespace {

struct HomeSubnet {
  std::uint32_t network = 0;
  std::uint32_t mask = 0;
};

std::optional<std::uint32_t> V4(const std::string& word) {
  const auto address = IpAddress::Parse(word);
  if (!address || !address->is_v4()) return std::nullopt;
  return address->v4();
}

class TcpipChecker {
 public:
  Findings Run(std::string_view text) {
    for (const Record& record : RecordsOf(text)) {
      CheckRecord(findings_, record, 71, true);
      if (record.words.empty() || record.words.front().starts_with(";")) continue;
      NoteOpen(findings_, record);
      Statement(record);
    }
    for (const std::string& device : devices_) {
      if (!started_.contains(device)) findings_.problems.push_back("0: " + device + " is never started");
    }
    return std::move(findings_);
  }

 private:
  void Statement(const Record& r) {
    static const std::set<std::string> kKnown = {"DEVICE", "LINK", "HOME",    "GATEWAY",
                                                 "START",  "OBEY", "ENDOBEY", "VSWITCH"};
    if (kKnown.contains(r.words[0])) section_ = r.words[0];
    if (section_ == "DEVICE") return DeviceStatement(r);
    if (section_ == "LINK") return Link(r);
    if (section_ == "START") return Start(r);
    if (section_ == "VSWITCH") return Vswitch(r);
    if (section_ == "OBEY") return;
    if (r.words.size() == 1) return;
    if (section_ == "HOME") return Home(r);
    if (section_ == "GATEWAY") return Gateway(r);
    Complain(findings_, r, "unknown statement " + r.words[0]);
  }

  void DeviceStatement(const Record& r) {
    if (r.words.size() < 4 || (r.words[2] != "OSD" && r.words[2] != "HIPERS") || !Device(r.words[3]))
      return Complain(findings_, r, "not a DEVICE statement");
    if (!devices_.insert(r.words[1]).second) Complain(findings_, r, "device twice");
  }

  void Link(const Record& r) {
    if (r.words.size() < 4 || (r.words[2] != "QDIOETHERNET" && r.words[2] != "QDIOIP"))
      return Complain(findings_, r, "not a LINK statement");
    if (!devices_.contains(r.words[3])) Complain(findings_, r, "device not defined: " + r.words[3]);
    if (!links_.insert(r.words[1]).second) Complain(findings_, r, "link twice");
    if (!linked_.insert(r.words[3]).second) Complain(findings_, r, "a second link of a device");
    if (r.words.back() == "ENABLEIPV6") ipv6_links_.insert(r.words[1]);
  }

  /// `address/prefix link` of IPv6; the link must be enabled for it.
  void Home6(const Record& r) {
    if (!links_.contains(r.words[1])) return Complain(findings_, r, "link not defined");
    const auto subnet = Subnet6(r.words[0]);
    if (!subnet) return Complain(findings_, r, "no IPv6 address and prefix");
    if (!ipv6_links_.contains(r.words[1])) Complain(findings_, r, "link without ENABLEIPV6");
    homes6_.push_back(*subnet);
  }

  /// The subnet of `address/prefix`, whatever its host bits.
  static std::optional<Subnet> Subnet6(const std::string& word) {
    auto subnet = Subnet::Parse(word);
    if (!subnet && subnet.error().replacement) subnet = Subnet::Parse(*subnet.error().replacement);
    if (!subnet || subnet->network().is_v4()) return std::nullopt;
    return *subnet;
  }

  /// `network/prefix hop link MTU` or `DEFAULTNET6 hop link MTU`.
  void Gateway6(const Record& r) {
    if (r.words.size() != 4) return Complain(findings_, r, "network, first hop, link, MTU expected");
    if (r.words[0] != "DEFAULTNET6" && !Subnet6(r.words[0])) Complain(findings_, r, "no IPv6 network");
    if (!ipv6_links_.contains(r.words[2])) Complain(findings_, r, "link without ENABLEIPV6: " + r.words[2]);
    if (!IsNumberText(r.words[3])) Complain(findings_, r, "no MTU");
    if (IsOpen(r.words[1])) return;
    const auto hop = IpAddress::Parse(r.words[1]);
    const bool on_link = hop && !hop->is_v4() && hop->ToString().starts_with("fe80");
    const auto near = [&](const Subnet& home) { return hop && home.Contains(*hop); };
    if (!on_link && std::none_of(homes6_.begin(), homes6_.end(), near))
      Complain(findings_, r, "first hop in no HOME subnet");
  }

  void Home(const Record& r) {
    if (r.words.size() == 2) return Home6(r);
    if (r.words.size() != 3 || !links_.contains(r.words[2])) return Complain(findings_, r, "link not defined");
    const auto address = V4(r.words[0]);
    const auto mask = V4(r.words[1]);
    if (IsOpen(r.words[0])) return;
    if (!address || !mask) return Complain(findings_, r, "no address and mask");
    homes_.push_back({*address & *mask, *mask});
  }

  void Gateway(const Record& r) {
    if (r.words[0] == "DEFAULTNET6" || r.words[0].find(':') != std::string::npos) return Gateway6(r);
    const bool is_default = r.words[0] == "DEFAULTNET";
    const std::size_t hop = is_default ? 1 : 2;
    if (r.words.size() != hop + 3) return Complain(findings_, r, "network, mask, first hop, link, MTU expected");
    if (!links_.contains(r.words[hop + 1])) Complain(findings_, r, "link not defined: " + r.words[hop + 1]);
    if (!IsNumberText(r.words[hop + 2])) Complain(findings_, r, "no MTU");
    const auto first = V4(r.words[hop]);
    const auto near = [&](const HomeSubnet& home) { return first && (*first & home.mask) == home.network; };
    if (std::none_of(homes_.begin(), homes_.end(), near)) Complain(findings_, r, "first hop in no HOME subnet");
  }

  /// VSWITCH CONTROLLER ON or OFF; a controller names no device of its switches (vm.ibm.com/virtualnetwork).
  void Vswitch(const Record& r) {
    if (r.words.size() != 3 || r.words[1] != "CONTROLLER" || (r.words[2] != "ON" && r.words[2] != "OFF"))
      return Complain(findings_, r, "VSWITCH CONTROLLER ON or OFF expected");
    if (r.words[2] == "ON" && !devices_.empty()) Complain(findings_, r, "a controller with devices of its own");
  }

  void Start(const Record& r) {
    if (r.words.size() != 2 || !devices_.contains(r.words[1])) return Complain(findings_, r, "device not defined");
    started_.insert(r.words[1]);
  }

  Findings findings_;
  std::string section_;
  std::set<std::string> devices_, links_, linked_, ipv6_links_, started_;
  std::vector<Subnet> homes6_;
  std::vector<HomeSubnet> homes_;
};

}  // namespace

Findings CheckTcpip(std::string_view text) { return TcpipChecker().Run(text); }

}  // namespace hotsite::zvm_test
