// The checkers of z/OS files themselves, each fault by itself, and what they say of the files of all examples. A
// checker that finds nothing would let the backend's tests pass whatever it writes.
#include "tests/unit/zos_checker.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace {

using namespace hotsite::zos_test;
using Strings = std::vector<std::string>;

const std::string kProfile = R"(; a comment in Lower Case
INTERFACE VIPALK1
  DEFINE VIRTUAL
  IPADDR 10.1.1.1
INTERFACE VIPA6LK1
  DEFINE VIRTUAL6
  IPADDR 2001:DB8::1
INTERFACE OFFICELNK
  DEFINE IPAQENET
  PORTNAME OFFICE
  IPADDR 10.20.30.10/24
  VLANID 71
  MTU 1492
  SOURCEVIPAINTERFACE VIPALK1
INTERFACE OFFICELNK6
  DEFINE IPAQENET6
  PORTNAME OFFICE
  IPADDR 2001:DB8:1::10
  MTU 1492
  SOURCEVIPAINTERFACE VIPA6LK1
DEVICE IUTIQD?? MPCIPA
LINK HSLNK IPAQIDIO IUTIQD??
HOME
  192.168.40.10 HSLNK
BEGINROUTES
  ROUTE 10.20.30.0/24 = OFFICELNK MTU 1492
  ROUTE 2001:DB8:1::/64 = OFFICELNK6 MTU 1492
  ROUTE 192.168.40.0/24 = HSLNK MTU 16384
  ROUTE DEFAULT 10.20.30.1 OFFICELNK MTU 1492
  ROUTE DEFAULT6 FE80::1 OFFICELNK6 MTU 1492
ENDROUTES
START OFFICELNK
START OFFICELNK6
START IUTIQD??
)";

