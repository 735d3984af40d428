// What s390-tools say of import files, commands, boot menus, and NetworkManager of kernel command lines.
#include "tests/readers/broken.h"

namespace hotsite::readers {
namespace {

constexpr const char* kImport = R"(# LNX01
[persistent qeth 0.0.0600:0.0.0601:0.0.0602]
layer2=1
portno=0
online=1

[persistent qeth 0.0.7000:0.0.7001:0.0.7002]
layer2=0
route4=primary_connector
online=1
)";

TEST_CASE("chzdev imports what it then exports") {
  if (Fetched()) CheckAccepted(ReadZdev(kImport));
}

TEST_CASE("chzdev's import refuses, or the comparison with its export does") {
  if (!Fetched()) return;
  const Broken table[] = {
      {"persistent qeth", "persistent qeht", "Unknown device type"},
      {"layer2=1", "layer2=2", "Invalid value for qeth attribute"},
      {"portno=0", "portno=7", "Invalid value for qeth attribute"},
      {"portno=0", "layer9=1", "Skipping unknown device setting layer9=1"},
      {"0.0.0600:0.0.0601:0.0.0602", "0.0.0600:0.0.0601", "chzdev exports"},
      {"0.0.0600:0.0.0601", "0.0.06g0:0.0.0601", "chzdev exports"},
      {"0.0.0600:0.0.0601:0.0.0602", "0.0.0600", "Incomplete device ID"},
      {"0.0.0600:0.0.0601:0.0.0602", "0.0.0A00:0.0.0A01:0.0.0A02", "chzdev exports"},
  };
  CheckAllRefused(&ReadZdev, kImport, table);
}

TEST_CASE("chzdev's command refuses what its import lets through") {
  if (!Fetched()) return;
  const std::string good = "qeth 0.0.0700:0.0.0701:0.0.0702 layer2=0 portno=0";
  CheckAccepted(ReadZdevCommand(good));
  const Broken table[] = {
      {"portno=0", "portno=7", "Integers in the range 0 - 1"},
      {":0.0.0701:0.0.0702", "", "Incomplete device ID specified"},
      {":0.0.0702", "", "Not enough CCW device IDs specified"},
      {"0.0.0701", "0.0.07G1", "Error in CCW device ID format"},
      {"layer2=0", "layer3=1", "Unknown QETH device attribute specified: layer3"},
      {"layer2=0", "layer2=1 route4=primary_router", "is only effective when layer2=0"},
  };
  CheckAllRefused(&ReadZdevCommand, good, table);
}

constexpr const char* kMenu = R"([defaultboot]
default=linux

[linux]
target=SYSTEM
image=SYSTEM/image
parameters="root=/dev/dasda1 cio_ignore=all,!0.0.0600-0.0.0602,!condev,!ipldev"
)";

Reading ReadMenu(const std::string& text) { return ReadZiplConf(text, "linux"); }

TEST_CASE("zipl reads a boot menu, and refuses a broken one") {
  if (!Fetched()) return;
  CheckAccepted(ReadMenu(kMenu));
  const Broken table[] = {
      {"parameters=", "paramters=", "unknown keyword"},
      {"!ipldev\"", "!ipldev", "unterminated quotes"},
      {"target=SYSTEM\n", "", "missing keyword 'target'"},
      {"root=", std::string(900, 'x') + " root=", "exceeds the allowed maximum"},
  };
  CheckAllRefused(&ReadMenu, kMenu, table);
}

TEST_CASE("NetworkManager makes connections of a kernel command line") {
  if (!Fetched()) return;
  const std::string good =
      "rd.znet=qeth,0.0.0600,0.0.0601,0.0.0602,layer2=1 ip=10.20.1.11::10.20.1.1:24:lnx01:enc600:none "
      "nameserver=10.20.0.53";
  const Reading reading = ReadKernelLine(good);
  CheckAccepted(reading);
  for (const char* part : {"s390-nettype=qeth", "s390-subchannels=0.0.0600;0.0.0601;0.0.0602;", "layer2=1",
                           "address1=10.20.1.11/24,10.20.1.1"}) {
    INFO(part);
    CHECK(reading.understood.find(part) != std::string::npos);
  }
  CheckRefused(ReadKernelLine(Replaced(good, "10.20.1.11", "10.20.1.999")), "Invalid IP address");
  // Two mistakes that it takes without a word: only what it understood shows them.
  CHECK(ReadKernelLine("rd.znet=qeth,0.0.0600,layer2=1").understood.find("subchannels") == std::string::npos);
  CHECK(ReadKernelLine("ip=10.20.120.11::::h:osa0.120:none").understood.find("10.20.120.11/8") != std::string::npos);
}

}  // namespace
}  // namespace hotsite::readers
