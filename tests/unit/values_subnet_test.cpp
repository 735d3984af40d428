#include <catch2/catch.hpp>
#include <limits>

#include "compiler/values/ip_address.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

std::string Net(std::string_view text) { return Outcome(Subnet::Parse(text)); }

Subnet Of(std::string_view text) { return *Subnet::Parse(text); }
IpAddress Ip(std::string_view text) { return *IpAddress::Parse(text); }

TEST_CASE("subnets") {
  CHECK(Net("10.20.30.0/24") == "10.20.30.0/24");
  CHECK(Net("0.0.0.0/0") == "0.0.0.0/0");
  CHECK(Net("10.20.30.1/32") == "10.20.30.1/32");
  CHECK(Net("2001:DB8::/64") == "2001:db8::/64");
  CHECK(Net("::/0") == "::/0");
  CHECK(Subnet() == Of("0.0.0.0/0"));
}

TEST_CASE("what isn't a subnet") {
  CHECK(
      Net("10.20.30.5/24") ==
      "error: isn't a subnet: bits behind the first 24 are set; its network is `10.20.30.0/24` (write: 10.20.30.0/24)");
  CHECK(
      Net("10.20.31.0/23") ==
      "error: isn't a subnet: bits behind the first 23 are set; its network is `10.20.30.0/23` (write: 10.20.30.0/23)");
  CHECK(
      Net("2001:db8::1/64") ==
      "error: isn't a subnet: bits behind the first 64 are set; its network is `2001:db8::/64` (write: 2001:db8::/64)");
  CHECK(Net("10.20.30.0") == "error: has no prefix length; write a subnet as `10.20.30.0/24`");
  CHECK(Net("10.20.30.0/255.255.255.0") ==
        "error: has a netmask where a prefix length stands; write `10.20.30.0/24` (write: 10.20.30.0/24)");
  CHECK(Net("10.20.30.7/255.255.255.252") ==
        "error: has a netmask where a prefix length stands; write `10.20.30.4/30` (write: 10.20.30.4/30)");
  const std::string prefix4 = "error: has no prefix length from 0 to 32 behind the slash; write it as `10.20.30.0/24`";
  for (const char* text : {"10.20.30.0/33", "10.20.30.0/", "10.20.30.0/024", "10.20.30.0/-1", "10.20.30.0/24/24",
                           "10.20.30.0/255.0.255.0", "10.20.30.0/4294967320"}) {
    CAPTURE(text);
    CHECK(Net(text) == prefix4);
  }
  CHECK(Net("::/129") == "error: has no prefix length from 0 to 128 behind the slash; write it as `2001:db8::/64`");
  CHECK(Net("::/255.255.255.0") ==
        "error: has no prefix length from 0 to 128 behind the slash; write it as `2001:db8::/64`");
  CHECK(Net("office") == "error: isn't a subnet; write it as `10.20.30.0/24` or `2001:db8::/64`");
  CHECK(Net("10.020.30.0/24") ==
        "error: has a leading zero in `020`, which some programs read as octal (write: 10.20.30.0/24)");
  CHECK(Net("10.020.30.1/24") == "error: has a leading zero in `020`, which some programs read as octal");
}

TEST_CASE("hosts of a subnet") {
  CHECK(Of("10.20.30.0/24").Host(21)->ToString() == "10.20.30.21");
  CHECK(Of("10.20.30.0/24").Host(0)->ToString() == "10.20.30.0");
  CHECK(Of("10.20.30.0/24").Host(255)->ToString() == "10.20.30.255");
  CHECK_FALSE(Of("10.20.30.0/24").Host(256));
  CHECK_FALSE(Of("10.20.30.0/24").Host(std::numeric_limits<std::uint64_t>::max()));
  CHECK_FALSE(Of("255.255.255.0/24").Host(256));
  CHECK(Of("2001:db8::/64").Host(std::numeric_limits<std::uint64_t>::max())->ToString() ==
        "2001:db8::ffff:ffff:ffff:ffff");
  CHECK_FALSE(Of("2001:db8::/65").Host(std::numeric_limits<std::uint64_t>::max()));
}

