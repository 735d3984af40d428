// The entries of the standard library as topics: what Hotsite knows of machines, releases, distributions and disks,
// each fact with its source.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "compiler/check/elaborate.h"
#include "compiler/driver/topics.h"

namespace hotsite::driver {
namespace {

struct LibraryFact {
  std::string name;
  std::string value;
  std::string source;  // empty: none is known
};

struct LibraryEntry {
  std::string name;
  std::string kind;    // machine_model
  std::string module;  // std.machines
  std::string title;
  std::string doc;
  std::vector<LibraryFact> facts;
};

std::string_view TextAt(const SourceMap& sources, Span span) {
  return sources.Get(span).text().substr(span.begin, span.end - span.begin);
}

LibraryFact FactOf(const check::Entry& statement, const SourceMap& sources) {
  LibraryFact fact{std::string(statement.keyword()), {}, std::string(statement.Text("source"))};
  for (const check::Argument& argument : statement.arguments) {
    if (argument.role == "source") continue;
    fact.value += fmt::format("{}{}", fact.value.empty() ? "" : " ", TextAt(sources, argument.value.span));
  }
  return fact;
}

std::vector<LibraryEntry> ReadLibrary() {
  std::string spec = "hotsite 1\n";
  for (const std::string_view module : check::StandardModules()) spec += fmt::format("use {}\n", module);
  check::MemorySources files({{"library.dr", spec}});
  SourceMap sources;
  Reporter reporter;
  const check::Elaborated library = check::Elaborate("library.dr", files, sources, reporter);
  std::vector<LibraryEntry> entries;
  for (const check::Entry& one : library.entries) {
    const std::string_view file = sources.Get(one.whole).path();
    LibraryEntry entry{std::string(one.Text("name")),
                       std::string(one.keyword()),
                       std::string(file.substr(0, file.rfind('.'))),
                       std::string(one.Text("title")),
                       one.doc,
                       {}};
    for (const check::Entry& fact : one.children) entry.facts.push_back(FactOf(fact, sources));
    entries.push_back(std::move(entry));
  }
  return entries;
}

// How an entry of this kind is named in a spec.
std::string UseOf(const LibraryEntry& entry) {
  if (entry.kind == "machine_model") return fmt::format("machine CEC : {}", entry.name);
  if (entry.kind == "zvm_release") return fmt::format("zvm VMPROD : {}", entry.name);
  if (entry.kind == "distribution") return fmt::format("linux LNXWAS1 : {}", entry.name);
  if (entry.kind == "disk_model") return fmt::format("disk 0201 {}", entry.name);
  return {};
}

Page PageOf(const LibraryEntry& entry) {
  Page page{entry.name, fmt::format("{} of the standard library", entry.kind), AsSentence(entry.title), {}};
  if (!entry.doc.starts_with(entry.title)) page.lead += " " + entry.doc;
  const std::string use = UseOf(entry);
  page.parts.push_back(Specimens{{}, {fmt::format("use {}\n{}", entry.module, use)}});
  Table facts{{"fact", "value", "source"}, {}};
  for (const LibraryFact& fact : entry.facts)
    facts.rows.push_back({fact.name, fact.value, fact.source.empty() ? "unsourced" : fact.source});
  page.parts.push_back(std::move(facts));
  page.note =
      "Behind each fact stands where it is from. An unsourced one is from knowledge; a rule that rests on it is "
      "at most "
      "a warning.";
  return page;
}

}  // namespace

std::vector<std::string> LibraryNames(std::string_view kind) {
  std::vector<std::string> names;
  for (const LibraryEntry& entry : ReadLibrary()) {
    if (entry.kind == kind) names.push_back(entry.name);
  }
  return names;
}

std::vector<Topic> LibraryTopics() {
  std::vector<Topic> topics;
  for (LibraryEntry& read : ReadLibrary()) {
    const auto entry = std::make_shared<const LibraryEntry>(std::move(read));
    topics.push_back({"Standard library", entry->name, {entry->title}, entry->title, entry->module, [entry] {
                        return PageOf(*entry);
                      }});
  }
  return topics;
}

}  // namespace hotsite::driver
