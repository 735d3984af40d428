// Typed statements -> model: names resolved, systems placed at every site, carriers found, device numbers dealt out.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/model/model.h"

namespace hotsite::check {

/// What stands in the place of a `?`: the text of the answer, and where it is written.
struct HoleAnswer {
  std::string text;
  Span span;
};
using HoleAnswers = std::map<std::string, HoleAnswer, std::less<>>;

/// The model of a spec. Names that can't be resolved go to `reporter`, once each; what they concern is left out.
/// `answers` by key of the hole (model::Hole::key): a `?` that has one becomes that value instead of a question; a text
/// that isn't of its type goes to `unread`, and the question stays.
model::Model BuildModel(Elaborated spec, Reporter& reporter, const HoleAnswers& answers, Reporter& unread);
model::Model BuildModel(Elaborated spec, Reporter& reporter);

}  // namespace hotsite::check
