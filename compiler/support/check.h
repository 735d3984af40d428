// HOTSITE_CHECK: states what must hold inside Hotsite itself. A failure is a bug of ours, never the
// user's mistake: it prints where, says so, and exits with code 3.
#pragma once

namespace hotsite {
[[noreturn]] void FailCheck(const char* file, int line, const char* condition, const char* why);
}

#define HOTSITE_CHECK(condition, why) ((condition) ? void() : ::hotsite::FailCheck(__FILE__, __LINE__, #condition, why))
