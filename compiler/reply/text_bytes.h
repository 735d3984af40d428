// The bytes of a table or of JSON as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// `bytes` as UTF-8 without a byte order mark: UTF-8, or UTF-16 by its byte order mark or its NUL bytes, as
/// spreadsheets save "Unicode text". Anything else is a problem (HS4021): which letters the bytes of an old code page
/// stand for is never guessed.
std::string TextOf(std::string_view bytes, Problem* problem);

}  // namespace hotsite::reply
