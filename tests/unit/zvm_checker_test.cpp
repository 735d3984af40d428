// The checkers of z/VM files themselves: what is right passes, and each fault is found. A checker that finds nothing
// would let the backend's tests pass whatever it writes.
#include "tests/unit/zvm_checker.h"

#include <catch2/catch.hpp>

namespace {

using namespace hotsite::zvm_test;
using Strings = std::vector<std::string>;

const std::string kProfile = "PROFILE P1\nMACHINE ESA 1\nCPU 00 BASE\nCONSOLE 0009 3215 T\n";

TEST_CASE("a right directory passes") {
  const Findings found =
      CheckDirectory("* REMARK\n" + kProfile +
                     "\nUSER LNX1 AUTOONLY 512M 1G G\nINCLUDE P1\nIPL 0201\n"
                     "NICDEF 0600 TYPE QDIO LAN SYSTEM VSW1\nNICDEF 0600 VLAN 71\nDEDICATE 0700 ??HSK-002\n"
                     "MDISK 0201 3390 0001 10016 LX0100 MR\n");
  CHECK(found.problems == Strings{});
  CHECK(found.open == Strings{"??HSK-002"});
}

TEST_CASE("each fault of a directory is found") {
  const auto fault = [](const std::string& text) { return CheckDirectory(text).problems; };
  const std::string user = "USER A LBYONLY 1G 1G G\n";
  CHECK(fault(user + "CONSOLE 0009 3215\nIPL 0201\n") ==
        Strings{"3: HCPDIR752E general statement after a device statement"});
  CHECK(fault("USER A SECRET 1G 1G G\n") == Strings{"1: a password in the file: SECRET"});
  CHECK(fault("USER A LBYONLY 2G 1G G\n") == Strings{"1: HCPDIR1776E storage exceeds maximum"});
  CHECK(fault("USER A LBYONLY TEN 1G G\n") == Strings{"1: not a storage size"});
  CHECK(fault("PROFILE P\nMDISK 0201 3390 0001 10 AAA MR\n") == Strings{"2: MDISK in a profile"});
  CHECK(fault(user + "MDISK 0201 3390 0001 10 AAA MR\nNICDEF 0200 TYPE QDIO\n") ==
        Strings{"3: virtual device used twice"});
  CHECK(fault(user + "NICDEF 0600 LAN SYSTEM VSW1\n") == Strings{"2: the first NICDEF of a device begins with TYPE"});
  CHECK(fault(user + "INCLUDE NOBODY\n") == Strings{"2: unknown profile"});
  CHECK(fault(user + "IPL 0201\n" + "INCLUDE P\n") == Strings{"3: INCLUDE must be first", "3: unknown profile"});
  CHECK(fault(user + "PROFILE P\n") == Strings{"2: PROFILE behind USER"});
  CHECK(fault(user + user) == Strings{"2: second entry A"});
  CHECK(fault(user + "SETPTR X\n") == Strings{"2: unknown statement SETPTR"});
  CHECK(fault(user + "IUCV ANY,\n") == Strings{"2: a continuation"});
  CHECK(fault(user + "iucv any\n") == Strings{"2: lower case", "2: unknown statement iucv"});
  CHECK(fault(user + "MACHINE ESA 1\nCPU 01\n") == Strings{"3: more CPUs than MACHINE says"});
  CHECK(fault("* " + std::string(70, 'X') + "\n") == Strings{"1: longer than 71 columns"});
  CHECK(fault("IPL 0201\n") == Strings{"1: a statement outside an entry"});
}

TEST_CASE("a profile's devices count for who includes it") {
  CHECK(CheckDirectory(kProfile + "USER A LBYONLY 1G 1G G\nINCLUDE P1\nMDISK 0009 3390 0001 10 AAA MR\n").problems ==
        Strings{"7: virtual device used twice"});
}

TEST_CASE("a right SYSTEM CONFIG passes") {
  const Findings found = CheckSystemConfig(
      "/* REMARK */\nVM1: DEFINE VSWITCH V1,   /* SWITCH */\n  TYPE QDIO,\n  RDEV 0600 ??OSA-001,\n"
      "  CONTROLLER *,\n  IP PRIROUTER,\n  VLAN AWARE\nVM1: MODIFY VSWITCH V1 GRANT LNX1 VLAN 71\n"
      "VM1: DEFINE LAN L1,\n  OWNERID SYSTEM,\n  TYPE HIPERS,\n  MFS 24K\n");
  CHECK(found.problems == Strings{});
  CHECK(found.open == Strings{"??OSA-001"});
}

TEST_CASE("each fault of a SYSTEM CONFIG is found") {
  const auto fault = [](const std::string& text) { return CheckSystemConfig(text).problems; };
  CHECK(fault("DEFINE VSWITCH V1,\n  TYPE QDIO\n  ETHERNET\n") ==
        Strings{"1: transport not stated: IP is the default", "3: HCPSYK6701E unknown statement ETHERNET"});
  CHECK(fault("DEFINE VSWITCH V1 ETHERNET,\n") == Strings{"1: the file ends within a statement"});
  CHECK(fault("/* OPEN\n") == Strings{"1: a comment that stays open"});
  CHECK(fault("/* A /* B */ */\n") == Strings{"1: a comment in a comment", "1: a comment's end without its beginning",
                                              "1: HCPSYK6701E unknown statement */"});
  CHECK(fault("MODIFY VSWITCH V1 GRANT A\n") == Strings{"1: vswitch not defined before: V1"});
  CHECK(fault("DEFINE VSWITCH V1 IP\nDEFINE VSWITCH V1 IP\n") == Strings{"2: defined twice: V1"});
  CHECK(fault("DEFINE VSWITCH V1 RDEV 1 2 3 4 IP\n") == Strings{"1: RDEV takes one to three devices"});
  CHECK(fault("DEFINE VSWITCH V1 IP SPEED 9\n") == Strings{"1: unknown operand SPEED"});
  CHECK(fault("DEFINE LAN L1 OWNERID SYSTEM TYPE QDIO MFS 16K\n") == Strings{"1: MFS is for HIPERS only"});
  CHECK(fault("DEFINE LAN L1 OWNERID SYSTEM TYPE HIPERS ETHERNET\n") == Strings{"1: ETHERNET is for QDIO only"});
}

const std::string kStack =
    "DEVICE D OSD 0900 NONROUTER\nLINK L QDIOETHERNET D MTU 1492 IP\nHOME\n10.1.1.5 255.255.255.0 L\n";

TEST_CASE("a right TCP/IP profile passes") {
  CHECK(CheckTcpip("; REMARK\n" + kStack +
                   "GATEWAY\n10.2.0.0 255.255.0.0 10.1.1.9 L 1492\nDEFAULTNET 10.1.1.1 L 1492\nSTART D\n")
            .problems == Strings{});
}

TEST_CASE("each fault of a TCP/IP profile is found") {
  const auto fault = [](const std::string& text) { return CheckTcpip(text).problems; };
  CHECK(fault(kStack + "GATEWAY\nDEFAULTNET 10.9.1.1 L 1492\nSTART D\n") == Strings{"6: first hop in no HOME subnet"});
  CHECK(fault(kStack + "GATEWAY\nDEFAULTNET 10.1.1.1 M 1492\nSTART D\n") == Strings{"6: link not defined: M"});
  CHECK(fault(kStack) == Strings{"0: D is never started"});
  CHECK(fault("LINK L QDIOETHERNET D\n") == Strings{"1: device not defined: D"});
  CHECK(fault("START D\n") == Strings{"1: device not defined"});
  CHECK(fault("HOME\n10.1.1.5 255.255.255.0 L\n") == Strings{"2: link not defined"});
}

TEST_CASE("an EXEC begins with a comment and keeps to 80 columns") {
  CHECK(CheckExec("/* X */\nsay 'A'\n").problems == Strings{});
  CHECK(CheckExec("say 'A'\n").problems == Strings{"1: the first line is no comment: EXEC 2, not REXX"});
  CHECK(CheckExec("/* X */\n" + std::string(81, 'a') + "\n").problems == Strings{"2: longer than 80 columns"});
}

}  // namespace