/// `text` with the first `from` replaced.
std::string With(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("zos checker: a right profile passes") {
  const Findings found = CheckProfile(kProfile);
  CHECK(found.problems == Strings{});
  CHECK(found.open == Strings{"IUTIQD??", "IUTIQD??", "IUTIQD??"});
}

TEST_CASE("zos checker: each fault of a profile is found") {
  const auto fault = [](const std::string& from, const std::string& to) {
    return CheckProfile(With(kProfile, from, to)).problems;
  };
  CHECK(fault("PORTNAME OFFICE\n", "PORTNAME OFFICE_NET\n") == Strings{"10: not a port name: OFFICE_NET"});
  CHECK(fault("DEFINE IPAQENET\n", "DEFINE IPAQENET4\n").size() >= 1);
  CHECK(fault("10.20.30.10/24", "10.20.30.310/24") == Strings{"11: not an address: 10.20.30.310/24"});
  CHECK(fault("10.20.30.10/24", "10.20.30.10/33") == Strings{"11: not a mask: 10.20.30.10/33"});
  CHECK(fault("10.20.30.10/24", "10.20.30.10/24 10.20.30.11/24") == Strings{"11: one address expected"});
  CHECK(fault("VLANID 71", "VLANID 4095") == Strings{"12: wrong option VLANID 4095"});
  CHECK(fault("  MTU 1492\n", "  MTU BIG\n") == Strings{"13: wrong option MTU BIG"});
  CHECK(fault("SOURCEVIPAINTERFACE VIPALK1", "SOURCEVIPAINTERFACE VIPALK2") ==
        Strings{"14: no VIPA of that name before: VIPALK2"});
  CHECK(fault("SOURCEVIPAINTERFACE VIPALK1", "SOURCEVIPAINTERFACE VIPA6LK1") ==
        Strings{"14: no VIPA of that name before: VIPA6LK1"});
  CHECK(fault("LINK HSLNK IPAQIDIO IUTIQD??", "LINK HSLNK IPAQIDIO OTHER").size() == 3);
  CHECK(fault("  192.168.40.10 HSLNK\n", "") == Strings{"22: HSLNK is not in HOME"});
  CHECK(fault("192.168.40.10 HSLNK", "192.168.40.10 OFFICELNK") ==
        Strings{"24: no LINK of that name: OFFICELNK", "22: HSLNK is not in HOME"});
  CHECK(fault("ROUTE DEFAULT 10.20.30.1 ", "ROUTE DEFAULT 10.20.31.1 ") ==
        Strings{"29: first hop in no subnet of OFFICELNK"});
  CHECK(fault("FE80::1 OFFICELNK6", "FE80::1 OFFICELNK") == Strings{"30: a link of the other family"});
  CHECK(fault("= HSLNK", "= VIPALK1") == Strings{"28: a route over a VIPA"});
  CHECK(fault("= HSLNK", "= NOBODY") == Strings{"28: link not defined: NOBODY"});
  CHECK(fault("START OFFICELNK6\n", "") == Strings{"15: OFFICELNK6 is never started"});
  CHECK(fault("START OFFICELNK6\n", "START VIPALK1\n").size() == 2);
  CHECK(fault("INTERFACE OFFICELNK6", "INTERFACE OFFICELNK").front() == "15: defined twice: OFFICELNK");
  CHECK(fault("ENDROUTES\n", "").front() == "31: ROUTE expected, not START");
  CHECK(fault("DEVICE IUTIQD?? MPCIPA", "DEVICE IUTIQD?? mpcipa").front() == "21: lower case");
  CHECK(fault("MTU 1492\n", "MTU 1492;X\n").front() == "13: no blank before the comment");
  CHECK(fault("; a comment", "; " + std::string(70, 'x')).front() == "1: longer than 72 columns");
}

std::string Trl(const std::string& operand) {
  const auto goes_on = [](std::string line) { return line.append(71 - line.size(), ' ') + "X\n"; };
  return "* Remark\n         VBUILD TYPE=TRL\n" + goes_on("TRLOSA1  TRLE  LNCTL=MPC,") +
         goes_on("               READ=(0800),") + goes_on("               WRITE=(0801),") +
         goes_on("               DATAPATH=(0802),") + goes_on("               PORTNAME=OFFICE,") + "               " +
         operand + "\n";
}

TEST_CASE("zos checker: each fault of a TRL major node is found") {
  const std::string right = Trl("MPCLEVEL=QDIO");
  CHECK(CheckTrl(right).problems == Strings{});
  const auto fault = [&](const std::string& from, const std::string& to) {
    return CheckTrl(With(right, from, to)).problems;
  };
  CHECK(fault("READ=(0800)", "READ=(0801)") ==
        Strings{"8: READ is odd", "8: WRITE is READ plus 1", "8: a device twice"});
  CHECK(fault("DATAPATH=(0802)", "DATAPATH=(0801)") == Strings{"8: a device twice"});
  CHECK(fault("DATAPATH=(0802),", "DATAPATH=(802), ") == Strings{"8: not a device number"});
  CHECK(fault("QDIO", "HPDT") == Strings{"8: MPCLEVEL is QDIO"});
  CHECK(fault("TYPE=TRL", "TYPE=XCA") == Strings{"2: one VBUILD TYPE=TRL expected"});
  CHECK(fault("PORTNAME=OFFICE,", "PORTNAME=9OFFICE").front() == "7: a comma and a mark in column 72 go together");
  CHECK(fault("               READ", "              READ ").front() == "4: a continuation begins in column 16");
  CHECK(fault("WRITE=(0801),", "Write=(0801),").front() == "5: lower case");
  CHECK(CheckTrl(Trl("MPCLEVEL=QDIO,")).problems.front() == "8: a comma and a mark in column 72 go together");
  CHECK(CheckTrl("         VBUILD TYPE=TRL\n").problems == Strings{"0: no TRLE"});
}

TEST_CASE("zos checker: each fault of a CONFIGxx member is found") {
  CHECK(CheckConfig("* Remark\nCPU (0,1,A),ONLINE\nSTOR (0M-8192M),ONLINE\nDEVICE (0800-0802),*,ONLINE\n").problems ==
        Strings{});
  const auto fault = [](const std::string& line) { return CheckConfig(line + "\n").problems.size(); };
  CHECK(fault("CPU (0,0),ONLINE") == 1);
  CHECK(fault("CPU (0-3),ONLINE") == 1);
  CHECK(fault("STOR (8192M-0M),ONLINE") == 1);
  CHECK(fault("STOR (0-8192),ONLINE") == 1);
  CHECK(fault("DEVICE (0802-0800),*,ONLINE") == 1);
  CHECK(fault("DEVICE (800),*,ONLINE") == 1);
  CHECK(fault("DEVICE (0800),ONLINE") == 1);
  CHECK(fault("DEVICE 0800,*,ONLINE") == 1);
  CHECK(fault("VOLUME (0800),*,ONLINE") == 1);
  CHECK(fault("DEVICE (0800),*,ONLINE AND MORE") == 1);
  CHECK(fault("* " + std::string(70, 'x')) == 1);
}

/// All files below examples/*/built with this name.
std::vector<std::filesystem::path> Built(const std::string& name) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("examples")) {
    if (entry.path().filename() == name) found.push_back(entry.path());
  }
  return found;
}

std::string TextOf(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("zos checker: the files of all examples pass") {
  const auto check = [](const char* name, Findings (*checker)(std::string_view)) {
    const auto files = Built(name);
    CHECK(files.size() >= 4);
    for (const auto& path : files) {
      INFO(path);
      CHECK(checker(TextOf(path)).problems == Strings{});
    }
  };
  check("TCPIP.PROFILE", CheckProfile);
  check("TRLE.VTAMLST", CheckTrl);
  check("CONFIGDR.PARMLIB", CheckConfig);
}

}  // namespace
