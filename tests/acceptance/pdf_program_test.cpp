// PDFs as the program writes them: the same bytes wherever and whenever it runs, and whole or not at all.
#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string Build(const std::string& out) {
  const std::string spec = (harness::SourceRoot() / "examples" / "insurance" / "2009.dr").string();
  return "hotsite build " + Quoted(spec) + " --only request -o " + Quoted(out);
}

TEST_CASE("pdf: the same bytes in another time zone, language, home and folder") {
  const Scratch scratch;
  REQUIRE(Run(scratch, Build(scratch / "a")).exit_code == 0);
  const std::string elsewhere = "mkdir -p " + Quoted(scratch / "home/.config/fontconfig") + "; cd " +
                                Quoted(scratch / "home") +
                                "; export TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 LANG=tr_TR LANGUAGE=pl HOME=$PWD"
                                " SOURCE_DATE_EPOCH=1 FONTCONFIG_PATH=$PWD FONTCONFIG_FILE=/dev/null"
                                " PANGOCAIRO_BACKEND=fc XDG_CONFIG_HOME=$PWD/.config; umask 077; ";
  REQUIRE(Run(scratch, elsewhere + Build(scratch / "b")).exit_code == 0);
  const std::string pdf = harness::ReadBytes(scratch / "a/request/request.pdf");
  CHECK(pdf.starts_with("%PDF-1.7"));
  CHECK((pdf == harness::ReadBytes(scratch / "b/request/request.pdf")));
}

// Of the request's files only the PDF is larger than the limit, so everything before it could be written.
TEST_CASE("pdf: where the disk has no room for it, all files stay as they were") {
  const Scratch scratch;
  const std::string out = scratch / "out";
  REQUIRE(Run(scratch, Build(out)).exit_code == 0);
  const std::size_t size = harness::ReadBytes(out + "/request/request.pdf").size();
  for (const auto& path : harness::FilesUnder(out, "")) {
    INFO(path.string());
    if (path.extension() != ".pdf") REQUIRE(harness::ReadBytes(path).size() < size - 1024);
  }
  const std::string before = scratch.Tree("out");
  const std::string blocks = std::to_string(size / 512 - 1);
  const RunResult full = Run(scratch, "trap '' XFSZ; ulimit -f " + blocks + "; " + Build(out));
  INFO(full.err);
  CHECK(full.exit_code == 2);
  CHECK(full.err.find("request/request.pdf") != std::string::npos);
  CHECK((scratch.Tree("out") == before));
}

}  // namespace
}  // namespace hotsite::acceptance
