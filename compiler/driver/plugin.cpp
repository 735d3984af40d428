#include "compiler/driver/plugin.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <system_error>

#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/report.h"
#include "compiler/support/child_process.h"
#include "compiler/support/json.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/names.h"

namespace hotsite::driver {
namespace {

constexpr const char* kShape = R"({"artifacts": [{"path": "hosts.csv", "text": "…"}]})";

Diagnostic Failed(const Plugin& plugin, const std::string& what) {
  return Problem(codes::kPluginFailed, fmt::format("plugin `{}`: {}", plugin.name, what));
}

Diagnostic NotStarted(const Plugin& plugin, int error) {
  const std::string program = Printable(plugin.program);
  Diagnostic finding =
      Failed(plugin, fmt::format("`{}` can't be started: {}", program, std::generic_category().message(error)));
  if (error == EACCES) finding.Advise(fmt::format("make it executable: chmod +x {}", program));
  if (error == ENOENT && plugin.program.find('/') == std::string::npos)
    finding.Advise(
        fmt::format("a program that isn't in PATH is named with its folder: --plugin {}=./{}", plugin.name, program));
  if (error == ENOEXEC) finding.Advise("a script begins with a line such as `#!/usr/bin/env python3`");
  return finding;
}

/// How it ended, if not well.
std::optional<Diagnostic> BadEnd(const Plugin& plugin, const ChildResult& result, unsigned seconds) {
  using End = ChildResult::End;
  switch (result.end) {
    case End::kNotStarted:
      return NotStarted(plugin, result.code);
    case End::kKilled:
      return Failed(plugin, fmt::format("it was ended by signal {}", result.code));
    case End::kTimeUp:
      return Failed(plugin, fmt::format("it had not ended after {} s and was stopped", seconds))
          .Advise("give it more time with --plugin-time");
    case End::kTooMuch:
      return Failed(plugin, fmt::format("it printed more than {} MiB and was stopped", kMaxPluginOutput >> 20u));
    case End::kExited:
      break;
  }
  if (result.code == 0) return {};
  return Failed(plugin, fmt::format("it ended with exit code {}", result.code))
      .Note(result.messages.empty() ? "it wrote nothing to standard error that says why"
                                    : "what it wrote to standard error stands above");
}

/// Why a path can't be that of an artifact, completing "its path `…` "; nothing when it can.
std::optional<std::string> WhyNotPath(std::string_view path) {
  constexpr std::size_t kLongest = 200;
  if (path.empty()) return "is empty";
  if (path.size() > kLongest) return fmt::format("is longer than {} characters", kLongest);
  if (path.front() == '/') return "is absolute; it counts from the plugin's own folder";
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty()) return "has an empty part";
    if (part == "." || part == "..") return "leads out of the plugin's own folder, or nowhere";
    if (part.front() == '.' || part.front() == '-')
      return fmt::format("has a part that begins with `{}`", part.substr(0, 1));
    for (const char c : part) {
      const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain && std::string_view("._-@#$+").find(c) == std::string_view::npos)
        return "has other characters than letters, digits, . _ - @ # $ + and the / between its parts";
    }
    at = end + 1;
  }
  return {};
}

/// What a plugin calls something, for a message: printable, and not longer than a line.
std::string Shortened(std::string_view text) {
  constexpr std::size_t kMost = 80;
  return text.size() <= kMost ? Printable(text) : Printable(text.substr(0, kMost)) + "…";
}

/// The UTF-16 unit that `\uXXXX` at `at` stands for; nothing when no such escape is there.
std::optional<unsigned> EscapedUnit(std::string_view json, std::size_t at) {
  constexpr std::size_t kDigits = 4;
  if (at + 2 + kDigits > json.size() || json.substr(at, 2) != "\\u") return {};
  const char* const begin = json.data() + at + 2;
  unsigned unit = 0;
  const auto [end, error] = std::from_chars(begin, begin + kDigits, unit, 16);
  if (error != std::errc() || end != begin + kDigits) return {};
  return unit;
}

