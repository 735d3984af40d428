// Findings for other programs, as commands give them: what goes to stdout, into files, and what is told of accepted
// ones.
#include <catch2/catch.hpp>

#include "compiler/support/json.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr const char* kSpec = R"(hotsite 1
zvm VMPROD { memory 8 GiB; linux LNX1 { memory 1 GiB } }
site home { machine CEC { lpar VMPROD } }
recovery "2009" {
  accept HS2204 for VMPROD because "two days only" until 2030-01-01
  site hotsite { machine BIGBOX { lpar VMPROD { memory 4 GiB } } }
}
)";

bool IsJson(const std::string& text) {
  std::string problem;
  return Json::Parse(text, &problem).has_value();
}

TEST_CASE("in a format for tools nothing else is on stdout") {
  const Scratch scratch;
  scratch.Write("spec.dr", kSpec);
  const std::string spec = Quoted(scratch / "spec.dr");
  for (const std::string format : {"json", "sarif", "gitlab"}) {
    INFO(format);
    CHECK(IsJson(Run(scratch, "hotsite check --fix --format " + format + " " + spec).out));
    const RunResult built =
        Run(scratch, "hotsite build --format " + format + " " + spec + " -o " + Quoted(scratch / "out"));
    CHECK(built.exit_code == 0);
    CHECK(IsJson(built.out));
    CHECK(built.err.find("wrote") != std::string::npos);
    CHECK(IsJson(Run(scratch, "hotsite issue --on 2029-01-01 --format " + format + " " + spec).out));
  }
}

TEST_CASE("--report writes files beside what people see") {
  const Scratch scratch;
  scratch.Write("spec.dr", kSpec);
  const RunResult run = Run(
      scratch, "cd " + Quoted(scratch / "") + "; hotsite check spec.dr --report sarif=a.sarif --report junit=a.xml");
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("no errors") != std::string::npos);
  CHECK(IsJson(harness::ReadBytes(scratch / "a.sarif")));
  CHECK(harness::ReadBytes(scratch / "a.xml").starts_with("<?xml"));
}

TEST_CASE("a report that can't be written is trouble of its own, and a build that fails is told in the report") {
  const Scratch scratch;
  scratch.Write("spec.dr", kSpec);
  scratch.Write("file", "");
  const std::string spec = Quoted(scratch / "spec.dr");
  const RunResult run = Run(scratch, "hotsite check " + spec + " --report sarif=" + Quoted(scratch / "file/a"));
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("HS9002") != std::string::npos);
  const RunResult built = Run(scratch, "hotsite build --format sarif " + spec + " -o " + Quoted(scratch / "file/out"));
  CHECK(built.exit_code == 2);
  CHECK(built.err.empty());
  CHECK(built.out.find("\"executionSuccessful\": false") != std::string::npos);
  CHECK(built.out.find("\"id\": \"HS9002\"") != std::string::npos);
}

TEST_CASE("--accepted tells what the spec accepts, and why") {
  const Scratch scratch;
  scratch.Write("spec.dr", kSpec);
  const std::string spec = Quoted(scratch / "spec.dr");
  CHECK(Run(scratch, "hotsite check " + spec).err.find("HS2204") == std::string::npos);
  const RunResult people = Run(scratch, "hotsite check --accepted --werror " + spec);
  CHECK(people.exit_code == 0);
  CHECK(people.err.find("note[HS2204]") != std::string::npos);
  CHECK(people.err.find("accepted: two days only (until 2030-01-01)") != std::string::npos);
  CHECK(Run(scratch, "hotsite check --format sarif " + spec).out.find("suppressions") == std::string::npos);
  const std::string sarif = Run(scratch, "hotsite check --accepted --format sarif " + spec).out;
  CHECK(sarif.find("\"justification\": \"two days only (until 2030-01-01)\"") != std::string::npos);
  CHECK(Run(scratch, "hotsite check --accepted --format github " + spec).out.starts_with("::notice "));
}

}  // namespace
}  // namespace hotsite::acceptance
