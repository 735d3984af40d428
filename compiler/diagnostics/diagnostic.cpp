#include "compiler/diagnostics/diagnostic.h"

#include <fmt/format.h>

namespace hotsite {

const char* ToString(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "note";
}

std::string Code::ToString() const { return fmt::format("HS{:04}", number); }

}  // namespace hotsite