/// The first escape that stands for nothing that a file of text can hold: NUL, or half of a surrogate pair, which
/// reading JSON would quietly replace. `json` is well-formed.
std::optional<std::string_view> LostEscape(std::string_view json) {
  constexpr std::size_t kEscape = 6;
  for (std::size_t at = json.find('\\'); at != std::string_view::npos; at = json.find('\\', at)) {
    const auto unit = EscapedUnit(json, at);
    const bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
    const bool low = unit && *unit >= 0xDC00 && *unit < 0xE000;
    const auto next = high ? EscapedUnit(json, at + kEscape) : std::nullopt;
    const bool pair = next && *next >= 0xDC00 && *next < 0xE000;
    if (low || (high && !pair) || (unit && *unit == 0)) return json.substr(at, kEscape);
    at += pair ? 2 * kEscape : 2;
  }
  return {};
}

/// Reads the answer; the first thing that isn't right ends it.
class AnswerReader {
 public:
  AnswerReader(const Plugin& plugin, const requirements::Requirements& requirements)
      : plugin_(plugin), requirements_(requirements) {}

  PluginResult Run(std::string_view output) {
    std::string problem;
    const std::optional<Json> answer = Json::Parse(output, &problem);
    if (!answer) {
      Fail(output.find_first_not_of(" \t\r\n") == std::string_view::npos
               ? "it printed nothing"
               : fmt::format("what it printed isn't JSON: {}", Printable(problem)));
    } else if (const auto escape = LostEscape(output)) {
      Fail(fmt::format("what it printed has `{}`, which no file of text can hold", *escape));
    } else {
      ReadAnswer(*answer);
    }
    if (result_.failed) {
      result_.failed->Note(fmt::format("expected on standard output: {}", kShape));
      result_.artifacts.clear();
      return std::move(result_);
    }
    std::sort(result_.artifacts.begin(), result_.artifacts.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    FindCollision();
    return std::move(result_);
  }

 private:
  void Fail(const std::string& what) {
    if (!result_.failed) result_.failed = Failed(plugin_, what);
  }

  void ReadAnswer(const Json& answer) {
    const Json* list = answer.Find("artifacts");
    if (list == nullptr || list->AsArray() == nullptr) return Fail("what it printed has no list `artifacts`");
    if (const auto stranger = Stranger(answer, {"artifacts"}))
      return Fail(fmt::format("what it printed has a member `{}` that nothing reads", *stranger));
    if (list->AsArray()->size() > kMaxPluginFiles)
      return Fail(fmt::format("it makes {} files; at most {} are taken", list->AsArray()->size(), kMaxPluginFiles));
    for (const Json& one : *list->AsArray()) ReadArtifact(one);
  }

  /// A member beside those known: mostly one that is written wrongly.
  static std::optional<std::string> Stranger(const Json& object, std::initializer_list<std::string_view> known) {
    if (object.AsObject() == nullptr) return {};
    for (const Json::Member& member : *object.AsObject()) {
      if (std::find(known.begin(), known.end(), member.first) == known.end()) return Shortened(member.first);
    }
    return {};
  }

  void ReadArtifact(const Json& one) {
    const std::string number = std::to_string(result_.artifacts.size() + 1);
    const Json* path = one.Find("path");
    const Json* text = one.Find("text");
    if (path == nullptr || path->AsString() == nullptr) return Fail("artifact " + number + " has no text `path`");
    const std::string shown = Shortened(*path->AsString());
    if (const auto why = WhyNotPath(*path->AsString()))
      return Fail(fmt::format("artifact {}: its path `{}` {}", number, shown, *why));
    if (text == nullptr || text->AsString() == nullptr) return Fail(fmt::format("`{}` has no text `text`", shown));
    if (const auto stranger = Stranger(one, {"path", "text", "executable", "open"}))
      return Fail(fmt::format("`{}` has a member `{}` that nothing reads", shown, *stranger));
    backends::Artifact artifact;
    artifact.path = "plugins/" + plugin_.name + "/" + *path->AsString();
    artifact.text = *text->AsString();
    ReadExecutable(one, shown, artifact);
    ReadOpen(one, shown, artifact);
    result_.artifacts.push_back(std::move(artifact));
  }

  void ReadExecutable(const Json& one, const std::string& shown, backends::Artifact& artifact) {
    const Json* executable = one.Find("executable");
    if (executable == nullptr) return;
    const std::string word = executable->Print(true);
    artifact.executable = word.starts_with("true");
    if (!artifact.executable && !word.starts_with("false"))
      Fail(fmt::format("`{}`: `executable` is neither true nor false", shown));
  }

  void ReadOpen(const Json& one, const std::string& shown, backends::Artifact& artifact) {
    const Json* open = one.Find("open");
    if (open == nullptr) return;
    if (open->AsArray() == nullptr) return Fail(fmt::format("`{}`: `open` is no list", shown));
    for (const Json& place : *open->AsArray()) {
      const Json* requirement = place.Find("requirement");
      const Json* what = place.Find("what");
      if (requirement == nullptr || requirement->AsString() == nullptr || what == nullptr ||
          what->AsString() == nullptr)
        return Fail(fmt::format("`{}`: an open place has the texts `requirement` and `what`", shown));
      const std::string& id = *requirement->AsString();
      const auto same = [&](const requirements::Requirement& known) { return known.id == id; };
      if (std::none_of(requirements_.all.begin(), requirements_.all.end(), same))
        return Fail(fmt::format("`{}` waits for `{}`, but the request has no row of that name", shown,
                                Printable(id.substr(0, 40))));
      artifact.open.push_back({id, *what->AsString()});
    }
  }

  /// Two files of one path, or a file where a folder must be. Case doesn't tell paths apart: on the disks of many who
  /// unpack these files it wouldn't.
  void FindCollision() {
    std::map<std::string, std::string_view> files;
    for (const backends::Artifact& artifact : result_.artifacts) {
      const auto [same, is_new] = files.emplace(ToLower(artifact.path), artifact.path);
      if (is_new) continue;
      Fail(same->second == artifact.path
               ? fmt::format("`{}` is there twice", Shortened(artifact.path))
               : fmt::format("`{}` is there twice, also as `{}`", Shortened(same->second), Shortened(artifact.path)));
    }
    for (const auto& [path, written] : files) {
      for (std::size_t end = path.find('/', path.find('/') + 1); end != std::string::npos;
           end = path.find('/', end + 1))
        if (files.contains(path.substr(0, end)))
          Fail(fmt::format("`{}` is a file and a folder", Shortened(written.substr(0, end))));
    }
    if (result_.failed) result_.artifacts.clear();
  }

  const Plugin& plugin_;
  const requirements::Requirements& requirements_;
  PluginResult result_;
};

}  // namespace

