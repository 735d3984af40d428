#include <map>
#include <set>

#include "compiler/values/ip_address.h"
#include "tests/unit/zos_checker_lines.h"

namespace hotsite::zos_test {
namespace {

struct Defined {
  std::string type;    // IPAQENET, IPAQIDIO6, VIRTUAL, …
  std::string device;  // of a LINK
  bool interface = false;
  int line = 0;
};

bool IsV4(const std::string& text) {
  const auto address = IpAddress::Parse(text);
  return address && address->is_v4();
}
bool IsV6(const std::string& text) {
  const auto address = IpAddress::Parse(text);
  return address && !address->is_v4();
}

std::vector<Word> WordsOf(std::string_view text, Findings& findings) {
  std::vector<Word> words;
  int number = 0;
  for (const std::string& line : LinesOf(text)) {
    ++number;
    CheckLine(findings, number, line, 72, line.starts_with(";"));
    const std::size_t semicolon = line.find(';');
    if (semicolon != std::string::npos && semicolon > 0 && line[semicolon - 1] != ' ')
      Complain(findings, number, "no blank before the comment");
    std::istringstream in(line.substr(0, semicolon));
    for (std::string word; in >> word;) {
      if (IsOpen(word)) findings.open.push_back(word);
      words.push_back({number, word});
    }
  }
  return words;
}

class ProfileChecker {
 public:
  Findings Run(std::string_view text) {
    words_ = WordsOf(text, findings_);
    while (at_ < words_.size()) Statement();
    if (!routes_seen_) Complain(findings_, 0, "no BEGINROUTES");
    for (const auto& [name, defined] : links_) Finish(name, defined);
    return std::move(findings_);
  }

 private:
  bool Is(const char* word) const { return at_ < words_.size() && words_[at_].text == word; }
  Word Take() {
    if (at_ < words_.size()) return words_[at_++];
    return {words_.empty() ? 0 : words_.back().line, ""};
  }
  bool AtStatement() const {
    static const std::set<std::string> kStatements = {"INTERFACE",   "DEVICE",    "LINK", "HOME",
                                                      "BEGINROUTES", "ENDROUTES", "START"};
    return at_ >= words_.size() || kStatements.contains(words_[at_].text);
  }
  void Skip() {
    while (!AtStatement()) ++at_;
  }

  void Statement() {
    const Word word = Take();
    if (word.text == "INTERFACE") return Interface();
    if (word.text == "DEVICE") return Device();
    if (word.text == "LINK") return Link();
    if (word.text == "HOME") return Home();
    if (word.text == "BEGINROUTES") return Routes();
    if (word.text == "START") return Start();
    Complain(findings_, word.line, "unknown statement " + word.text);
    Skip();
  }

  void Define(const Word& name, Defined defined) {
    defined.line = name.line;
    if (!IsName(name.text, 16)) Complain(findings_, name.line, "not a name of at most 16: " + name.text);
    if (!links_.emplace(name.text, defined).second) Complain(findings_, name.line, "defined twice: " + name.text);
  }

  void Interface() {
    const Word name = Take();
    if (Take().text != "DEFINE") Complain(findings_, name.line, "DEFINE expected");
    const Word type = Take();
    static const std::set<std::string> kTypes = {"IPAQENET",  "IPAQIDIO",  "VIRTUAL",
                                                 "IPAQENET6", "IPAQIDIO6", "VIRTUAL6"};
    if (!kTypes.contains(type.text)) Complain(findings_, type.line, "unknown type " + type.text);
    Define(name, {type.text, {}, true, 0});
    const bool v6 = type.text.ends_with("6");
    if (type.text.starts_with("IPAQENET")) Port();
    if (type.text.starts_with("IPAQIDIO")) Chpid();
    if (Take().text != "IPADDR") Complain(findings_, type.line, "IPADDR expected");
    Addresses(v6, type.text == "VIRTUAL");
    while (!AtStatement()) Option(type.text);
  }

