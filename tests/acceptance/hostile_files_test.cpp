// Whatever stands in the free texts of a spec, the files that are generated from it do the same: a spec with texts that
// try to get out of comments, quotes, cells and tags, beside the same spec with harmless ones.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "compiler/driver/build.h"
#include "tests/acceptance/skeletons.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {
namespace {

/// Every kind of place that takes a free text; @ is the text.
constexpr const char* kSpec = R"(hotsite 1
use std.machines
use std.zvm
use std.linux
use std.dasd
customer "@"
distribution ours "@" { network_files suse_hwcfg source "@"; interface_names eth source "@" }
machine_model box "@" { type 9999 source "@" }
/// @
network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1]; dns OFFICE[5]; domain "example.com" }
/// @
network INSIDE { subnet 192.168.30.0/24; gateway INSIDE[1] }
/// @
external TSM { address OFFICE[200]; needed by VMPROD }
/// @
zos PRODA {
  processors 2 CP because "@"
  memory 16 GiB because "@"
  runs "@", "@ too"
  nic 0800 on OFFICE address OFFICE[10]
  backup weekly full to tape because "@"
}
/// @
zvm VMPROD : zvm_5_4 {
  processors 2 IFL because "@"
  memory 24 GiB
  runs "@"
  volumes res M01RES model 3390_9
  tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }
  /// @
  vswitch VSW1 carries OFFICE { transport ethernet; controllers DTCVSW1, DTCVSW2 }
  guestlan GLAN1 carries INSIDE { type qdio; transport ip }
  /// @
  linux LNXRTR : ours {
    memory 1 GiB because "@"
    runs "@"
    nic 0600 on INSIDE address INSIDE[1]
    nic 0800 on OFFICE address OFFICE[30]
    forwards INSIDE, OFFICE because "@"
  }
  linux LNXWAS1 : ours { memory 2 GiB; runs "@"; nic 0600 on INSIDE address INSIDE[21]; needs LNXRTR because "@" }
}
site home {
  machine CEC { lpar PRODA; lpar VMPROD; osa OSA0 carries OFFICE { devices 0800-080F } }
}
recovery "@" {
  vendor "@" contract "@"
  test "@" from 2009-10-05 08:00 to 2009-10-08 16:00 in America/New_York
  milestone "@" 2009-09-01 08:00 by customer because "@"
  contact coordinator "@" phone "@" may declare
  contact sysprog "@" phone "@"
  accept HS2003 because "@"
  site hotsite {
    /// @
    machine BIGBOX : box {
      tape drives at least 1 reading 3592 because "@"
      lpar PRODA because "@"
      lpar VMPROD { memory at least 24 GiB because "@"; xstore none because "@" }
      osa UPLINK carries OFFICE { chpids at least 2 because "@"; devices ? for VMPROD, PRODA because "@" }
    }
    network OFFICE { subnet 10.99.30.0/24; gateway OFFICE[1] }
  }
}
)";

/// The spec with `text` in all its places; in quotes `\` and `"` are escaped, and braces, which name values, doubled.
std::string SpecWith(const std::string& text) {
  std::string quoted, spec;
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '{' || c == '}') quoted += c;
    quoted += c;
  }
  bool comment = false;
  for (std::string_view rest = kSpec; !rest.empty(); rest.remove_prefix(1)) {
    if (rest.starts_with("///")) comment = true;
    if (rest[0] == '\n') comment = false;
    spec += rest[0] == '@' ? (comment ? text : quoted) : std::string(1, rest[0]);
  }
  return spec;
}

std::map<std::string, std::string> FilesWith(const std::string& text) {
  const driver::Compilation result = harness::CompileText(SpecWith(text));
  INFO(harness::Rendered(result));
  REQUIRE_FALSE(result.has_errors());
  std::map<std::string, std::string> files;
  for (backends::Artifact& artifact : driver::BuildAll(result)) {
    INFO(artifact.path << ": " << artifact.problem);
    CHECK(artifact.problem.empty());
    files[artifact.path] = std::move(artifact.text);
  }
  return files;
}

