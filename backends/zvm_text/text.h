// How names and free text of a spec become words of a z/VM file. Everything from a spec that reaches USER DIRECT,
// SYSTEM CONFIG, a TCP/IP profile or an EXEC passes through here, so that nothing can end a statement, a comment or a
// string.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/text_writer.h"
#include "compiler/values/mac_address.h"

namespace hotsite::backends::zvm_text {

/// Directory records hold data in columns 1-72; one column is left free (from knowledge).
inline constexpr std::size_t kRecordWidth = 71;
/// SYSTEM CONFIG and EXEC records are 80 columns; the same margin as the directory keeps files alike.
inline constexpr std::size_t kConfigWidth = 71;
/// Texts for people are printed in the request too, whose pages have 72 columns.
inline constexpr std::size_t kTextWidth = 72;

/// A user ID, LAN or node name: upper case, only A-Z 0-9 @ # $ _ -, at most 8. The model has validated it; this makes
/// sure.
std::string StatementName(std::string_view name);

/// A volume label: upper case, only A-Z 0-9 # @ $ : - +, at most 6.
std::string VolumeLabel(std::string_view label);

/// Free text for a comment, a list or a quoted string: one line of printable ASCII in upper case; quotes, percent signs
/// and the signs that open or close a comment are replaced.
std::string PlainText(std::string_view text);

/// The high half of a MAC address, as VMLAN MACPREFIX takes it: 020001.
std::string MacPrefix(const MacAddress& mac);

/// Several words with a blank between them.
std::string Words(const std::vector<std::string>& words);

/// Lines `* text`, at most kRecordWidth columns: a comment of USER DIRECT or DTCPARMS (`mark` is `*`, `.*` or `;`).
void Remark(TextWriter& out, std::string_view text, std::string_view mark = "*");

/// Lines `/* text */`, each closed on its own record, so that no editor or transfer can leave a comment open.
void ConfigRemark(TextWriter& out, std::string_view text);

}  // namespace hotsite::backends::zvm_text
