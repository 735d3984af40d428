// The commands. Each takes plain options and the two output streams and gives the exit code; nothing here knows the
// command line.
#pragma once

#include <string>
#include <vector>

#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

/// Exit codes (README): clean, errors in the spec, wrong usage or unreadable files. 3, a bug in Hotsite, is
/// FailCheck's.
inline constexpr int kClean = 0;
inline constexpr int kFound = 1;
inline constexpr int kUsage = 2;

struct CommonOptions {
  std::string spec;
  bool json = false;           // --format json
  bool warnings_fail = false;  // --werror
  bool colour = false;
  unsigned most = 100;  // findings shown
};

struct BuildOptions : CommonOptions {
  std::string folder;
  std::vector<std::string> only;
  bool verify = false;
};

struct IssueOptions : CommonOptions {
  std::string why;
};

struct Streams {
  llvm::raw_ostream& out;  // results
  llvm::raw_ostream& err;  // findings for people
};

int RunCheck(const CommonOptions& options, Streams streams);
int RunBuild(const BuildOptions& options, Streams streams);
int RunIssue(const IssueOptions& options, Streams streams);
/// `topic`: a code; empty: lists all.
int RunExplain(const std::string& topic, Streams streams);
int RunListBackends(Streams streams);

}  // namespace hotsite::driver