std::optional<Plugin> ReadPlugin(std::string_view text, std::string* problem) {
  const std::size_t equals = text.find('=');
  Plugin plugin{std::string(text.substr(0, equals)),
                equals == std::string_view::npos ? std::string() : std::string(text.substr(equals + 1))};
  if (equals == std::string_view::npos || plugin.program.empty()) {
    *problem = fmt::format("`--plugin` is NAME=PROGRAM, for instance csv=./guests_csv.py, not `{}`", Printable(text));
  } else if (const auto why = WhyNotSpecName(plugin.name)) {
    *problem = fmt::format("`--plugin` names the plugin `{}`, which {}", Printable(plugin.name), *why);
  } else {
    return plugin;
  }
  return {};
}

PluginResult ReadPluginAnswer(const Plugin& plugin, std::string_view output,
                              const requirements::Requirements& requirements) {
  return AnswerReader(plugin, requirements).Run(output);
}

PluginResult RunPlugin(const Plugin& plugin, std::string_view model_json, unsigned seconds,
                       const requirements::Requirements& requirements) {
  ChildLimits limits;
  limits.time = std::chrono::seconds(seconds);
  limits.output = kMaxPluginOutput;
  ChildResult run = RunChild({plugin.program}, model_json, limits);
  PluginResult result;
  if (auto bad = BadEnd(plugin, run, seconds)) {
    result.failed = std::move(bad);
  } else {
    result = ReadPluginAnswer(plugin, run.output, requirements);
  }
  result.messages = std::move(run.messages);
  return result;
}

}  // namespace hotsite::driver
