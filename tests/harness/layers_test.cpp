// Reads the source tree itself: who includes whom, how long files and functions are. The layer order is the
// architecture (docs/architecture.md), and this is what keeps it.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

namespace fs = std::filesystem;

/// compiler/ folders, each of which may include those before it.
constexpr std::string_view kLayers[] = {"support", "values",       "diagnostics", "syntax", "schema", "model", "rules",
                                        "check",   "requirements", "contract",    "reply",  "diff",   "driver"};
/// What backends may see of the compiler, and the backend folders that others share.
constexpr std::string_view kForBackends[] = {"support",      "values",   "diagnostics", "model",
                                             "requirements", "contract", "diff"};
constexpr std::string_view kSharedBackends[] = {"changelog", "document", "drawing", "json_schema", "zvm_text"};
constexpr std::size_t kLongestFile = 600;
constexpr std::size_t kMedianFile = 120;
constexpr std::size_t kLongestFunction = 40;

struct Source {
  std::string name;  // compiler/model/model.h
  std::vector<std::string> lines;
  std::vector<std::string> includes;  // as written, with their quotes or angle brackets taken off
};

std::vector<Source> ReadSources() {
  std::vector<Source> sources;
  for (const char* folder : {"compiler", "backends"}) {
    for (const char* ending : {".h", ".cpp"}) {
      for (const fs::path& path : FilesUnder(SourceRoot() / folder, ending)) {
        Source source{RelativeName(path), SplitLines(ReadBytes(path)), {}};
        for (const std::string& line : source.lines) {
          if (!line.starts_with("#include ")) continue;
          const std::size_t end = line.find_first_of("\">", 10);
          source.includes.push_back(line.substr(10, end - 10));
        }
        sources.push_back(std::move(source));
      }
    }
  }
  return sources;
}

/// The first two folders of a path: {"compiler", "model"}; the second is empty for backends/backend.h and
/// backends/all.cpp.
std::pair<std::string, std::string> FolderOf(std::string_view name) {
  const std::size_t first = name.find('/');
  const std::size_t second = name.find('/', first + 1);
  if (first == std::string_view::npos) return {};
  const std::string_view inner =
      second == std::string_view::npos ? std::string_view{} : name.substr(first + 1, second - first - 1);
  return {std::string(name.substr(0, first)), std::string(inner)};
}

template <std::size_t N>
std::size_t IndexIn(const std::string_view (&list)[N], std::string_view name) {
  return static_cast<std::size_t>(std::find(std::begin(list), std::end(list), name) - std::begin(list));
}

template <std::size_t N>
bool IsIn(const std::string_view (&list)[N], std::string_view name) {
  return IndexIn(list, name) < N;
}

bool MayInclude(std::string_view from, std::string_view to) {
  const auto [from_top, from_folder] = FolderOf(from);
  const auto [to_top, to_folder] = FolderOf(to);
  if (from_top == "compiler") {
    if (from_folder == "driver") return true;
    return to_top == "compiler" && IndexIn(kLayers, to_folder) <= IndexIn(kLayers, from_folder);
  }
  if (to_top == "compiler") return IsIn(kForBackends, to_folder);
  if (from == "backends/all.cpp") return true;  // the ordered list of all backends
  return to_folder.empty() || to_folder == from_folder || IsIn(kSharedBackends, to_folder);
}

bool IsOurs(std::string_view include) { return include.starts_with("compiler/") || include.starts_with("backends/"); }

/// Parser generator and LLVM are each seen in few places, so that either can be replaced.
bool MayUseLibrary(std::string_view from, std::string_view include) {
  if (include.find("antlr4") != std::string_view::npos || include.starts_with("Hotsite"))
    return from.starts_with("compiler/syntax/");
  if (!include.starts_with("llvm/")) return true;
  const auto [top, folder] = FolderOf(from);
  return top == "compiler" && (folder == "support" || folder == "diagnostics" || folder == "driver");
}

TEST_CASE("every folder includes only what stands below it") {
  for (const Source& source : ReadSources()) {
    const auto [top, folder] = FolderOf(source.name);
    INFO(source.name);
    if (top == "compiler") CHECK(IsIn(kLayers, folder));
    for (const std::string& include : source.includes) {
      INFO("includes " << include);
      if (IsOurs(include)) CHECK(MayInclude(source.name, include));
      CHECK(MayUseLibrary(source.name, include));
    }
  }
}

