// The parts of facts.cpp: one function for each kind of text that a reader
// hands out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/readers/facts.h"

namespace hotsite::readers {

/// A `[section]` with its `key=value` lines; keys may come again.
struct Section {
  std::string name;
  std::vector<std::pair<std::string, std::string>> keys;
  /// The first value of a key; empty when there is none.
  std::string Get(const std::string& key) const;
  std::vector<std::string> All(const std::string& key) const;
};

std::vector<Section> Sections(const std::string& text);
std::vector<std::string> Words(const std::string& line, char separator = ' ');
/// What stands between the two; to the end of the line where `end` is empty;
/// nothing when `begin` isn't there.
std::string Between(const std::string& text, const std::string& begin, const std::string& end);
/// 24 of 255.255.255.0.
std::string PrefixOf(const std::string& mask);
/// 0.0.0600,0.0.0601,0.0.0602 and what is set of the group device.
void AddDevice(const std::string& channels, const std::map<std::string, std::string>& attributes, Facts& facts);

/// Name servers and the domains that names are looked up in, one or several words each.
void AddNameServers(const std::string& servers, Facts& facts);
void AddSearch(const std::string& domains, Facts& facts);

/// `NAME=value` lines of an ifcfg, hwcfg or sysctl file of SUSE or Red Hat.
void AddAssignments(const std::string& path, const std::string& text, Facts& facts);
/// nmcli's connection.
void AddKeyfile(const std::string& text, Facts& facts);
/// Files of systemd-networkd, one behind the other.
void AddNetworkd(const std::string& text, Facts& facts);
/// `ip addr add`, `ip link`, `ip route add` commands, or what stands behind `ip
/// route add`.
void AddIpCommands(const std::string& text, Facts& facts);

}  // namespace hotsite::readers