  void Port() {
    if (Take().text != "PORTNAME") Complain(findings_, words_[at_ - 1].line, "PORTNAME expected");
    const Word port = Take();
    if (!IsName(port.text, 8)) Complain(findings_, port.line, "not a port name: " + port.text);
    if (port.text.starts_with("IUT")) Complain(findings_, port.line, "IUT names are Communications Server's own");
  }

  void Chpid() {
    if (Take().text != "CHPID") Complain(findings_, words_[at_ - 1].line, "CHPID expected");
    const Word chpid = Take();
    if (!IsOpen(chpid.text) && (chpid.text.size() != 2 || !Among(chpid.text, "0123456789ABCDEF")))
      Complain(findings_, chpid.line, "not a CHPID: " + chpid.text);
  }

  void Addresses(bool v6, bool plain) {
    static const std::set<std::string> kOptions = {"VLANID", "MTU", "SOURCEVIPAINTERFACE"};
    std::size_t count = 0;
    const int line = at_ < words_.size() ? words_[at_].line : 0;
    for (; !AtStatement() && !kOptions.contains(words_[at_].text); ++at_, ++count) {
      const std::string& text = words_[at_].text;
      if (IsOpen(text)) continue;
      const std::size_t slash = text.find('/');
      if (v6 ? !IsV6(text) : !IsV4(text.substr(0, slash))) Complain(findings_, line, "not an address: " + text);
      if (!v6 && slash != std::string::npos && (plain || !NumberIn(text.substr(slash + 1), 0, 32)))
        Complain(findings_, line, "not a mask: " + text);
    }
    if (count == 0 || (!v6 && count > 1)) Complain(findings_, line, "one address expected");
  }

  void Option(const std::string& type) {
    const Word option = Take();
    const Word value = Take();
    const bool is_virtual = type.starts_with("VIRTUAL");
    if (option.text == "VLANID" && !is_virtual && NumberIn(value.text, 1, 4094)) return;
    if (option.text == "MTU" && !is_virtual && NumberIn(value.text, 576, 65535)) return;
    const bool source = option.text == "SOURCEVIPAINTERFACE" && !is_virtual;
    if (!source) return Complain(findings_, option.line, "wrong option " + option.text + " " + value.text);
    const auto vipa = links_.find(value.text);
    if (vipa == links_.end() || vipa->second.type != (type.ends_with("6") ? "VIRTUAL6" : "VIRTUAL"))
      Complain(findings_, value.line, "no VIPA of that name before: " + value.text);
  }

  void Device() {
    const Word name = Take();
    const Word type = Take();
    if (!IsName(name.text, 8) && !IsOpen(name.text)) Complain(findings_, name.line, "not a device name: " + name.text);
    if (type.text == "VIRTUAL" && Is("0")) {
      ++at_;
    } else if (type.text != "MPCIPA") {
      Complain(findings_, type.line, "unknown type " + type.text);
    }
    if (!devices_.emplace(name.text, type.text).second) Complain(findings_, name.line, "defined twice: " + name.text);
  }

  void Link() {
    const Word name = Take();
    const Word type = Take();
    if (type.text == "VIRTUAL") {
      if (!Is("0")) Complain(findings_, type.line, "0 expected");
      Take();
    } else if (type.text != "IPAQENET" && type.text != "IPAQIDIO") {
      Complain(findings_, type.line, "unknown type " + type.text);
    }
    const Word device = Take();
    const auto found = devices_.find(device.text);
    if (found == devices_.end()) Complain(findings_, device.line, "device not defined: " + device.text);
    if (type.text == "IPAQIDIO" && (device.text.size() != 8 || !device.text.starts_with("IUTIQD")))
      Complain(findings_, device.line, "a HiperSockets device is IUTIQDxx");
    Define(name, {type.text, device.text, false, 0});
    if (!Is("VLANID")) return;
    ++at_;
    if (!NumberIn(Take().text, 1, 4094)) Complain(findings_, name.line, "not a VLAN");
  }

