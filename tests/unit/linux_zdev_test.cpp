// The import file of chzdev, and the alphabet that keyfiles, unit files and YAML may be made of.
#include <catch2/catch.hpp>

#include "backends/linux/ini_text.h"
#include "backends/linux/zdev.h"
#include "tests/unit/linux_sample_plans.h"

namespace {

using namespace hotsite;
using namespace hotsite::backends::linux_guest;
using namespace hotsite::testing;
using model::DeviceFiles;

TEST_CASE("zdev: a section for each device, layer2 before its options, online at the end") {
  const File file = WriteZdev(RouterPlan(DeviceFiles::kChzdev));
  CHECK(file.path == "etc/hotsite.zdev");
  CHECK(file.text == R"(# chzdev --import /etc/hotsite.zdev --persistent --no-root-update --yes

[persistent qeth 0.0.0800:0.0.0801:0.0.0802]
layer2=1
online=1

[persistent qeth 0.0.0700:0.0.0701:0.0.0702]
layer2=0
route4=primary_connector
route6=primary_connector
online=1
)");
  CHECK(file.open.empty());
}

TEST_CASE("zdev: chzdev refuses the file while a device is open, or it would pass over it without a word") {
  const File file = WriteZdev(OpenPlan(DeviceFiles::kChzdev));
  CHECK(file.open.size() == 1);
  CHECK(file.text == R"(# chzdev --import /etc/hotsite.zdev --persistent --no-root-update --yes

??OSA-002: put three device numbers into the next line and delete this one
[persistent qeth ??OSA-002:??OSA-002+1:??OSA-002+2]
layer2=1
online=1
)");
}

TEST_CASE("ini text: only values without a meaning to its readers") {
  for (const char* good : {"10.20.1.11/24,10.20.1.1", "2001:db8::/32", "0.0.0600;0.0.0601;0.0.0602;", "??OSA-002+1",
                           "a.example b.example", "??OSA-@#$", ""})
    CHECK(IsPlainValue(good));
  for (const char* bad : {"a\nb", "a\tb", "a\\b", "a\"b", "a'b", "`a`", "%i", "a[b]", "a=b", " a", "a ", "é", "a*",
                          "a&b", "a|b", "!a", "$(a)", "{a}"})
    CHECK_FALSE(IsPlainValue(bad));
  CHECK(KeyfileList({"a", "b"}) == "a;b;");
  CHECK(IniText().Group("a").Key("b", "c").Group("d").Key("e", 5).text() == "[a]\nb=c\n\n[d]\ne=5\n");
}

}  // namespace
