#include <map>
#include <set>

#include "tests/unit/zvm_checker_lines.h"

namespace hotsite::zvm_test {
namespace {

const std::set<std::string> kGeneral = {"ACCOUNT",    "AUTOLOG", "CLASS",   "COMMAND", "CPU",     "CRYPTO",
                                        "IPL",        "IUCV",    "LOADDEV", "LOGONBY", "MACHINE", "OPTION",
                                        "MAXSTORAGE", "SHARE",   "STORAGE", "XSTORE"};
const std::set<std::string> kDevice = {"CONSOLE", "DEDICATE", "LINK", "MDISK", "NICDEF", "SPECIAL", "SPOOL"};

const std::set<std::string> kModes = {"R", "RR", "W", "WR", "M", "MR", "MW"};

enum class EntryKind { kProfile, kUser, kIdentity, kSubconfig };

/// One entry as far as it is read.
struct Entry {
  std::string name;
  EntryKind kind = EntryKind::kUser;
  bool profile = false;
  bool has_general = false;
  bool linux_mode = false;  // COMMAND SET VCONFIG MODE LINUX was read
  std::size_t builds = 0;
  std::map<std::string, std::string> ports;  // NIC -> TRUNK or ACCESS
  bool has_device = false;
  std::size_t statements = 0;
  std::map<unsigned, std::string> devices;  // virtual device -> statement
  std::set<std::string> nics;
};

std::optional<double> Size(const std::string& word) {
  if (word.size() < 2 || !IsNumberText(word.substr(0, word.size() - 1))) return std::nullopt;
  const std::string units = "KMGTPE";
  const std::size_t unit = units.find(word.back());
  if (unit == std::string::npos) return std::nullopt;
  double size = std::stod(word);
  for (std::size_t i = 0; i < unit; ++i) size *= 1024;
  return size;
}

class DirectoryChecker {
 public:
  Findings Run(std::string_view text) {
    for (const Record& record : RecordsOf(text)) {
      CheckRecord(findings_, record, 71, true);
      if (record.words.empty() || record.words.front().starts_with("*")) continue;
      NoteOpen(findings_, record);
      if (record.text.back() == ',') Complain(findings_, record, "a continuation");
      Statement(record);
    }
    EndEntry();
    for (const auto& [name, built] : subconfigs_) {
      if (!built) findings_.problems.push_back("0: no BUILD ON uses " + name);
    }
    for (const std::string& name : wanted_) {
      if (!subconfigs_.contains(name)) findings_.problems.push_back("0: no SUBCONFIG " + name);
    }
    return std::move(findings_);
  }

 private:
  void Statement(const Record& r) {
    static const std::map<std::string, EntryKind> kEntries = {{"PROFILE", EntryKind::kProfile},
                                                              {"USER", EntryKind::kUser},
                                                              {"IDENTITY", EntryKind::kIdentity},
                                                              {"SUBCONFIG", EntryKind::kSubconfig}};
    const std::string& word = r.words.front();
    if (const auto entry = kEntries.find(word); entry != kEntries.end()) return Begin(r, entry->second);
    if (entry_.name.empty()) return Complain(findings_, r, "a statement outside an entry");
    ++entry_.statements;
    if (word == "INCLUDE") return Include(r);
    if (word == "BUILD") return BuildOn(r);
    if (kGeneral.contains(word)) {
      entry_.has_general = true;
      if (entry_.has_device) Complain(findings_, r, "HCPDIR752E general statement after a device statement");
      return General(r);
    }
    if (!kDevice.contains(word)) return Complain(findings_, r, "unknown statement " + word);
    entry_.has_device = true;
    DeviceStatement(r);
  }

  void EndEntry() {
    if (entry_.kind == EntryKind::kIdentity && entry_.builds == 0)
      findings_.problems.push_back("0: " + entry_.name + " is built on no member");
  }

