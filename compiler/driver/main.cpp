// hotsite: see command_table.cpp for the commands and program.cpp for the way to them.
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "compiler/driver/commands.h"
#include "compiler/support/check.h"

int main(int count, char** arguments) {
  using namespace hotsite::driver;
  // A limit on the size of files (ulimit -f) is then an error like a full disk, not the end without a word.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
    const int code = RunProgram(words, {llvm::outs(), llvm::errs()});
    llvm::outs().flush();
    return code;
  } catch (const std::exception& error) {
    HOTSITE_CHECK(false, error.what());  // nothing here throws on purpose
  }
}
