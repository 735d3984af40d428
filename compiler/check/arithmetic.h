// Arithmetic among the operands of a statement: `processors 2 * n`, `memory BIG + 512 MiB`, `10.20.30.5 + n`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compiler/check/cursor.h"
#include "compiler/values/memory_size.h"

namespace hotsite::check {

/// Whether the next operands are arithmetic rather than a literal or a name.
bool AtArithmetic(const Cursor& cursor);

/// Reads one: operands joined by `+ - *`. The value, or nothing after reporting what is wrong.
std::optional<std::int64_t> ReadArithmeticCount(Cursor& cursor, const std::string& expected);
std::optional<MemorySize> ReadArithmeticMemory(Cursor& cursor, const std::string& expected);

/// What follows an address: `+ n`, `- 2 * n`. 0 when nothing does.
std::optional<std::int64_t> ReadOffset(Cursor& cursor, const std::string& expected);

}  // namespace hotsite::check
