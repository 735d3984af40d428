#include "compiler/driver/library_entries.h"

#include <fmt/format.h>

#include "compiler/check/elaborate.h"

namespace hotsite::driver {
namespace {

std::string_view TextAt(const SourceMap& sources, Span span) {
  return sources.Get(span).text().substr(span.begin, span.end - span.begin);
}

/// What stands between a statement's word and its source, on one line: `from 10 to 12`, `CP, IFL, ICF`.
std::string ValueOf(const check::Entry& statement, const SourceMap& sources) {
  std::string_view text = TextAt(sources, statement.whole);
  text.remove_prefix(statement.keyword().size());
  text = text.substr(0, text.find(" source \""));
  if (text.ends_with(" unsourced")) text.remove_suffix(std::string_view(" unsourced").size());
  std::string value;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) value += c;
    if (blank && !value.empty() && value.back() != ' ') value += ' ';
  }
  value.erase(value.find_last_not_of(' ') + 1);
  return value;
}

std::optional<std::int64_t> NumberOf(const check::Entry& statement, std::string_view role) {
  const check::Value* value = statement.Get(role);
  return value == nullptr ? std::nullopt : std::optional(value->As<std::int64_t>());
}

LibraryEntry EntryOf(const check::Entry& read, const SourceMap& sources) {
  const std::string_view file = sources.Get(read.whole).path();
  LibraryEntry entry;
  entry.name = read.Text("name");
  entry.kind = read.keyword();
  entry.module = file.substr(0, file.rfind('.'));
  entry.title = read.Text("title");
  entry.doc = read.doc;
  for (const check::Entry& fact : read.children) {
    entry.facts.push_back({std::string(fact.keyword()), ValueOf(fact, sources), std::string(fact.Text("source"))});
    if (fact.keyword() == "generation") entry.generation = NumberOf(fact, "generation");
    if (fact.keyword() != "generations") continue;
    entry.says_generations = true;
    entry.first_generation = NumberOf(fact, "first").value_or(0);
    entry.last_generation = NumberOf(fact, "last");
  }
  return entry;
}

}  // namespace

bool LibraryEntry::GoesWith(const LibraryEntry& machine) const {
  if (!says_generations || !machine.generation || *machine.generation < first_generation) return false;
  return !last_generation || *machine.generation <= *last_generation;
}

std::vector<LibraryEntry> ReadLibrary() {
  std::string spec = "hotsite 1\n";
  for (const std::string_view module : check::StandardModules()) spec += fmt::format("use {}\n", module);
  check::MemorySources files({{"library.dr", spec}});
  SourceMap sources;
  Reporter reporter;
  const check::Elaborated library = check::Elaborate("library.dr", files, sources, reporter);
  std::vector<LibraryEntry> entries;
  for (const check::Entry& one : library.entries) entries.push_back(EntryOf(one, sources));
  return entries;
}

}  // namespace hotsite::driver
