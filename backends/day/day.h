// The day backend: day/, the papers for the day of the test (arrival checklist, bring-up plan, restore plan, timeline,
// who to call, after-action form), as text and as PDF. Whoever is on site may be none of those who wrote the spec.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::day {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{
    "day",
    "the papers for the day of the test: checklist of arrival, bring-up, restore, timeline, people, after-action",
    "day/", Generate};

}  // namespace hotsite::backends::day
