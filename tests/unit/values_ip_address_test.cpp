#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "compiler/values/ip_address.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

std::string Address(std::string_view text) { return Outcome(IpAddress::Parse(text)); }

IpAddress Ip(std::string_view text) { return *IpAddress::Parse(text); }

TEST_CASE("IPv4 addresses") {
  CHECK(Address("10.20.30.1") == "10.20.30.1");
  CHECK(Address("0.0.0.0") == "0.0.0.0");
  CHECK(Address("255.255.255.255") == "255.255.255.255");
  CHECK(Ip("10.20.30.1").v4() == 0x0A141E01);
  CHECK(IpAddress() == Ip("0.0.0.0"));
  CHECK(Address("10.20.30") == "error: isn't an IPv4 address: it has 3 parts instead of 4, as in `10.20.30.1`");
  CHECK(Address("7") == "error: isn't an IPv4 address: it has 1 part instead of 4, as in `10.20.30.1`");
  CHECK(Address("10.20.30.256") == "error: isn't an IPv4 address: `256` is above 255");
  CHECK(Address("10.20.30.18446744073709551617") ==
        "error: isn't an IPv4 address: `18446744073709551617` is above 255");
  CHECK(Address("10.020.030.1") ==
        "error: has a leading zero in `020`, which some programs read as octal (write: 10.20.30.1)");
  CHECK(Address("10.20.30.1/24") == "error: has a prefix length; here an address stands alone (write: 10.20.30.1)");
  for (const char* text : {"", ".", "10..30.1", "10.20.30.", "10.20.30.x", " 10.20.30.1", "10.20.30.1 ", "0x0A.1.1.1",
                           "-1.2.3.4", "office", "10.20.30.1/x/y"}) {
    CAPTURE(text);
    CHECK_FALSE(IpAddress::Parse(text).ok());
  }
  CHECK(Address("office") == "error: isn't an IP address; write it as `10.20.30.1` or `2001:db8::1`");
  CHECK(Address(std::string(100000, '1')) == "error: isn't an IP address; write it as `10.20.30.1` or `2001:db8::1`");
}

TEST_CASE("IPv6 addresses are printed as RFC 5952 says") {
  CHECK(Address("2001:DB8:0:0:8:800:200C:417A") == "2001:db8::8:800:200c:417a");
  CHECK(Address("2001:0db8::0001") == "2001:db8::1");
  CHECK(Address("2001:db8:0:1:1:1:1:1") == "2001:db8:0:1:1:1:1:1");
  CHECK(Address("2001:0:0:1:0:0:0:1") == "2001:0:0:1::1");
  CHECK(Address("2001:db8:0:0:1:0:0:1") == "2001:db8::1:0:0:1");
  CHECK(Address("0:0:0:0:0:0:0:0") == "::");
  CHECK(Address("::1") == "::1");
  CHECK(Address("1::") == "1::");
  CHECK(Address("1:0:0:2:3:4:5:6") == "1::2:3:4:5:6");
  CHECK(Address("1:2:3:4:5:6:0:0") == "1:2:3:4:5:6::");
  CHECK(Address("::ffff:10.20.30.1") == "::ffff:a14:1e01");
  CHECK(Address("fe80::1%eth0") == "error: has a zone; here an address stands alone (write: fe80::1)");
  CHECK(Address("2001:db8::1/64") == "error: has a prefix length; here an address stands alone (write: 2001:db8::1)");
  for (const char* text : {":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "::g", "[::1]",
                           "::1 ", "::10.20.30.256", "::10.020.30.1"}) {
    CAPTURE(text);
    CHECK(Address(text) == "error: isn't an IPv6 address; write it as `2001:db8::1`");
  }
  CHECK_FALSE(IpAddress::Parse(std::string_view("::1\0x", 5)).ok());
}

TEST_CASE("addresses that no host can have") {
  const auto why = [](std::string_view text) { return Ip(text).WhyNotHost().value_or("fine"); };
  CHECK(why("10.20.30.1") == "fine");
  CHECK(why("223.255.255.255") == "fine");
  CHECK(why("2001:db8::1") == "fine");
  CHECK(why("fd00::1") == "fine");
  CHECK(why("0.1.2.3") == "is in 0.0.0.0/8, which means \"this network\"");
  CHECK(why("127.0.0.1") == "is a loopback address");
  CHECK(why("169.254.1.1") == "is a link-local address");
  CHECK(why("224.0.0.1") == "is a multicast address");
  CHECK(why("239.255.255.255") == "is a multicast address");
  CHECK(why("240.0.0.1") == "is in 240.0.0.0/4, which is reserved");
  CHECK(why("255.255.255.255") == "is the broadcast address");
  CHECK(why("::") == "is the unspecified address");
  CHECK(why("::1") == "is the loopback address");
  CHECK(why("::2") == "is in ::/96, which is reserved");
  CHECK(why("::ffff:10.20.30.1") == "is an IPv4-mapped address; write the IPv4 address itself");
  CHECK(why("ff02::1") == "is a multicast address");
  CHECK(why("fe80::1") == "is a link-local address");
  CHECK(why("febf::1") == "is a link-local address");
  CHECK(why("fec0::1") == "fine");
}

TEST_CASE("adding never leaves the address space") {
  CHECK(Ip("10.20.30.0").Plus(21)->ToString() == "10.20.30.21");
  CHECK(Ip("10.20.30.255").Plus(1)->ToString() == "10.20.31.0");
  CHECK(Ip("255.255.255.255").Plus(0)->ToString() == "255.255.255.255");
  CHECK_FALSE(Ip("255.255.255.255").Plus(1));
  CHECK_FALSE(Ip("0.0.0.0").Plus(1ull << 32));
  CHECK_FALSE(Ip("0.0.0.1").Plus(std::numeric_limits<std::uint64_t>::max()));
  CHECK(Ip("::ffff:ffff:ffff:ffff").Plus(1)->ToString() == "0:0:0:1::");
  CHECK(Ip("::").Plus(std::numeric_limits<std::uint64_t>::max())->ToString() == "::ffff:ffff:ffff:ffff");
  CHECK(Ip("::ffff:ffff:ffff:ffff").Plus(std::numeric_limits<std::uint64_t>::max())->ToString() ==
        "::1:ffff:ffff:ffff:fffe");
  CHECK_FALSE(Ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").Plus(1));
}

TEST_CASE("random addresses print and parse back") {
  std::mt19937 random(4);
  for (int round = 0; round < 5000; ++round) {
    std::array<std::uint8_t, 16> bytes{};
    for (auto& byte : bytes) byte = random() % 3 == 0 ? static_cast<std::uint8_t>(random()) : std::uint8_t{0};
    const IpAddress six = IpAddress::V6(bytes);
    REQUIRE(*IpAddress::Parse(six.ToString()) == six);
    const IpAddress four = IpAddress::V4(static_cast<std::uint32_t>(random()));
    REQUIRE(*IpAddress::Parse(four.ToString()) == four);
  }
}

}  // namespace
}  // namespace hotsite
