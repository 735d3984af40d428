#include "compiler/diagnostics/codes.h"

namespace hotsite {

std::span<const CodeInfo> AllCodes() {
  static constexpr CodeInfo kCodes[] = {
#define HOTSITE_CODE(number, name, title, explanation) {Code{number}, #name, title, explanation},
#include "compiler/diagnostics/codes.def"
#undef HOTSITE_CODE
  };
  return kCodes;
}

}  // namespace hotsite
