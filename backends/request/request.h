// The vendor request: what the vendor shall build and answer, as text, Markdown, HTML, PDF, CSV and JSON with the same
// sentences and identifiers. One document in code; see parts.h.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::request {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{
    "request",
    "the request to the vendor: requirements, questions, annexes",
    "request/request.txt, .md, .html, .pdf, .csv, .json",
    &Generate,
    true,
};

}  // namespace hotsite::backends::request
