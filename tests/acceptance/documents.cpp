#include "tests/acceptance/documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr std::string_view kFence = "```";

using Lines = std::vector<std::string>;

std::string Joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text.append(line).append("\n");
  return text;
}

std::string_view Trimmed(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

std::size_t IndentOf(std::string_view line) { return line.size() - Trimmed(line).size(); }

// The line that begins with `words` and the one behind the last of its statement; both `size` when there is none.
std::pair<std::size_t, std::size_t> StatementAt(const Lines& lines, std::string_view words) {
  std::size_t begin = 0;
  while (begin < lines.size() && !Trimmed(lines[begin]).starts_with(words)) ++begin;
  std::size_t end = begin;
  if (begin < lines.size() && lines[begin].ends_with('{')) {
    const std::string close = std::string(IndentOf(lines[begin]), ' ') + "}";
    while (end < lines.size() && lines[end] != close) ++end;
  }
  return {begin, std::min(end + 1, lines.size())};
}

Lines Indented(std::string_view part, std::size_t by) {
  Lines lines = harness::SplitLines(part);
  for (std::string& line : lines) {
    if (!line.empty()) line.insert(0, std::string(by, ' '));
  }
  return lines;
}

/// Runs one document. Everything stands in one scratch folder, so that a fence sees what those before it made.
class Runner {
 public:
  explicit Runner(RunDocument& document) : document_(document) {}

  void Run() {
    const Lines lines = harness::SplitLines(document_.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Put(lines[i]);
      if (!lines[i].starts_with(kFence)) continue;
      Lines body;
      const std::string fence = lines[i].substr(0, lines[i].find_first_not_of('`'));
      for (++i; i < lines.size() && lines[i] != fence; ++i) body.push_back(lines[i]);
      Fence(lines[i - body.size() - 1].substr(fence.size()), body);
      if (i < lines.size()) Put(lines[i]);
    }
  }

 private:
  void Put(std::string_view line) { document_.expected.append(line).append("\n"); }

  void Fence(std::string_view info, const Lines& body) {
    if (info == "console") return Console(body);
    const std::filesystem::path shown = harness::SourceRoot() / info.substr(std::min(info.find(' ') + 1, info.size()));
    const bool shows =
        !info.starts_with("dr ") && info.find(' ') != info.npos && std::filesystem::is_regular_file(shown);
    document_.expected.append(shows ? harness::ReadBytes(shown) : Joined(body));
    if (shows) return;
    if (info.starts_with("csv ")) return scratch_.Write(std::string(info.substr(4)), Joined(body));
    if (!info.starts_with("dr ")) {
      return Problem(
          info, "is neither `dr FILE` nor `csv FILE` nor `console` nor a file of the source tree, so nothing runs it");
    }
    info.remove_prefix(3);
    const std::size_t blank = std::min(info.find(' '), info.size());
    const std::string name(info.substr(0, blank));
    info.remove_prefix(std::min(blank + 1, info.size()));
    std::string file = info.empty() ? "" : harness::ReadBytes(scratch_ / name);
    Change(file, info, Joined(body));
    scratch_.Write(name, file);
  }

  void Change(std::string& file, std::string_view how, const std::string& part) {
    constexpr std::string_view kIn = "in ", kInstead = "instead of ";
    bool done = true;
    if (how.empty()) {
      file = part;
    } else if (how == "more") {
      file += "\n" + part;
    } else if (how.starts_with(kIn)) {
      done = AddToBlock(file, how.substr(kIn.size()), part);
    } else if (how.starts_with(kInstead)) {
      done = ReplaceStatement(file, how.substr(kInstead.size()), part);
    } else {
      return Problem(how, "isn't `more`, `in WORDS` or `instead of WORDS`");
    }
    if (!done) Problem(how, "begins no statement of the file as it is here");
  }

  void Console(const Lines& body) {
    for (const std::string& line : body) {
      if (!line.starts_with("$ ")) continue;
      Put(line);
      const std::string command =
          FixedGit() + Installed() + "cd " + Quoted(scratch_ / "") + " && { " + line.substr(2) + "\n} 2>&1";
      std::string out = acceptance::Run(scratch_, command).out;
      if (!out.empty() && !out.ends_with('\n')) out += '\n';
      document_.expected += out;
    }
  }

  /// Shell text that puts what `cmake --install` would put there on the PATH, for programs that start Hotsite
  /// themselves.
  std::string Installed() const {
    const std::string bin = Quoted(bin_ / "");
    return "ln -sf \"$HOTSITE\" " + bin + "hotsite; ln -sf " + Quoted((harness::SourceRoot() / ".ci/gate").string()) +
           " " + bin + "hotsite-gate; PATH=" + bin + ":$PATH\n";
  }

  void Problem(std::string_view info, std::string_view what) {
    document_.problems.push_back(fmt::format("{}: `{}` {}", harness::RelativeName(document_.path), info, what));
  }

  RunDocument& document_;
  Scratch scratch_, bin_;
};

}  // namespace

bool AddToBlock(std::string& file, std::string_view words, std::string_view part) {
  Lines lines = harness::SplitLines(file);
  const auto [begin, end] = StatementAt(lines, words);
  if (begin == lines.size() || end < begin + 2) return false;
  Lines more = Indented(part, IndentOf(lines[begin]) + 2);
  if (more.size() > 1 && end > begin + 2) more.insert(more.begin(), "");
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(end) - 1, more.begin(), more.end());
  file = Joined(lines);
  return true;
}

bool ReplaceStatement(std::string& file, std::string_view words, std::string_view part) {
  Lines lines = harness::SplitLines(file);
  const auto [begin, end] = StatementAt(lines, words);
  if (begin == lines.size()) return false;
  const Lines fresh = Indented(part, IndentOf(lines[begin]));
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end));
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(begin), fresh.begin(), fresh.end());
  file = Joined(lines);
  return true;
}

RunDocument RunText(std::filesystem::path path, std::string text) {
  RunDocument document{std::move(path), std::move(text), {}, {}};
  Runner(document).Run();
  return document;
}

std::vector<RunDocument> RunDocuments() {
  std::vector<RunDocument> documents;
  const std::filesystem::path docs = harness::SourceRoot() / "docs";
  for (const auto& path : harness::FilesUnder(docs, ".md")) {
    if (path.parent_path() != docs) continue;  // docs/reference is made by `hotsite manual`
    documents.push_back(RunText(path, harness::ReadBytes(path)));
  }
  return documents;
}

}  // namespace hotsite::acceptance
