// Reads a reply where it can do no harm.
#pragma once

#include <string_view>

#include "compiler/reply/reply.h"

namespace hotsite::driver {

/// What `reader` makes of `bytes`, in a process of its own (confined.h). One that reaches a limit there or fails is a
/// problem like any other (HS4011).
reply::Read ReadReplyConfined(std::string_view bytes, reply::Read (*reader)(std::string_view) = reply::ReadReply);

}  // namespace hotsite::driver
