#include "compiler/driver/compare.h"

#include <utility>

namespace hotsite::driver {

Comparison::Comparison(ComparedSpec before, ComparedSpec now)
    : before_(std::move(before)),
      now_(std::move(now)),
      old_{*before_.compilation.model, before_.compilation.requirements},
      today_{*now_.compilation.model, now_.compilation.requirements},
      changes_(diff::CompareSpecs(old_, today_)) {}

backends::changelog::Changelog Comparison::log() const {
  return {{old_, before_.compilation.sources, before_.title},
          {today_, now_.compilation.sources, now_.title},
          changes_,
          files,
          remarks};
}

}  // namespace hotsite::driver
