// The specs that `./dev bench` measures are such as a shop might write: nothing is found in them, so that what is
// measured is the judging and not the telling.
#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

TEST_CASE("the generated specs of the benchmark check clean") {
  const std::string generate = Quoted((harness::SourceRoot() / "tests" / "bench" / "generate").string());
  for (const std::string shape : {"flat", "shop"}) {
    const Scratch scratch;
    const RunResult result = Run(scratch, generate + " 300 " + shape + " > spec.dr && hotsite check --werror spec.dr");
    INFO(shape << "\n" << result.out << result.err);
    CHECK(result.exit_code == 0);
  }
}

}  // namespace
}  // namespace hotsite::acceptance