  /// Names that CP takes for itself, or for a spool file's number.
  void Name(const Record& r, const std::string& name) {
    if (name.size() > 8) Complain(findings_, r, "name longer than 8");
    if (name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@#$_-") != std::string::npos)
      Complain(findings_, r, "a character that no name has");
    const bool logn =
        name.size() == 8 && (name.starts_with("LOGN") || name.starts_with("LOGL") || name.starts_with("LOGV"));
    const bool spool = name.size() <= 4 && IsNumberText(name);
    if (logn || spool || name == "SYSTEM" || name == "SYSTEMMP") Complain(findings_, r, "reserved name " + name);
  }

  void Begin(const Record& r, EntryKind kind) {
    EndEntry();
    entry_ = Entry{};
    machine_.clear();
    entry_.kind = kind;
    entry_.profile = kind == EntryKind::kProfile;
    entry_.name = r.words.size() > 1 ? r.words[1] : "?";
    Name(r, entry_.name);
    if (!names_.insert(entry_.name).second) Complain(findings_, r, "second entry " + entry_.name);
    if (entry_.profile) {
      if (seen_user_) Complain(findings_, r, "PROFILE behind USER");
      profiles_[entry_.name] = entry_;
      return;
    }
    seen_user_ = true;
    if (kind != EntryKind::kSubconfig) return User(r);
    if (r.words.size() != 2) Complain(findings_, r, "SUBCONFIG takes one operand");
    subconfigs_[entry_.name] = wanted_.contains(entry_.name);
  }

  /// BUILD ON member USING SUBCONFIG name: of an IDENTITY, before its other statements.
  void BuildOn(const Record& r) {
    if (entry_.kind != EntryKind::kIdentity) return Complain(findings_, r, "BUILD outside an IDENTITY");
    if (entry_.has_general || entry_.has_device) Complain(findings_, r, "BUILD behind other statements");
    if (r.words.size() != 6 || r.words[1] != "ON" || r.words[3] != "USING" || r.words[4] != "SUBCONFIG")
      return Complain(findings_, r, "BUILD ON member USING SUBCONFIG name expected");
    ++entry_.builds;
    if (!wanted_.insert(r.words[5]).second) Complain(findings_, r, "SUBCONFIG used twice");
  }

  void User(const Record& r) {
    if (r.words.size() < 3 || r.words.size() > 10) return Complain(findings_, r, "USER takes 2 to 9 operands");
    static const std::set<std::string> kNoPassword = {"NOLOG", "AUTOONLY", "LBYONLY"};
    if (!kNoPassword.contains(r.words[2])) Complain(findings_, r, "a password in the file: " + r.words[2]);
    if (r.words.size() < 5) return;
    const auto storage = Size(r.words[3]);
    const auto most = Size(r.words[4]);
    if ((!storage && !IsOpen(r.words[3])) || (!most && !IsOpen(r.words[4])))
      Complain(findings_, r, "not a storage size");
    if (storage && most && *storage > *most) Complain(findings_, r, "HCPDIR1776E storage exceeds maximum");
  }

  void Include(const Record& r) {
    if (entry_.profile) Complain(findings_, r, "INCLUDE in a profile");
    if (entry_.statements != 1) Complain(findings_, r, "INCLUDE must be first");
    const auto found = r.words.size() == 2 ? profiles_.find(r.words[1]) : profiles_.end();
    if (found == profiles_.end()) return Complain(findings_, r, "unknown profile");
    entry_.devices = found->second.devices;
  }

  void General(const Record& r) {
    const std::string& word = r.words[0];
    if (entry_.kind == EntryKind::kSubconfig && (word == "CPU" || word == "LOGONBY"))
      Complain(findings_, r, word + " in a subconfiguration");
    if (r.words.size() < 2) return Complain(findings_, r, "operands missing");
    if (word == "MACHINE") Machine(r);
    if (word == "CPU") Cpu(r, r.words[1]);
    if (word == "IPL" && r.words[1] != "CMS" && (r.words.size() != 2 || !Device(r.words[1])))
      Complain(findings_, r, "IPL of no device");
    if (word == "SHARE") Share(r);
    if (word == "COMMAND") Command(r);
    if (word == "LOADDEV") LoadDevice(r);
    if (word == "LOGONBY" && r.words.size() > 9) Complain(findings_, r, "LOGONBY takes eight user IDs");
    if (entry_.profile) profiles_[entry_.name] = entry_;
  }

  void Machine(const Record& r) {
    static const std::set<std::string> kMachines = {"ESA", "XA", "XC", "Z"};
    if (!kMachines.contains(r.words[1])) Complain(findings_, r, "unknown machine mode");
    if (r.words.size() > 2) machine_ = r.words[2];
    if (IsNumberText(machine_) && (std::stoul(machine_) < 1 || std::stoul(machine_) > 64))
      Complain(findings_, r, "MACHINE takes 1 to 64 processors");
  }

  void Cpu(const Record& r, const std::string& word) {
    const auto address = Device(word);
    if (!address || *address > 0x3F) Complain(findings_, r, "CPU address beyond 3F");
    if (address && IsNumberText(machine_) && *address >= std::stoul(machine_))
      Complain(findings_, r, "more CPUs than MACHINE says");
  }

  /// RELATIVE 1-10000 or ABSOLUTE 0.1%-100%, at most one decimal; then a limit (CP command SET SHARE).
  void Share(const Record& r) {
    if (IsOpen(r.words[1])) return;
    static const std::set<std::string> kLimits = {"NOLIMIT", "LIMITSOFT", "LIMITHARD"};
    const std::string amount = r.words.size() > 2 ? r.words[2] : "";
    if (r.words.size() > 4 || (r.words.size() == 4 && !kLimits.contains(r.words[3])))
      Complain(findings_, r, "unknown operand");
    if (r.words[1] == "RELATIVE") {
      if (!IsNumberText(amount) || amount.size() > 5 || std::stoul(amount) < 1 || std::stoul(amount) > 10000)
        Complain(findings_, r, "RELATIVE takes 1 to 10000");
      return;
    }
    const std::size_t point = amount.find('.');
    const std::string whole = amount.substr(0, std::min(point, amount.find('%')));
    const std::string tenths =
        point == std::string::npos ? "0" : amount.substr(point + 1, amount.find('%') - point - 1);
    const bool form = r.words[1] == "ABSOLUTE" && amount.ends_with('%') && IsNumberText(whole) && whole.size() <= 3 &&
                      IsNumberText(tenths) && tenths.size() == 1;
    if (!form) return Complain(findings_, r, "RELATIVE number or ABSOLUTE percentage expected");
    const unsigned long parts = 10 * std::stoul(whole) + std::stoul(tenths);
    if (parts < 1 || parts > 1000) Complain(findings_, r, "ABSOLUTE takes 0.1% to 100%");
  }

  /// What CP is told at logon. IFLs exist in a virtual machine of mode LINUX only.
  void Command(const Record& r) {
    if (r.text.size() > 220) Complain(findings_, r, "COMMAND longer than 220");
    const auto is = [&](std::size_t at, const char* word) { return r.words.size() > at && r.words[at] == word; };
    if (is(1, "SET") && is(2, "VCONFIG")) entry_.linux_mode = is(3, "MODE") && is(4, "LINUX");
    if (!is(1, "DEFINE") || !is(2, "CPU")) return;
    if (r.words.size() != 6 || r.words[4] != "TYPE")
      return Complain(findings_, r, "DEFINE CPU range TYPE type expected");
    const std::size_t dash = r.words[3].find('-');
    Cpu(r, r.words[3].substr(0, dash));
    if (dash != std::string::npos) Cpu(r, r.words[3].substr(dash + 1));
    static const std::set<std::string> kTypes = {"CP", "IFL", "ZIIP", "ZAAP", "ICF"};
    if (!kTypes.contains(r.words[5])) Complain(findings_, r, "unknown processor type");
    if (r.words[5] == "IFL" && !entry_.linux_mode) Complain(findings_, r, "IFL without VCONFIG MODE LINUX");
  }

  void LoadDevice(const Record& r) {
    static const std::set<std::string> kNumbers = {"PORTNAME", "LUN"};
    if (!kNumbers.contains(r.words[1])) return;
    std::string number;
    for (std::size_t i = 2; i < r.words.size(); ++i) number += r.words[i];
    if (IsOpen(number)) return;
    if (number.size() != 16 || number.find_first_not_of("0123456789ABCDEFabcdef") != std::string::npos)
      Complain(findings_, r, "16 hexadecimal digits expected");
  }

  void Take(const Record& r, const std::string& word, unsigned count) {
    const auto first = Device(word);
    if (!first) return Complain(findings_, r, "no device number: " + word);
    for (unsigned i = 0; i < count; ++i) {
      if (!entry_.devices.emplace(*first + i, r.text).second) Complain(findings_, r, "virtual device used twice");
    }
  }

  void DeviceStatement(const Record& r) {
    const std::string& word = r.words[0];
    if (r.words.size() < 3) return Complain(findings_, r, "operands missing");
    if (word == "NICDEF") {
      Nicdef(r);
    } else if (word == "LINK") {
      if (r.words.size() > 5 || (r.words.size() == 5 && !kModes.contains(r.words[4])))
        Complain(findings_, r, "unknown mode");
      Take(r, r.words.size() > 3 ? r.words[3] : r.words[2], 1);
    } else {
      Take(r, r.words[1], 1);
    }
    if (word == "MDISK") Mdisk(r);
    if (word == "DEDICATE" && r.words.size() == 3 && !Device(r.words[2]) && !IsOpen(r.words[2]))
      Complain(findings_, r, "no real device");
    if (entry_.profile) profiles_[entry_.name] = entry_;
  }

  /// A later NICDEF of a device: its port, its address.
  void NicOperand(const Record& r) {
    if (!entry_.nics.contains(r.words[1])) Complain(findings_, r, "the first NICDEF of a device begins with TYPE");
    const std::string value = r.words.size() > 3 ? r.words[3] : "";
    if (r.words[2] == "VLAN") {
      if (r.words.size() < 4) Complain(findings_, r, "no VLAN id");
      if (r.words.size() > 4 && entry_.ports[r.words[1]] != "TRUNK")
        Complain(findings_, r, "several VLANs on a port that is no trunk");
      for (std::size_t i = 3; i < r.words.size(); ++i) {
        if (!IsVlan(r.words[i])) Complain(findings_, r, "VLAN id beyond 1-4094");
      }
    } else if (r.words[2] == "PORTTYPE") {
      if (value != "TRUNK" && value != "ACCESS") Complain(findings_, r, "unknown port type");
      entry_.ports[r.words[1]] = value;
    } else if (r.words[2] == "MACID") {
      if (value.size() != 6 || value.find_first_not_of("0123456789ABCDEF") != std::string::npos)
        Complain(findings_, r, "MACID takes six hexadecimal digits");
    } else if (r.words[2] != "LAN") {
      Complain(findings_, r, "unknown operand " + r.words[2]);
    }
  }

  void Nicdef(const Record& r) {
    if (r.words[2] != "TYPE") return NicOperand(r);
    if (r.words.size() < 4 || (r.words[3] != "QDIO" && r.words[3] != "HIPERS"))
      return Complain(findings_, r, "unknown NIC type");
    if (r.words.size() > 4 && (r.words.size() != 7 || r.words[4] != "LAN" || r.words[6].size() > 8))
      Complain(findings_, r, "LAN owner name expected");
    entry_.nics.insert(r.words[1]);
    Take(r, r.words[1], 3);
  }

  void Mdisk(const Record& r) {
    if (entry_.profile) Complain(findings_, r, "MDISK in a profile");
    if (r.words.size() != 7) return Complain(findings_, r, "MDISK takes 6 operands");
    if (!IsNumberText(r.words[3]) && !IsOpen(r.words[3])) Complain(findings_, r, "no start cylinder");
    if (!IsNumberText(r.words[4]) && r.words[4] != "END") Complain(findings_, r, "no count of cylinders");
    if (r.words[5].size() > 6 && !IsOpen(r.words[5])) Complain(findings_, r, "label longer than 6");
    if (!kModes.contains(r.words[6])) Complain(findings_, r, "unknown mode");
  }

  Findings findings_;
  Entry entry_;
  std::map<std::string, Entry> profiles_;
  std::set<std::string> names_;
  std::string machine_;
  std::map<std::string, bool> subconfigs_;  // name -> whether a BUILD ON before it names it
  std::set<std::string> wanted_;
  bool seen_user_ = false;
};

}  // namespace

Findings CheckDirectory(std::string_view text) { return DirectoryChecker().Run(text); }

}  // namespace hotsite::zvm_test
