// `hotsite new`: what it writes checks clean, whatever is answered; what can't be taken is refused with its reason.
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/driver/build.h"
#include "compiler/driver/starter.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"

namespace hotsite::acceptance {
namespace {

using driver::Answers;
using driver::Asked;

Answers Defaults() {
  Answers answers;
  for (const driver::Question& question : driver::StarterQuestions())
    answers[static_cast<std::size_t>(question.what)] = question.standard;
  return answers;
}

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string FindingsOf(const std::string& text) { return harness::Rendered(harness::CompileText(text)); }

TEST_CASE("the defaults are good answers, and so are both options") {
  for (const driver::Question& question : driver::StarterQuestions()) {
    INFO(question.option);
    CHECK_FALSE(question.why_not(std::string(question.standard)));
  }
  for (const char* option : {"1", "2"}) {
    Answers answers = Defaults();
    answers[static_cast<std::size_t>(Asked::kOption)] = option;
    const Parsed<std::string> spec = driver::StarterSpec(answers);
    REQUIRE(spec.ok());
    const driver::Compilation result = harness::CompileText(*spec);
    CHECK(result.findings.empty());
    REQUIRE(result.model);
    CHECK(result.model->recovery_sites().size() == 1);
    CHECK_FALSE(driver::BuildAll(result).empty());
  }
}

/// Answers that somebody might type, and some that nobody should.
class Fuzz {
 public:
  explicit Fuzz(unsigned seed) : random_(seed) {}

  std::string Text() {
    static const std::vector<std::string> kPieces{"\"",   "\\", "{",  "}", "{n}", "A",       "z", " ",
                                                  "\n",   "\t", "//", ";", "?",   "\x1b[2J", "é", "\u202e",
                                                  "\xff", "0",  "-",  ",", "`",   "$(x)",    "*/"};
    std::string text;
    for (unsigned n = Below(8); n > 0; --n) text += kPieces[Below(static_cast<unsigned>(kPieces.size()))];
    return text;
  }

  std::string AnswerTo(const driver::Question& question) {
    static const std::vector<std::vector<std::string>> kLikely{
        {"A & B \"Ltd\"", "{n}", "\\"},
        {"Vendor }", "a\\"},
        {"z9_ec", "z10_ec", "z16_a01", "z10"},
        {"none", "PRODA", "A,B, C", "A, A", "LNX1", "VENDORVM", "T", "SERVER", "FLOOR", "CEC", "1234"},
        {"none", "VM1", "PRODA", "LNX2", "ALL", "VENDORVM", "OFFICE", "FLOOR"},
        {"0", "1", "200", "201", "-1", "007", "99999999999999999999"},
        {"1", "2", "3"},
        {"none", "2027-10-04", "2027-02-30", "2199-12-25", "2199-12-31"},
    };
    const unsigned kind = Below(4);
    if (kind == 0) return Text();
    const std::vector<std::string>& likely = kLikely[static_cast<std::size_t>(question.what)];
    return kind == 1 ? std::string(question.standard) : likely[Below(static_cast<unsigned>(likely.size()))];
  }

