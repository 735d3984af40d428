// What udev, sysctl, a shell and the C library say of files, good ones and broken ones.
#include "tests/readers/broken.h"

namespace hotsite::readers {
namespace {

constexpr const char* kRules = R"(# Configure qeth device at 0.0.0600/0.0.0601/0.0.0602
ACTION=="add", SUBSYSTEM=="ccw", KERNEL=="0.0.0600", IMPORT{program}="collect 0.0.0600 %k 0.0.0600 0.0.0601 0.0.0602 qeth"
TEST=="[ccwgroup/0.0.0600]", GOTO="qeth-0.0.0600-end"
ACTION=="add", SUBSYSTEM=="ccw", ENV{COLLECT_0.0.0600}=="0", ATTR{[drivers/ccwgroup:qeth]group}="0.0.0600,0.0.0601,0.0.0602"
LABEL="qeth-0.0.0600-end"
ACTION=="add", SUBSYSTEM=="ccwgroup", KERNEL=="0.0.0600", ATTR{layer2}="1"
)";

TEST_CASE("udev takes good rules and refuses broken ones") {
  if (!Fetched()) return;
  CheckAccepted(ReadRules(kRules));
  const Broken table[] = {
      {"ACTION==\"add\", SUBSYSTEM", "ACTION==\"add\" SUBSYSTEM", "a comma between tokens is expected"},
      {"ATTR{[drivers/ccwgroup:qeth]group}", "ATTR{[drivers/ccwgroup:qeth]group", "Invalid key/value pair"},
      {"LABEL=\"qeth-", "LABEL=\"qet-", "has no matching label"},
      {"SUBSYSTEM==", "SUBSYSTM==", "Invalid key 'SUBSYSTM'"},
      {"ATTR{layer2}=\"1\"", "ATTR{portname}=\"a$b\"", "invalid substitution type"},
  };
  CheckAllRefused(&ReadRules, kRules, table);
}

TEST_CASE("sysctl knows its keys") {
  if (!OwnNetwork()) return;
  const std::string good = "net.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n";
  const Reading reading = ReadSysctl(good);
  CheckAccepted(reading);
  CHECK(reading.understood == good);
  CheckRefused(ReadSysctl("net.ipv4.ip_forwrd = 1\n"), "No such file or directory");
  CheckRefused(ReadSysctl("net.ipv4.ip_forward 1\n"), "invalid syntax");
}

TEST_CASE("a shell sets what the lines say and does nothing else") {
  const std::string good =
      "# ours\nIPADDR='10.20.1.11/24'\nBONDING_OPTS=\"mode=active-backup miimon=100\"\nHOSTNAME='a'\n";
  const Reading reading = ReadAssignments(good);
  CheckAccepted(reading);
  CHECK(reading.understood == "BONDING_OPTS=mode=active-backup miimon=100\nHOSTNAME=a\nIPADDR=10.20.1.11/24\n");
  const Broken table[] = {
      {"'10.20.1.11/24'", "'10.20.1.11/24", "unexpected EOF"},
      {"'10.20.1.11/24'", "10.20.1.11/24", "not in quotes"},
      {"'10.20.1.11/24'", "'a'; echo >x; ''", "made while it was sourced: x"},
      {"'10.20.1.11/24'", "'a'; IFS=; ''", "a shell looks into it"},
      {"'10.20.1.11/24'", "\"$(echo >x)\"", "made while it was sourced: x"},
      {"'10.20.1.11/24'", "\"`echo >x`\"", "made while it was sourced: x"},
      {"'10.20.1.11/24'", "'10.20.1.11/24'\nPS4 =", "no assignment"},
      {"'10.20.1.11/24'", "'10.20.1.11/24'\n: ${NEW=1}", "the shell sets NEW=1"},
      {"'10.20.1.11/24'", "'" + std::string(500, 'x') + "'", "too long"},
  };
  CheckAllRefused(&ReadAssignments, good, table);
  CheckRefused(ReadAssignments("IPADDR='10.20.1.11/24'"), "wicked drops");
}

TEST_CASE("the C library finds each name of a hosts file") {
  if (!OwnNetwork()) return;
  const Reading reading = ReadHosts("127.0.0.1 localhost\n10.20.1.11 lnx01.dr.example.com lnx01\n# 10.20.1.12 gone\n");
  CheckAccepted(reading);
  CHECK(reading.understood == "lnx01 10.20.1.11\nlnx01.dr.example.com 10.20.1.11\nlocalhost 127.0.0.1\n");
  CHECK(ReadHosts("10.20.1.999 lnx01\n").understood.find("10.20.1.999") == std::string::npos);
}

TEST_CASE("a file that nobody here reads is refused") {
  CHECK_FALSE(Read("etc/sysconfig/unknown", "A='b'\n").accepted());
  CHECK(Read("etc/sysconfig/network/ifcfg-eth0", "A='b'\n").accepted());
}

}  // namespace
}  // namespace hotsite::readers