using Graph = std::map<std::string, std::vector<std::string>>;

/// The first circle that is found from `at`; empty when there is none.
std::string FindCircle(const Graph& graph, const std::string& at, std::vector<std::string>& path,
                       std::set<std::string>& done) {
  const auto again = std::find(path.begin(), path.end(), at);
  if (again != path.end()) {
    std::string circle;
    for (auto name = again; name != path.end(); ++name) circle += *name + " -> ";
    return circle + at;
  }
  if (done.contains(at)) return {};
  path.push_back(at);
  if (const auto node = graph.find(at); node != graph.end()) {
    for (const std::string& next : node->second) {
      if (std::string circle = FindCircle(graph, next, path, done); !circle.empty()) return circle;
    }
  }
  path.pop_back();
  done.insert(at);
  return {};
}

TEST_CASE("no file includes itself in a circle") {
  Graph graph;
  for (const Source& source : ReadSources()) {
    for (const std::string& include : source.includes) {
      if (IsOurs(include)) graph[source.name].push_back(include);
    }
  }
  std::set<std::string> done;
  std::vector<std::string> path;
  for (const auto& [name, includes] : graph) CHECK(FindCircle(graph, name, path, done).empty());
}

TEST_CASE("the compiler knows no backend, the driver excepted") {
  for (const Source& source : ReadSources()) {
    if (!source.name.starts_with("compiler/") || source.name.starts_with("compiler/driver/")) continue;
    for (const std::string& line : source.lines) {
      INFO(source.name << ": " << line);
      CHECK((line.find("backends::") == std::string::npos && line.find("#include \"backends/") == std::string::npos));
    }
  }
}

TEST_CASE("headers say what they are before anything else, and are included once") {
  for (const Source& source : ReadSources()) {
    if (!source.name.ends_with(".h")) continue;
    INFO(source.name);
    REQUIRE(!source.lines.empty());
    CHECK(source.lines.front().starts_with("// "));
    CHECK(std::find(source.lines.begin(), source.lines.end(), "#pragma once") != source.lines.end());
  }
}

TEST_CASE("files are short") {
  std::vector<std::size_t> lengths;
  for (const Source& source : ReadSources()) {
    INFO(source.name);
    CHECK(source.lines.size() <= kLongestFile);
    lengths.push_back(source.lines.size());
  }
  REQUIRE(!lengths.empty());
  std::sort(lengths.begin(), lengths.end());
  const std::size_t median = lengths[lengths.size() / 2];
  fmt::print("{} files, median {} lines, longest {}\n", lengths.size(), median, lengths.back());
  CHECK(median <= kMedianFile);
}

/// Whether a line at the margin (or indented as a member) opens a function's body. clang-format's layout makes this
/// safe: a body's `}` stands at the same indent as the line that begins the function.
bool OpensFunction(const std::string& line) {
  if (line.empty() || !line.ends_with("{") || line.find('(') == std::string::npos) return false;
  if (line[0] == ' ' || line[0] == '}' || line[0] == '#' || line[0] == '/') return false;
  for (const std::string_view no : {"namespace", "struct ", "class ", "enum ", "union "}) {
    if (line.starts_with(no)) return false;
  }
  return line.find(" = ") == std::string::npos;
}

TEST_CASE("functions fit on a screen") {
  std::vector<std::size_t> lengths;
  for (const Source& source : ReadSources()) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      if (!OpensFunction(source.lines[i])) continue;
      const auto end = std::find(source.lines.begin() + static_cast<std::ptrdiff_t>(i), source.lines.end(), "}");
      const auto length = static_cast<std::size_t>(end - source.lines.begin()) - i + 1;
      INFO(source.name << ":" << i + 1 << " " << source.lines[i]);
      CHECK(length <= kLongestFunction);
      lengths.push_back(length);
    }
  }
  REQUIRE(!lengths.empty());
  std::sort(lengths.begin(), lengths.end());
  const std::size_t p90 = lengths[lengths.size() * 9 / 10];
  fmt::print("{} functions, 9 in 10 of at most {} lines\n", lengths.size(), p90);
  CHECK(p90 <= 30);
}

TEST_CASE("nothing is left to do") {
  for (const Source& source : ReadSources()) {
    for (const std::string& line : source.lines) {
      for (const std::string_view mark : {"TODO", "FIXME", "XXX:"}) {
        INFO(source.name << ": " << line);
        CHECK(line.find(mark) == std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace hotsite::harness
