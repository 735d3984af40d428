#include "compiler/support/check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace hotsite {

void FailCheck(const char* file, int line, const char* condition, const char* why) {
  fmt::print(stderr, "{}:{}: HOTSITE_CHECK({}) failed: {}\nthis is a bug in hotsite; please report it\n", file, line,
             condition, why);
  std::fflush(nullptr);
  // Not exit(): destructors must not run on a state that has just been found broken.
  _exit(3);
}

}  // namespace hotsite
