// The site that the vendor promises: the spec's statements with the answers in them. A `?` becomes the answer; what was
// confirmed with a value or deviated from replaces what the spec says (`memory 10 GiB`, a guest of the vendor's z/VM
// instead of a partition, HiperSockets that aren't there). From then on it is a spec like any other: the same checks,
// rules and backends, so a promise is judged by what it does to the systems, not by its words. Every statement that an
// answer made stands at the answer's place, so findings point into the contract.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/check/check.h"
#include "compiler/contract/answers.h"
#include "compiler/model/model.h"

namespace hotsite::contract {

struct Promise {
  check::HoleAnswers answers;  // by key of the hole
  check::Amend amend;
  /// Rows whose answer changed statements, in document order.
  std::vector<std::string> changed;
  /// Rows whose answer couldn't be put into the spec, because nothing in it stands for what they say; they are judged
  /// by Compare alone.
  std::vector<std::string> unmodelled;
};

/// `requested` is the model that `answers` were asked by. The promise refers to both.
Promise PromiseOf(const Answers& answers, const model::Model& requested);

}  // namespace hotsite::contract
