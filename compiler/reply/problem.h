// How a reader says why it can't read a file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler/diagnostics/codes.h"
#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// Thrown inside of a reader of PDF, where libqpdf throws too, and caught where the reader begins.
struct Refused {
  Problem problem;
};

/// `what` goes on after the file's name: "is protected by a password".
inline Problem MakeProblem(Code code, std::string what, std::string advice, std::vector<std::string> notes = {}) {
  return {code.number, std::move(what), std::move(notes), std::move(advice)};
}

/// `what`: fields, pages.
inline Problem TooMany(const std::string& what) {
  return MakeProblem(codes::kReplyTooLarge, "has more " + what + " than a request ever has",
                     "ask the vendor for the request that was sent, with the answers in it");
}

}  // namespace hotsite::reply
