// hotsite show SPEC [--site NAME] [--diagram | --json]
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "backends/drawing/terminal.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/buildable.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/help.h"
#include "compiler/driver/report.h"
#include "compiler/driver/show.h"
#include "compiler/driver/topics.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// Who, with whom, when; and whether the picture is of a spec that is right.
std::string Heading(const Compilation& compilation) {
  const model::Model& model = *compilation.model;
  TextWriter out;
  std::string about = BaseName(compilation.path);
  if (!model.customer.empty()) about += fmt::format(": {}", model.customer);
  if (model.recovery) {
    about += fmt::format(", recovery {}", model.recovery->name);
    if (!model.recovery->vendor.empty()) about += fmt::format(" with {}", model.recovery->vendor);
    if (const auto& test = model.recovery->test)
      about += fmt::format(", {} to {} {}", test->from.ToString(), test->to.ToString(), test->zone);
  }
  out.Wrapped(Printable(about), kPageWidth, "", "  ");
  return out.Take();
}

std::string CountFindings(const Compilation& compilation) {
  const auto is_error = [](const Diagnostic& finding) { return finding.severity == Severity::kError; };
  const auto errors =
      static_cast<std::size_t>(std::count_if(compilation.findings.begin(), compilation.findings.end(), is_error));
  const std::size_t warnings = compilation.findings.size() - errors;
  const std::string accepted = CountAccepted(*compilation.model);
  if (errors + warnings == 0)
    return accepted.empty() ? "nothing is found wrong with it\n"
                            : "nothing else is found wrong with it; " + accepted + "\n";
  return Printable(fmt::format("{}{}{}{}: hotsite check {}", errors > 0 ? CountOf(errors, "error") : "",
                               errors > 0 && warnings > 0 ? " and " : "",
                               warnings > 0 ? CountOf(warnings, "warning") : "",
                               accepted.empty() ? "" : "; " + accepted, compilation.path)) +
         "\n";
}

// What the name alone doesn't say.
std::string_view Aside(const model::Site& site) {
  if (site.recovery) return site.name == "home" ? " (of the recovery)" : "";
  return site.name == "home" ? "" : " (home)";
}

void ShowSite(const model::Model& model, const model::Site& site, llvm::raw_ostream& out) {
  out << fmt::format("\nsite {}{}\n", Printable(site.name), Aside(site)) << ShowPlacements(model, site);
  for (const std::string& part : {ShowNetworks(model, site), site.recovery ? ShowNotPlaced(model, site) : ""}) {
    if (!part.empty()) out << '\n' << part;
  }
}

// Where the locale says that characters aren't UTF-8, those of ASCII are used.
backends::drawing::Characters TerminalCharacters() {
  using backends::drawing::Characters;
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string locale = ToLower(value);
    const bool utf8 = locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
    return utf8 ? Characters::kBoxDrawing : Characters::kAscii;
  }
  return Characters::kBoxDrawing;
}

void DrawSite(const Compilation& compilation, const model::Site& site, llvm::raw_ostream& out) {
  constexpr std::size_t kColumns = 100;  // a picture needs more than the 80 of text; most terminals have them
  out << fmt::format("\nsite {}{}\n\n", Printable(site.name), Aside(site))
      << backends::drawing::SiteAsText(*compilation.model, site, &compilation.requirements, kColumns,
                                       TerminalCharacters());
}

const model::Site* FindSite(const model::Model& model, const std::string& name, llvm::raw_ostream& err) {
  std::vector<std::string_view> known;
  for (const model::Site& site : model.sites) {
    if (site.name == name) return &site;
    known.push_back(site.name);
  }
  const std::string all =
      known.empty() ? "no site yet" : Printable(JoinWords(std::vector<std::string>(known.begin(), known.end())));
  err << fmt::format("hotsite show: the spec has no site `{}`{}; it has {}\n", Printable(name), DidYouMean(name, known),
                     all);
  return nullptr;
}

/// All sites, or `only` that one, and what waits for the vendor.
void ShowSites(const Buildable& shown, const model::Site* only, bool diagram, llvm::raw_ostream& out) {
  const Compilation& compilation = shown.told();
  const model::Model& model = *compilation.model;
  out << Heading(compilation) << CountFindings(compilation);
  for (const model::Site& one : model.sites) {
    if (only != nullptr && only != &one) continue;
    if (diagram)
      DrawSite(compilation, one, out);
    else
      ShowSite(model, one, out);
  }
  if (model.sites.empty()) out << "it has no site yet\n";
  if (!diagram && (only == nullptr || only->recovery)) {
    out << '\n';
    shown.ListOpen(out);
  }
}

}  // namespace

int RunShow(const Arguments& arguments, Streams streams) {
  const std::string only = arguments.Get("site");
  for (const char* other : {"site", "diagram"}) {
    if (!arguments.Has("json") || !arguments.Has(other)) continue;
    streams.err << fmt::format("hotsite show: `--json` is of the whole spec, so `--{}` doesn't go with it\n", other);
    return kUsage;
  }
  std::string problem;
  const auto found = Buildable::Find(arguments.First(), arguments.Get("contract"), &problem);
  if (!found) {
    streams.err << "hotsite show: " << problem << "\n";
    return kUsage;
  }
  const Buildable& shown = *found;
  const Compilation& compilation = shown.told();
  if (!compilation.model) {
    CommonOptions findings;
    findings.colour = UseColour("auto");
    const int code = ReportFindings(compilation, findings, streams);
    streams.err << "hotsite show: there is nothing to show before every statement can be read\n";
    return code;
  }
  const int code = compilation.has_errors() ? kFound : kClean;
  if (arguments.Has("json")) {
    streams.out << shown.ModelJson();
    return code;
  }
  const model::Site* site = only.empty() ? nullptr : FindSite(*compilation.model, only, streams.err);
  if (!only.empty() && site == nullptr) return kUsage;
  ShowSites(shown, site, arguments.Has("diagram"), streams.out);
  return code;
}

}  // namespace hotsite::driver
