// The entries of the standard library as topics: what Hotsite knows of machines, releases, distributions, disks, OSA
// features and tape drives, each fact with its source.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "compiler/driver/library_entries.h"
#include "compiler/driver/topics.h"

namespace hotsite::driver {
namespace {

using Library = std::shared_ptr<const std::vector<LibraryEntry>>;

/// A kind of entry: how one is named in a spec, and what those of it are called.
struct Kind {
  std::string_view word;
  std::string_view use;     // {} is the name
  std::string_view plural;  // of what has generations
};

constexpr Kind kKinds[] = {
    {"machine_model", "machine CEC : {}", ""},
    {"zvm_release", "zvm VMPROD : {}", "z/VM"},
    {"zos_release", "zos PRODA : {}", "z/OS"},
    {"distribution", "linux LNXWAS1 : {}", "Linux"},
    {"osa_feature", "osa OSA0 : {} carries OFFICE", "OSA features"},
    {"disk_model", "disk 0201 {}", ""},
    {"tape_model", "tape drives 6 reading {}", ""},
};

std::string UseOf(const LibraryEntry& entry) {
  const auto* kind =
      std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Kind& one) { return one.word == entry.kind; });
  return kind == std::end(kKinds) ? std::string() : fmt::format(fmt::runtime(kind->use), entry.name);
}

void Add(std::string& list, const LibraryEntry& entry) {
  list += fmt::format("{}`{}`", list.empty() ? "" : ", ", entry.name);
}

/// What a machine's generation, or a release's generations, mean: the names on the other side.
Facts OthersOf(const LibraryEntry& entry, const std::vector<LibraryEntry>& all) {
  Facts facts;
  if (entry.generation) {
    for (const Kind& kind : kKinds) {
      std::string names;
      for (const LibraryEntry& one : all) {
        if (one.kind == kind.word && one.GoesWith(entry)) Add(names, one);
      }
      if (!names.empty()) facts.facts.push_back({std::string(kind.plural), names, {}});
    }
  }
  std::string machines;
  for (const LibraryEntry& one : all) {
    if (entry.GoesWith(one)) Add(machines, one);
  }
  if (!machines.empty()) facts.facts.push_back({"machines", machines, {}});
  return facts;
}

/// The facts as a table; a source that several share is listed once, below.
void AddFacts(const LibraryEntry& entry, Page& page) {
  Table facts{{"fact", "value", "source"}, {}};
  std::vector<std::string> sources;
  for (const LibraryFact& fact : entry.facts) {
    const auto found = std::find(sources.begin(), sources.end(), fact.source);
    const auto number = found - sources.begin() + 1;
    if (found == sources.end() && !fact.source.empty()) sources.push_back(fact.source);
    facts.rows.push_back({fact.name, fact.value, fact.source.empty() ? "unsourced" : fmt::format("source {}", number)});
  }
  page.parts.push_back(std::move(facts));
  std::string list;
  for (std::size_t i = 0; i < sources.size(); ++i) list += fmt::format("{}. {}\n", i + 1, sources[i]);
  if (!list.empty()) page.parts.push_back(Prose{list});
}

Page PageOf(const LibraryEntry& entry, const std::vector<LibraryEntry>& all) {
  Page page{entry.name, fmt::format("{} of the standard library", entry.kind), AsSentence(entry.title), {}};
  if (entry.doc.starts_with(entry.title)) page.lead = entry.doc;
  if (!entry.doc.empty() && page.lead != entry.doc) page.lead += " " + entry.doc;
  page.parts.push_back(Specimens{{}, {fmt::format("use {}\n{}", entry.module, UseOf(entry))}});
  AddFacts(entry, page);
  if (Facts others = OthersOf(entry, all); !others.facts.empty()) {
    page.parts.push_back(Prose{entry.generation ? "By these facts what runs on it, or goes into it, is:"
                                                : "By these facts it goes with:"});
    page.parts.push_back(std::move(others));
  }
  page.note =
      "Each fact has its source. An unsourced one is from knowledge; a rule that rests on it is at most a warning.";
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
  const Library library = std::make_shared<const std::vector<LibraryEntry>>(ReadLibrary());
  for (const LibraryEntry& entry : *library) {
    topics.push_back({"Standard library", entry.name, {entry.title}, entry.title, entry.module, [library, &entry] {
                        return PageOf(entry, *library);
                      }});
  }
  return topics;
}

}  // namespace hotsite::driver
