#include "tests/unit/zvm_run_exec.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/unit/scratch.h"

namespace hotsite::zvm_test {
namespace {

constexpr const char* kStub = R"(
diagrc:
  parse arg ., cpcommand
  say 'CP>' cpcommand
  parse upper var cpcommand cpverb cpuser cpother .
  if wordpos(cpverb, stubgarbled) > 0 then return 'GARBLED   0     ANSWER'
  if cpcommand = 'QUERY USERID' then return cpreply(0, 'MAINT    AT' stubnode)
  if cpcommand = 'QUERY CPUID' then do
    if stubcpuid = '' then return cpreply(1, 'HCPCMD001E Unknown CP command: QUERY')
    return cpreply(0, 'CPUID =' stubcpuid)
  end
  if cpcommand = 'QUERY SSI' then do
    if stubssi = '' then return cpreply(1, 'HCPSSI1640E not an SSI')
    return cpreply(0, 'SSI Name: X' || '15'x || ' 1' stubssi '10:00')
  end
  if cpverb cpuser = 'QUERY VSWITCH' then do
    stubshown = 'Uplink Port:|  State:   Ready|  RDEV: 0803.P00 VDEV: 0600 Controller: DTCVSW1  ACTIVE'
    if wordpos(cpother, stubdark) > 0 then stubshown = stubuplink
    return cpreply(0, 'VSWITCH SYSTEM' cpother || '15'x || translate(stubshown, '15'x, '|'))
  end
  if cpverb = 'SLEEP' then return cpreply(0, '')
  if cpverb = 'MESSAGE' then return cpreply(0, '')
  if cpverb = 'XAUTOLOG' then do
    if wordpos(cpuser, stubrefused) > 0 then return cpreply(53, 'HCPAUT053E' cpuser 'not in CP directory')
    if wordpos(cpuser, stubsilent) = 0 then stubon = stubon cpuser
    return cpreply(0, 'Command accepted')
  end
  if cpverb cpuser = 'QUERY USER' then do
    if wordpos(cpother, stubon) > 0 then return cpreply(0, left(cpother, 8) '- DSC')
    return cpreply(45, 'HCPCQU045E' cpother 'not logged on')
  end
  return cpreply(1, 'HCPCMD001E Unknown CP command:' cpcommand)
cpreply:
  return right(arg(1), 9) || ' 0     ' || arg(2) || '15'x
)";

void WriteProgram(const std::string& path, const std::string& script) {
  if (script.empty()) return;
  std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

std::string Setup(const Cp& cp) {
  std::string setup;
  const auto set = [&](const std::string& name, const std::string& value) { setup += name + " = '" + value + "'; "; };
  set("stubnode", cp.node);
  set("stubon", cp.on);
  set("stubrefused", cp.refused);
  set("stubsilent", cp.silent);
  set("stubdark", cp.dark);
  set("stubuplink", cp.uplink);
  if (!cp.stacked.empty()) setup += "queue '" + cp.stacked + "'; ";
  set("stubcpuid", cp.cpuid);
  set("stubssi", cp.ssi);
  set("stubgarbled", cp.garbled);
  return setup + "\n";
}

}  // namespace

std::size_t Outcome::Times(const std::string& what) const {
  std::size_t times = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
  return times;
}

std::vector<std::string> Outcome::Started() const {
  std::vector<std::string> users;
  const std::string mark = "CP> XAUTOLOG ";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const std::size_t begin = at + mark.size();
    users.push_back(text.substr(begin, text.find('\n', begin) - begin));
  }
  return users;
}

bool HasRegina() {
  static const bool has = std::system("command -v regina >/dev/null 2>&1") == 0;
  if (!has) WARN("regina is not installed: no EXEC was run");
  return has;
}

Outcome RunExec(const std::string& exec, const Cp& cp, const std::string& arguments, const std::string& answers) {
  const Scratch scratch;
  if (!cp.learnt.empty()) scratch.Write("HOME CPUID A", cp.learnt);
  return RunExecIn(scratch / "", exec, cp, arguments, answers);
}

Outcome RunExecIn(const std::string& folder, const std::string& exec, const Cp& cp, const std::string& arguments,
                  const std::string& answers) {
  const std::size_t line = exec.find('\n') + 1;
  std::ofstream(folder + "/run.rexx") << exec.substr(0, line) << Setup(cp) << exec.substr(line) << kStub;
  std::ofstream(folder + "/answers") << answers;
  WriteProgram(folder + "/PING", cp.ping);
  WriteProgram(folder + "/EXEC", "echo \"CMS> EXEC $*\"; exit 8");
  const std::string command =
      "cd '" + folder + "' && PATH=\"$PWD:$PATH\" regina run.rexx " + arguments + " < answers 2>&1";
  Outcome outcome;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    outcome.text.append(buffer.data(), got);
  outcome.code = WEXITSTATUS(pclose(pipe));
  return outcome;
}

}  // namespace hotsite::zvm_test
