// Every limit of the manual is kept: what is within it is read, what is beyond it is told, and soon.
#include "compiler/driver/limits.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <ctime>
#include <map>

#include "compiler/check/source_provider.h"
#include "compiler/driver/pipeline.h"
#include "compiler/requirements/ledger.h"

namespace hotsite::harness {
namespace {

using driver::Limit;

constexpr double kSeconds = 30;  // of the processor, in a build without optimisation

std::string Times(std::size_t times, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string Within(std::size_t times, std::string_view open, std::string_view inner, std::string_view close) {
  return Times(times, open) + std::string(inner) + Times(times, close);
}

using Files = check::MemorySources;

Files Spec(const std::string& text) { return Files({{"spec.dr", "hotsite 1\n" + text + "\n"}}); }

Files Text(const std::string& text) { return Spec("customer \"" + text + "\""); }

// `count` files, each using the next.
Files Chain(std::size_t count) {
  Files files;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string name = i == 1 ? "spec" : fmt::format("f{}", i);
    files.Put(name + ".dr", i == count ? "hotsite 1\n" : fmt::format("hotsite 1\nuse \"f{}.dr\"\n", i + 1));
  }
  return files;
}

// So many profiles, each taking over the next.
Files Profiles(std::size_t deep) {
  std::string spec = "zvm V {\n  memory 8 GiB\n";
  for (std::size_t i = 0; i + 1 < deep; ++i) spec += fmt::format("  profile linux P{} : P{}\n", i, i + 1);
  return Spec(spec + fmt::format("  profile linux P{} {{ memory 1 GiB }}\n  linux L : P0\n}}", deep - 1));
}

// Systems and networks of a weight of 40,001 at so many sites.
Files Sites(std::size_t count) {
  std::string spec = "zos PRODA { memory 1 GiB }\n";
  for (int n = 0; n < 10'000; ++n) spec += fmt::format("network N{} {{ subnet 10.0.0.0/24 }}\n", n);
  spec += "recovery \"r\" {\n";
  for (std::size_t n = 0; n < count; ++n) spec += fmt::format("site S{} {{ machine M {{ lpar PRODA }} }}\n", n);
  return Spec(spec + "}");
}

// A list of `most` parts and, beyond it, of one more.
Files List(std::size_t most, bool beyond) {
  std::string spec = "let L0 a, b\n", parts;
  std::size_t size = 2, last = 0;
  for (; size * 2 <= most; size *= 2, ++last) spec += fmt::format("let L{0} L{1}, L{1}\n", last + 1, last);
  for (std::size_t rest = most - size + (beyond ? 1 : 0); rest > 0; --rest) parts += "c, ";
  return Spec(fmt::format("{}let ALL {}L{}", spec, parts, last));
}

// 5,000 statements in a profile, taken over so often; `for` itself stays far below the limit.
Files TakenOver(std::size_t times) {
  return Spec(
      fmt::format("zvm V {{\n  memory 8 GiB\n  profile linux P {{\n{}  }}\n  for n in 1..{} {{ linux \"L{{n}}\" : P "
                  "}}\n}}",
                  Times(5'000, "    runs \"x\"\n"), times));
}

// A recovery that was issued so often.
Files Issued(std::size_t times) {
  requirements::Ledger ledger;
  for (unsigned n = 1; n <= times; ++n)
    ledger.revisions.push_back({n, "r", "spec.dr", *Date::Parse("2009-08-20"), "", "", std::string(64, '0'), {}, {}});
  Files files = Spec("recovery \"r\"");
  files.Put("hotsite.ledger.json", ledger.Print());
  return files;
}

struct Probe {
  Files within;  // none where that much takes long
  Files beyond;
};

Probe ProbeOf(const Limit& limit) {
  const auto most = static_cast<std::size_t>(limit.most);
  const std::string_view what = limit.what;
  if (what == "words of a file") return {{}, Spec(Times(most, "a "))};
  if (what == "blocks and brackets within one another")
    return {Spec(Within(most, "site a {\n", "", "}\n")), Spec(Within(most + 1, "site a {\n", "", "}\n"))};
  if (what == "syntax errors of a file") return {Spec(Times(most, "= 1\n")), Spec(Times(most + 1, "= 1\n"))};
  if (what == "files of a spec") return {Chain(most), Chain(most + 1)};
  if (what == "statements of a spec, after loops and profiles") return {{}, TakenOver(most / 5'000 + 1)};
  if (what == "rounds of all loops together") {
    const std::string loops = fmt::format("for n in 1..{} {{ }}\n", most);
    return {Spec(loops), Spec(loops + "for n in 1..1 { }")};
  }
  if (what == "statements that can't be read, in all rounds of loops") {
    const std::string_view spec = "zvm V {{\n  memory 1 GiB\n  for n in 1..{} {{ nosuch }}\n}}";
    return {Spec(fmt::format(fmt::runtime(spec), most)), Spec(fmt::format(fmt::runtime(spec), most + 1))};
  }
  if (what == "systems, and four times the networks, times the sites") return {Sites(2), Sites(most / 40'001 + 1)};
  if (what == "profiles that take one another over") return {Profiles(most + 1), Profiles(most + 2)};
  if (what == "a text, and a computed value") return {Text(Times(most, "—")), Text(Times(most + 1, "—"))};
  if (what == "parts of a list that `let` names") return {List(most, false), List(most, true)};
  if (what == "numbers within a calculation, above and below 0")
    return {Text(fmt::format("{{{} * 1}}", most)), Text(fmt::format("{{{} + 1}}", most))};
  if (what == "brackets and signs within one another in a calculation")
    return {Text("{" + Within(most, "(", "1", ")") + "}"), Text("{" + Within(most + 1, "(", "1", ")") + "}")};
  if (what == "digits that `{n:000}` asks for")
    return {Text("{1:" + Times(most, "0") + "}"), Text("{1:" + Times(most + 1, "0") + "}")};
  if (what == "revisions of a ledger") return {Issued(most), Issued(most + 1)};
  FAIL("no test shows the limit: " << what);
  return {};
}

bool Finds(Files files, Code code, std::string* text) {
  const std::clock_t begin = std::clock();
  const driver::Compilation result = driver::Compile("spec.dr", files);
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < kSeconds);
  bool found = false;
  for (const Diagnostic& finding : result.findings) {
    if (text->size() < 1000) *text += finding.code.ToString() + " " + finding.message.substr(0, 200) + "\n";
    found = found || finding.code == code;
  }
  return found;
}

TEST_CASE("what is within a limit is read, what is beyond it is told") {
  for (const Limit& limit : driver::AllLimits()) {
    if (limit.what == "a file") continue;                     // on disk: acceptance/hostile_test
    if (limit.what == "what a plugin prints") continue;       // acceptance/plugin_test
    if (limit.what == "files that a plugin makes") continue;  // acceptance/plugin_test
    if (limit.what == "findings that are kept") continue;     // below
    INFO(limit.what);
    Probe probe = ProbeOf(limit);
    std::string within, beyond;
    if (probe.within.Has("spec.dr")) {
      CHECK_FALSE(Finds(std::move(probe.within), limit.code, &within));
    }
    INFO("within: " << within);
    const bool told = Finds(std::move(probe.beyond), limit.code, &beyond);
    INFO("beyond: " << beyond);
    CHECK(told);
  }
}

TEST_CASE("of very many findings some are kept") {
  for (const Limit& limit : driver::AllLimits()) {
    if (limit.what != "findings that are kept") continue;
    Files files = Spec(Times(2 * limit.most, "memroy 1\n"));
    CHECK(driver::Compile("spec.dr", files).findings.size() <= limit.most);
    return;
  }
  FAIL("the limit isn't in the table");
}

}  // namespace
}  // namespace hotsite::harness
