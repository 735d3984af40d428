#include <set>

#include "tests/unit/zvm_checker_lines.h"

namespace hotsite::zvm_test {
namespace {

/// A record without its comments; complains about one that stays open or is nested.
std::string WithoutComments(Findings& findings, const Record& record) {
  std::string text = record.text;
  for (std::size_t open = text.find("/*"); open != std::string::npos; open = text.find("/*")) {
    const std::size_t close = text.find("*/", open + 2);
    if (close == std::string::npos) {
      Complain(findings, record, "a comment that stays open");
      return text.substr(0, open);
    }
    if (text.find("/*", open + 2) < close) Complain(findings, record, "a comment in a comment");
    text.erase(open, close + 2 - open);
  }
  if (text.find("*/") != std::string::npos) Complain(findings, record, "a comment's end without its beginning");
  return text;
}

class ConfigChecker {
 public:
  Findings Run(std::string_view text) {
    Record statement;
    bool goes_on = false;
    for (const Record& record : RecordsOf(text)) {
      CheckRecord(findings_, record, 71, true);
      std::string rest = WithoutComments(findings_, record);
      rest.erase(rest.find_last_not_of(' ') + 1);
      if (rest.empty()) continue;
      if (!goes_on) statement = Record{record.number, {}, {}};
      goes_on = rest.back() == ',';
      if (goes_on) rest.pop_back();
      statement.text += " " + rest;
      if (!goes_on) Finish(statement);
    }
    if (goes_on) Complain(findings_, statement, "the file ends within a statement");
    return std::move(findings_);
  }

 private:
  void Finish(Record& r) {
    r.words = SplitWords(r.text);
    NoteOpen(findings_, r);
    if (!r.words.empty() && r.words.front().back() == ':') r.words.erase(r.words.begin());
    if (r.words.empty()) return;
    if (r.words[0] == "USER_VOLUME_LIST") return Volumes(r);
    if (r.words[0] == "FEATURES") return Features(r);
    if (r.words[0] == "DEVICES") return Devices(r);
    if (r.words[0] == "OPERATOR_CONSOLES") return Consoles(r);
    if (r.words[0] == "VMLAN") return Vmlan(r);
    if (r.words.size() < 3) return Complain(findings_, r, "HCPSYK6701E unknown statement " + r.words[0]);
    const std::string kind = r.words[0] + " " + r.words[1];
    if (kind == "DEFINE VSWITCH") return Vswitch(r);
    if (kind == "DEFINE LAN") return Lan(r);
    if (kind == "MODIFY VSWITCH") return Grant(r);
    Complain(findings_, r, "HCPSYK6701E unknown statement " + kind);
  }