/// Where two skeletons first differ, with what is around it.
std::string Difference(const std::string& expected, const std::string& actual) {
  if (expected == actual) return {};
  std::size_t at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) ++at;
  const std::size_t from = at < 60 ? 0 : at - 60;
  return "..." + expected.substr(from, 140) + "...\n..." + actual.substr(from, 140) + "...";
}

/// As long, with the same blanks, and nothing in it that means anything anywhere.
std::string Harmless(std::string text) {
  for (char& c : text) c = c == ' ' ? ' ' : 'a';
  return text;
}

void ExpectTheSame(const std::map<std::string, std::string>& harmless,
                   const std::map<std::string, std::string>& hostile) {
  CHECK(hostile.size() == harmless.size());
  for (const auto& [path, text] : hostile) {
    INFO(path);
    REQUIRE(harmless.contains(path));
    CHECK(Unclosed(path, harmless.at(path)) == "");
    CHECK(Unclosed(path, text) == "");
    CHECK(Difference(Skeleton(path, harmless.at(path)), Skeleton(path, text)) == "");
  }
}

TEST_CASE("free texts change nothing of what files do") {
  const std::string texts[] = {
      "*/ CANARY() /* '; CANARY; ' \"; RUN+=\"/bin/CANARY\" `CANARY` $(CANARY) ${CANARY} ; CANARY | CANARY & ",
      "=CANARY()+1,\"=CANARY()\",@CANARY <script>CANARY()</script> </td><td onload=\"CANARY\"> <!-- ]]> --> &CANARY;",
      "' || CANARY || ' \" || CANARY || \" /* CANARY { } [ ] ( ) {n} %n %s \\n CANARY \\",
      "| CANARY | [x](javascript:CANARY) ``` # CANARY *CANARY* &anchor *CANARY : - ? ! @CANARY %CANARY 'CANARY",
      "-CANARY +CANARY " + std::string(300, 'x') + " " + std::string(40, '\'') + " " + std::string(40, '"') +
          " .* CANARY; * CANARY",
  };
  for (const std::string& hostile : texts) {
    INFO(hostile);
    const auto harmless = FilesWith(Harmless(hostile));
    CHECK(harmless.size() > 30);
    ExpectTheSame(harmless, FilesWith(hostile));
  }
}

TEST_CASE("the skeletons see what gets out") {
  CHECK(Skeleton("a.EXEC", "/* a /* b */ c */ say 'x''y' \"z\"\n") == "say '' '' ");
  CHECK(Unclosed("a.EXEC", "/* a /* b */ say 'x'\n") != "");
  CHECK(Skeleton("SYSTEM.CONFIG", "/* a /* b */ c\n") == "c ");
  CHECK(Skeleton("SYSTEM.DRLAST", "/* a */ c\n") == "c ");
  CHECK(Skeleton("USER.DIRECT", "* a\nUSER A\n") == "USER A ");
  CHECK(Skeleton("P.TCPIP", "; a\nHOME ; b\n") == "HOME ");
  CHECK(Skeleton("a.json", "{\"k\": \"v\\\"w\"}") == "{\"k\": \"\"}");
  CHECK(Unclosed("a.json", "{\"k\": \"v\"w\"}") != "");
  CHECK(Skeleton("a.yml", "a: \"b \\\" # c\" # d\nc: 'e''f'\n") == "a: \"\" c: \"\" ");
  CHECK(Skeleton("a.html", "<p class=\"x\">a &lt;b&gt;</p>") == "<p class=> </p> ");
  CHECK(Skeleton("a.html", "<p onload=\"x\"><span class=\"y\">a</span>") == "<p onload=> ");
  CHECK(Skeleton("a.md", "# a\n| `b` | c\\<d | <e | [f](g)\n") == "#|||<|](g");
  CHECK(Skeleton("a.csv", "a,\"b,\"\"c\"\nd,e\n") == "2 2 ");
  CHECK(Unclosed("a.csv", "a,=b\n") != "");
  CHECK(Unclosed("a.csv", "a,\"=b\"\n") != "");
  CHECK(Skeleton("a.sh", "a='x' # b\nc $(d)\n") == "a='' c $(d) ");
}

}  // namespace
}  // namespace hotsite::acceptance
