// An answer in the place of a `?`: read as what would stand there is read. Only the build_*.cpp use it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/build_context.h"
#include "compiler/schema/schema.h"

namespace hotsite::check {

/// What was answered to `ask`, read as the operand `role` of `row`; with `several` as a list of it, whatever the
/// statement takes. Empty where there is no answer, or one that can't stand there; that is reported, and the question
/// stays.
std::vector<Value> AnswersTo(BuildContext& context, const Ask& ask, const schema::Row& row, std::string_view role,
                             bool several = false);

/// The machine model that was answered: by its name in the library, its title (IBM System z10 EC) or its type number
/// (2097, 2097-E26). Nothing as above.
std::optional<model::Stated<model::MachineModelId>> AnsweredModel(BuildContext& context, const Ask& ask);

/// Reports that the answer to `ask`, which could be read, can't stand there all the same; the question stays.
void RefuseAnswer(BuildContext& context, const Ask& ask, const std::string& problem, std::string_view expected);

}  // namespace hotsite::check