  void Volumes(const Record& r) {
    for (std::size_t i = 1; i < r.words.size(); ++i) {
      const std::string& label = r.words[i];
      if (label.size() > 6 ||
          label.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#@$:-+") != std::string::npos)
        Complain(findings_, r, "not a volume label: " + label);
    }
  }

  void Features(const Record& r) {
    static const std::set<std::string> kSwitches = {"AUTO_WARM_IPL", "SET_PRIVCLASS", "CLEAR_TDISK"};
    if (r.words.size() < 3 || (r.words[1] != "ENABLE" && r.words[1] != "DISABLE"))
      return Complain(findings_, r, "FEATURES ENABLE or DISABLE expected");
    for (std::size_t i = 2; i < r.words.size(); ++i) {
      if (!kSwitches.contains(r.words[i])) Complain(findings_, r, "unknown feature " + r.words[i]);
    }
  }

  bool Range(const std::string& word) {
    const std::size_t dash = word.find('-');
    const auto first = Device(word.substr(0, dash));
    const auto last = dash == std::string::npos ? first : Device(word.substr(dash + 1));
    return first && last && *first <= *last;
  }

  /// Operands are taken in order, so what is to be offline comes before what is to be online.
  void Devices(const Record& r) {
    static const std::set<std::string> kWords = {"OFFLINE_AT_IPL", "ONLINE_AT_IPL", "SENSED",
                                                 "NOT_SENSED",     "ACCEPTED",      "NOT_ACCEPTED"};
    bool online = false;
    for (std::size_t i = 1; i < r.words.size(); i += 2) {
      if (!kWords.contains(r.words[i])) return Complain(findings_, r, "unknown operand " + r.words[i]);
      if (i + 1 == r.words.size() || !Range(r.words[i + 1]))
        return Complain(findings_, r, "no range of devices behind " + r.words[i]);
      online = online || r.words[i] == "ONLINE_AT_IPL";
      if (online && r.words[i] == "OFFLINE_AT_IPL") Complain(findings_, r, "offline behind online");
    }
    if (!online) Complain(findings_, r, "nothing is online: no disk to IPL from");
  }

  /// The HMC's consoles at the end keep CP from a disabled wait.
  void Consoles(const Record& r) {
    if (r.words.size() < 2 || r.words.back() != "SYSTEM_CONSOLE")
      return Complain(findings_, r, "the list does not end with SYSTEM_CONSOLE");
    for (std::size_t i = 1; i < r.words.size(); ++i) {
      const std::string& word = r.words[i];
      const bool system = word == "SYSTEM_3270" || word == "SYSTEM_CONSOLE";
      if (!system && !Device(word) && !IsOpen(word)) Complain(findings_, r, "not a console: " + word);
      if (!system && i > 1 && r.words[i - 1].starts_with("SYSTEM_")) Complain(findings_, r, "a device behind the HMC");
    }
  }

  void Vmlan(const Record& r) {
    if (r.words.size() != 3 || (r.words[1] != "MACPREFIX" && r.words[1] != "USERPREFIX"))
      return Complain(findings_, r, "VMLAN MACPREFIX or USERPREFIX expected");
    const std::string& prefix = r.words[2];
    const bool hex = prefix.size() == 6 && prefix.find_first_not_of("0123456789ABCDEF") == std::string::npos;
    if (!IsOpen(prefix) && (!hex || !prefix.starts_with("02"))) Complain(findings_, r, "a prefix is 02xxxx");
    if (!vswitches_.empty() || !lans_.empty()) Complain(findings_, r, "VMLAN behind a vswitch or LAN");
  }

  void Define(const Record& r, std::set<std::string>& names) {
    if (r.words[2].size() > 8) Complain(findings_, r, "name longer than 8");
    if (!names.insert(r.words[2]).second) Complain(findings_, r, "defined twice: " + r.words[2]);
  }

  /// One operand with its values, from `at`; returns how many words it has, 0 when unknown.
  std::size_t VswitchOperand(const Record& r, std::size_t at) {
    const std::string& word = r.words[at];
    if (word == "IP") return at + 1 < r.words.size() && r.words[at + 1].ends_with("ROUTER") ? 2 : 1;
    if (word == "ETHERNET" || word == "NOUPLINK") return 1;
    if (word == "NATIVE") return NativeVlan(r, at);
    if (word == "TYPE") return r.words[at + 1] == "QDIO" ? 2 : 0;
    if (word == "CONTROLLER" || word == "VLAN") return at + 1 < r.words.size() ? 2 : 0;
    if (word != "RDEV") return 0;
    std::size_t count = 1;
    while (at + count < r.words.size() &&
           (Device(r.words[at + count]) || IsOpen(r.words[at + count]) || r.words[at + count] == "NONE"))
      ++count;
    if (count < 2 || count > 4) Complain(findings_, r, "RDEV takes one to three devices");
    return count;
  }

  std::size_t NativeVlan(const Record& r, std::size_t at) {
    const bool aware = at > 1 && r.words[at - 2] == "VLAN" && r.words[at - 1] == "AWARE";
    if (!aware) Complain(findings_, r, "NATIVE without VLAN AWARE");
    if (at + 1 == r.words.size() || !IsVlan(r.words[at + 1])) Complain(findings_, r, "NATIVE takes a VLAN id");
    return 2;
  }

  void Vswitch(const Record& r) {
    Define(r, vswitches_);
    bool transport = false;
    for (std::size_t at = 3; at < r.words.size();) {
      transport = transport || r.words[at] == "IP" || r.words[at] == "ETHERNET";
      const std::size_t count = VswitchOperand(r, at);
      if (count == 0) return Complain(findings_, r, "unknown operand " + r.words[at]);
      at += count;
    }
    if (!transport) Complain(findings_, r, "transport not stated: IP is the default");
  }

  void Lan(const Record& r) {
    Define(r, lans_);
    const auto has = [&](const std::string& word) {
      return std::find(r.words.begin(), r.words.end(), word) != r.words.end();
    };
    static const std::set<std::string> kWords = {"OWNERID", "SYSTEM", "TYPE", "QDIO", "HIPERS", "MFS",
                                                 "16K",     "24K",    "40K",  "64K",  "IP",     "ETHERNET"};
    for (std::size_t at = 3; at < r.words.size(); ++at) {
      if (!kWords.contains(r.words[at]) && !IsOpen(r.words[at]))
        Complain(findings_, r, "unknown operand " + r.words[at]);
    }
    if (!has("SYSTEM")) Complain(findings_, r, "owner is not SYSTEM");
    if (has("MFS") && !has("HIPERS")) Complain(findings_, r, "MFS is for HIPERS only");
    if (has("ETHERNET") && !has("QDIO")) Complain(findings_, r, "ETHERNET is for QDIO only");
  }

  void Grant(const Record& r) {
    if (!vswitches_.contains(r.words[2])) Complain(findings_, r, "vswitch not defined before: " + r.words[2]);
    if (r.words.size() < 5 || r.words[3] != "GRANT" || r.words[4].size() > 8)
      return Complain(findings_, r, "GRANT userid expected");
    std::size_t at = 5;
    if (at + 1 < r.words.size() && r.words[at] == "PORTTYPE") {
      if (r.words[at + 1] != "TRUNK" && r.words[at + 1] != "ACCESS") Complain(findings_, r, "unknown port type");
      at += 2;
    }
    if (at == r.words.size()) return;
    if (r.words[at] != "VLAN" || at + 1 == r.words.size()) return Complain(findings_, r, "unknown operand");
    for (std::size_t i = at + 1; i < r.words.size(); ++i) {
      if (!IsVlan(r.words[i])) Complain(findings_, r, "VLAN id beyond 1-4094");
    }
  }

  Findings findings_;
  std::set<std::string> vswitches_, lans_;
};

}  // namespace

Findings CheckSystemConfig(std::string_view text) { return ConfigChecker().Run(text); }

Findings CheckExec(std::string_view text) {
  Findings findings;
  for (const Record& record : RecordsOf(text)) {
    CheckRecord(findings, record, 80, false);
    if (record.number == 1 && !record.text.starts_with("/*"))
      Complain(findings, record, "the first line is no comment: EXEC 2, not REXX");
    if (record.text.starts_with("call Start")) NoteOpen(findings, record);
  }
  return findings;
}

}  // namespace hotsite::zvm_test
