// DRSTART EXEC run under Regina: the file is taken as it is written, with a DIAGRC of the test's own behind it that
// plays CP. Where Regina isn't installed, the tests say so and check nothing.
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "tests/unit/scratch.h"
#include "tests/unit/zvm_models.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;
using Strings = std::vector<std::string>;

/// How CP behaves.
struct Cp {
  std::string node = "VMPROD";
  std::string on;       // logged on from the start
  std::string refused;  // XAUTOLOG fails
  std::string silent;   // XAUTOLOG is accepted, but they never log on
};

constexpr const char* kStub = R"(
diagrc:
  parse arg ., cpcommand
  say 'CP>' cpcommand
  parse upper var cpcommand cpverb cpuser cpother .
  if cpcommand = 'QUERY USERID' then return cpreply(0, 'MAINT    AT' stubnode)
  if cpverb = 'SLEEP' then return cpreply(0, '')
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

struct Outcome {
  int code = -1;
  std::string text;
  bool Says(const std::string& what) const { return text.find(what) != std::string::npos; }
  /// The users of the XAUTOLOG commands in order.
  Strings Started() const {
    Strings users;
    const std::string mark = "CP> XAUTOLOG ";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      const std::size_t begin = at + mark.size();
      users.push_back(text.substr(begin, text.find('\n', begin) - begin));
    }
    return users;
  }
};

bool HasRegina() {
  static const bool has = std::system("command -v regina >/dev/null 2>&1") == 0;
  if (!has) WARN("regina is not installed: DRSTART EXEC was not run");
  return has;
}

Outcome Run(const std::string& exec, const Cp& cp, const std::string& arguments, const std::string& answers) {
  const Scratch scratch;
  const std::size_t line = exec.find('\n') + 1;
  const std::string setup = "stubnode = '" + cp.node + "'; stubon = '" + cp.on + "'; stubrefused = '" + cp.refused +
                            "'; stubsilent = '" + cp.silent + "'\n";
  scratch.Write("drstart.rexx", exec.substr(0, line) + setup + exec.substr(line) + kStub);
  scratch.Write("answers", answers);
  const std::string command =
      "regina " + (scratch / "drstart.rexx") + " " + arguments + " < " + (scratch / "answers") + " 2>&1";
  Outcome outcome;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    outcome.text.append(buffer.data(), got);
  outcome.code = WEXITSTATUS(pclose(pipe));
  return outcome;
}

std::string OwnExec() { return Build(OwnHost({})).Get("zvm/VMPROD/DRSTART.EXEC").text; }

const std::string kYes = "y\ny\ny\ny\n";

TEST_CASE("without GO nothing is started") {
  if (!HasRegina()) return;
  for (const char* arguments : {"", "NOW"}) {
    const Outcome outcome = Run(OwnExec(), {}, arguments, kYes);
    CHECK(outcome.code == 4);
    CHECK_FALSE(outcome.Says("CP>"));
  }
}

TEST_CASE("on another node, or when the operator says no, nothing is started") {
  if (!HasRegina()) return;
  Cp elsewhere;
  elsewhere.node = "VMTEST";
  const Outcome other = Run(OwnExec(), elsewhere, "GO", kYes);
  CHECK(other.code == 12);
  CHECK(other.Started() == Strings{});
  const Outcome refused = Run(OwnExec(), {}, "GO", "n\n");
  CHECK(refused.code == 4);
  CHECK(refused.Started() == Strings{});
  CHECK(Run(OwnExec(), {}, "GO", "maybe\n\nwhat\n").code == 4);
}

TEST_CASE("all goes well: controllers, router, servers, in order") {
  if (!HasRegina()) return;
  const Outcome outcome = Run(OwnExec(), {}, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 0);
  CHECK(outcome.Started() == Strings{"DTCVSW1", "DTCVSW2", "LNXRTR", "LNXWAS1", "LNXWAS2", "LNXBLZ1"});
  CHECK(outcome.Says("    6 STARTED"));
  CHECK(outcome.Says("    0 FAILED"));
}

