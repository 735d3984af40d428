#include "compiler/check/unused_module.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/library_names.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

std::uint32_t LineEnd(std::string_view text, std::uint32_t offset) {
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  return static_cast<std::uint32_t>(end > offset && text[end - 1] == '\r' ? end - 1 : end);
}

}  // namespace

std::map<FileId, Edit> PlacesForUse(const std::vector<syntax::File>& files, const SourceMap& sources) {
  std::map<FileId, Edit> places;
  for (const syntax::File& file : files) {
    const syntax::Statement* last = nullptr;
    for (const syntax::Statement& statement : file.statements) {
      if (statement.word == "use" || (last == nullptr && statement.word == "hotsite")) last = &statement;
    }
    if (last == nullptr) continue;
    const std::uint32_t end = LineEnd(sources.Get(file.id).text(), last->whole.end);
    places[file.id] = {{file.id, end, end}, last->word == "use" ? "\n" : "\n\n"};
  }
  return places;
}

bool ReportedAsUnused(std::string_view name, Span span, const Elaborated& spec, std::set<std::string>& told,
                      Reporter& reporter) {
  const LibraryName* found = FindLibraryName(name);
  if (found == nullptr) return false;
  if (!told.emplace(found->module).second) return true;
  auto& finding = reporter.Error(codes::kUnknownName, span, "`{}` stands in `{}`, which this spec doesn't use", name,
                                 found->module);
  finding.Here("not known without it");
  const std::string line = fmt::format("use {}", found->module);
  const auto place = spec.places_for_use.find(span.file);
  if (place == spec.places_for_use.end()) {
    finding.Advise(fmt::format("add a line `{}`", line));
  } else {
    finding.Fix(fmt::format("add a line `{}`", line), {{place->second.span, place->second.text + line}});
  }
  return true;
}

}  // namespace hotsite::check
