#include "tests/readers/facts.h"

#include <algorithm>
#include <map>

#include "tests/readers/facts_parts.h"

namespace hotsite::readers {
namespace {

bool Under(const std::string& path, std::string_view start) { return path.starts_with(start); }

/// net.ipv4.ip_forward = 1
void AddSysctl(const std::string& text, Facts& facts) {
  for (const std::string& line : Lines(text)) {
    if (line == "net.ipv4.ip_forward = 1") facts.insert("forward4");
    if (line == "net.ipv6.conf.all.forwarding = 1") facts.insert("forward6");
  }
}

/// The group and the attributes that qeth_configure's rules write.
void AddRules(const std::string& text, Facts& facts) {
  std::string channels, device;
  std::map<std::string, std::string> attributes;
  for (const std::string& line : Lines(text)) {
    const std::string group = Between(line, "ATTR{[drivers/ccwgroup:qeth]group}=\"", "\"");
    if (!group.empty()) channels = group;
    const std::string name =
        Between(line, "SUBSYSTEM==\"ccwgroup\", KERNEL==\"" + channels.substr(0, 8) + "\", ATTR{", "}=");
    if (!channels.empty() && !name.empty()) attributes[name] = Between(line, "ATTR{" + name + "}=\"", "\"");
  }
  if (!channels.empty()) AddDevice(channels, attributes, facts);
}

/// chzdev's export.
void AddZdev(const std::string& text, Facts& facts) {
  for (const Section& section : Sections(text)) {
    std::string channels = Between(section.name, "persistent qeth ", "");
    std::replace(channels.begin(), channels.end(), ':', ',');
    AddDevice(channels, {section.keys.begin(), section.keys.end()}, facts);
  }
}

/// `destination gateway netmask interface`, `-` for what isn't said.
void AddSuseRoutes(const std::string& text, Facts& facts) {
  for (const std::string& line : Lines(text)) {
    const std::vector<std::string> words = Words(line);
    if (words.size() < 2 || line.starts_with('#')) continue;
    const bool masked = words.size() > 2 && words[2] != "-";
    facts.insert("route " + words[0] + (masked ? "/" + PrefixOf(words[2]) : "") + " via " + words[1]);
  }
}

/// resolv.conf
void AddResolver(const std::string& text, Facts& facts) {
  for (const std::string& line : Lines(text)) {
    AddNameServers(line.starts_with("nameserver ") ? line.substr(11) : "", facts);
    AddSearch(line.starts_with("search ") ? line.substr(7) : "", facts);
  }
}

}  // namespace

Facts FactsOf(const std::string& path, const Reading& reading) {
  Facts facts;
  const std::string& text = reading.understood;
  if (Under(path, "etc/sysconfig/network/routes") || Under(path, "etc/sysconfig/network/ifroute-")) {
    AddSuseRoutes(text, facts);
  } else if (Under(path, "etc/sysconfig/network-scripts/route")) {
    AddIpCommands(text, facts);
  } else if (Under(path, "etc/sysconfig/")) {
    AddAssignments(path, text, facts);
  } else if (Under(path, "etc/udev/rules.d/")) {
    AddRules(text, facts);
  } else if (path == "etc/resolv.conf") {
    AddResolver(text, facts);
  } else if (Under(path, "etc/sysctl.")) {
    AddSysctl(text, facts);
  } else if (path.ends_with(".zdev")) {
    AddZdev(text, facts);
  } else if (path.ends_with(".nmconnection") || path == "BOOT.txt") {
    AddKeyfile(text, facts);
  } else if (Under(path, "etc/netplan/") || Under(path, "etc/systemd/network/")) {
    AddNetworkd(text, facts);
  } else if (Under(path, "etc/network/")) {
    AddIpCommands(text, facts);
  }
  return facts;
}

Facts OnlyInBoot(const Files& files, const Reading& boot) {
  Facts facts = FactsOf("BOOT.txt", boot);
  for (const auto& [path, text] : files) {
    if (!path.starts_with("etc/") || !IsKnownPath(path)) continue;
    for (const std::string& fact : FactsOf(path, Read(path, text))) facts.erase(fact);
  }
  return facts;
}

}  // namespace hotsite::readers
