#include "backends/changelog/places.h"

#include <fmt/format.h>

namespace hotsite::backends::changelog {
namespace {

/// The file's own name: the folders are the same for all.
std::string PlaceIn(const SourceMap& sources, Span span) {
  if (!span.valid()) return {};
  const SourceFile& file = sources.Get(span);
  return fmt::format("{}:{}", file.path().substr(file.path().rfind('/') + 1), file.Locate(span.begin).line);
}

}  // namespace

std::string PlaceOf(const Changelog& log, const diff::SpecChange& change) {
  if (change.now_span.valid()) return PlaceIn(log.now.sources, change.now_span);
  const std::string was = PlaceIn(log.before.sources, change.before_span);
  return was.empty() ? was : "was " + was;
}

}  // namespace hotsite::backends::changelog
