// The small types: MAC addresses, processors, counts and ranges.
#include <catch2/catch.hpp>

#include "compiler/values/engine.h"
#include "compiler/values/extent.h"
#include "compiler/values/mac_address.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

TEST_CASE("MAC addresses") {
  const auto mac = [](std::string_view text) { return Outcome(MacAddress::Parse(text)); };
  CHECK(mac("02:00:0a:00:00:01") == "02:00:0A:00:00:01");
  CHECK(mac("02-00-0A-00-00-01") == "02:00:0A:00:00:01");
  const std::string spelling = "error: isn't how a MAC address is written; write six pairs as in `02:00:0A:00:00:01`";
  CHECK(mac("02000a000001") == spelling + " (write: 02:00:0A:00:00:01)");
  CHECK(mac("0200.0a00.0001") == spelling + " (write: 02:00:0A:00:00:01)");
  CHECK(mac("02:00-0A:00:00:01") == spelling + " (write: 02:00:0A:00:00:01)");
  for (const char* text :
       {"", "02:00:0A:00:00", "02:00:0A:00:00:01:02", "02:00:0A:00:00:0G", "2:0:A:0:0:1", "02 00 0A 00 00 01"}) {
    CAPTURE(text);
    CHECK(mac(text) == "error: isn't a MAC address; write it as `02:00:0A:00:00:01`");
  }
  CHECK(MacAddress::Parse("01:00:5E:00:00:01")->is_multicast());
  CHECK_FALSE(MacAddress::Parse("02:00:0A:00:00:01")->is_multicast());
}

TEST_CASE("processor types in any case") {
  const auto engine = [](std::string_view text) { return Outcome(ParseEngineType(text)); };
  CHECK(engine("cp") == "CP");
  CHECK(engine("Ifl") == "IFL");
  CHECK(engine("ZIIP") == "zIIP");
  CHECK(engine("zaap") == "zAAP");
  CHECK(engine("ICF") == "ICF");
  CHECK(engine("GP") == "error: isn't a processor type; write CP, IFL, zIIP, zAAP or ICF");
  CHECK(engine("zip") == "error: isn't a processor type; write CP, IFL, zIIP, zAAP or ICF (write: zIIP)");
  CHECK(engine("") == "error: isn't a processor type; write CP, IFL, zIIP, zAAP or ICF");
}

TEST_CASE("processor counts and choices") {
  CHECK(EngineCount{2, EngineType::kIfl}.ToString() == "2 IFL");
  const EngineChoice choice{{EngineType::kCp, EngineType::kIfl}};
  CHECK(choice.ToString() == "CP or IFL");
  CHECK(choice.Allows(EngineType::kIfl));
  CHECK_FALSE(choice.Allows(EngineType::kIcf));
  CHECK(EngineChoice{}.ToString().empty());
}

TEST_CASE("counts") {
  const auto count = [](std::string_view text) { return Outcome(ParseCount(text)); };
  CHECK(count("0") == "0");
  CHECK(count("2147483647") == "2147483647");
  CHECK(count("2147483648") == "error: is too large; the largest number is 2147483647");
  CHECK(count("99999999999999999999999999") == "error: is too large; the largest number is 2147483647");
  CHECK(count("0600") == "error: has a leading zero; as a number it is written `600` (write: 600)");
  for (const char* text : {"", "-1", "+1", " 1", "1 ", "0x10", "1.5", "ten"}) {
    CAPTURE(text);
    CHECK(count(text) == "error: isn't a whole number; write it as `16`");
  }
}

TEST_CASE("count ranges") {
  const auto range = [](std::string_view text) { return Outcome(CountRange::Parse(text)); };
  CHECK(range("1..4") == "1..4");
  CHECK(range("0..0") == "0..0");
  CHECK(range("0..2147483647") == "0..2147483647");
  CHECK(CountRange::Parse("0..2147483647")->size() == 2147483648);
  CHECK(range("4..1") == "error: ends before it begins; write the lower number first (write: 1..4)");
  CHECK(range("1..2147483648") == "error: goes too far; the largest number in a range is 2147483647");
  CHECK(range("1..18446744073709551617") == "error: goes too far; the largest number in a range is 2147483647");
  const std::string spelling = "error: isn't how a range is written; write `1..4`, without blanks or leading zeros";
  CHECK(range("1-4") == spelling + " (write: 1..4)");
  CHECK(range("1 .. 4") == spelling + " (write: 1..4)");
  CHECK(range("01..04") == spelling + " (write: 1..4)");
  for (const char* text : {"", "1", "..", "1..", "..4", "1...4", "1..4..5", "-1..4", "a..b"}) {
    CAPTURE(text);
    CHECK(range(text) == "error: isn't a range; write it as `1..4`");
  }
  CHECK(range("10016") == "error: is one number; write the first and the last, such as `1..10016`");
  CHECK(range("1..END").starts_with("error: has no number at its end; write the last one"));
  CHECK(CountRange{1, 4}.Overlaps({4, 5}));
  CHECK_FALSE(CountRange{1, 4}.Overlaps({5, 6}));
}

}  // namespace
}  // namespace hotsite
