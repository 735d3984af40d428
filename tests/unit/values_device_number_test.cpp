#include <catch2/catch.hpp>

#include "compiler/values/device_number.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

std::string Device(std::string_view text) { return Outcome(DeviceNumber::Parse(text)); }
std::string Range(std::string_view text) { return Outcome(DeviceRange::Parse(text)); }

TEST_CASE("every device number prints and parses back") {
  for (unsigned value = 0; value <= 0xFFFF; ++value) {
    const DeviceNumber device(static_cast<std::uint16_t>(value));
    const auto parsed = DeviceNumber::Parse(device.ToString());
    REQUIRE(parsed.ok());
    REQUIRE(*parsed == device);
  }
}

TEST_CASE("device numbers") {
  CHECK(Device("600") == "0600");
  CHECK(Device("0600") == "0600");
  CHECK(Device("c") == "000C");
  CHECK(Device("db2a") == "DB2A");
  CHECK(DeviceNumber(0x06fe).ToBusId() == "0.0.06fe");
  CHECK(DeviceNumber(0x0600).Plus(2).ToString() == "0602");
  CHECK(DeviceNumber(0x0600) < DeviceNumber(0x0601));
}

TEST_CASE("what isn't a device number") {
  CHECK(Device("") == "error: isn't a device number; write 1 to 4 hex digits such as `0600`");
  CHECK(Device("060G") == "error: isn't a device number: `G` is no hex digit; write it as `0600`");
  CHECK(Device("06 0") == "error: isn't a device number: a blank is no hex digit; write it as `0600`");
  CHECK(Device("06\xFF") == "error: isn't a device number: byte FF is no hex digit; write it as `0600`");
  CHECK(Device("-600") == "error: isn't a device number: `-` is no hex digit; write it as `0600`");
  CHECK(Device("10600") == "error: has 5 hex digits; a device number has 1 to 4, such as `0600`");
  CHECK(Device("0x600") == "error: isn't how device numbers are written here; write `0600` (write: 0600)");
  CHECK(Device("0XdB2a") == "error: isn't how device numbers are written here; write `DB2A` (write: DB2A)");
  CHECK(Device("0.0.06fe") == "error: isn't how device numbers are written here; write `06FE` (write: 06FE)");
  CHECK(Device("00600") == "error: isn't how device numbers are written here; write `0600` (write: 0600)");
  CHECK(Device("0x10600") == "error: isn't a device number: `x` is no hex digit; write it as `0600`");
  CHECK(Device("00000") == "error: has 5 hex digits; a device number has 1 to 4, such as `0600`");
}

TEST_CASE("device ranges") {
  CHECK(Range("0600-060F") == "0600-060F");
  CHECK(Range("600-60f") == "0600-060F");
  CHECK(Range("0600") == "0600");
  CHECK(Range("0600-0600") == "0600");
  CHECK(Range("0000-FFFF") == "0000-FFFF");
  CHECK(DeviceRange::Parse("0000-FFFF")->size() == 65536);
  CHECK(DeviceRange::Parse("0600")->size() == 1);
  const DeviceRange range = *DeviceRange::Parse("0600-060F");
  CHECK(range.Contains(DeviceNumber(0x0600)));
  CHECK(range.Contains(DeviceNumber(0x060F)));
  CHECK_FALSE(range.Contains(DeviceNumber(0x0610)));
  CHECK(range.Overlaps(*DeviceRange::Parse("060F-0700")));
  CHECK_FALSE(range.Overlaps(*DeviceRange::Parse("0610-0700")));
}

TEST_CASE("what isn't a device range") {
  const std::string no = "error: isn't a device range; write it as `0600-060F`";
  for (const char* text :
       {"-", "0600-", "-0600", "0600--060F", "0600-060G", "0600-060F-0700", "0600-10000", "0600..."}) {
    CAPTURE(text);
    CHECK(Range(text) == no);
  }
  CHECK(Range("060F-0600") == "error: ends before it begins; write the lower device first (write: 0600-060F)");
  CHECK(Range("0600-F") == "error: isn't a device range; write both numbers in full, as in `0600-060F`");
  const std::string spelling =
      "error: isn't how a device range is written; write `0600-060F`, with a dash and no blanks";
  CHECK(Range("0600..060F") == spelling + " (write: 0600-060F)");
  CHECK(Range("0600:060F") == spelling + " (write: 0600-060F)");
  CHECK(Range("0x0600-0x063F") == "error: isn't how a device range is written; write `0600-063F` (write: 0600-063F)");
  CHECK(Range("0600 - 060F") == spelling + " (write: 0600-060F)");
  CHECK(Range("0x600") == "error: isn't how device numbers are written here; write `0600` (write: 0600)");
}

}  // namespace
}  // namespace hotsite
