#include <map>
#include <set>

#include "tests/unit/zos_checker_lines.h"

namespace hotsite::zos_test {
namespace {

using Operands = std::map<std::string, std::string>;

/// VTAM definition statements: name in 1-8, operation and operands to 71, a mark in 72 for what goes on in 16.
class TrlChecker {
 public:
  Findings Run(std::string_view text) {
    int number = 0;
    for (const std::string& line : LinesOf(text)) {
      ++number;
      const bool comment = line.starts_with("*");
      CheckLine(findings_, number, line, 72, comment);
      if (comment) {
        if (goes_on_) Complain(findings_, number, "a comment inside a statement");
        if (line.size() == 72) Complain(findings_, number, "a comment into column 72");
        continue;
      }
      Line(number, line);
    }
    if (goes_on_) Complain(findings_, number, "the last statement goes on");
    if (entries_ == 0) Complain(findings_, 0, "no TRLE");
    return std::move(findings_);
  }

 private:
  void Line(int number, const std::string& line) {
    const std::string body = line.substr(0, 71);
    const std::size_t begin = body.find_first_not_of(' ');
    if (begin == std::string::npos) return Complain(findings_, number, "an empty line");
    std::string rest = body.substr(begin);
    rest.resize(rest.find_last_not_of(' ') + 1);
    if (goes_on_ && begin != 15) Complain(findings_, number, "a continuation begins in column 16");
    statement_ = goes_on_ ? statement_ + rest : body.substr(0, body.find_last_not_of(' ') + 1);
    goes_on_ = line.size() == 72 && line[71] != ' ';
    if (rest.ends_with(",") != goes_on_) Complain(findings_, number, "a comma and a mark in column 72 go together");
    if (!goes_on_) Statement(number);
  }

  void Statement(int number) {
    std::istringstream in(statement_);
    std::string name, operation, operands;
    if (statement_.front() != ' ') in >> name;
    in >> operation >> operands;
    if (!name.empty() && !IsName(name, 8)) Complain(findings_, number, "not a name: " + name);
    if (operation == "VBUILD") {
      if (operands != "TYPE=TRL" || built_) Complain(findings_, number, "one VBUILD TYPE=TRL expected");
      built_ = true;
      return;
    }
    if (operation != "TRLE") return Complain(findings_, number, "unknown statement " + operation);
    if (!built_) Complain(findings_, number, "TRLE before VBUILD");
    if (!names_.insert(name).second || name.empty()) Complain(findings_, number, "TRLE without a name of its own");
    ++entries_;
    Entry(number, Split(number, operands));
  }

  Operands Split(int number, const std::string& text) {
    Operands operands;
    std::istringstream in(text);
    for (std::string one; std::getline(in, one, ',');) {
      const std::size_t equals = one.find('=');
      if (equals == std::string::npos) {
        Complain(findings_, number, "not an operand: " + one);
        continue;
      }
      std::string value = one.substr(equals + 1);
      if (value.starts_with("(") && value.ends_with(")")) value = value.substr(1, value.size() - 2);
      if (IsOpen(value)) findings_.open.push_back(value);
      if (!operands.emplace(one.substr(0, equals), value).second) Complain(findings_, number, "twice: " + one);
    }
    return operands;
  }

  void Entry(int number, const Operands& operands) {
    static const std::set<std::string> kNeeded = {"LNCTL", "READ", "WRITE", "DATAPATH", "PORTNAME", "MPCLEVEL"};
    for (const std::string& operand : kNeeded) {
      if (!operands.contains(operand)) return Complain(findings_, number, "no " + operand);
    }
    for (const auto& [operand, value] : operands) {
      if (!kNeeded.contains(operand)) Complain(findings_, number, "unknown operand " + operand);
    }
    if (operands.at("LNCTL") != "MPC") Complain(findings_, number, "LNCTL is MPC");
    if (operands.at("MPCLEVEL") != "QDIO") Complain(findings_, number, "MPCLEVEL is QDIO");
    if (!IsName(operands.at("PORTNAME"), 8)) Complain(findings_, number, "not a port name");
    if (!ports_.insert(operands.at("PORTNAME")).second) Complain(findings_, number, "port name twice");
    if (IsOpen(operands.at("READ"))) return;
    const auto read = DeviceIn(operands.at("READ"));
    const auto write = DeviceIn(operands.at("WRITE"));
    const auto data = DeviceIn(operands.at("DATAPATH"));
    if (!read || !write || !data) return Complain(findings_, number, "not a device number");
    if (*read % 2 != 0) Complain(findings_, number, "READ is odd");
    if (*write != *read + 1) Complain(findings_, number, "WRITE is READ plus 1");
    for (const unsigned device : {*read, *write, *data}) {
      if (!devices_.insert(device).second) Complain(findings_, number, "a device twice");
    }
  }

  Findings findings_;
  std::string statement_;
  bool goes_on_ = false;
  bool built_ = false;
  int entries_ = 0;
  std::set<std::string> names_, ports_;
  std::set<unsigned> devices_;
};

std::optional<std::string> InParentheses(const std::string& text) {
  if (!text.starts_with("(") || !text.ends_with(")")) return std::nullopt;
  return text.substr(1, text.size() - 2);
}

bool IsDeviceList(const std::string& list) {
  const std::size_t dash = list.find('-');
  const auto first = DeviceIn(list.substr(0, dash));
  const auto last = dash == std::string::npos ? first : DeviceIn(list.substr(dash + 1));
  return first && last && *first <= *last;
}

bool IsStorage(const std::string& list) {
  const std::size_t dash = list.find("M-");
  if (dash == std::string::npos || !list.ends_with("M")) return false;
  const auto low = NumberIn(list.substr(0, dash), 0, 9'999'999);
  const auto high = NumberIn(list.substr(dash + 2, list.size() - dash - 3), 1, 9'999'999);
  return low && high && *low < *high;
}

bool IsProcessorList(const std::string& list) {
  std::istringstream in(list);
  std::set<std::string> seen;
  for (std::string one; std::getline(in, one, ',');) {
    if (one.size() > 3 || !Among(one, "0123456789ABCDEF") || !seen.insert(one).second) return false;
  }
  return !seen.empty();
}

}  // namespace

Findings CheckTrl(std::string_view text) { return TrlChecker().Run(text); }

Findings CheckConfig(std::string_view text) {
  Findings findings;
  int number = 0;
  for (const std::string& line : LinesOf(text)) {
    ++number;
    const bool comment = line.starts_with("*");
    CheckLine(findings, number, line, 71, comment);
    if (comment) continue;
    if (IsOpen(line)) findings.open.push_back(line);
    std::istringstream in(line);
    std::string word, operands, more;
    in >> word >> operands >> more;
    if (!more.empty()) Complain(findings, number, "too much: " + more);
    const std::size_t close = operands.find("),");
    const auto list = InParentheses(operands.substr(0, close + 1));
    const std::string status = close == std::string::npos ? "" : operands.substr(close + 2);
    if (!list) {
      Complain(findings, number, "no list in parentheses");
    } else if (word == "CPU"      ? !IsProcessorList(*list) || status != "ONLINE"
               : word == "STOR"   ? !IsStorage(*list) || status != "ONLINE"
               : word == "DEVICE" ? !IsDeviceList(*list) || status != "*,ONLINE"
                                  : true) {
      Complain(findings, number, "not a statement: " + line);
    }
  }
  return findings;
}

}  // namespace hotsite::zos_test
