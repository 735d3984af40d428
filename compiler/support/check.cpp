#include "compiler/support/check.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace hotsite {

void FailCheck(const char* file, int line, const char* condition, const char* why) {
  const std::string text = fmt::format(
      "{}:{}: HOTSITE_CHECK({}) failed: {}\nthis is a bug in hotsite; please report it\n", file, line, condition, why);
  // Not fmt::print(): it throws where stderr is closed, and the process would go on.
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(nullptr);
  // Not exit(): destructors must not run on a state that has just been found broken.
  _exit(3);
}

}  // namespace hotsite
