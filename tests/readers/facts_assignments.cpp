// ifcfg, hwcfg, config-ccw and sysctl files of SUSE, Red Hat and old Debian.
#include <algorithm>

#include "tests/readers/facts_parts.h"

namespace hotsite::readers {
namespace {

using Values = std::map<std::string, std::string>;

std::string Get(const Values& values, const std::string& key) {
  const auto at = values.find(key);
  return at == values.end() ? std::string() : at->second;
}

/// SLES 9 and 10 name what carries a VLAN and the ports of a bond by their bus; their configurations are called so too,
/// behind the type of the device.
std::string ConfigurationOf(const std::string& named) {
  return named.starts_with("bus-ccw-") ? "qeth-" + named : named;
}

/// The attributes of `layer2=1 route4=primary_router`.
Values Options(const std::string& text) {
  Values options;
  for (const std::string& word : Words(text)) {
    const std::size_t equals = word.find('=');
    options[word.substr(0, equals)] = equals == std::string::npos ? "1" : word.substr(equals + 1);
  }
  return options;
}

void AddHardware(const Values& values, Facts& facts) {
  std::string channels = Get(values, "CCW_CHAN_IDS") + Get(values, "CCWGROUP_CHANS");
  std::replace(channels.begin(), channels.end(), ' ', ',');
  if (channels.empty()) channels = Get(values, "SUBCHANNELS");
  if (channels.empty()) return;
  Values options = Options(Get(values, "QETH_OPTIONS") + " " + Get(values, "OPTIONS"));
  // Debian's old files say layer2 or nothing; then HiperSockets stay what they are, layer 3.
  if (values.contains("CCWGROUP_CHANS")) options.emplace("layer2", "0");
  if (values.contains("QETH_LAYER2_SUPPORT")) options["layer2"] = Get(values, "QETH_LAYER2_SUPPORT");
  AddDevice(channels, options, facts);
}

/// IPADDR='10.20.1.11/24', or with NETMASK, PREFIX or PREFIXLEN; IPADDR_1 and so on.
void AddAddresses(const std::string& face, const Values& values, Facts& facts) {
  for (const auto& [key, value] : values) {
    if (value.empty()) continue;
    if (key.starts_with("IPADDR")) {
      const std::string suffix = key.substr(6);
      std::string prefix;
      for (const char* name : {"NETMASK", "PREFIX", "PREFIXLEN"}) {
        if (prefix.empty()) prefix = Get(values, name + suffix);
      }
      const bool whole = value.find('/') != std::string::npos;
      facts.insert(face + " address " + value + (whole ? "" : "/" + PrefixOf(prefix)));
    }
    if (key == "IPV6ADDR") facts.insert(face + " address " + value);
    if (key == "IPV6ADDR_SECONDARIES") {
      for (const std::string& one : Words(value)) facts.insert(face + " address " + one);
    }
  }
}

}  // namespace

void AddAssignments(const std::string& path, const std::string& text, Facts& facts) {
  Values values;
  for (const std::string& line : Lines(text)) values[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
  AddHardware(values, facts);
  if (Get(values, "IP_FORWARD") == "yes") facts.insert("forward4");
  if (Get(values, "IPV6_FORWARD") == "yes") facts.insert("forward6");
  AddNameServers(Get(values, "NETCONFIG_DNS_STATIC_SERVERS"), facts);
  AddSearch(Get(values, "NETCONFIG_DNS_STATIC_SEARCHLIST"), facts);
  const std::size_t at = path.find("/ifcfg-");
  if (at == std::string::npos) return;
  const std::string face = path.substr(at + 7);
  AddAddresses(face, values, facts);
  if (!Get(values, "MTU").empty()) facts.insert(face + " mtu " + Get(values, "MTU"));
  for (const char* key : {"GATEWAY", "IPV6_DEFAULTGW"}) {
    if (!Get(values, key).empty()) facts.insert("route default via " + Get(values, key));
  }
  for (const char* key : {"DNS1", "DNS2", "DNS3"}) AddNameServers(Get(values, key), facts);
  AddSearch(Get(values, "DOMAIN"), facts);
  const std::string parent = Get(values, "ETHERDEVICE") + Get(values, "PHYSDEV");
  std::string tag = Get(values, "VLAN_ID");
  if (tag.empty()) tag = face.substr(face.find_last_not_of("0123456789") + 1);
  if (!parent.empty()) facts.insert(face + " vlan " + tag + " on " + ConfigurationOf(parent));
  if (!Get(values, "MASTER").empty()) facts.insert(Get(values, "MASTER") + " port " + face);
  for (const auto& [key, value] : values) {
    if (key.starts_with("BONDING_SLAVE")) facts.insert(face + " port " + ConfigurationOf(value));
  }
}

}  // namespace hotsite::readers
