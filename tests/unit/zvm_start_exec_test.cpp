// DRSTART EXEC run under Regina, success and every way to fail. Where Regina isn't installed, the tests say so and
// check nothing.
#include <catch2/catch.hpp>

#include "tests/unit/zvm_model_variants.h"
#include "tests/unit/zvm_run_exec.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;
using Strings = std::vector<std::string>;

std::string OwnExec() { return Build(OwnHost({})).Get("zvm/VMPROD/DRSTART.EXEC").text; }

const std::string kYes = "y\ny\ny\ny\ny\ny\n";

TEST_CASE("without GO nothing is started") {
  if (!HasRegina()) return;
  for (const char* arguments : {"", "NOW"}) {
    const Outcome outcome = RunExec(OwnExec(), {}, arguments, kYes);
    CHECK(outcome.code == 4);
    CHECK_FALSE(outcome.Says("CP>"));
  }
}

TEST_CASE("on another node, or when the operator says no, nothing is started") {
  if (!HasRegina()) return;
  Cp elsewhere;
  elsewhere.node = "VMTEST";
  const Outcome other = RunExec(OwnExec(), elsewhere, "GO", kYes);
  CHECK(other.code == 12);
  CHECK(other.Started() == Strings{});
  const Outcome refused = RunExec(OwnExec(), {}, "GO", "n\n");
  CHECK(refused.code == 4);
  CHECK(refused.Started() == Strings{});
  CHECK(RunExec(OwnExec(), {}, "GO", "maybe\n\nwhat\n").code == 4);
}

