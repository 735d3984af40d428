// hotsite: see command_table.cpp for the commands and program.cpp for the way to them.
#include <exception>
#include <string>
#include <vector>

#include "compiler/driver/commands.h"
#include "compiler/driver/standard_streams.h"
#include "compiler/support/check.h"

int main(int count, char** arguments) {
  using namespace hotsite::driver;
  PrepareStreams();
  try {
    const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
    return FinishStreams(words, RunProgram(words, {llvm::outs(), llvm::errs()}));
  } catch (const std::exception& error) {
    HOTSITE_CHECK(false, error.what());  // nothing here throws on purpose
  }
}
