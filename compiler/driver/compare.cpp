#include "compiler/driver/compare.h"

#include <future>
#include <utility>

namespace hotsite::driver {

std::pair<Compilation, Compilation> CompileBoth(const std::string& before, check::SourceProvider& of_before,
                                                const std::string& now, check::SourceProvider& of_now) {
  auto old = std::async(std::launch::async, [&] { return Compile(before, of_before, Depth::kModel); });
  Compilation today = Compile(now, of_now, Depth::kModel);
  return {old.get(), std::move(today)};
}

Comparison::Comparison(ComparedSpec before, ComparedSpec now)
    : before_(std::move(before)),
      now_(std::move(now)),
      old_{*before_.compilation.model, before_.compilation.requirements},
      today_{*now_.compilation.model, now_.compilation.requirements},
      changes_(diff::CompareSpecs(old_, today_)) {}

void Comparison::Keep(const std::function<bool(const diff::SpecChange&)>& wanted, bool request) {
  std::erase_if(changes_.all, [&](const diff::SpecChange& change) { return !wanted(change); });
  if (!request) changes_.request.all.clear();
}

backends::changelog::Changelog Comparison::log() const {
  return {{old_, before_.compilation.sources, before_.title},
          {today_, now_.compilation.sources, now_.title},
          changes_,
          files,
          remarks};
}

}  // namespace hotsite::driver
