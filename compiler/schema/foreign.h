// Statements of the files that a system programmer knows by heart (USER DIRECT, SYSTEM CONFIG, PROFILE TCPIP, the input
// of IOCP), and what says the same here. Messages about a pasted statement, `hotsite explain MDISK` and the manual's
// page for those who come from these files read this table.
//
// What the statements mean: z/VM's CP Planning and Administration and TCP/IP Planning and Customization, and the
// Input/Output Configuration Program User's Guide.
#pragma once

#include <span>
#include <string_view>

#include "compiler/schema/examples.h"

namespace hotsite::schema {

struct Foreign {
  std::string_view file;    // USER DIRECT
  std::string_view word;    // MDISK, or two words: DEFINE VSWITCH
  std::string_view says;    // what it says there, half a sentence: "a minidisk of the guest"
  std::string_view parent;  // the block in which one looks for it here
  std::string_view here;    // an example of what says it; empty: nothing does
  std::string_view rest;    // what goes where, or stays to be done by hand: half a sentence; may be empty
};

/// In the order of the files, and within each as a statement is likely to be looked for.
std::span<const Foreign> AllForeign();

/// The one that `word`, followed by `next`, is, in any case of letters; of several the one that belongs into a block of
/// `parent`. Nothing when no such file has it.
const Foreign* FindForeign(std::string_view word, std::string_view next, std::string_view parent);

}  // namespace hotsite::schema
