// The commands. Each takes its arguments, which its row in the table of commands has read, and the two output streams,
// and gives the exit code.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/driver/arguments.h"
#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

/// Exit codes (README): clean, errors in the spec, wrong usage or unreadable files, a bug in Hotsite (as FailCheck's).
inline constexpr int kClean = 0;
inline constexpr int kFound = 1;
inline constexpr int kUsage = 2;
inline constexpr int kBug = 3;

/// `--report FORMAT=FILE`.
struct ReportFile {
  Format format = Format::kHuman;
  std::string path;
};

struct CommonOptions {
  std::string command;  // check
  std::string spec;
  Format format = Format::kHuman;
  bool warnings_fail = false;  // --werror
  bool colour = false;
  unsigned most = 100;    // findings shown
  bool accepted = false;  // --accepted: told too
  std::string root;       // --root; empty: the top of the git repository
  std::vector<ReportFile> reports;

  bool for_people() const { return format == Format::kHuman; }
};

struct Streams {
  llvm::raw_ostream& out;  // results
  llvm::raw_ostream& err;  // findings for people

  /// Where results for people go: findings for tools have stdout for themselves.
  llvm::raw_ostream& results(const CommonOptions& options) const { return options.for_people() ? out : err; }
};

/// The spec and the options that check, build and issue have in common.
CommonOptions CommonFrom(const Arguments& arguments);

/// Whether findings go out in colour: `auto` (on a terminal, unless NO_COLOR is set), `always`, `never`.
bool UseColour(const std::string& when);
/// The same for what goes to stdout, which may be a terminal or git's pager.
bool UseColourOnPages(const std::string& when);

int RunCheck(const Arguments& arguments, Streams streams);
int RunDiff(const Arguments& arguments, Streams streams);
int RunBuild(const Arguments& arguments, Streams streams);
int RunIssue(const Arguments& arguments, Streams streams);
int RunReply(const Arguments& arguments, Streams streams);
int RunNew(const Arguments& arguments, Streams streams);
int RunShow(const Arguments& arguments, Streams streams);
int RunFmt(const Arguments& arguments, Streams streams);
int RunExplain(const Arguments& arguments, Streams streams);
int RunListBackends(const Arguments& arguments, Streams streams);
int RunCompletion(const Arguments& arguments, Streams streams);
int RunMan(const Arguments& arguments, Streams streams);
int RunSchema(const Arguments& arguments, Streams streams);
int RunManual(const Arguments& arguments, Streams streams);
int RunHelp(const Arguments& arguments, Streams streams);

/// The whole program: `words` are the command line without the program's name.
int RunProgram(std::span<const std::string> words, Streams streams);

}  // namespace hotsite::driver
