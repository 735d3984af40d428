// What VSWITCH controllers need that the spec names and nobody has yet, being neither shipped with z/VM nor restored
// with our directory: their directory entries and TCP/IP profiles.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host_file.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

struct ControllerEntry {
  std::string userid;
  std::vector<std::string> lines;       // the statements of all its records: USER, or IDENTITY and SUBCONFIGs
  std::vector<std::string> subconfigs;  // their names
};

/// The user IDs of those controllers.
std::vector<std::string> NewControllers(const Host& host);

/// An entry for each, in the order of the vswitches; of a single system image all are in the file of its first member
/// here, since the members share one directory.
std::vector<ControllerEntry> ControllerEntriesOf(const Host& host);

/// The entries with the remarks above them.
void WriteControllerEntries(TextWriter& out, const Host& host);

/// `<userid> TCPIP` of each, which a stack takes before the node's and before PROFILE TCPIP (search order: zvm-bootcamp
/// course): without it the controller would come up with the devices and addresses of the z/VM's own stack.
std::vector<HostFile> ControllerProfiles(const Host& host);

}  // namespace hotsite::backends::zvm_text
