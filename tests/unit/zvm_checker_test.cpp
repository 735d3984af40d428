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

const std::string kIdentity = "IDENTITY C1 AUTOONLY 32M 128M BG\nBUILD ON * USING SUBCONFIG C1-1\n";

TEST_CASE("right identities, processors and ports pass") {
  CHECK(CheckDirectory(kIdentity + "IUCV *VSWITCH\nSUBCONFIG C1-1\nMDISK 0191 3390 0001 5 AAA MR\n").problems ==
        Strings{});
  CHECK(CheckDirectory("USER A LBYONLY 1G 1G G\nMACHINE ESA 4\nCOMMAND SET VCONFIG MODE LINUX\n"
                       "COMMAND DEFINE CPU 00-03 TYPE IFL\nSHARE ABSOLUTE 12.5% LIMITHARD\n"
                       "LOADDEV PORTNAME 5005076300C20B8E\nNICDEF 0600 TYPE QDIO LAN SYSTEM V\n"
                       "NICDEF 0600 PORTTYPE TRUNK\nNICDEF 0600 VLAN 71 72\nNICDEF 0600 MACID 0A0B0C\n")
            .problems == Strings{});
}

TEST_CASE("each fault of identities, processors and ports is found") {
  const auto fault = [](const std::string& text) { return CheckDirectory(text).problems; };
  const std::string user = "USER A LBYONLY 1G 1G G\n";
  CHECK(fault(kIdentity) == Strings{"0: no SUBCONFIG C1-1"});
  CHECK(fault("IDENTITY C1 AUTOONLY 32M 128M BG\nSUBCONFIG C1-1\n") ==
        Strings{"0: C1 is built on no member", "0: no BUILD ON uses C1-1"});
  CHECK(fault(kIdentity + "IUCV ANY\nBUILD ON B USING SUBCONFIG C1-2\nSUBCONFIG C1-1\nSUBCONFIG C1-2\n") ==
        Strings{"4: BUILD behind other statements"});
  CHECK(fault(kIdentity + "SUBCONFIG C1-1 X\nCPU 00\n") ==
        Strings{"3: SUBCONFIG takes one operand", "4: CPU in a subconfiguration"});
  CHECK(fault(user + "BUILD ON * USING SUBCONFIG X\n") == Strings{"2: BUILD outside an IDENTITY"});
  CHECK(fault("USER LOGN1234 NOLOG\n") == Strings{"1: reserved name LOGN1234"});
  CHECK(fault("USER 1234 NOLOG\n") == Strings{"1: reserved name 1234"});
  CHECK(fault("USER A:B NOLOG\n") == Strings{"1: a character that no name has"});
  CHECK(fault(user + "SHARE RELATIVE 0\n") == Strings{"2: RELATIVE takes 1 to 10000"});
  CHECK(fault(user + "SHARE ABSOLUTE 100.1%\n") == Strings{"2: ABSOLUTE takes 0.1% to 100%"});
  CHECK(fault(user + "SHARE ABSOLUTE 5\n") == Strings{"2: RELATIVE number or ABSOLUTE percentage expected"});
  CHECK(fault(user + "SHARE RELATIVE 100 HARD\n") == Strings{"2: unknown operand"});
  CHECK(fault(user + "MACHINE ESA 2\nCOMMAND SET VCONFIG MODE LINUX\nCOMMAND DEFINE CPU 00-03 TYPE IFL\n") ==
        Strings{"4: more CPUs than MACHINE says"});
  CHECK(fault(user + "COMMAND DEFINE CPU 00 TYPE IFL\n") == Strings{"2: IFL without VCONFIG MODE LINUX"});
  CHECK(fault(user + "COMMAND DEFINE CPU 00 TYPE FAST\n") == Strings{"2: unknown processor type"});
  CHECK(fault(user + "MACHINE ESA 65\n") == Strings{"2: MACHINE takes 1 to 64 processors"});
  CHECK(fault(user + "MACHINE 370\n") == Strings{"2: unknown machine mode"});
  CHECK(fault(user + "LOADDEV LUN 4010\n") == Strings{"2: 16 hexadecimal digits expected"});
  CHECK(fault(user + "LOGONBY A B C D E F G H I\n") == Strings{"2: LOGONBY takes eight user IDs"});
  const std::string nic = user + "NICDEF 0600 TYPE QDIO LAN SYSTEM V\n";
  CHECK(fault(nic + "NICDEF 0600 VLAN 71 72\n") == Strings{"3: several VLANs on a port that is no trunk"});
  CHECK(fault(nic + "NICDEF 0600 VLAN 4095\n") == Strings{"3: VLAN id beyond 1-4094"});
  CHECK(fault(nic + "NICDEF 0600 PORTTYPE BOTH\n") == Strings{"3: unknown port type"});
  CHECK(fault(nic + "NICDEF 0600 MACID 0A0B\n") == Strings{"3: MACID takes six hexadecimal digits"});
  CHECK(fault(nic + "NICDEF 0600 SPEED 9\n") == Strings{"3: unknown operand SPEED"});
  CHECK(fault(user + "LINK MAINT 0190 0190 XX\n") == Strings{"2: unknown mode"});
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

TEST_CASE("right statements for the end of SYSTEM CONFIG pass, and a native VLAN, and a trunk's grant") {
  CHECK(CheckSystemConfig("N: FEATURES,\n  DISABLE,\n  AUTO_WARM_IPL\nN: OPERATOR_CONSOLES,\n  0700 ??CON-001,\n"
                          "  SYSTEM_3270 SYSTEM_CONSOLE\nN: DEVICES,\n  OFFLINE_AT_IPL 0000-FFFF,\n"
                          "  ONLINE_AT_IPL 0A00-0A1F,\n  ONLINE_AT_IPL 0700,\n  SENSED 0000-FFFF\n")
            .problems == Strings{});
  CHECK(CheckSystemConfig("N: VMLAN MACPREFIX 02000A\nN: DEFINE VSWITCH V,\n  NOUPLINK,\n  ETHERNET,\n  VLAN AWARE,\n"
                          "  NATIVE 71\nN: MODIFY VSWITCH V GRANT A,\n  PORTTYPE TRUNK,\n  VLAN 71 72\n")
            .problems == Strings{});
}

TEST_CASE("each fault of those is found") {
  const auto fault = [](const std::string& text) { return CheckSystemConfig(text).problems; };
  CHECK(fault("FEATURES DISABLE SPEED\n") == Strings{"1: unknown feature SPEED"});
  CHECK(fault("FEATURES AUTO_WARM_IPL OFF\n") == Strings{"1: FEATURES ENABLE or DISABLE expected"});
  CHECK(fault("OPERATOR_CONSOLES 0700\n") == Strings{"1: the list does not end with SYSTEM_CONSOLE"});
  CHECK(fault("OPERATOR_CONSOLES SYSTEM_3270 0700 SYSTEM_CONSOLE\n") == Strings{"1: a device behind the HMC"});
  CHECK(fault("OPERATOR_CONSOLES HMC SYSTEM_CONSOLE\n") == Strings{"1: not a console: HMC"});
  CHECK(fault("DEVICES ONLINE_AT_IPL 0A00 OFFLINE_AT_IPL 0000-FFFF\n") == Strings{"1: offline behind online"});
  CHECK(fault("DEVICES OFFLINE_AT_IPL 0000-FFFF\n") == Strings{"1: nothing is online: no disk to IPL from"});
  CHECK(fault("DEVICES ONLINE_AT_IPL 0A1F-0A00\n") == Strings{"1: no range of devices behind ONLINE_AT_IPL"});
  CHECK(fault("DEVICES AWAKE 0A00\n") == Strings{"1: unknown operand AWAKE"});
  CHECK(fault("USER_VOLUME_LIST LX0100 LX01000\n") == Strings{"1: not a volume label: LX01000"});
  CHECK(fault("VMLAN MACPREFIX 0A0000\n") == Strings{"1: a prefix is 02xxxx"});
  CHECK(fault("DEFINE VSWITCH V IP\nVMLAN MACPREFIX 020000\n") == Strings{"2: VMLAN behind a vswitch or LAN"});
  CHECK(fault("DEFINE VSWITCH V IP NATIVE 71\n") == Strings{"1: NATIVE without VLAN AWARE"});
  CHECK(fault("DEFINE VSWITCH V IP\nMODIFY VSWITCH V GRANT A VLAN 0\n") == Strings{"2: VLAN id beyond 1-4094"});
  CHECK(fault("DEFINE VSWITCH V IP\nMODIFY VSWITCH V GRANT A PORTTYPE X\n") == Strings{"2: unknown port type"});
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
  CHECK(fault("OBEY\nMAINT\nENDOBEY\nVSWITCH CONTROLLER ON\n") == Strings{});
  CHECK(fault("VSWITCH CONTROLLER\n") == Strings{"1: VSWITCH CONTROLLER ON or OFF expected"});
  CHECK(fault(kStack + "VSWITCH CONTROLLER ON\nSTART D\n") == Strings{"5: a controller with devices of its own"});
  CHECK(fault("START D\n") == Strings{"1: device not defined"});
  CHECK(fault("HOME\n10.1.1.5 255.255.255.0 L\n") == Strings{"2: link not defined"});
}

const std::string kStack6 =
    "DEVICE D OSD 0900 NONROUTER\nLINK L QDIOETHERNET D MTU 1500 ETHERNET ENABLEIPV6\nHOME\n2001:DB8::5/64 L\n";

TEST_CASE("IPv6 in a TCP/IP profile: right, and each fault") {
  const auto fault = [](const std::string& text) { return CheckTcpip(text).problems; };
  CHECK(fault(kStack6 + "GATEWAY\n2001:DB8:9::/48 2001:DB8::9 L 1500\nDEFAULTNET6 FE80::1 L 1500\nSTART D\n") ==
        Strings{});
  CHECK(fault(kStack6 + "GATEWAY\nDEFAULTNET6 2001:DB8:1::1 L 1500\nSTART D\n") ==
        Strings{"6: first hop in no HOME subnet"});
  CHECK(fault(kStack + "GATEWAY\nDEFAULTNET6 FE80::1 L 1500\nSTART D\n") == Strings{"6: link without ENABLEIPV6: L"});
  CHECK(fault("DEVICE D OSD 0900\nLINK L QDIOETHERNET D\nHOME\n2001:DB8::5/64 L\nSTART D\n") ==
        Strings{"4: link without ENABLEIPV6"});
  CHECK(fault(kStack6 + "2001:DB8::6 L\nSTART D\n") == Strings{"5: no IPv6 address and prefix"});
  CHECK(fault(kStack + "LINK M QDIOETHERNET D\nSTART D\n") == Strings{"5: a second link of a device"});
}

TEST_CASE("a right DTCPARMS passes") {
  const Findings found = CheckDtcparms(
      ".* REMARK\n:nick.TCPIP :type.server\n:class.stack\n:attach.0900-0902,0C00 as 0910,??OSA-001+1 as 0911,\n"
      "        0C02 as 0912\n:nick.TCPIP2 :type.server :class.stack :attach.0900\n");
  CHECK(found.problems == Strings{});
  CHECK(found.open.size() == 1);
}

TEST_CASE("each fault of a DTCPARMS is found") {
  const auto fault = [](const std::string& text) { return CheckDtcparms(text).problems; };
  const std::string nick = ":nick.TCPIP :type.server\n";
  CHECK(fault("") == Strings{"0: no entry"});
  CHECK(fault("* REMARK\n" + nick) == Strings{"1: a value without a tag: *"});
  CHECK(fault(":class.stack\n" + nick) == Strings{"1: a tag before :nick."});
  CHECK(fault(nick + nick) == Strings{"2: second entry TCPIP"});
  CHECK(fault(":nick.TCPIPTCPIP\n") == Strings{"1: name longer than 8"});
  CHECK(fault(nick + ":atach.0900\n") == Strings{"2: unknown tag :atach."});
  CHECK(fault(nick + ":attach 0900\n") == Strings{"2: a tag without a full stop: :attach"});
  CHECK(fault(nick + ":attach.\n:class.stack\n").front() == "2: a tag without a value: :attach.");
  CHECK(fault(nick + ":attach.0902-0900\n") == Strings{"2: no device numbers: 0902-0900"});
  CHECK(fault(nick + ":attach.0C00 as ??OSA-001\n") == Strings{"2: no device numbers: ??OSA-001-??OSA-001"});
  CHECK(fault(nick + ":attach.0C00 as 0900,0C01 as 0900\n") == Strings{"2: virtual device used twice"});
  CHECK(fault(nick + ":attach.0C00 0900\n") == Strings{"2: neither a range nor real as virtual: 0C00 0900"});
  CHECK(fault(nick + ":attach.0C00 as 0900,\n") == Strings{"2: a comma with nothing behind it"});
  CHECK(fault(nick + ":class.controller\n") == Strings{"2: class other than stack"});
}

TEST_CASE("every name of a file has its checker, or is a text for people") {
  CHECK_FALSE(CheckZvmFile("zvm/A/README.txt", "whatever"));
  CHECK(CheckZvmFile("zvm/A/B.NEW", "")->problems == Strings{"0: no checker for zvm/A/B.NEW"});
  CHECK(CheckZvmFile("zvm/A/USER.DIRECT", "IPL 0201\n")->problems.size() == 1);
  CHECK(CheckZvmFile("zvm/A/SYSTEM.DRLAST", "/* OPEN\n")->problems.size() == 1);
}

TEST_CASE("an EXEC begins with a comment and keeps to 80 columns") {
  CHECK(CheckExec("/* X */\nsay 'A'\n").problems == Strings{});
  CHECK(CheckExec("say 'A'\n").problems == Strings{"1: the first line is no comment: EXEC 2, not REXX"});
  CHECK(CheckExec("/* X */\n" + std::string(81, 'a') + "\n").problems == Strings{"2: longer than 80 columns"});
}

}  // namespace
