// A spec with findings made by hand, and the report that the renderers for tools get of it.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/finding_report.h"

namespace hotsite {

/// Files and findings; `lib.dr` is one that the reader hasn't.
struct FindingSample {
  SourceMap sources;
  std::vector<Diagnostic> findings;

  FileId Add(std::string path, std::string text) { return sources.Add(std::move(path), std::move(text)); }

  Span At(FileId file, std::string_view what) const {
    const std::size_t begin = sources.Get(file).text().find(what);
    REQUIRE(begin != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + what.size())};
  }

  Diagnostic& Find(Severity severity, std::uint16_t code, Span span, std::string message) {
    Diagnostic& finding = findings.emplace_back();
    finding.code = Code{code};
    finding.severity = severity;
    finding.message = std::move(message);
    finding.primary.span = span;
    return finding;
  }

  static std::optional<std::string> PathOf(const SourceFile& file) {
    return file.path() == "lib.dr" ? std::nullopt : std::optional("dr/" + file.path());
  }

  static RuleText RuleOf(Code code) {
    return {"Rule" + std::to_string(code.number), "A title.", [] { return "A paragraph."; },
            [] { return "All there is to say."; }, [] { return "All *there* is to say."; }};
  }

  FindingReport Report() const {
    FindingReport report{findings, sources, PathOf, RuleOf};
    report.spec = "dr/2009.dr";
    report.command = "check";
    report.version = "1.2.3";
    return report;
  }
};

}  // namespace hotsite
