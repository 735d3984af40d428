#include <map>
#include <set>

#include "tests/unit/zvm_checker_lines.h"

namespace hotsite::zvm_test {
namespace {

const std::set<std::string> kGeneral = {"ACCOUNT",    "AUTOLOG", "CLASS",   "COMMAND", "CPU",     "CRYPTO",
                                        "IPL",        "IUCV",    "LOADDEV", "LOGONBY", "MACHINE", "OPTION",
                                        "MAXSTORAGE", "SHARE",   "STORAGE", "XSTORE"};
const std::set<std::string> kDevice = {"CONSOLE", "DEDICATE", "LINK", "MDISK", "NICDEF", "SPECIAL", "SPOOL"};

/// One PROFILE or USER entry as far as it is read.
struct Entry {
  std::string name;
  bool profile = false;
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
    return std::move(findings_);
  }

 private:
  void Statement(const Record& r) {
    const std::string& word = r.words.front();
    if (word == "PROFILE" || word == "USER") return Begin(r, word == "PROFILE");
    if (entry_.name.empty()) return Complain(findings_, r, "a statement outside an entry");
    ++entry_.statements;
    if (word == "INCLUDE") return Include(r);
    if (kGeneral.contains(word)) {
      if (entry_.has_device) Complain(findings_, r, "HCPDIR752E general statement after a device statement");
      return General(r);
    }
    if (!kDevice.contains(word)) return Complain(findings_, r, "unknown statement " + word);
    entry_.has_device = true;
    DeviceStatement(r);
  }

  void Begin(const Record& r, bool profile) {
    entry_ = Entry{};
    entry_.profile = profile;
    entry_.name = r.words.size() > 1 ? r.words[1] : "?";
    if (entry_.name.size() > 8) Complain(findings_, r, "name longer than 8");
    if (!names_.insert(entry_.name).second) Complain(findings_, r, "second entry " + entry_.name);
    if (profile) {
      if (seen_user_) Complain(findings_, r, "PROFILE behind USER");
      profiles_[entry_.name] = entry_;
      return;
    }
    seen_user_ = true;
    User(r);
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
    if (r.words[0] == "MACHINE" && r.words.size() > 2) machine_ = r.words[2];
    if (r.words[0] == "CPU") {
      const auto address = r.words.size() > 1 ? Device(r.words[1]) : std::nullopt;
      if (!address || *address > 0x3F) Complain(findings_, r, "CPU address beyond 3F");
      if (address && IsNumberText(machine_) && *address >= std::stoul(machine_))
        Complain(findings_, r, "more CPUs than MACHINE says");
    }
    if (r.words[0] == "IPL" && (r.words.size() != 2 || !Device(r.words[1]))) Complain(findings_, r, "IPL of no device");
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
      Take(r, r.words.size() > 3 ? r.words[3] : r.words[2], 1);
    } else {
      Take(r, r.words[1], 1);
    }
    if (word == "MDISK") Mdisk(r);
    if (word == "DEDICATE" && r.words.size() == 3 && !Device(r.words[2]) && !IsOpen(r.words[2]))
      Complain(findings_, r, "no real device");
    if (entry_.profile) profiles_[entry_.name] = entry_;
  }

  void Nicdef(const Record& r) {
    if (r.words[2] != "TYPE") {
      if (!entry_.nics.contains(r.words[1])) Complain(findings_, r, "the first NICDEF of a device begins with TYPE");
      return;
    }
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
    if (!IsNumberText(r.words[3])) Complain(findings_, r, "no start cylinder");
    if (!IsNumberText(r.words[4]) && r.words[4] != "END") Complain(findings_, r, "no count of cylinders");
    if (r.words[5].size() > 6 && !IsOpen(r.words[5])) Complain(findings_, r, "label longer than 6");
    static const std::set<std::string> kModes = {"R", "RR", "W", "WR", "M", "MR", "MW"};
    if (!kModes.contains(r.words[6])) Complain(findings_, r, "unknown mode");
  }

  Findings findings_;
  Entry entry_;
  std::map<std::string, Entry> profiles_;
  std::set<std::string> names_;
  std::string machine_;
  bool seen_user_ = false;
};

}  // namespace

Findings CheckDirectory(std::string_view text) { return DirectoryChecker().Run(text); }

}  // namespace hotsite::zvm_test
