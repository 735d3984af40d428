// What a reviewer has to know before anything else.
#pragma once

#include <string>
#include <vector>

#include "compiler/diff/spec_changes.h"

namespace hotsite::backends::changelog {

/// Whether a reviewer must look at it first: where and at which level systems run, what loosens what the vendor has to
/// provide, what the spec newly accepts, and what it requires otherwise or no more of itself.
bool IsGrave(const diff::SpecChange& change);

/// All grave ones: placement, then what loosens, then judgement.
std::vector<const diff::SpecChange*> GraveOnes(const diff::SpecChanges& changes);

/// How many changes of the topic there are, those of mere words aside.
std::size_t CountMeaning(const diff::SpecChanges& changes, diff::Topic topic);

/// `15 changes: 2 of placement, 1 loosens, 3 tighten; 4 need a new quotation`; `no change in meaning`.
std::string Verdict(const diff::SpecChanges& changes);

/// `1 placement, 3 capacity; 2 tighten, 1 loosens; 4 editorial`: all there are, by topic, then by class.
std::string Counts(const diff::SpecChanges& changes);

}  // namespace hotsite::backends::changelog
