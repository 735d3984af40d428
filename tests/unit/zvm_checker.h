// Reads z/VM files as CP, DIRECTXA and TCP/IP would, by the rules of CP Planning and Administration; written without
// looking at the backend, so that both can't be wrong in the same way. Used by the tests of the z/VM backend.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::zvm_test {

struct Findings {
  std::vector<std::string> problems;  // `3: what is wrong`
  std::vector<std::string> open;      // tokens with `??`, each place: CP refuses them
};

/// USER DIRECT: columns, statement order within entries and file, known statements, operands, overlapping virtual
/// devices.
Findings CheckDirectory(std::string_view text);

/// SYSTEM CONFIG: comments closed, continuation, known statements and operands, things defined once and before use.
Findings CheckSystemConfig(std::string_view text);

/// PROFILE TCPIP: every name defined before use, first hops within a HOME subnet.
Findings CheckTcpip(std::string_view text);

/// DTCPARMS: entries of tags, the devices of :attach. as ranges or `real as virtual`, each virtual device once.
Findings CheckDtcparms(std::string_view text);

/// EXEC: first line a comment, at most 80 columns, nothing but printable ASCII.
Findings CheckExec(std::string_view text);

/// The checker for a file of zvm/ or vendor-zvm/ by its name, whatever its folder; nothing for a text for people
/// (.txt). A name that is neither is a problem: every format has a checker.
std::optional<Findings> CheckZvmFile(std::string_view path, std::string_view text);

}  // namespace hotsite::zvm_test
