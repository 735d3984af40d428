// What both the declaration of a system and a site can say of it: what it is given, how it comes up, who restores it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/sheet.h"
#include "compiler/diff/view.h"

namespace hotsite::diff {

void AddResources(const View& view, const model::Resources& resources, Sheet& sheet);
void AddSettings(const View& view, const model::SystemSettings& settings, Sheet& sheet);
/// `said`: whose word it is, for an order that names nobody.
void AddStart(const View& view, const model::StartOrder& start, Span said, Sheet& sheet);
void AddIpl(const View& view, const model::Stated<DeviceNumber>& device, Sheet& sheet);
void AddRestore(const View& view, const std::optional<model::Restore>& restore, Sheet& sheet);

/// `2 CP dedicated, 16 GiB, xstore 4 GiB`, for descriptions: the parts that are said. `?` for what the vendor says.
std::vector<std::string> ResourceWords(const model::Resources& resources);

/// Names of systems of which the order says nothing: `PRODA, PRODB`.
std::string NamesOf(const View& view, const std::vector<model::Reference>& references);
/// `0A00-0A0F, 0B00`, in their order; numbers that follow each other are one range, however they were written.
std::string RangesText(const std::vector<DeviceRange>& ranges);

}  // namespace hotsite::diff
