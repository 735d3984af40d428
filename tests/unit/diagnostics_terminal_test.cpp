// The terminal form of findings, each compared as a whole text.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "compiler/diagnostics/render.h"
#include "compiler/diagnostics/reporter.h"

namespace hotsite {
namespace {

constexpr std::string_view kSpec = R"(hotsite 1

recovery "2007" {
  site hotsite {
    machine BIGBOX : z9_ec {
      lpar FLOOR {
        zvm VENDORVM : zvm_5_3 {
          guest PRODA
          guest PRODB
          guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
        }
      }
    }
  }
}
)";

struct Sample {
  SourceMap sources;
  Reporter reporter;
  FileId spec = sources.Add("2007.dr", std::string(kSpec));

  FileId Add(std::string path, std::string text) { return sources.Add(std::move(path), std::move(text)); }
  Span At(std::string_view what) const { return At(spec, what); }
  Span At(FileId file, std::string_view what) const {
    const std::size_t begin = sources.Get(file).text().find(what);
    REQUIRE(begin != std::string_view::npos);
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + what.size())};
  }
  std::string One(bool colour = false) { return RenderOne(reporter.Take().front(), sources, colour); }
};

Span Before(Span span) { return {span.file, span.begin, span.begin}; }

TEST_CASE("a finding with two places, notes and two options") {
  Sample s;
  const Span line = s.At("          guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }\n");
  const Span end_of_machine = s.At("    }\n  }\n}");
  s.reporter.Error(Code{2001}, s.At("VMPROD"), "21 Linux guests of `{}` would run at virtualization level 3", "VMPROD")
      .Here("level 2: a z/VM under a z/VM, so its own guests are at level 3")
      .Mark(s.At("VENDORVM"), "level 1: a z/VM in a partition")
      .Note("LNXRTR, LNXWAS1, LNXWAS2, LNXWAS3 and 17 more")
      .Note(
          "the hardware serves two levels (SIE); for a third the vendor's CP must emulate SIE in software, and Linux "
          "crawls")
      .Offer("option 1: give VMPROD a partition of its own (beside FLOOR)",
             {{line, ""}, {Before(end_of_machine), "      lpar VMPROD { processors 3 CP dedicated }\n"}})
      .Offer("option 2: run the guests you need directly under VENDORVM",
             {{line, "          guest LNXRTR from VMPROD\n"}});
  CHECK(s.One() == R"(error[HS2001]: 21 Linux guests of `VMPROD` would run at virtualization level 3
  --> 2007.dr:10:17
   |
 7 |         zvm VENDORVM : zvm_5_3 {
   |             -------- level 1: a z/VM in a partition
...
10 |           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
   |                 ^^^^^^ level 2: a z/VM under a z/VM, so its own guests are at level 3
   |
   = note: LNXRTR, LNXWAS1, LNXWAS2, LNXWAS3 and 17 more
   = note: the hardware serves two levels (SIE); for a third the vendor's CP must emulate SIE in
           software, and Linux crawls
help: option 1: give VMPROD a partition of its own (beside FLOOR)
   |
10 -           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
...
12 |       }
13 +       lpar VMPROD { processors 3 CP dedicated }
help: option 2: run the guests you need directly under VENDORVM
   |
10 -           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
10 +           guest LNXRTR from VMPROD
)");
}

TEST_CASE("several labels on a line, and one in another file") {
  Sample s;
  const FileId systems = s.Add("systems.dr", "zvm VMPROD : zvm_5_4 {\n\tmemory 24 GiB\n}\n");
  s.reporter.Error(Code{2204}, s.At("10 GiB"), "`VMPROD` gets 10 GiB where it needs at least 24 GiB")
      .Here("10 GiB here")
      .Mark(s.At("guest VMPROD"), "placed here")
      .Mark(s.At("2 CP"), "")
      .Mark(s.At(systems, "memory 24 GiB"), "24 GiB at home");
  CHECK(s.One() == R"(error[HS2204]: `VMPROD` gets 10 GiB where it needs at least 24 GiB
  --> 2007.dr:10:33
   |
10 |           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
   |           ------------          ^^^^^^                          ----
   |           |                     |
   |           |                     10 GiB here
   |           placed here
   |
  ::: systems.dr:2:2
   |
 2 |     memory 24 GiB
   |     ------------- 24 GiB at home
)");
}

TEST_CASE("a place that spans lines is shown by its first and its last line") {
  Sample s;
  const Span first = s.At("lpar FLOOR");
  const Span last = s.At("      }\n    }\n  }\n}");
  s.reporter.Warn(Code{1019}, Join(first, {s.spec, last.begin, last.begin + 7}), "the partition is empty")
      .Here("all of this");
  CHECK(s.One() == R"(warning[HS1019]: the partition is empty
  --> 2007.dr:6:7
   |
 6 |       lpar FLOOR {
   |       ^^^^^^^^^^^^
...
12 |       }
   |       ^ all of this
)");
}

