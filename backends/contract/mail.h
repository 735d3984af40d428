// A mail with attachments as a file that mail programs open: RFC 5322 and RFC 2045 to 2047. Whatever stands in its
// texts, no header and no part begins where none was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backends/document/document.h"

namespace hotsite::backends::contract_papers {

struct Mail {
  std::string from, to;  // addresses (FindAddress); empty: whoever sends it fills them in
  std::string subject;
  std::string text;  // UTF-8, lines end in \n
  std::vector<document::Attachment> attachments;
};

/// The bytes: lines end in CRLF, of at most 76 characters; no date, so that the same input yields the same bytes.
/// `X-Unsent: 1` makes mail programs open it as a draft that waits to be sent.
std::string Print(const Mail& mail);

/// The first mail address in a text, `j.stone@vendor.example` of `J. Stone <j.stone@vendor.example>`; empty: there is
/// none. Of an address only what every mail program takes without quotes is accepted (the dot-atom of RFC 5322 without
/// its rarer characters), so nothing in it can end a header.
std::string FindAddress(std::string_view text);

}  // namespace hotsite::backends::contract_papers
