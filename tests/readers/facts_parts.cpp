#include "tests/readers/facts_parts.h"

#include <algorithm>
#include <sstream>

namespace hotsite::readers {
namespace {

std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
  return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

std::string WithBlanks(std::string text, char separator) {
  std::replace(text.begin(), text.end(), separator, ' ');
  return text;
}

/// The word behind `key`; empty when there is none.
std::string Behind(const std::vector<std::string>& words, const std::string& key) {
  const auto at = std::find(words.begin(), words.end(), key);
  return at == words.end() || at + 1 == words.end() ? std::string() : *(at + 1);
}

/// `ip link add link enc600 name enc600.120 type vlan id 120`, wherever it stands in the line.
void AddVlanCommand(const std::string& line, Facts& facts) {
  const std::vector<std::string> words = Words(Between(line, "ip link add ", ";"));
  if (Behind(words, "type") == "vlan")
    facts.insert(Behind(words, "name") + " vlan " + Behind(words, "id") + " on " + Behind(words, "link"));
}

/// `option bond0 bond-slaves: enc900 enca00`, as ifquery says it.
void AddOption(const std::vector<std::string>& words, Facts& facts) {
  if (words.size() < 3 || words[0] != "option") return;
  for (std::size_t at = 3; at < words.size(); ++at) {
    if (words[2] == "bond-slaves:") facts.insert(words[1] + " port " + words[at]);
    if (words[2] == "dns-nameservers:") AddNameServers(words[at], facts);
    if (words[2] == "dns-search:") AddSearch(words[at], facts);
  }
}

void AddIpCommand(const std::vector<std::string>& words, Facts& facts) {
  const std::string face = Behind(words, "dev"), mtu = Behind(words, "mtu"), added = Behind(words, "add");
  if (!mtu.empty()) facts.insert(face + " mtu " + mtu);
  if (Behind(words, "addr") != "add") return;  // `addr flush` takes away what a router advertised
  const std::size_t slash = added.find('/');
  facts.insert(face + " address " + added.substr(0, slash) + "/" + PrefixOf(added.substr(slash + 1)));
}

}  // namespace

std::string Section::Get(const std::string& key) const {
  const std::vector<std::string> all = All(key);
  return all.empty() ? std::string() : all.front();
}

std::vector<std::string> Section::All(const std::string& key) const {
  std::vector<std::string> all;
  for (const auto& [one, value] : keys) {
    if (one == key) all.push_back(value);
  }
  return all;
}

std::vector<Section> Sections(const std::string& text) {
  std::vector<Section> sections;
  for (const std::string& line : Lines(text)) {
    if (line.starts_with('[')) sections.push_back({line.substr(1, line.find(']') - 1), {}});
    const std::size_t equals = line.find('=');
    if (sections.empty() || equals == std::string::npos || line.starts_with('#')) continue;
    sections.back().keys.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  return sections;
}

std::vector<std::string> Words(const std::string& line, char separator) {
  std::vector<std::string> words;
  std::istringstream in(line);
  for (std::string word; std::getline(in, word, separator);) {
    word = Trimmed(word);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::string Between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  const std::size_t from = at + begin.size();
  return end.empty() ? text.substr(from) : text.substr(from, text.find(end, from) - from);
}

std::string PrefixOf(const std::string& mask) {
  if (mask.find('.') == std::string::npos) return mask;
  unsigned bits = 0;
  for (const std::string& part : Words(mask, '.')) {
    for (unsigned byte = static_cast<unsigned>(std::stoi(part)); byte != 0; byte &= byte - 1) ++bits;
  }
  return std::to_string(bits);
}

void AddDevice(const std::string& channels, const std::map<std::string, std::string>& attributes, Facts& facts) {
  for (const auto& [name, value] : attributes) {
    if (name == "layer2") facts.insert("device " + channels + " layer2=" + value);
    if (name == "route4" || name == "route6")
      facts.insert("device " + channels.substr(0, channels.find(',')) + " " + name + "=" + value);
  }
}

void AddNameServers(const std::string& servers, Facts& facts) {
  for (const std::string& server : Words(servers)) facts.insert("dns " + server);
}

void AddSearch(const std::string& domains, Facts& facts) {
  for (const std::string& domain : Words(domains)) facts.insert("search " + domain);
}

void AddKeyfile(const std::string& text, Facts& facts) {
  const std::vector<Section> sections = Sections(text);
  std::map<std::string, std::string> by_uuid;  // an initramfs has several connections, which name each other so
  for (const Section& section : sections) by_uuid.emplace(section.Get("uuid"), section.Get("interface-name"));
  std::string face, channels;
  for (const Section& section : sections) {
    if (section.name == "connection") {
      channels.clear();
      face = section.Get("interface-name");
      const auto master = by_uuid.find(section.Get("master"));
      if (section.Get("slave-type") == "bond")
        facts.insert((master == by_uuid.end() ? section.Get("master") : master->second) + " port " + face);
    }
    if (!section.Get("mtu").empty()) facts.insert(face + " mtu " + section.Get("mtu"));
    if (section.name == "vlan") facts.insert(face + " vlan " + section.Get("id") + " on " + section.Get("parent"));
    if (section.name == "ethernet" && !section.Get("s390-subchannels").empty()) {
      channels = section.Get("s390-subchannels");
      std::replace(channels.begin(), channels.end(), ';', ',');
      if (channels.ends_with(',')) channels.pop_back();
    }
    if (section.name == "ethernet-s390-options") AddDevice(channels, {section.keys.begin(), section.keys.end()}, facts);
    for (const auto& [key, value] : section.keys) {
      const std::vector<std::string> parts = Words(value, ',');
      if (key.starts_with("address") && !parts.empty()) facts.insert(face + " address " + parts[0]);
      if (key.starts_with("address") && parts.size() > 1) facts.insert("route default via " + parts[1]);
      if (key == "dns") AddNameServers(WithBlanks(value, ';'), facts);
      if (key == "dns-search") AddSearch(WithBlanks(value, ';'), facts);
      if (key == "gateway") facts.insert("route default via " + value);
      if (key.starts_with("route") && parts.size() > 1) facts.insert("route " + parts[0] + " via " + parts[1]);
    }
  }
}

void AddNetworkd(const std::string& text, Facts& facts) {
  std::string face;
  std::map<std::string, std::string> carried;  // VLAN: what it is on
  for (const Section& section : Sections(text)) {
    // A .link file goes by the name that the kernel gave. netplan writes the MTU there and into the .network file: were
    // they two, both would stand among the facts.
    if (section.name == "Match" || section.name == "NetDev") face = section.Get("Name") + section.Get("OriginalName");
    if (!section.Get("MTUBytes").empty()) facts.insert(face + " mtu " + section.Get("MTUBytes"));
    for (const std::string& vlan : section.All("VLAN")) carried[vlan] = face;
    for (const std::string& address : section.All("Address")) facts.insert(face + " address " + address);
    for (const std::string& servers : section.All("DNS")) AddNameServers(servers, facts);
    for (const std::string& domains : section.All("Domains")) AddSearch(domains, facts);
    if (!section.Get("Bond").empty()) facts.insert(section.Get("Bond") + " port " + face);
    if (section.name == "VLAN") facts.insert(face + " tag " + section.Get("Id"));
    const std::string forward = section.Get("IPForward");
    if (forward == "yes" || forward == "ipv4" || section.Get("IPv4Forwarding") == "yes") facts.insert("forward4");
    if (forward == "yes" || forward == "ipv6" || section.Get("IPv6Forwarding") == "yes") facts.insert("forward6");
    if (section.name != "Route") continue;
    const std::string to = section.Get("Destination");
    const bool all = to.empty() || to == "0.0.0.0/0" || to == "::/0";
    facts.insert("route " + (all ? std::string("default") : to) + " via " + section.Get("Gateway"));
  }
  for (const auto& [vlan, parent] : carried) {
    for (const std::string& fact : Facts(facts)) {
      if (!fact.starts_with(vlan + " tag ")) continue;
      facts.insert(vlan + " vlan " + Between(fact, " tag ", "") + " on " + parent);
      facts.erase(fact);
    }
  }
}

void AddIpCommands(const std::string& text, Facts& facts) {
  for (const std::string& line : Lines(text)) {
    std::vector<std::string> words = Words(line);
    if (words.empty()) continue;
    AddIpCommand(words, facts);
    AddVlanCommand(line, facts);
    AddOption(words, facts);
    const auto via = std::find(words.begin(), words.end(), "via");
    if (via == words.end() || via == words.begin() || via + 1 == words.end()) continue;
    const std::string to = *(via - 1) == "::/0" ? "default" : *(via - 1);
    facts.insert("route " + to + " via " + *(via + 1));
  }
}

}  // namespace hotsite::readers
