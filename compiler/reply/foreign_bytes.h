// Files that arrive instead of a reply, told by their first bytes: pictures, mails, archives, documents of Word.
#pragma once

#include <string_view>

#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// What `bytes` are and what to do about it, when they are surely none of the forms that Hotsite reads; code 0: they
/// may be one (a text may be CSV). Says nothing of PDF and XLSX.
Problem ForeignBytes(std::string_view bytes);

/// Whether there is a PDF in the file: its mark within the first kilobyte, as readers of PDF have it.
bool IsPdf(std::string_view bytes);

}  // namespace hotsite::reply
