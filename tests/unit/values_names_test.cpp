#include <catch2/catch.hpp>
#include <random>

#include "compiler/values/names.h"

namespace hotsite {
namespace {

using namespace std::string_literals;

std::string Userid(std::string_view name) { return WhyNotUserid(name).value_or("fine"); }
std::string Domain(std::string_view name) { return WhyNotDomain(name).value_or("fine"); }

TEST_CASE("z/VM user IDs") {
  for (const char* name :
       {"LNXWAS1", "A", "MAINT", "OPERATOR", "TCPIP", "$SRV_A-1", "@#$", "12345", "1A", "SYSTEMS", "LOGN123"}) {
    CAPTURE(name);
    CHECK(Userid(name) == "fine");
  }
  CHECK(Userid("") == "is empty");
  CHECK(Userid("LNXWAS1234") == "is longer than 8 characters");
  CHECK(Userid("lnxwas1") == "has lower-case letters; z/VM user IDs are upper case");
  CHECK(Userid("LNX.1") == "holds `.`; z/VM user IDs are made of A-Z 0-9 @ # $ _ -");
  CHECK(Userid("lnx.1") == "holds `.`; z/VM user IDs are made of A-Z 0-9 @ # $ _ -");
  CHECK(Userid("LNXÉ") == "holds `É`; z/VM user IDs are made of A-Z 0-9 @ # $ _ -");
  CHECK(Userid("1234") == "is a number of 1 to 4 digits, which CP takes for a spool file");
  CHECK(Userid("TO") == "is an operand of COUPLE, which then can't be told from a user ID");
  CHECK(Userid("SYSTEM") == "is reserved by z/VM");
  CHECK(Userid("LOGN0009") == "is reserved by z/VM, as every LOGNxxxx is");
  CHECK(Userid("LOGNSYSC") == "is reserved by z/VM, as every LOGNxxxx is");
  CHECK(Userid("ALL") == "is a CP command or operand, with unpredictable results as a user ID");
  CHECK(Userid("QUERY") == "is a CP command or operand, with unpredictable results as a user ID");
}

TEST_CASE("hostile strings never pass") {
  const auto all = {WhyNotUserid,   WhyNotVolser, WhyNotLanName,      WhyNotPartitionName,
                    WhyNotSpecName, WhyNotDomain, WhyNotInterfaceName};
  for (const std::string& name :
       {"A B"s,     "A\nB"s,  "A\0B"s, "A\0"s,       "A\r"s,          "A;B"s, "A'B"s,  "A\"B"s, "A`B"s,
        "A\\B"s,    "A/B"s,   "A%B"s,  "A=B"s,       "A[B"s,          "A{B"s, "A*"s,   "A,B"s,  "A|B"s,
        "\x1B[31"s, "A\x7F"s, "\xFF"s, "A\xC2\xA0"s, "\xE2\x80\xAE"s, ".."s,  "../A"s, "~"s,    " "s}) {
    CAPTURE(name);
    for (const auto why : all) CHECK(why(name).has_value());
  }
  CHECK(WhyNotSpecName("A\x1B[31m") == "holds U+001B; names are made of letters, digits, `_` and `-`");
  CHECK(WhyNotSpecName(std::string(1000000, 'A')) == "is longer than 32 characters");
}

TEST_CASE("volume labels") {
  for (const char* name : {"540RES", "A", "M01P01", "#@$:-+"}) CHECK_FALSE(WhyNotVolser(name));
  CHECK(WhyNotVolser("540res") == "has lower-case letters; volume labels are upper case");
  CHECK(WhyNotVolser("540RES1") == "is longer than 6 characters");
  CHECK(WhyNotVolser("A_B") == "holds `_`; volume labels are made of A-Z 0-9 # @ $ : - +");
  CHECK(WhyNotVolser("") == "is empty");
}

TEST_CASE("Linux interface names") {
  for (const char* name : {"br0", "BR_OFFICE", "br-office.110", "a23456789012345"})
    CHECK_FALSE(WhyNotInterfaceName(name));
  CHECK(WhyNotInterfaceName("") == "is empty");
  CHECK(WhyNotInterfaceName("a234567890123456") == "is longer than 15 characters");
  CHECK(WhyNotInterfaceName("0br") == "begins with `0`; names begin with a letter");
  CHECK(WhyNotInterfaceName("br:0") == "holds `:`; interface names are made of letters, digits, `.`, `_` and `-`");
}

TEST_CASE("LAN, partition and machine names") {
  for (const char* name : {"DRVSW", "VSW_1", "$A"}) CHECK_FALSE(WhyNotLanName(name));
  CHECK(WhyNotLanName("VSW-1") == "holds `-`; names of z/VM LANs are made of A-Z 0-9 @ # $ _");
  for (const char* name : {"PRODA", "P1", "A2345678"}) CHECK_FALSE(WhyNotPartitionName(name));
  CHECK(WhyNotPartitionName("1PROD") == "begins with a digit; names of machines and partitions begin with a letter");
  CHECK(WhyNotPartitionName("PROD_A") == "holds `_`; names of machines and partitions are made of A-Z 0-9");
  CHECK(WhyNotPartitionName("prod") == "has lower-case letters; names of machines and partitions are upper case");
}

TEST_CASE("names that only the spec sees") {
  for (const char* name : {"OFFICE", "hot_site-2", "z"}) CHECK_FALSE(WhyNotSpecName(name));
  CHECK(WhyNotSpecName("2nd") == "begins with `2`; names begin with a letter");
  CHECK(WhyNotSpecName("_a") == "begins with `_`; names begin with a letter");
  CHECK(WhyNotSpecName("a.b") == "holds `.`; names are made of letters, digits, `_` and `-`");
  CHECK(WhyNotSpecName(std::string(33, 'a')) == "is longer than 32 characters");
}

TEST_CASE("DNS names") {
  for (const std::string& name :
       {"example.com"s, "EXAMPLE.com"s, "localdomain"s, "a.b-c.d1"s, "3com.com"s, std::string(63, 'a')}) {
    CHECK(Domain(name) == "fine");
  }
  CHECK(Domain("") == "is empty");
  CHECK(Domain("example.com.") == "has an empty label; labels of a DNS name are separated by single dots");
  CHECK(Domain("a..b") == "has an empty label; labels of a DNS name are separated by single dots");
  CHECK(Domain("-a.com") == "has a label that begins or ends with a dash");
  CHECK(Domain("a-.com") == "has a label that begins or ends with a dash");
  CHECK(Domain(std::string(64, 'a')) == "has a label of more than 63 characters");
  CHECK(Domain("dr_site.com") == "holds `_`; DNS names are made of letters, digits, dashes and dots");
  CHECK(Domain("10.20.30.1") == "ends in a number, as an IP address does; a DNS name ends in letters");
  std::string longest;
  while (longest.size() < 250) longest += "abcdefghi.";
  CHECK(Domain(longest + "com") == "fine");
  CHECK(Domain(longest + "coms") == "is longer than 253 characters");
}

TEST_CASE("host names are always DNS labels") {
  CHECK(HostName("LNXWAS1") == "lnxwas1");
  CHECK(HostName("LNX_WAS@1") == "lnx-was-1");
  CHECK(HostName("$SRV_") == "srv");
  CHECK(HostName("@#$") == "system");
  CHECK(HostName("") == "system");
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string name(random() % 80, ' ');
    for (char& c : name) c = static_cast<char>(random() % 4 == 0 ? random() % 256 : "Az_-09"[random() % 6]);
    const std::string host = HostName(name);
    CAPTURE(name);
    REQUIRE_FALSE(WhyNotDomain(host + ".x"));
    REQUIRE(host.front() != '-');
    REQUIRE(host.back() != '-');
    REQUIRE(host.size() <= 63);
  }
}

}  // namespace
}  // namespace hotsite
