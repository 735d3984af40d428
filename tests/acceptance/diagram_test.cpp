// The pictures that `build` writes: which files, well-formed whatever stands in a spec, and the same names in them as
// in the request.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

namespace fs = std::filesystem;

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::vector<std::string> FilesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

RunResult Build(const Scratch& scratch, const std::string& spec) {
  scratch.Write("spec.dr", spec);
  return Run(scratch, fmt::format("hotsite build {} --only diagram -o {}", Quoted(scratch / "spec.dr"),
                                  Quoted(scratch / "out")));
}

TEST_CASE("pictures of home, of each site, and of both; a site's name never takes another picture's") {
  const Scratch scratch;
  const RunResult result = Build(scratch, R"(hotsite 1
zos PRODA { memory 1 GiB }
site main { machine M { lpar PRODA } }
recovery "2026" {
  site home { machine A { lpar PRODA } }
  site compare { machine B { lpar PRODA } }
}
)");
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(FilesIn(fs::path(scratch / "out") / "diagrams") ==
        std::vector<std::string>{"compare-compare.svg", "compare-home.svg", "home.svg", "site-compare.svg",
                                 "site-home.svg"});
}

TEST_CASE("a picture is well-formed, whatever a title holds") {
  const Scratch scratch;
  const RunResult result = Build(scratch, R"(hotsite 1
machine_model odd "<b>&\"'</b>" { generation 15 unsourced; memory 64 GiB unsourced }
zos PRODA { memory 1 GiB }
site home { machine M : odd { lpar PRODA } }
recovery "2026" { site hotsite { machine A : odd { lpar PRODA } } }
)");
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  const fs::path folder = fs::path(scratch / "out") / "diagrams";
  CHECK(Has(harness::ReadBytes(folder / "home.svg"), "&lt;b&gt;&amp;"));
  if (Run(scratch, "xmllint --version").exit_code != 0) {
    WARN("xmllint isn't installed: SVG goes unchecked (`./dev test` installs it)");
    return;
  }
  const std::string examples = Quoted((harness::SourceRoot() / "examples").string()) + "/*/built/*/diagrams/*.svg";
  const RunResult checked = Run(scratch, fmt::format("xmllint --noout {}/*.svg {}", Quoted(folder.string()), examples));
  INFO(checked.err);
  CHECK(checked.exit_code == 0);
}

TEST_CASE("the good year in a picture: its systems, networks and the numbers of open questions") {
  const std::string svg =
      harness::ReadBytes(harness::SourceRoot() / "examples/insurance/built/2009/diagrams/hotsite.svg");
  for (const char* text : {">VMPROD<", ">PRODA<", ">PRODB<", ">LNXRTR<", ">guest LAN GLAN1: INSIDE<",
                           ">vswitch VSW1: OFFICE<", ">HiperSockets HS: DATABASE<", ">TSM<", "? OSA-", "? HSK-"}) {
    INFO(text);
    CHECK(Has(svg, text));
  }
  for (const char* text : {"<script", "href", "level 3", "missing", "no HiperSockets"}) {
    INFO(text);
    CHECK_FALSE(Has(svg, text));
  }
}

}  // namespace
}  // namespace hotsite::acceptance
