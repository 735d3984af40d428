#include <catch2/catch.hpp>

#include "compiler/values/memory_size.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

std::string Memory(std::string_view text) { return Outcome(MemorySize::Parse(text)); }
std::string Frame(std::string_view text) { return Outcome(FrameSize::Parse(text)); }

TEST_CASE("memory sizes as the field and documents write them") {
  for (const char* text : {"24 GiB", "24GiB", "24G", "24g", "24 gib", "24576 MiB", "24576m", "24.0 G", "  24   GiB "}) {
    CAPTURE(text);
    CHECK(Memory(text) == "24 GiB");
  }
  CHECK(Memory("512M") == "512 MiB");
  CHECK(Memory("1.5 TiB") == "1536 GiB");
  CHECK(Memory("0.5 GiB") == "512 MiB");
  CHECK(Memory("1.0009765625 GiB") == "error: isn't a whole number of MiB; write it in MiB, such as `1536 MiB`");
  CHECK(Memory("1.025 GiB") ==
        "error: isn't a whole number of MiB; if the point separates thousands, write `1025 GiB`");
  CHECK(Memory("1024 GiB") == "1 TiB");
  CHECK(Memory("0 GiB") == "0 MiB");
  CHECK(Memory("0M") == "0 MiB");
  CHECK(Memory("16 PiB") == "16 PiB");
  CHECK(Memory("17179869184 MiB") == "16 PiB");
}

TEST_CASE("decimal units are refused with the binary ones") {
  CHECK(Memory("24 GB") ==
        "error: is ambiguous: some mean 10^9 by GB, others 2^30; for 2^30 write `24 GiB` (write: 24 GiB)");
  CHECK(Memory("512MB") ==
        "error: is ambiguous: some mean 10^6 by MB, others 2^20; for 2^20 write `512 MiB` (write: 512 MiB)");
  CHECK(Memory("1.5 tb") ==
        "error: is ambiguous: some mean 10^12 by TB, others 2^40; for 2^40 write `1.5 TiB` (write: 1.5 TiB)");
  CHECK(Memory("64 KB") == "error: is in KiB; memory comes in whole MiB, such as `512 MiB`");
  CHECK(Memory("99999999 TB") == "error: is more than 16 PiB, the most that can be addressed");
  CHECK(Memory("24 Gb") ==
        "error: is ambiguous: some mean 10^9 by GB, others 2^30; for 2^30 write `24 GiB` (write: 24 GiB)");
}

TEST_CASE("what isn't a memory size") {
  const std::string no = "error: isn't a memory size; write it as `24 GiB` or `512 MiB`";
  for (const char* text : {"", " ", "GiB", "-1 GiB", "+1G", "1..5 GiB", "1. GiB", ".5 GiB", "24 Gi", "24 EiB", "24 B",
                           "24 GiB x", "0x10G", "1e3 G", "24 G i B", "1,5 GiB", "1.2.3G", "\xFF"}) {
    CAPTURE(text);
    CHECK(Memory(text) == no);
  }
  CHECK(Memory("24") == "error: has no unit; write `24 GiB` or `24 MiB`");
  CHECK(Memory("24 KiB") == "error: is in KiB; memory comes in whole MiB, such as `512 MiB`");
  CHECK(Memory("0.5 MiB") == "error: isn't a whole number of MiB; write it in MiB, such as `1536 MiB`");
  CHECK(Memory(std::string(1000, '9') + "G") == no);
}

TEST_CASE("sizes beyond the limit never wrap") {
  for (const char* text : {"17179869185 MiB", "16.5 PiB", "17 PiB", "18446744073709551616 MiB",
                           "18446744073709551615 GiB", "99999999999999999999999 P", "16384.1 TiB"}) {
    CAPTURE(text);
    CHECK(Memory(text).starts_with("error: is"));
  }
}

TEST_CASE("memory in directory statements") {
  CHECK(MemorySize::OfMiB(24 * 1024).ToZvm() == "24G");
  CHECK(MemorySize::OfMiB(1536).ToZvm() == "1536M");
  CHECK(MemorySize::OfMiB(1u << 20).ToZvm() == "1024G");
  CHECK(MemorySize().ToZvm() == "0M");
}

TEST_CASE("frame sizes are four") {
  for (const char* text : {"24 KiB", "24K", "24k", "24kib"}) CHECK(Frame(text) == "24 KiB");
  CHECK(FrameSize::Parse("16K")->largest_mtu() == 8192);
  CHECK(FrameSize::Parse("64K")->largest_mtu() == 57344);
  CHECK(Frame("32 KiB") == "error: isn't a HiperSockets frame size; there are 16, 24, 40 and 64 KiB");
  CHECK(Frame("18446744073709551632 KiB") == "error: isn't a HiperSockets frame size; there are 16, 24, 40 and 64 KiB");
  CHECK(Frame("24 MiB") == "error: isn't a frame size; write it as `24 KiB`");
  CHECK(Frame("24") == "error: isn't a frame size; write it as `24 KiB`");
  CHECK(Frame("24 KB") ==
        "error: is ambiguous: some mean 10^3 by KB, others 2^10; for 2^10 write `24 KiB` (write: 24 KiB)");
}

}  // namespace
}  // namespace hotsite
