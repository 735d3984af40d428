// The little that Hotsite needs to know of UTF-8: whether bytes are it, and how wide text is on screen.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hotsite {

/// Offset of the first byte that is not part of well-formed UTF-8 (no surrogates, nothing overlong).
std::optional<std::size_t> FindInvalidUtf8(std::string_view text);

/// Number of code points in well-formed UTF-8.
std::size_t CountCodePoints(std::string_view text);

/// Columns that `text` takes on a terminal: 0 for combining marks, 2 for wide East Asian characters.
/// Tabs count one; callers expand them first.
std::size_t DisplayWidth(std::string_view text);

/// Length in bytes of the code point that starts at `offset`: 1 where the bytes aren't UTF-8, 0 at the end.
std::size_t CodePointBytes(std::string_view text, std::size_t offset);

/// Offset of the first character that could command a terminal, break a line or reorder it: the control characters (C0,
/// DEL, C1), the separators U+2028 and U+2029 and the direction controls U+202A-202E and U+2066-2069; and of what is no
/// character in the middle of a text: U+FEFF (a byte order mark) and the noncharacters (U+FFFE, U+FDD0, …).
std::optional<std::size_t> FindControl(std::string_view text);

/// Whether a reader sees nothing of `text`: it is empty, or all blanks, zero-width and other invisible characters.
bool ShowsNothing(std::string_view text);

/// How a message names the character at `offset`: "`é`", "a blank", "U+200B" when it can't be seen, "byte FF"
/// when it isn't UTF-8.
std::string NameCharacter(std::string_view text, std::size_t offset);

}  // namespace hotsite
