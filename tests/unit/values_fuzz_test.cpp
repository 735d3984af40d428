// Random and slightly broken texts against every parser: none crashes, what is accepted prints and parses back to
// the same, and what is refused is refused in the form that diagnostics rely on.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <random>

#include "compiler/support/utf8.h"
#include "compiler/values/calendar.h"
#include "compiler/values/device_number.h"
#include "compiler/values/engine.h"
#include "compiler/values/extent.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/mac_address.h"
#include "compiler/values/memory_size.h"
#include "compiler/values/names.h"
#include "tests/unit/values_outcome.h"

namespace hotsite {
namespace {

class Texts {
 public:
  std::string Next() {
    std::string text(kSeeds[random_() % kSeeds.size()]);
    for (auto edits = random_() % 4; edits > 0; --edits) Edit(&text);
    return text;
  }

 private:
  static constexpr std::array<std::string_view, 28> kSeeds{"24 GiB",
                                                           "512M",
                                                           "1.5 TiB",
                                                           "24 GB",
                                                           "16 PiB",
                                                           "24 KiB",
                                                           "0600",
                                                           "0600-060F",
                                                           "0x0600",
                                                           "0.0.0600",
                                                           "10.20.30.1",
                                                           "10.20.30.0/24",
                                                           "10.20.30.0/255.255.255.0",
                                                           "2001:db8::1",
                                                           "fe80::1%eth0",
                                                           "2001:db8::/64",
                                                           "::ffff:10.0.0.1",
                                                           "02:00:0A:00:00:01",
                                                           "zIIP",
                                                           "1..4",
                                                           "1..10016",
                                                           "2009-10-05",
                                                           "2009-10-05 08:00",
                                                           "4 h",
                                                           "1 week",
                                                           "America/New_York",
                                                           "18446744073709551616",
                                                           "-9223372036854775809"};

  char Character() {
    constexpr std::string_view kUsual = "0123456789abcdefABCDEFGxT.:-/% ";
    return random_() % 10 == 0 ? static_cast<char>(random_() % 256) : kUsual[random_() % kUsual.size()];
  }

  void Edit(std::string* text) {
    const std::size_t at = random_() % (text->size() + 1);
    switch (random_() % 4) {
      case 0:
        text->insert(at, 1, Character());
        break;
      case 1:
        if (at < text->size()) text->erase(at, 1);
        break;
      case 2:
        if (at < text->size()) (*text)[at] = Character();
        break;
      default:
        text->insert(at, kSeeds[random_() % kSeeds.size()].substr(0, random_() % 12));
        break;
    }
  }

  std::mt19937 random_{6};
};

/// A sentence's end in our form: lower case, no period, one line, printable.
void CheckWords(const std::string& what) {
  REQUIRE_FALSE(what.empty());
  REQUIRE((what.front() >= 'a' && what.front() <= 'z'));
  REQUIRE(what.back() != '.');
  REQUIRE(what.size() < 200);
  REQUIRE_FALSE(FindInvalidUtf8(what));
  REQUIRE(std::none_of(what.begin(), what.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
}

template <class T>
void CheckParser(const std::string& text, const std::function<Parsed<T>(std::string_view)>& parse) {
  const Parsed<T> parsed = parse(text);
  if (parsed) {
    const Parsed<T> again = parse(Spelling(*parsed));
    REQUIRE(again.ok());
    REQUIRE(*again == *parsed);
    REQUIRE(Spelling(*again) == Spelling(*parsed));
    return;
  }
  CheckWords(parsed.error().what);
  const auto& replacement = parsed.error().replacement;
  if (replacement) REQUIRE(parse(*replacement).ok());
}

TEST_CASE("all parsers withstand random texts") {
  Texts texts;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = texts.Next();
    CAPTURE(text);
    CheckParser<MemorySize>(text, MemorySize::Parse);
    CheckParser<FrameSize>(text, FrameSize::Parse);
    CheckParser<DeviceNumber>(text, DeviceNumber::Parse);
    CheckParser<DeviceRange>(text, DeviceRange::Parse);
    CheckParser<IpAddress>(text, IpAddress::Parse);
    CheckParser<Subnet>(text, Subnet::Parse);
    CheckParser<MacAddress>(text, MacAddress::Parse);
    CheckParser<EngineType>(text, ParseEngineType);
    CheckParser<CountRange>(text, CountRange::Parse);
    CheckParser<std::int64_t>(text, ParseCount);
    CheckParser<Date>(text, Date::Parse);
    CheckParser<LocalTime>(text, LocalTime::Parse);
    CheckParser<Duration>(text, Duration::Parse);
    CheckParser<std::string>(text, ParseZone);
    for (const auto why :
         {WhyNotUserid, WhyNotVolser, WhyNotLanName, WhyNotPartitionName, WhyNotSpecName, WhyNotDomain}) {
      if (const auto reason = why(text)) CheckWords(*reason);
    }
  }
}

}  // namespace
}  // namespace hotsite