TEST_CASE("wide characters and tabs keep the marks in place") {
  Sample s;
  const FileId wide = s.Add("wide.dr", "\tname \"日本語é\" processors 3 IFL\n");
  s.reporter.Warn(Code{2104}, s.At(wide, "processors 3 IFL"), "wide text")
      .Here("behind")
      .Mark(s.At(wide, "日本語é"), "seven columns");
  CHECK(s.One() == R"(warning[HS2104]: wide text
 --> wide.dr:1:14
  |
1 |     name "日本語é" processors 3 IFL
  |           -------  ^^^^^^^^^^^^^^^^ behind
  |           |
  |           seven columns
)");
}

TEST_CASE("a long line is clipped around what is marked") {
  Sample s;
  const FileId file = s.Add("long.dr", std::string(300, 'x') + " HERE " + std::string(300, 'y'));
  s.reporter.Error(Code{4}, s.At(file, "HERE"), "long line").Here("it is here");
  CHECK(s.One() == "error[HS0004]: long line\n --> long.dr:1:302\n  |\n1 | ..." + std::string(59, 'x') + " HERE " +
                       std::string(95, 'y') + "...\n  | " + std::string(63, ' ') + "^^^^ it is here\n");
}

TEST_CASE("a finding without a place") {
  Sample s;
  s.reporter.Error(Code{9001}, Span{}, "`x.dr` can't be read: no such file")
      .Note("first\nsecond")
      .Advise("check the path");
  CHECK(s.One() == R"(error[HS9001]: `x.dr` can't be read: no such file
  = note: first second
help: check the path
)");
}

TEST_CASE("a fix at the end of the file") {
  Sample s;
  const auto end = static_cast<std::uint32_t>(kSpec.size());
  s.reporter.Error(Code{6}, {s.spec, end, end}, "a block isn't closed").Fix("close it", {{{s.spec, end, end}, "}\n"}});
  CHECK(s.One() == R"(error[HS0006]: a block isn't closed
  --> 2007.dr:16:1
   |
16 |
   | ^
help: close it
   |
15 | }
16 + }
)");
}

TEST_CASE("a long edit is cut after 12 lines") {
  Sample s;
  std::string lines;
  for (int n = 1; n <= 20; ++n) lines += fmt::format("          guest LNX{}\n", n);
  s.reporter.Error(Code{2001}, s.At("VMPROD"), "level 3").Offer("insert", {{Before(s.At("        }\n")), lines}});
  CHECK(s.One() == R"(error[HS2001]: level 3
  --> 2007.dr:10:17
   |
10 |           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
   |                 ^^^^^^
help: insert
   |
10 |           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }
11 +           guest LNX1
12 +           guest LNX2
13 +           guest LNX3
14 +           guest LNX4
15 +           guest LNX5
16 +           guest LNX6
17 +           guest LNX7
18 +           guest LNX8
19 +           guest LNX9
20 +           guest LNX10
21 +           guest LNX11
   … 9 more lines
)");
}

TEST_CASE("control characters of a spec never reach the terminal") {
  Sample s;
  const FileId evil = s.Add("evil.dr", "runs \"\x1b[2J\xE2\x80\xAE\"\n");
  s.reporter.Error(Code{4}, s.At(evil, "\x1b[2J"), "a character has no meaning: \x1b[2J").Here("\x1b]0;x\a");
  CHECK(s.One() == R"(error[HS0004]: a character has no meaning: �[2J
 --> evil.dr:1:7
  |
1 | runs "�[2J�"
  |       ^^^^ �]0;x�
)");
}

TEST_CASE("colour is put around headline, marks and gutter") {
  Sample s;
  s.reporter.Error(Code{2001}, s.At("VMPROD"), "level 3").Here("here");
  CHECK(s.One(true) ==
        "\x1b[1;31merror[HS2001]\x1b[0m\x1b[1m: level 3\x1b[0m\n"
        "  \x1b[1;34m-->\x1b[0m 2007.dr:10:17\n"
        "\x1b[1;34m   |\x1b[0m\n"
        "\x1b[1;34m10 |\x1b[0m           guest VMPROD { memory 10 GiB; xstore none; processors 2 CP shared }\n"
        "\x1b[1;34m   |\x1b[0m                 \x1b[1;31m^^^^^^\x1b[0m \x1b[1;31mhere\x1b[0m\n");
}

TEST_CASE("all findings end with the summary, and no more than asked for are shown") {
  Sample s;
  for (const char* name : {"PRODA", "PRODB", "VMPROD"}) s.reporter.Warn(Code{2007}, s.At(name), "`{}` competes", name);
  const std::vector<Diagnostic> findings = s.reporter.Take();
  CHECK(RenderTerminal(findings, s.sources, {false, 1}) == R"(warning[HS2007]: `PRODA` competes
 --> 2007.dr:8:17
  |
8 |           guest PRODA
  |                 ^^^^^

… and 2 findings not shown

hotsite: no errors, 3 warnings
)");
  CHECK(RenderTerminal({}, s.sources, {}).empty());
}

}  // namespace
}  // namespace hotsite
