#include <set>

#include "tests/unit/zvm_checker_lines.h"

namespace hotsite::zvm_test {
namespace {

/// Reads tags and their values as the server initialisation does: `:tag.value`, a value going on up to the next tag.
class DtcparmsChecker {
 public:
  Findings Run(std::string_view text) {
    for (const Record& record : RecordsOf(text)) {
      CheckRecord(findings_, record, 71, false);
      if (record.words.empty() || record.words.front().starts_with(".*")) continue;
      NoteOpen(findings_, record);
      Tags(record);
    }
    Finish();
    if (entries_.empty()) findings_.problems.push_back("0: no entry");
    return std::move(findings_);
  }

 private:
  void Tags(const Record& r) {
    for (const std::string& word : r.words) {
      if (word[0] != ':') {
        if (tag_.empty()) return Complain(findings_, r, "a value without a tag: " + word);
        value_ += (value_.empty() || value_.back() == ',' ? "" : " ") + word;
        continue;
      }
      Finish();
      const std::size_t dot = word.find('.');
      if (dot == std::string::npos) return Complain(findings_, r, "a tag without a full stop: " + word);
      tag_ = word.substr(1, dot - 1);
      value_ = word.substr(dot + 1);
      at_ = r;
    }
  }

  void Finish() {
    if (tag_.empty()) return;
    static const std::set<std::string> kTags = {"nick", "type", "class", "attach"};
    if (!kTags.contains(tag_)) Complain(findings_, at_, "unknown tag :" + tag_ + ".");
    if (value_.empty()) Complain(findings_, at_, "a tag without a value: :" + tag_ + ".");
    if (tag_ == "nick") {
      if (value_.size() > 8) Complain(findings_, at_, "name longer than 8");
      if (!entries_.insert(value_).second) Complain(findings_, at_, "second entry " + value_);
      devices_.clear();
    } else if (entries_.empty()) {
      Complain(findings_, at_, "a tag before :nick.");
    }
    if (tag_ == "type" && value_ != "server") Complain(findings_, at_, "type other than server");
    if (tag_ == "class" && value_ != "stack") Complain(findings_, at_, "class other than stack");
    if (tag_ == "attach") Attach();
    tag_.clear();
  }

  void Attach() {
    std::istringstream in(value_);
    if (value_.back() == ',') Complain(findings_, at_, "a comma with nothing behind it");
    for (std::string piece; std::getline(in, piece, ',');) {
      const std::vector<std::string> words = SplitWords(piece);
      if (words.size() == 3 && words[1] == "as") {
        if (!Device(words[0]) && !IsOpen(words[0])) Complain(findings_, at_, "no real device: " + words[0]);
        Take(words[2], words[2]);
      } else if (words.size() == 1) {
        const std::size_t dash = piece.find('-');
        Take(piece.substr(0, dash), dash == std::string::npos ? piece : piece.substr(dash + 1));
      } else {
        Complain(findings_, at_, "neither a range nor real as virtual: " + piece);
      }
    }
  }

  void Take(const std::string& first, const std::string& last) {
    const auto from = Device(first), to = Device(last);
    if (!from || !to || *from > *to) return Complain(findings_, at_, "no device numbers: " + first + "-" + last);
    for (unsigned device = *from; device <= *to; ++device) {
      if (!devices_.insert(device).second) return Complain(findings_, at_, "virtual device used twice");
    }
  }

  Findings findings_;
  Record at_;
  std::string tag_, value_;
  std::set<std::string> entries_;
  std::set<unsigned> devices_;
};

}  // namespace

Findings CheckDtcparms(std::string_view text) { return DtcparmsChecker().Run(text); }

std::optional<Findings> CheckZvmFile(std::string_view path, std::string_view text) {
  if (path.ends_with(".txt")) return std::nullopt;
  if (path.ends_with(".DIRECT")) return CheckDirectory(text);
  if (path.ends_with(".CONFIG") || path.ends_with(".DRLAST")) return CheckSystemConfig(text);
  if (path.ends_with(".TCPIP")) return CheckTcpip(text);
  if (path.ends_with(".DTCPARMS")) return CheckDtcparms(text);
  if (path.ends_with(".EXEC")) return CheckExec(text);
  return Findings{{"0: no checker for " + std::string(path)}, {}};
}

}  // namespace hotsite::zvm_test
