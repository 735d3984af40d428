// The edits that rules offer: text moves cleanly, and what they lead to is no worse than before.
#include <catch2/catch.hpp>

#include "compiler/check/check.h"
#include "compiler/diagnostics/render.h"
#include "compiler/rules/edits.h"
#include "compiler/rules/start_order.h"

namespace hotsite {
namespace {

/// The text with one edit made at `statement`, the first place where that text stands.
struct Sample {
  SourceMap sources;
  FileId file;
  explicit Sample(std::string text) : file(sources.Add("spec.dr", std::move(text))) {}
  Span Of(std::string_view statement) const {
    const auto at = static_cast<std::uint32_t>(sources.Get(file).text().find(statement));
    return {file, at, at + static_cast<std::uint32_t>(statement.size())};
  }
  std::string After(const Edit& edit) const { return ApplyEdits(sources.Get(file).text(), file, {edit}); }
};

TEST_CASE("a statement goes with its line, its comment and what documents it") {
  const Sample sample("a\n  /// why\n  guest X   // note\n  b\n");
  CHECK(sample.After(rules::ReplaceStatement(sample.sources, sample.Of("guest X"), {})) == "a\n  b\n");
}

TEST_CASE("of several statements on a line, the others stay") {
  const Sample sample("{ a; guest X; b }\n{ guest Y; c }\n{ d; guest Z }\n");
  CHECK(sample.After(rules::ReplaceStatement(sample.sources, sample.Of("guest X"), {})) ==
        "{ a; b }\n{ guest Y; c }\n{ d; guest Z }\n");
  CHECK(sample.After(rules::ReplaceStatement(sample.sources, sample.Of("guest Y"), {})) ==
        "{ a; guest X; b }\n{ c }\n{ d; guest Z }\n");
  CHECK(sample.After(rules::ReplaceStatement(sample.sources, sample.Of("guest Z"), {})) ==
        "{ a; guest X; b }\n{ guest Y; c }\n{ d }\n");
}

TEST_CASE("lines take the indentation of their neighbour") {
  const Sample sample("x {\n  lpar A {\n    b\n  } // A\n}");
  const Span lpar = sample.Of("lpar A {\n    b\n  }");
  CHECK(sample.After(rules::InsertBehind(sample.sources, lpar, {"c", "d"})) ==
        "x {\n  lpar A {\n    b\n  } // A\n  c\n  d\n}");
  CHECK(rules::Reindented(sample.sources, lpar, "") == "lpar A {\n  b\n}");
}

TEST_CASE("a block takes one more statement, on its line or on a new one, or is made") {
  const Sample sample("osa A { b }\nosa C {\n  d\n}\nosa E {}\nosa F\n");
  const auto written = [&](std::string_view whole, std::string_view block) {
    model::Written result;
    result.whole = sample.Of(whole);
    if (!block.empty())
      result.block = Span{sample.file, result.whole.end - static_cast<std::uint32_t>(block.size()), result.whole.end};
    return result;
  };
  const auto after = [&](std::string_view whole, std::string_view block) {
    return sample.After(rules::InsertIntoBlock(sample.sources, written(whole, block), "x"));
  };
  CHECK(after("osa A { b }", "{ b }") == "osa A { b; x }\nosa C {\n  d\n}\nosa E {}\nosa F\n");
  CHECK(after("osa C {\n  d\n}", "{\n  d\n}") == "osa A { b }\nosa C {\n  d\n  x\n}\nosa E {}\nosa F\n");
  CHECK(after("osa E {}", "{}") == "osa A { b }\nosa C {\n  d\n}\nosa E { x }\nosa F\n");
  CHECK(after("osa F", "") == "osa A { b }\nosa C {\n  d\n}\nosa E {}\nosa F { x }\n");
}

struct Checked {
  SourceMap sources;
  std::vector<Diagnostic> findings;
};

Checked CheckText(std::string text) {
  check::MemorySources files;
  files.Put("spec.dr", std::move(text));
  Checked result;
  Reporter reporter;
  check::Check("spec.dr", files, result.sources, reporter);
  result.findings = reporter.Take();
  return result;
}

/// A third level that takes its network by a vswitch of the outer z/VM and its devices by way of it, in a block of
/// several lines.
const char* const kThirdLevel = R"(hotsite 1
network OFFICE { subnet 10.20.30.0/24; gateway OFFICE[1] }
network DATABASE { subnet 192.168.40.0/24 }
zos PRODA { nic 0E00 on DATABASE address DATABASE[10] }
zvm VMPROD {
  memory 8 GiB
  vswitch VSW1 carries OFFICE { transport ethernet }
  linux LNX1 { nic 0600 on OFFICE address OFFICE[21]; nic 0700 on DATABASE address DATABASE[21] }
}
recovery "x" {
  site hotsite {
    machine BIG {
      osa UP carries OFFICE { devices 0C00-0C0F for VENDORVM }
      hipersockets HS carries DATABASE {
        devices ? for VENDORVM, PRODA
      }
      lpar PRODA
      lpar FLOOR {
        zvm VENDORVM {
          /// Ours.
          guest VMPROD {
            memory 8 GiB   // as at home
          }
          vswitch DRVSW carries OFFICE { transport ethernet; controllers ? }
        }
      }  // FLOOR
    }
  }
}
)";

TEST_CASE("both options of HS2001 keep devices that came by way of the outer z/VM") {
  const Checked before = CheckText(kThirdLevel);
  REQUIRE(before.findings.size() == 1);
  REQUIRE(before.findings.front().helps.size() == 2);
  for (const Help& help : before.findings.front().helps) {
    REQUIRE(!help.edits.empty());
    const std::string text = ApplyEdits(before.sources.Get(FileId{0}).text(), FileId{0}, help.edits);
    const Checked after = CheckText(text);
    INFO(text << RenderTerminal(after.findings, after.sources, {}));
    CHECK(after.findings.empty());
  }
}

TEST_CASE("circles of waits are found once each, and shown by their shortest way") {
  using model::SystemId;
  // 0 <-> 1, 2 waits for them, 3 waits for itself, 4 -> 5 -> 6 -> 4 with a shortcut 5 -> 4
  const rules::WaitGraph graph{{SystemId{1}}, {SystemId{0}}, {SystemId{0}},
                               {SystemId{3}}, {SystemId{5}}, {SystemId{6}, SystemId{4}},
                               {SystemId{4}}};
  const auto circles = rules::Circles(graph);
  REQUIRE(circles.size() == 3);
  CHECK(circles[0] == std::vector<SystemId>{{0}, {1}});
  CHECK(circles[1] == std::vector<SystemId>{{3}});
  CHECK(circles[2] == std::vector<SystemId>{{4}, {5}, {6}});
  CHECK(rules::WayWithin(graph, circles[2], {4}, {4}) == std::vector<SystemId>{{4}, {5}, {4}});
  CHECK(rules::WayWithin(graph, circles[1], {3}, {3}) == std::vector<SystemId>{{3}, {3}});
  CHECK(rules::WayWithin(graph, circles[0], {0}, {4}).empty());
}

}  // namespace
}  // namespace hotsite
