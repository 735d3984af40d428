// Input that nobody means well with: each ends soon, in little memory, with an error that says what is wrong.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"

namespace hotsite::acceptance {
namespace {

constexpr int kSeconds = 20;
constexpr int kMebibytes = 1024;

/// Checks a spec and expects the finding `code`.
void ExpectRefused(const std::string& text, const std::string& code) {
  const Scratch scratch;
  scratch.Write("spec.dr", text);
  const RunResult result = Run(scratch, "hotsite check " + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
  INFO(result.err.substr(0, 2000));
  CHECK((result.exit_code == 1 || result.exit_code == 2));
  CHECK(result.err.find("[" + code + "]") != std::string::npos);
  CHECK(result.err.size() < 200'000);
}

std::string Repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("bytes that aren't text") {
  ExpectRefused("hotsite 1\n\xFF\xFE\xC3(\n", "HS0001");
  ExpectRefused(std::string("hotsite 1\nmemory \0 24 GiB\n", 27), "HS0002");
}

TEST_CASE("a file that is too long is refused unread") {
  ExpectRefused("hotsite 1\nruns \"" + std::string(100u << 20, 'x') + "\"\n", "HS9001");
}

TEST_CASE("a very long line within the limit") {
  const Scratch scratch;
  scratch.Write("spec.dr", "hotsite 1\ncustomer \"" + std::string(20u << 20, 'x') + "\nfoo \"\n");
  const RunResult result = Run(scratch, "hotsite check " + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
  CHECK(result.exit_code == 1);
  CHECK(result.err.size() < 200'000);
}

TEST_CASE("brackets nested a hundred thousand deep") {
  for (const char* bracket : {"{", "(", "a["}) {
    INFO(bracket);
    ExpectRefused("hotsite 1\nsite home " + Repeat(bracket, 100'000) + "\n", "HS0008");
  }
  ExpectRefused("hotsite 1\nsite home {\n" + Repeat("a {\n", 100'000), "HS0008");
}

TEST_CASE("an address where a statement belongs, blocks of nothing") {
  ExpectRefused("hotsite 1\nOFFICE[21]\n", "HS0004");
  ExpectRefused("hotsite 1\nsite home {\n  OFFICE[21]\n}\n", "HS0004");
  ExpectRefused("hotsite 1 { zos A }\n", "HS1005");
  ExpectRefused("hotsite 1\nzos A\n" + Repeat("{}", 2'000'000) + "\n", "HS0012");
}

TEST_CASE("numbers beyond every range") {
  const std::string huge(5'000, '9');
  for (const std::string& line :
       std::initializer_list<std::string>{"memory " + huge + " GiB", "memory 18446744073709551616 GiB",
                                          "processors " + huge + " CP", "nic " + huge + " on N", "volumes -1 3390_9"}) {
    const Scratch scratch;
    scratch.Write("spec.dr", "hotsite 1\nnetwork N { subnet 10.0.0.0/24 }\nzos A {\n  " + line + "\n}\n");
    const RunResult result = Run(scratch, "hotsite check " + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
    INFO(line.substr(0, 60) << "\n" << result.err.substr(0, 1000));
    CHECK(result.exit_code == 1);
  }
}

TEST_CASE("loops that would make a thousand million guests") {
  ExpectRefused(R"(hotsite 1
zvm V {
  memory 8 GiB
  for a in 1..1000 {
    for b in 1..1000 {
      for c in 1..1000 {
        linux "L{a}X{b}Y{c}" { memory 1 GiB }
      }
    }
  }
}
)",
                "HS1017");
  ExpectRefused("hotsite 1\nzvm V {\n  memory 8 GiB\n  for n in 1..2000000000 { linux \"L{n}\" { memory 1 GiB } }\n}\n",
                "HS1017");
}

TEST_CASE("more constraints than can be judged for so many guests") {
  std::string conditions = "memory at most 2 GiB";
  for (int i = 0; i < 20; ++i) conditions += " and memory at most 2 GiB";
  ExpectRefused(fmt::format(R"(hotsite 1
zvm V {{
  memory 8 GiB
  for n in 1..20000 {{ linux "L{{n}}" {{ memory 1 GiB }} }}
}}
site home {{ machine C {{ lpar V }} }}
for k in 1..1000 {{
  require "r_{{k}}" for every linux {{ message "m"; that {} }}
}}
)",
                            conditions),
                "HS2901");
}

TEST_CASE("a file that uses itself, and more files than are read") {
  ExpectRefused("hotsite 1\nuse \"spec.dr\"\n", "HS1016");
  const Scratch scratch;
  constexpr int kFiles = 3'000;
  for (int n = 0; n < kFiles; ++n)
    scratch.Write(fmt::format("f{}.dr", n), fmt::format("hotsite 1\nuse \"f{}.dr\"\n", n + 1));
  scratch.Write(fmt::format("f{}.dr", kFiles), "hotsite 1\n");
  const RunResult result = Run(scratch, "hotsite check " + Quoted(scratch / "f0.dr"), kSeconds, kMebibytes);
  INFO(result.err.substr(0, 2000));
  CHECK(result.exit_code != 0);
  CHECK(result.err.find("[HS9004]") != std::string::npos);
}

TEST_CASE("garbage with many errors is shown in bounds") {
  const Scratch scratch;
  scratch.Write("spec.dr", "hotsite 1\n" + Repeat("memory = = } 24 \"GiB\n@@ ( \n", 50'000));
  const RunResult result =
      Run(scratch, "hotsite check --format json " + Quoted(scratch / "spec.dr"), kSeconds, kMebibytes);
  INFO(result.out.substr(0, 2000));
  CHECK(result.exit_code == 1);
  CHECK(result.out.find("\"HS0016\"") != std::string::npos);
  CHECK(result.out.size() < 2'000'000);
}

}  // namespace
}  // namespace hotsite::acceptance
