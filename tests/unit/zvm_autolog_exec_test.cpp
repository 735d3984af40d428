// AUTOLOG1 EXEC run under Regina: home goes on, everything else starts nothing unless the spec wants it and the machine
// is surely the recovery site's.
#include <catch2/catch.hpp>

#include "backends/zvm/autolog_exec.h"
#include "tests/unit/scratch.h"
#include "tests/unit/zvm_checker.h"
#include "tests/unit/zvm_model_variants.h"
#include "tests/unit/zvm_run_exec.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;

std::string Guard(const model::Model& model) { return Build(model).Get("zvm/VMPROD/AUTOLOG1.EXEC").text; }

Cp On(const std::string& cpuid) {
  Cp cp;
  cp.cpuid = cpuid;
  return cp;
}

bool StartsSomething(const Outcome& outcome) { return outcome.Says("XAUTOLOG") || outcome.Says("CMS> EXEC"); }

TEST_CASE("AUTOLOG1 EXEC names the line that calls it, and is written for our own z/VM alone") {
  const std::string text = Guard(OwnHostOnMachines());
  CHECK(CheckExec(text).problems == std::vector<std::string>{});
  CHECK(text.find(backends::zvm::kGuardLine) != std::string::npos);
  CHECK(text.find("home = '452E2094'\nthere = '3A1B2097'\n") != std::string::npos);
  CHECK_FALSE(Build(VendorHost()).Has("vendor-zvm/VENDORVM/AUTOLOG1.EXEC"));
}

TEST_CASE("at home PROFILE EXEC goes on, in whatever partition") {
  if (!HasRegina()) return;
  for (const char* cpuid : {kHomeCpu, "FF01452E20948000"}) {
    const Outcome outcome = RunExec(Guard(OwnHostOnMachines()), On(cpuid), "", "");
    CAPTURE(outcome.text);
    CHECK(outcome.code == 0);
    CHECK_FALSE(StartsSomething(outcome));
    CHECK_FALSE(outcome.Says("MESSAGE OP"));
  }
}

TEST_CASE("anywhere else nothing starts, and the operator is told what to type") {
  if (!HasRegina()) return;
  for (const model::Autolog autolog : {model::Autolog::kGuests, model::Autolog::kOperator, model::Autolog::kNothing}) {
    for (const char* cpuid : {kRecoveryCpu, "FF0C452E20978000", "FF0C999920948000", "", "NONSENSE"}) {
      if (autolog == model::Autolog::kGuests && cpuid == kRecoveryCpu) continue;
      const Outcome outcome = RunExec(Guard(WithAutolog(OwnHostOnMachines(), autolog)), On(cpuid), "", "");
      CAPTURE(outcome.text);
      CHECK(outcome.code == 4);
      CHECK_FALSE(StartsSomething(outcome));
      CHECK(outcome.Says("CP> MESSAGE OP NOTHING IS STARTED."));
      CHECK(outcome.Says("DRSTART GO"));
      CHECK(outcome.Says("AUTOLOG1 HERE"));
    }
  }
}

TEST_CASE("where the spec wants guests at once, they start at the recovery site's machine and no other") {
  if (!HasRegina()) return;
  const Outcome outcome =
      RunExec(Guard(WithAutolog(OwnHostOnMachines(), model::Autolog::kGuests)), On(kRecoveryCpu), "", "");
  CAPTURE(outcome.text);
  CHECK(outcome.code == 4);  // PROFILE EXEC must not go on
  CHECK(outcome.Says("CMS> EXEC DRSTART AUTO"));
  CHECK(outcome.Says("MESSAGE OP DRSTART AUTO ENDED WITH 8"));
  const Outcome unknown = RunExec(Guard(WithAutolog(OwnHost({}), model::Autolog::kGuests)), On(kRecoveryCpu), "", "");
  CHECK(unknown.code == 4);
  CHECK_FALSE(StartsSomething(unknown));
}

TEST_CASE("home is learnt where the spec doesn't say it, and the recovery site's machine never") {
  if (!HasRegina()) return;
  const Scratch scratch;
  const std::string guard = Guard(OwnHost({}));
  CHECK(guard.find("TYPE AUTOLOG1 HERE ONCE AT HOME") != std::string::npos);
  const auto run = [&](const char* cpuid, const std::string& word) {
    return RunExecIn(scratch / "", guard, On(cpuid), word, "");
  };
  CHECK(run(kHomeCpu, "").code == 4);
  CHECK(run(kHomeCpu, "HERE").code == 0);
  CHECK(run(kHomeCpu, "").code == 0);
  CHECK(run("FF01452E20948000", "").code == 4);  // another partition wasn't learnt
  CHECK(run(kRecoveryCpu, "").code == 4);
  CHECK(run("FF01452E20948000", "HERE").code == 0);
  CHECK(run(kHomeCpu, "").code == 0);
  CHECK(run("FF01452E20948000", "").code == 0);
  CHECK(run("", "HERE").code == 8);
  const Outcome refused = RunExec(Guard(OwnHostOnMachines()), On(kRecoveryCpu), "HERE", "");
  CHECK(refused.code == 8);
  CHECK(refused.Says("NOT LEARNT"));
}

TEST_CASE("a file of learnt machines that is garbage makes nothing home") {
  if (!HasRegina()) return;
  for (const char* text : {"\n\n", "HOME\n", "20978000\n", "*\n", "33A1B2097X\n", "3A1B2097\n"}) {
    Cp cp = On(kRecoveryCpu);
    cp.learnt = text;
    CHECK(RunExec(Guard(OwnHost({})), cp, "", "").code == 4);
  }
}

TEST_CASE("machines that look the same at both sites tell nothing") {
  model::Model model = OwnHostOnMachines();
  model.machines[0] = model.machines[1];
  CHECK(Guard(model).find("home = ''\nthere = ''\n") != std::string::npos);
}

}  // namespace