TEST_CASE("what is logged on already is left alone") {
  if (!HasRegina()) return;
  Cp cp;
  cp.on = "DTCVSW1 DTCVSW2 LNXRTR";
  const Outcome outcome = Run(OwnExec(), cp, "GO", kYes);
  CHECK(outcome.code == 0);
  CHECK(outcome.Started() == Strings{"LNXWAS1", "LNXWAS2", "LNXBLZ1"});
  CHECK(outcome.Says("    3 LOGGED ON BEFORE"));
}

TEST_CASE("a router that fails keeps back all that start after it") {
  if (!HasRegina()) return;
  Cp cp;
  cp.refused = "LNXRTR";
  const Outcome outcome = Run(OwnExec(), cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Started() == Strings{"DTCVSW1", "DTCVSW2", "LNXRTR"});
  CHECK(outcome.Says("FAILED, XAUTOLOG RC 53"));
  CHECK(outcome.Says("    3 NOT STARTED"));
}

TEST_CASE("a guest that never logs on is given up after a bounded wait") {
  if (!HasRegina()) return;
  Cp cp;
  cp.silent = "LNXWAS1";
  const Outcome outcome = Run(OwnExec(), cp, "GO", kYes);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("LNXWAS1  FAILED, NOT LOGGED ON IN 300 SEC"));
  CHECK(outcome.Started() == Strings{"DTCVSW1", "DTCVSW2", "LNXRTR", "LNXWAS1", "LNXWAS2"});
}

TEST_CASE("a need in another partition is asked for, and a no keeps back who needs it") {
  if (!HasRegina()) return;
  const Outcome outcome = Run(OwnExec(), {}, "GO", "y\ny\nn\n");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("PRODA    Z/OS IN PARTITION PRODA"));
  CHECK(outcome.Started() == Strings{"DTCVSW1", "DTCVSW2", "LNXRTR"});
  CHECK(outcome.Says("    1 NOT UP, SAYS THE OPERATOR"));
}

TEST_CASE("under the vendor's z/VM: any node, z/OS by hand, the open controller fails visibly") {
  if (!HasRegina()) return;
  const backends::Artifact exec = Build(VendorHost()).Get("vendor-zvm/VENDORVM/DRSTART.EXEC");
  REQUIRE(exec.open.size() == 1);
  Cp cp;
  cp.node = "VENDOR1";
  cp.refused = "??" + exec.open[0].requirement;
  const Outcome outcome = Run(exec.text, cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Started() == Strings{cp.refused, "LNXRTR", "LNXWAS1"});
  CHECK(outcome.Says("START IT BY HAND: LOGON PRODA"));
}

TEST_CASE("a cycle, which is an error of its own, still starts every guest once") {
  model::Model model = OwnHost({});
  for (model::System& system : model.systems) {
    if (system.name == "LNXWAS1") system.start.after.push_back({model.IdOf(*model.FindSystem("LNXBLZ1")), Span{}});
  }
  const std::string exec = Build(model).Get("zvm/VMPROD/DRSTART.EXEC").text;
  for (const char* name : {"LNXRTR", "LNXWAS1", "LNXWAS2", "LNXBLZ1"}) {
    const std::string call = std::string("call Start '") + name + "'";
    CHECK(exec.find(call) != std::string::npos);
    CHECK(exec.find(call) == exec.rfind(call));
  }
}

TEST_CASE("z/OS that isn't up keeps back the guests that need it") {
  if (!HasRegina()) return;
  Cp cp;
  cp.node = "VENDOR1";
  const Outcome outcome = Run(Build(VendorHost()).Get("vendor-zvm/VENDORVM/DRSTART.EXEC").text, cp, "GO", "y\ny\nn\n");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("LNXWAS1  NOT STARTED, NOT UP: PRODA"));
}

}  // namespace
