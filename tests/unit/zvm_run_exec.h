// Runs a generated EXEC under Regina: the file is taken as it is written, with a DIAGRC of the test's own behind it
// that plays CP, and programs of the test's own that play CMS commands (PING, EXEC).
#pragma once

#include <string>
#include <vector>

namespace hotsite::zvm_test {

/// How CP and CMS behave.
struct Cp {
  std::string node = "VMPROD";
  std::string on;                              // logged on from the start
  std::string refused;                         // XAUTOLOG fails
  std::string silent;                          // XAUTOLOG is accepted, but they never log on
  std::string dark;                            // vswitches whose uplink never gets ready
  std::string uplink = "State: Disconnected";  // what QUERY VSWITCH says of those; a | ends a line
  std::string stacked;                         // a line that the caller left in the program stack
  std::string cpuid = "FF0C452E20978000";      // empty: QUERY CPUID fails
  std::string ssi = "VMPROD Joined";           // of QUERY SSI; empty: it fails
  std::string garbled;                         // commands (first word) whose return code is no number
  std::string ping;                            // shell text of the PING command; empty: there is none
  std::string learnt;                          // contents of HOME CPUID A
};

struct Outcome {
  int code = -1;
  std::string text;  // both streams
  bool Says(const std::string& what) const { return text.find(what) != std::string::npos; }
  /// How often it says so.
  std::size_t Times(const std::string& what) const;
  /// The users of the XAUTOLOG commands in order.
  std::vector<std::string> Started() const;
};

/// False, with a warning, where Regina isn't installed: then nothing can be run.
bool HasRegina();

Outcome RunExec(const std::string& exec, const Cp& cp, const std::string& arguments, const std::string& answers);

/// The same in a folder that stays, so that a file written by one run is there in the next.
Outcome RunExecIn(const std::string& folder, const std::string& exec, const Cp& cp, const std::string& arguments,
                  const std::string& answers);

}  // namespace hotsite::zvm_test