  void Home() {
    while (!AtStatement()) {
      const Word address = Take();
      const Word link = Take();
      if (!IsOpen(address.text) && !IsV4(address.text))
        Complain(findings_, address.line, "not an IPv4 address: " + address.text);
      const auto found = links_.find(link.text);
      if (found == links_.end() || found->second.interface)
        Complain(findings_, link.line, "no LINK of that name: " + link.text);
      in_home_.insert(link.text);
    }
  }

  void Routes() {
    if (routes_seen_) Complain(findings_, words_[at_ - 1].line, "BEGINROUTES twice");
    routes_seen_ = true;
    while (!Is("ENDROUTES") && at_ < words_.size()) {
      const Word word = Take();
      if (word.text != "ROUTE") {
        Complain(findings_, word.line, "ROUTE expected, not " + word.text);
        return Skip();
      }
      Route();
    }
    if (Take().text != "ENDROUTES") Complain(findings_, 0, "no ENDROUTES");
  }

  void Route() {
    const Word to = Take();
    const Word hop = Take();
    const Word link = Take();
    const auto subnet = Subnet::Parse(to.text);
    const bool is_default = to.text == "DEFAULT" || to.text == "DEFAULT6";
    if (!subnet && !is_default) return Complain(findings_, to.line, "not a destination: " + to.text);
    const bool v6 = is_default ? to.text == "DEFAULT6" : !subnet->network().is_v4();
    const auto found = links_.find(link.text);
    if (Take().text != "MTU" || !NumberIn(Take().text, 576, 65535)) Complain(findings_, to.line, "no MTU");
    if (found == links_.end()) return Complain(findings_, link.line, "link not defined: " + link.text);
    if (found->second.type.starts_with("VIRTUAL")) Complain(findings_, link.line, "a route over a VIPA");
    if (found->second.type.ends_with("6") != v6) Complain(findings_, link.line, "a link of the other family");
    if (hop.text == "=") {
      if (is_default) return Complain(findings_, to.line, "a default route without a first hop");
      return near_[link.text].push_back(*subnet);
    }
    if (IsOpen(hop.text)) return;
    const auto address = IpAddress::Parse(hop.text);
    if (!address || address->is_v4() == v6) return Complain(findings_, hop.line, "not a first hop: " + hop.text);
    const auto holds = [&](const Subnet& one) { return one.Contains(*address); };
    const bool local = hop.text.starts_with("FE80:");
    if (!local && std::none_of(near_[link.text].begin(), near_[link.text].end(), holds))
      Complain(findings_, hop.line, "first hop in no subnet of " + link.text);
  }

  void Start() {
    const Word name = Take();
    const auto link = links_.find(name.text);
    const bool interface = link != links_.end() && link->second.interface && !link->second.type.starts_with("VIRTUAL");
    if (!interface && !devices_.contains(name.text)) Complain(findings_, name.line, "nothing to start: " + name.text);
    if (!started_.insert(name.text).second) Complain(findings_, name.line, "started twice: " + name.text);
  }

  void Finish(const std::string& name, const Defined& defined) {
    const bool is_virtual = defined.type.starts_with("VIRTUAL");
    if (!defined.interface && !in_home_.contains(name)) Complain(findings_, defined.line, name + " is not in HOME");
    if (!is_virtual && !started_.contains(defined.interface ? name : defined.device))
      Complain(findings_, defined.line, name + " is never started");
  }

  Findings findings_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
  bool routes_seen_ = false;
  std::map<std::string, Defined> links_;
  std::map<std::string, std::string> devices_;
  std::map<std::string, std::vector<Subnet>> near_;
  std::set<std::string> in_home_, started_;
};

}  // namespace

Findings CheckProfile(std::string_view text) { return ProfileChecker().Run(text); }

}  // namespace hotsite::zos_test
