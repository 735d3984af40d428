// hotsite: see driver/options.cpp for the command line and driver/commands.h for what each command does.
#include <exception>

#include "compiler/driver/options.h"
#include "compiler/support/check.h"
#include "llvm/Support/CommandLine.h"

namespace {

using namespace hotsite::driver;

int Dispatch(const Options& options, Streams streams) {
  switch (options.command) {
    case Command::kCheck:
      return RunCheck(options.build, streams);
    case Command::kBuild:
      return RunBuild(options.build, streams);
    case Command::kIssue:
      return RunIssue(options.issue, streams);
    case Command::kExplain:
      return RunExplain(options.topic, streams);
    case Command::kListBackends:
      return RunListBackends(streams);
    default:
      llvm::cl::PrintHelpMessage();
      return kUsage;
  }
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  llvm::cl::SetVersionPrinter([](llvm::raw_ostream& out) { out << "hotsite " HOTSITE_VERSION "\n"; });
  if (!ReadOptions(count, arguments, llvm::errs(), &options)) return kUsage;
  try {
    const int code = Dispatch(options, {llvm::outs(), llvm::errs()});
    llvm::outs().flush();
    return code;
  } catch (const std::exception& error) {
    HOTSITE_CHECK(false, error.what());  // nothing here throws on purpose
  }
}
