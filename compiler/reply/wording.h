// Whether a reply still says what was sent: an answer to another question is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/requirements/ledger.h"

namespace hotsite::reply {

/// The words around the place where two texts begin to differ; one is empty where nothing is there.
struct Difference {
  std::string issued;  // … at least 24 GiB of central storage …
  std::string reads;   // … at least 10 GiB of central storage …
};

struct AlteredRow {
  std::string id;
  Difference difference;
};

struct Wording {
  /// False: hardly a row could be found, since another program has set the document anew, or it has none. Then nothing
  /// is known, and the rest is empty.
  bool compared = false;
  std::vector<AlteredRow> altered;  // in the order of identifiers
  std::vector<std::string> unread;  // rows that can't be compared: written from right to left, or in an unknown font
};

/// Compares the rows of a request as they were issued with `words` (Read::words): each has to stand there with its
/// identifier, edition, kind and whole sentence. Blanks don't count. Linear in both.
Wording CompareWording(std::string_view words, const requirements::IssuedRows& rows);

/// Compares all the words of two printings of one request, also those between the rows (how to answer, what the terms
/// mean); nothing: they say the same. Both come from Read::words.
std::optional<Difference> FirstDifference(std::string_view issued, std::string_view words);

}  // namespace hotsite::reply
