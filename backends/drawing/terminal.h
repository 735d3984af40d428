// A site's picture in characters, for a terminal and for plain text.
#pragma once

#include <string>

#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::backends::drawing {

enum class Characters : std::uint8_t {
  kBoxDrawing,  // ┌─┐ ═ ● ✗
  kAscii,       // +-+ = o x
};

/// At most `columns` wide where that can be done by folding; lines without blanks at their ends, then what the marks
/// mean. `requirements` may be absent.
std::string SiteAsText(const model::Model& model, const model::Site& site,
                       const requirements::Requirements* requirements, std::size_t columns, Characters characters);

}  // namespace hotsite::backends::drawing
