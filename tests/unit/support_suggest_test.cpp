#include <catch2/catch.hpp>

#include "compiler/support/suggest.h"

namespace hotsite {
namespace {

using Words = std::vector<std::string_view>;

const Words kStatements{"memory", "processors", "network", "nic", "on", "zos", "zvm", "osa", "devices", "vswitch"};

TEST_CASE("misspelt words find their neighbour") {
  CHECK(Nearest("memroy", kStatements) == "memory");
  CHECK(Nearest("MEMORY", kStatements) == "memory");
  CHECK(Nearest("procesors", kStatements) == "processors");
  CHECK(Nearest("nci", kStatements) == "nic");
  CHECK(Nearest("ni", kStatements) == "nic");
  CHECK(Nearest("vswich", kStatements) == "vswitch");
  CHECK(Nearest("no", kStatements) == "on");
}

TEST_CASE("an abbreviation finds the one word it can stand for") {
  CHECK(Nearest("mem", kStatements) == "memory");
  CHECK(Nearest("Proc", kStatements) == "processors");
  CHECK_FALSE(Nearest("proc", {"processors", "procedure"}));
  CHECK_FALSE(Nearest("me", {"memory"}));
}

TEST_CASE("nonsense finds nothing") {
  for (const std::string_view word : {"", "x", "q9", "if", "guest", "cylinders", "me", "zoom", "xyz", "zo\nx"}) {
    CAPTURE(word);
    CHECK_FALSE(Nearest(word, kStatements));
  }
  CHECK_FALSE(Nearest("h", {"d"}));
  CHECK_FALSE(Nearest("ab", {"cb"}));
  CHECK_FALSE(Nearest("a", {""}));
  CHECK_FALSE(Nearest(std::string(100000, 'a'), {"a"}));
}

TEST_CASE("the nearest wins, ties go to the earlier, the same spelling is no suggestion") {
  CHECK(Nearest("LNXWAS9", {"LNXMQ9", "LNXWAS1", "LNXWAS2"}) == "LNXWAS1");
  CHECK(Nearest("lnxwas2", {"LNXWAS1", "LNXWAS2"}) == "LNXWAS2");
  CHECK(Nearest("LNXWAS1", {"LNXWAS1"}) == std::nullopt);
  CHECK(NearestOnes("LNXWAS9", {"LNXMQ9", "LNXWAS1", "LNXWAS2"}) == std::vector<std::string>{"LNXWAS1", "LNXWAS2"});
  CHECK(NearestOnes("memroy", {"memory", "tier"}) == std::vector<std::string>{"memory"});
  CHECK(NearestOnes("xyz", {"memory"}).empty());
}

TEST_CASE("names of one series aren't slips for one another") {
  CHECK(IsSameSeries("PRODA", "PRODB"));
  CHECK(IsSameSeries("LNXWAS12", "LNXWAS21"));
  CHECK_FALSE(IsSameSeries("PRODA", "PRODA"));
  CHECK_FALSE(IsSameSeries("OFICE", "OFFICE"));
  CHECK_FALSE(IsSameSeries("PROAD", "PRODA"));
  CHECK_FALSE(IsSameSeries("", ""));
}

}  // namespace
}  // namespace hotsite