TEST_CASE("containing and overlapping") {
  const Subnet subnet = Of("10.20.30.0/24");
  CHECK(subnet.Contains(Ip("10.20.30.255")));
  CHECK_FALSE(subnet.Contains(Ip("10.20.31.0")));
  CHECK_FALSE(Of("0.0.0.0/0").Contains(Ip("::1")));
  CHECK(Of("::/0").Contains(Ip("::1")));
  CHECK(subnet.Overlaps(Of("10.0.0.0/8")));
  CHECK(Of("10.0.0.0/8").Overlaps(subnet));
  CHECK(subnet.Overlaps(subnet));
  CHECK_FALSE(subnet.Overlaps(Of("10.20.31.0/24")));
  CHECK_FALSE(Of("::/0").Overlaps(Of("0.0.0.0/0")));
}

TEST_CASE("the ends of a subnet") {
  CHECK(Of("10.20.30.0/23").last().ToString() == "10.20.31.255");
  CHECK(Of("2001:db8::/126").last().ToString() == "2001:db8::3");
  CHECK(Of("10.20.30.0/24").IsReserved(Ip("10.20.30.0")));
  CHECK(Of("10.20.30.0/24").IsReserved(Ip("10.20.30.255")));
  CHECK_FALSE(Of("10.20.30.0/24").IsReserved(Ip("10.20.30.1")));
  CHECK(Of("10.20.30.0/30").IsReserved(Ip("10.20.30.3")));
  CHECK_FALSE(Of("10.20.30.0/31").IsReserved(Ip("10.20.30.0")));
  CHECK_FALSE(Of("10.20.30.0/31").IsReserved(Ip("10.20.30.1")));
  CHECK_FALSE(Of("10.20.30.1/32").IsReserved(Ip("10.20.30.1")));
  CHECK(Of("2001:db8::/64").IsReserved(Ip("2001:db8::")));
  CHECK_FALSE(Of("2001:db8::/64").IsReserved(Of("2001:db8::/64").last()));
  CHECK_FALSE(Of("2001:db8::/127").IsReserved(Ip("2001:db8::")));
  CHECK_FALSE(Of("2001:db8::/128").IsReserved(Ip("2001:db8::")));
}

TEST_CASE("netmasks") {
  CHECK(Of("0.0.0.0/0").Netmask() == "0.0.0.0");
  CHECK(Of("10.0.0.0/9").Netmask() == "255.128.0.0");
  CHECK(Of("10.20.30.0/24").Netmask() == "255.255.255.0");
  CHECK(Of("10.20.30.1/32").Netmask() == "255.255.255.255");
}

TEST_CASE("members count from both ends") {
  const Subnet office = *Subnet::Parse("10.20.30.0/24");
  CHECK(office.Member(21)->ToString() == "10.20.30.21");
  CHECK(office.Member(-1)->ToString() == "10.20.30.255");
  CHECK(office.Member(-256)->ToString() == "10.20.30.0");
  CHECK_FALSE(office.Member(256));
  CHECK_FALSE(office.Member(-257));
  CHECK_FALSE(office.Member(INT64_MIN));
  CHECK(Subnet::Parse("2001:db8::/64")->Member(-1)->ToString() == "2001:db8::ffff:ffff:ffff:ffff");
  CHECK(Subnet::Parse("2001:db8::/64")->Member(INT64_MIN)->ToString() == "2001:db8:0:0:8000::");
}

TEST_CASE("parts of a subnet are counted from 0") {
  const Subnet bank = *Subnet::Parse("10.64.0.0/16");
  CHECK(bank.Part(24, 3)->ToString() == "10.64.3.0/24");
  CHECK(bank.Part(26, 1023)->ToString() == "10.64.255.192/26");
  CHECK_FALSE(bank.Part(26, 1024));
  CHECK(bank.Part(16, 0)->ToString() == "10.64.0.0/16");
  CHECK_FALSE(bank.Part(16, 1));
  CHECK_FALSE(bank.Part(15, 0));
  CHECK_FALSE(bank.Part(33, 0));
  CHECK_FALSE(bank.Part(24, -1));
  CHECK(Subnet::Parse("2001:db8::/32")->Part(64, 0x12345)->ToString() == "2001:db8:1:2345::/64");
}

}  // namespace
}  // namespace hotsite