TEST_CASE("all goes well: controllers, router, servers, in order") {
  if (!HasRegina()) return;
  const Outcome outcome = RunExec(OwnExec(), {}, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 0);
  CHECK(outcome.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2", "LNXRTR", "LNXWAS1", "LNXWAS2", "LNXBLZ1"});
  CHECK(outcome.Says("    7 STARTED"));
  CHECK(outcome.Says("    0 FAILED"));
}

TEST_CASE("what is logged on already is left alone") {
  if (!HasRegina()) return;
  Cp cp;
  cp.on = "TCPIP DTCVSW1 DTCVSW2 LNXRTR";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", kYes);
  CHECK(outcome.code == 0);
  CHECK(outcome.Started() == Strings{"LNXWAS1", "LNXWAS2", "LNXBLZ1"});
  CHECK(outcome.Says("    4 LOGGED ON BEFORE"));
}

TEST_CASE("a router that fails keeps back all that start after it") {
  if (!HasRegina()) return;
  Cp cp;
  cp.refused = "LNXRTR";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2", "LNXRTR"});
  CHECK(outcome.Says("FAILED, XAUTOLOG RC 53"));
  CHECK(outcome.Says("    3 NOT STARTED"));
}

TEST_CASE("a guest that never logs on is given up after a bounded wait") {
  if (!HasRegina()) return;
  Cp cp;
  cp.silent = "LNXWAS1";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", kYes);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("LNXWAS1  FAILED, NOT LOGGED ON IN 300 SEC"));
  CHECK(outcome.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2", "LNXRTR", "LNXWAS1", "LNXWAS2"});
}

TEST_CASE("a need in another partition is asked for, and a no keeps back who needs it") {
  if (!HasRegina()) return;
  const Outcome outcome = RunExec(OwnExec(), {}, "GO", "y\ny\nn\n");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("PRODA    Z/OS IN PARTITION PRODA"));
  CHECK(outcome.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2", "LNXRTR"});
  CHECK(outcome.Says("    1 NOT UP, OR NOBODY SAYS SO"));
}

TEST_CASE(
    "under the vendor's z/VM: any node, z/OS by hand, an open controller fails visibly and its guests are asked for") {
  if (!HasRegina()) return;
  const backends::Artifact exec = Build(VendorHost()).Get("vendor-zvm/VENDORVM/DRSTART.EXEC");
  REQUIRE(exec.open.size() == 1);
  Cp cp;
  cp.node = "VENDOR1";
  cp.refused = "??" + exec.open[0].requirement;
  const Outcome outcome = RunExec(exec.text, cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Started() == Strings{cp.refused, "LNXRTR", "LNXWAS1"});
  CHECK(outcome.Says("START IT BY HAND: LOGON PRODA"));
  CHECK(outcome.Says("DRVSW    NONE OF " + cp.refused + " IS LOGGED ON"));
  CHECK(outcome.Says("    1 VSWITCHES WITHOUT AN UPLINK"));
  const Outcome no = RunExec(exec.text, cp, "GO", "y\nn\ny\n");
  CAPTURE(no.text);
  CHECK(no.code == 8);
  CHECK(no.Started() == Strings{cp.refused});
  CHECK(no.Says("LNXRTR   NOT STARTED, NO UPLINK: DRVSW"));
  CHECK(no.Says("LNXWAS1  NOT STARTED, NOT UP: LNXRTR"));
}

TEST_CASE("an uplink that doesn't get ready is waited for a while, then its guests are asked for") {
  if (!HasRegina()) return;
  Cp cp;
  cp.dark = "VSW1";
  const Outcome no = RunExec(OwnExec(), cp, "GO", "y\nn\ny\n");
  CAPTURE(no.text);
  CHECK(no.code == 8);
  CHECK(no.Times("CP> QUERY VSWITCH VSW1") == 6);
  CHECK(no.Says("VSW1     UPLINK NOT READY IN 60 SEC"));
  CHECK(no.Says("LNXRTR   NOT STARTED, NO UPLINK: VSW1"));
  CHECK(no.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2"});
  const Outcome yes = RunExec(OwnExec(), cp, "GO", kYes);
  CHECK(yes.code == 8);
  CHECK(yes.Started().size() == 7);
}

TEST_CASE("an answer that only holds the word READY isn't a working uplink") {
  if (!HasRegina()) return;
  model::Model model = OwnHost({});
  for (model::Placement& placement : model.placements) {
    for (model::PlacedLan& placed : placement.lans) {
      if (placed.lan.name == "VSW1") placed.lan.name = "VSREADY";
    }
  }
  const std::string exec = Build(model).Get("zvm/VMPROD/DRSTART.EXEC").text;
  CHECK(RunExec(exec, {}, "GO", kYes).Says("VSREADY  UPLINK READY"));
  for (const char* uplink : {"State: Disconnected", "State: Not ready", "OSA device is not ready", "",
                             "State: Ready|  RDEV: 0803.P00 VDEV: 0600 Controller: DTCVSW1  BACKUP",
                             "State: Ready|  RDEV: 0803.P00 VDEV: 0600 Controller: DTCVSW1  INACTIVE"}) {
    Cp cp;
    cp.dark = "VSREADY";
    cp.uplink = uplink;
    const Outcome outcome = RunExec(exec, cp, "GO", "y\nn\ny\n");
    CAPTURE(outcome.text);
    CHECK(outcome.Says("VSREADY  UPLINK NOT READY IN 60 SEC"));
    CHECK(outcome.Says("LNXRTR   NOT STARTED, NO UPLINK: VSREADY"));
  }
}

TEST_CASE("a line that the caller left in the program stack answers no question") {
  if (!HasRegina()) return;
  Cp cp;
  cp.stacked = "YES";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", "n\n");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 4);
  CHECK(outcome.Started() == Strings{});
}

TEST_CASE("one controller of two is enough, and the other is reported") {
  if (!HasRegina()) return;
  Cp cp;
  cp.refused = "DTCVSW1";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("VSW1     UPLINK READY"));
  CHECK(outcome.Says("DTCVSW1  FAILED, XAUTOLOG RC 53"));
  CHECK(outcome.Started().size() == 7);
}

TEST_CASE("at home's machine nothing is started, whatever anybody says") {
  if (!HasRegina()) return;
  const std::string exec = Build(OwnHostOnMachines()).Get("zvm/VMPROD/DRSTART.EXEC").text;
  Cp home;
  home.cpuid = kHomeCpu;
  for (const char* word : {"GO", "AUTO"}) {
    const Outcome outcome = RunExec(exec, home, word, kYes);
    CHECK(outcome.code == 12);
    CHECK(outcome.Says("THIS IS THE MACHINE OF HOME"));
    CHECK(outcome.Started() == Strings{});
  }
  Cp there;
  there.cpuid = kRecoveryCpu;
  CHECK(RunExec(exec, there, "GO", kYes).code == 0);
}

TEST_CASE("AUTO starts at the recovery site's machine alone, and asks nobody") {
  if (!HasRegina()) return;
  const std::string exec = Build(OwnHostOnMachines()).Get("zvm/VMPROD/DRSTART.EXEC").text;
  for (const char* cpuid : {"FF0C111120978000", "", "NONSENSE"}) {
    Cp unknown;
    unknown.cpuid = cpuid;
    const Outcome outcome = RunExec(exec, unknown, "AUTO", kYes);
    CHECK(outcome.code == 12);
    CHECK(outcome.Started() == Strings{});
  }
  CHECK(RunExec(OwnExec(), {}, "AUTO", kYes).code == 12);  // the spec says no serial number
  Cp there;
  there.cpuid = kRecoveryCpu;
  const Outcome silent = RunExec(exec, there, "AUTO", kYes);
  CAPTURE(silent.text);
  CHECK(silent.code == 8);
  CHECK_FALSE(silent.Says("(Y/N)"));
  CHECK(silent.Started() == Strings{"TCPIP", "DTCVSW1", "DTCVSW2", "LNXRTR"});
  there.ping = "exit 0";
  const Outcome answered = RunExec(exec, there, "AUTO", "");
  CAPTURE(answered.text);
  CHECK(answered.code == 0);
  CHECK(answered.Started().size() == 7);
}

TEST_CASE("a need in another partition is waited for by PING, and asked for when it never answers") {
  if (!HasRegina()) return;
  const std::string exec = Build(OwnHostOnMachines()).Get("zvm/VMPROD/DRSTART.EXEC").text;
  Cp cp;
  cp.cpuid = kRecoveryCpu;
  cp.ping = "echo \"PING> $*\"; test -e second && exit 0; touch second; exit 4";
  const Outcome later = RunExec(exec, cp, "GO", "y\ny\n");
  CAPTURE(later.text);
  CHECK(later.code == 0);
  CHECK(later.Times("PING> 10.20.30.10 (COUNT 1 TIMEOUT 5") == 2);
  CHECK(later.Says("IT ANSWERS"));
  cp.ping = "exit 4";
  const Outcome never = RunExec(exec, cp, "GO", "y\ny\nn\n");
  CAPTURE(never.text);
  CHECK(never.code == 8);
  CHECK(never.Says("NO ANSWER"));
  CHECK(never.Says("IS PRODA UP? (Y/N)"));
  CHECK(never.Says("LNXWAS1  NOT STARTED, NOT UP: PRODA"));
  cp.refused = "TCPIP";  // no stack, no ping
  CHECK_FALSE(RunExec(exec, cp, "GO", kYes).Says("TRYING"));
}

TEST_CASE("where there is no PING command the operator is asked at once") {
  if (!HasRegina()) return;
  Cp cp;
  cp.cpuid = kRecoveryCpu;
  const Outcome outcome = RunExec(Build(OwnHostOnMachines()).Get("zvm/VMPROD/DRSTART.EXEC").text, cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 0);
  CHECK(outcome.Times("NO PING COMMAND HERE") == 1);
}

TEST_CASE("a return code that is no number is a failure") {
  if (!HasRegina()) return;
  Cp cp;
  cp.garbled = "XAUTOLOG";
  const Outcome outcome = RunExec(OwnExec(), cp, "GO", kYes);
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("LNXRTR   FAILED, XAUTOLOG RC -1: ANSWER"));
  cp.garbled = "QUERY";
  CHECK(RunExec(OwnExec(), cp, "GO", kYes).code == 12);
}

TEST_CASE("a member of a single system image that hasn't joined starts nothing unless the operator wants it") {
  if (!HasRegina()) return;
  const std::string exec = Build(OwnMember()).Get("zvm/VMPROD/DRSTART.EXEC").text;
  const Outcome joined = RunExec(exec, {}, "GO", kYes);
  CAPTURE(joined.text);
  CHECK(joined.code == 0);
  CHECK(joined.Says("VMPROD HAS JOINED PRODSSI"));
  for (const char* state : {"VMPROD Joining", "VMPRODB Joined", ""}) {
    Cp cp;
    cp.ssi = state;
    const Outcome outcome = RunExec(exec, cp, "GO", "y\nn\n");
    CHECK(outcome.code == 8);
    CHECK(outcome.Started() == Strings{});
  }
  Cp alone;
  alone.ssi = "VMPROD Isolated";
  CHECK(RunExec(exec, alone, "GO", kYes).Started().size() == 7);
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
  const Outcome outcome =
      RunExec(Build(VendorHost()).Get("vendor-zvm/VENDORVM/DRSTART.EXEC").text, cp, "GO", "y\ny\nn\n");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 8);
  CHECK(outcome.Says("LNXWAS1  NOT STARTED, NOT UP: PRODA"));
}

}  // namespace