 private:
  unsigned Below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  std::mt19937 random_;
};

TEST_CASE("random and hostile answers give a spec that checks clean or a reason") {
  Fuzz fuzz(20091005);
  unsigned specs = 0;
  unsigned refused = 0;
  for (int round = 0; round < 400; ++round) {
    Answers answers = Defaults();
    for (const driver::Question& question : driver::StarterQuestions()) {
      std::string answer = fuzz.AnswerTo(question);
      if (const auto why = question.why_not(answer)) {
        CHECK_FALSE(why->empty());
        continue;  // asked again; the default stays
      }
      answers[static_cast<std::size_t>(question.what)] = std::move(answer);
    }
    const Parsed<std::string> spec = driver::StarterSpec(answers);
    if (!spec.ok()) {
      INFO(spec.error().what);
      CHECK_FALSE(Has(spec.error().what, "these answers don't go together"));  // each clash is told by its name
      ++refused;
      continue;
    }
    ++specs;
    INFO(*spec);
    const driver::Compilation result = harness::CompileText(*spec);
    CHECK(harness::Rendered(result) == FindingsOf("hotsite 1\n"));
    REQUIRE(result.model);
    CHECK(result.model->customer == answers[static_cast<std::size_t>(Asked::kCustomer)]);
    CHECK(result.model->recovery->vendor == answers[static_cast<std::size_t>(Asked::kVendor)]);
  }
  CHECK(specs > 100);
  CHECK(refused > 10);
}

TEST_CASE("without a terminal the options and the defaults answer") {
  const Scratch scratch;
  const std::string here = "cd " + Quoted(scratch / "") + "; ";
  const RunResult written = Run(scratch, here + "hotsite new --customer 'A \"B\" {c}' --zos none --test 2027-10-04");
  CHECK(written.exit_code == 0);
  CHECK(written.err.empty());
  CHECK(Has(written.out, "recovery.dr: written, "));
  CHECK(Run(scratch, here + "hotsite fmt --check recovery.dr").exit_code == 0);
  const std::string spec = harness::ReadBytes(scratch / "recovery.dr");
  CHECK(Has(spec, "customer \"A \\\"B\\\" {{c}}\"\n"));
  CHECK(Has(spec, "test from 2027-10-04 08:00 to 2027-10-07 16:00 in America/New_York\n"));
  const RunResult checked =
      Run(scratch, here + "hotsite check --werror recovery.dr && hotsite build recovery.dr -o out");
  CHECK(checked.exit_code == 0);
  CHECK(checked.err.empty());
}

TEST_CASE("nothing is overwritten, and what can't be taken is told") {
  const Scratch scratch;
  scratch.Write("a.dr", "mine");
  const std::string here = "cd " + Quoted(scratch / "") + "; ";
  const auto refused = [&](const std::string& line) {
    const RunResult result = Run(scratch, here + "hotsite new " + line);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    return result.err;
  };
  CHECK(refused("a.dr") == "hotsite new: `a.dr` isn't written: it is there already, and `new` overwrites nothing\n");
  CHECK(harness::ReadBytes(scratch / "a.dr") == "mine");
  CHECK(refused("notes.txt") == "hotsite new: `notes.txt` isn't written: a spec's name ends in .dr\n");
  CHECK(refused("b.dr --test soon") ==
        "hotsite new: --test: `soon` isn't a date; write year, month and day as in `2009-10-05`\n");
  CHECK(Has(refused("b.dr --machine z10ec"), "(did you mean `z10_ec`?)"));
  CHECK(Has(refused("b.dr --zos prod"), "has lower-case letters"));
  CHECK(Has(refused("b.dr --zos none --zvm none"), "there is nothing to recover\n"));
  CHECK(Has(refused("b.dr --guests 0 --option 2"), "option 2 places Linux guests, and there are none\n"));
  CHECK(Has(refused("b.dr --zos LNX2"), "`LNX2` is a name that the starter gives to another system\n"));
  CHECK(Has(refused("no/such/folder/b.dr"), "no such file or directory"));
  CHECK(refused("b.dr --customer \"$(printf '\\033')\"").find('\033') == std::string::npos);
}

TEST_CASE("on a terminal it asks, asks again after a bad answer, and Ctrl-D takes the defaults") {
  const Scratch scratch;
  if (Run(scratch, "command -v script").exit_code != 0) {
    WARN("script isn't installed: questions on a terminal go unchecked");
    return;
  }
  const RunResult asked =
      Run(scratch, "cd " + Quoted(scratch / "") +
                       "; printf 'My Shop\\n\\nz10\\nz10_ec\\n\\004' | script -qec \"'$HOTSITE' new t.dr\" /dev/null");
  CHECK(Has(asked.out, "Your company's name [Our Company]: "));
  CHECK(Has(asked.out, "`z10` isn't a machine model of the standard library"));
  CHECK(Has(asked.out, "t.dr: written, "));
  const std::string spec = harness::ReadBytes(scratch / "t.dr");
  CHECK(Has(spec, "customer \"My Shop\"\n"));
  CHECK(Has(spec, "vendor \"Our DR Vendor\"\n"));
  CHECK(Has(spec, "machine CEC : z10_ec {\n"));
}

}  // namespace
}  // namespace hotsite::acceptance
