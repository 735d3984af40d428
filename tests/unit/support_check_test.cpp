#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "compiler/support/check.h"

namespace hotsite {
namespace {

/// Runs `body` in a child process; gives its exit code and what it wrote to stderr.
template <class Body>
std::pair<int, std::string> InChild(Body body) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    body();
    _exit(0);
  }
  close(ends[1]);
  std::string written;
  std::array<char, 512> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    written.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, written};
}

TEST_CASE("a check that holds does nothing") {
  CHECK(InChild([] { HOTSITE_CHECK(1 + 1 == 2, "sums are right"); }) == std::pair(0, std::string()));
}

TEST_CASE("a check that fails says where and why, and exits with 3") {
  const auto [code, text] = InChild([] { HOTSITE_CHECK(1 + 1 == 3, "sums are wrong"); });
  CHECK(code == 3);
  const std::string line = std::to_string(__LINE__ - 2);
  CHECK(text == std::string(__FILE__) + ":" + line +
                    ": HOTSITE_CHECK(1 + 1 == 3) failed: sums are wrong\n"
                    "this is a bug in hotsite; please report it\n");
}

TEST_CASE("a check fails even where nobody can be told") {
  const auto [code, text] = InChild([] {
    close(STDERR_FILENO);
    HOTSITE_CHECK(1 + 1 == 3, "sums are wrong");
  });
  CHECK(code == 3);
  CHECK(text.empty());
}

}  // namespace
}  // namespace hotsite
