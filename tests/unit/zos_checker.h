// Reads z/OS files as TCP/IP, VTAM and D M=CONFIG would, by the rules of IBM's manuals; written without looking at the
// backend, so that both can't be wrong in the same way. Used by the tests of the z/OS backend.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotsite::zos_test {

struct Findings {
  std::vector<std::string> problems;  // `3: what is wrong`; 0: of the file as a whole
  std::vector<std::string> open;      // tokens with `??` outside comments
};

/// PROFILE.TCPIP (IP Configuration Reference: statement syntax, INTERFACE, BEGINROUTES): parameters that each statement
/// must and may have, names defined once and before use, first hops on a link, everything started that can be.
Findings CheckProfile(std::string_view text);

/// A TRL major node (SNA Resource Definition Reference, TRL; coding conventions): columns, continuation, operands of
/// QDIO, devices.
Findings CheckTrl(std::string_view text);

/// A CONFIGxx member (MVS Initialization and Tuning Reference): statements, lists, ranges, columns 1 to 71.
Findings CheckConfig(std::string_view text);

}  // namespace hotsite::zos_test
