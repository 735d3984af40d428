// What a reader found, as text: how it gets from the process that reads (driver/confined.h) to the one that goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/reply/reply.h"

namespace hotsite::reply {

std::string Pack(const Read& read);

/// Nothing where `text` isn't what Pack makes, or holds what no reader lets through (control characters): the process
/// that it comes from has read a stranger's bytes and isn't trusted.
std::optional<Read> Unpack(std::string_view text);

}  // namespace hotsite::reply
