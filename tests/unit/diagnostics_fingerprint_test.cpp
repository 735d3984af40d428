// What a fingerprint goes by, and what it doesn't.
#include <catch2/catch.hpp>
#include <set>

#include "compiler/diagnostics/fingerprint.h"
#include "tests/unit/finding_sample.h"

namespace hotsite {
namespace {

/// The fingerprint of one finding about `words` in `text`.
struct One {
  std::string text = "lpar VMPROD { memory 10 GiB }\n";
  std::string words = "memory 10 GiB";
  std::uint16_t code = 2204;
  std::string message = "`VMPROD` has less memory", constraint = {}, cause = "VMPROD", path = "2009.dr";
  std::vector<std::string> subjects = {"VMPROD"};

  std::string Print() const {
    FindingSample sample;
    const FileId file = sample.Add(path, text);
    Diagnostic& finding = sample.Find(Severity::kError, code, sample.At(file, words), message);
    finding.constraint = constraint;
    finding.cause = cause;
    finding.subjects = subjects;
    return Fingerprints(sample.findings, sample.sources, FindingSample::PathOf).front();
  }
};

TEST_CASE("a fingerprint stays when lines move, blanks and comments change or a message has other words") {
  const std::string first = One{}.Print();
  CHECK(first.size() == 32);
  CHECK(One{.text = "// a\n\n\n\tlpar VMPROD { memory 10 GiB }\n"}.Print() == first);
  CHECK(One{.text = "lpar VMPROD {\n  memory  10\tGiB\n}\n", .words = "memory  10\tGiB"}.Print() == first);
  CHECK(One{.text = "lpar VMPROD { memory // why\n 10 GiB }\n", .words = "memory // why\n 10 GiB"}.Print() == first);
  CHECK(One{.message = "half of the memory is missing"}.Print() == first);
  CHECK(One{.subjects = {"VMPROD", "A"}}.Print() == One{.subjects = {"A", "VMPROD"}}.Print());
}

TEST_CASE("a fingerprint differs where the finding does") {
  const std::set<std::string> prints = {
      One{}.Print(),
      One{.text = "lpar VMPROD { memory 12 GiB }\n", .words = "memory 12 GiB"}.Print(),
      One{.code = 2205}.Print(),
      One{.constraint = "enough_memory"}.Print(),
      One{.cause = "VENDORVM"}.Print(),
      One{.path = "2010.dr"}.Print(),
      One{.subjects = {"VMPROD", "PRODA"}}.Print(),
      One{.subjects = {"VMPRODPRODA"}}.Print(),
      One{.subjects = {}}.Print(),
      One{.text = "runs \"a // b\"", .words = "\"a // b\""}.Print(),
      One{.text = "runs \"a // c\"", .words = "\"a // c\""}.Print(),
      One{.text = "runs \"a //  c\"", .words = "\"a //  c\""}.Print(),
  };
  CHECK(prints.size() == 12);
}

TEST_CASE("other findings change no fingerprint, and equal ones are counted") {
  FindingSample sample;
  const FileId file = sample.Add("2009.dr", "guest A\nguest B\nguest A\nguest A\n");
  const auto find = [&](std::uint32_t begin) { sample.Find(Severity::kError, 2001, {file, begin, begin + 7}, "x"); };
  find(0);
  find(16);
  const auto before = Fingerprints(sample.findings, sample.sources, FindingSample::PathOf);
  CHECK(before[0] != before[1]);
  sample.findings.clear();
  find(0);
  find(8);
  find(16);
  find(24);
  const auto after = Fingerprints(sample.findings, sample.sources, FindingSample::PathOf);
  CHECK(after[0] == before[0]);
  CHECK(after[2] == before[1]);
  CHECK(std::set<std::string>(after.begin(), after.end()).size() == 4);
}

TEST_CASE("without paths a finding stays the same in another file") {
  const auto print = [](const std::string& path) {
    FindingSample sample;
    const FileId file = sample.Add(path, "guest A\n");
    sample.Find(Severity::kError, 2001, sample.At(file, "guest A"), "x");
    return Fingerprints(sample.findings, sample.sources, [](const SourceFile&) { return ""; }).front();
  };
  CHECK(print("a.dr") == print("b.dr"));
}

TEST_CASE("the words at the other marked places count, but not those of the library") {
  const auto print = [](const std::string& other, const std::string& of_library) {
    FindingSample sample;
    const FileId file = sample.Add("2009.dr", "lpar A { memory 4 GiB }\n" + other),
                 library = sample.Add("lib.dr", of_library);
    sample.Find(Severity::kError, 2204, sample.At(file, "memory 4 GiB"), "x")
        .Mark(sample.At(file, other), "needed here")
        .Mark(sample.At(library, of_library), "known here");
    return Fingerprints(sample.findings, sample.sources, FindingSample::PathOf).front();
  };
  const std::string first = print("memory 8 GiB", "model z10");
  CHECK(print("memory 800 GiB", "model z10") != first);
  CHECK(print("memory  8  GiB", "model z10") == first);
  CHECK(print("memory 8 GiB", "model z11") == first);
}

TEST_CASE("findings without a place, or in the library, have fingerprints too") {
  FindingSample sample;
  const FileId library = sample.Add("lib.dr", "machine_model z10_ec\n");
  sample.Find(Severity::kError, 9001, {}, "a");
  sample.Find(Severity::kError, 9001, {}, "b");
  sample.Find(Severity::kWarning, 2001, sample.At(library, "z10_ec"), "c");
  const auto prints = Fingerprints(sample.findings, sample.sources, FindingSample::PathOf);
  CHECK(std::set<std::string>(prints.begin(), prints.end()).size() == 3);
}

}  // namespace
}  // namespace hotsite
