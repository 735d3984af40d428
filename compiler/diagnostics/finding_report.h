// Findings as other programs read them: one format for each kind of reader, all with the same code, range, message and
// fix. Pure; what only the driver knows (paths from the root of the repository, the texts of the codes) is handed in.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/support/json.h"
#include "compiler/support/source_file.h"

namespace hotsite {

enum class Format : std::uint8_t {
  kHuman,       // for a terminal (render.h)
  kJson,        // Hotsite's own (render.h)
  kSarif,       // Static Analysis Results Interchange Format 2.1.0
  kGithub,      // workflow commands that become annotations
  kGitlab,      // Code Quality report
  kJunit,       // a test report, a case for each rule
  kCheckstyle,  // the XML of Checkstyle, which most other readers take
};

/// The names of all formats as a choice on the command line, and of those that can be written to a file.
inline constexpr std::string_view kFormatNames = "human|json|sarif|github|gitlab|junit|checkstyle";
inline constexpr std::string_view kToolFormatNames = "json|sarif|github|gitlab|junit|checkstyle";

/// The format of that name.
std::optional<Format> FindFormat(std::string_view name);

/// What there is to say about a code.
struct RuleText {
  std::string name;   // ThirdLevelGuest
  std::string title;  // one sentence
  std::function<std::string()> first_paragraph;
  std::function<std::string()> text;      // all that `explain` says
  std::function<std::string()> markdown;  // the same as Markdown
};

/// A finding that the spec accepts.
struct AcceptedText {
  const Diagnostic* finding = nullptr;
  std::string justification;  // the reason, and until when
};

struct FindingReport {
  const std::vector<Diagnostic>& findings;
  const SourceMap& sources;
  /// The path of a file from the root, with `/`; nothing for a file that the reader doesn't have: the standard library.
  std::function<std::optional<std::string>(const SourceFile&)> path;
  std::function<RuleText(Code)> rule;
  std::string spec = {};       // the path of the spec from the root: the place of findings that have none of their own
  std::string command = {};    // check
  std::string version = {};    // of Hotsite
  bool could_run = true;       // false: the command couldn't do its work
  bool warnings_fail = false;  // --werror
  std::vector<Code> judged = {};            // the rules that were asked, for JUnit's cases that pass
  std::vector<AcceptedText> accepted = {};  // told only where the format has a place for them
  Json contract = {};                       // JSON only: how far a request is agreed; null: there is no contract
};

std::string RenderSarif(const FindingReport& report);
std::string RenderGithub(const FindingReport& report);
std::string RenderGitlab(const FindingReport& report);
std::string RenderJunit(const FindingReport& report);
std::string RenderCheckstyle(const FindingReport& report);

/// In any format but that for people.
std::string RenderFindings(Format format, const FindingReport& report);

}  // namespace hotsite
