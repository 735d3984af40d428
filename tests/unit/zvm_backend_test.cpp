// The z/VM backend: every file passes the independent checkers, open places are where they are listed, what depends on
// the release follows it, and nothing of a spec ends a statement, comment or string.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/zvm_text/text.h"
#include "backends/zvm_text/vendor_annex.h"
#include "tests/unit/zvm_checker.h"
#include "tests/unit/zvm_model_variants.h"
#include "tests/unit/zvm_models.h"

namespace {

using namespace hotsite;
using namespace hotsite::zvm_test;
using Strings = std::vector<std::string>;

Findings Check(const backends::Artifact& file) {
  if (file.path.ends_with("USER.DIRECT")) return CheckDirectory(file.text);
  if (file.path.ends_with("SYSTEM.CONFIG")) return CheckSystemConfig(file.text);
  if (file.path.ends_with(".TCPIP")) return CheckTcpip(file.text);
  if (file.path.ends_with(".EXEC")) return CheckExec(file.text);
  return {};
}

/// The identifiers that a file lists as open.
std::set<std::string> Listed(const backends::Artifact& file) {
  std::set<std::string> ids;
  for (const backends::OpenPlace& place : file.open) ids.insert(place.requirement);
  return ids;
}

/// The identifiers that stand in its statements: `??OSA-002.2+1` is OSA-002.
std::set<std::string> Standing(const Findings& findings) {
  std::set<std::string> ids;
  for (const std::string& token : findings.open) {
    const std::string id = token.substr(token.find("??") + 2);
    ids.insert(id.substr(0, id.find_first_of(".+',")));
  }
  return ids;
}

/// The lines that begin with `start`.
Strings Lines(const std::string& text, const std::string& start) {
  Strings lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    if (text.compare(at, start.size(), start) == 0) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

void CheckAll(const Built& built) {
  REQUIRE_FALSE(built.artifacts.empty());
  for (const backends::Artifact& file : built.artifacts) {
    CAPTURE(file.path);
    CHECK(Check(file).problems == Strings{});
    CHECK(file.text.back() == '\n');
    for (const std::string& line : Lines(file.text, "")) CHECK(line.size() <= 80);
  }
}

TEST_CASE("every file passes the checkers, whatever the release, the networks and the answers") {
  for (const bool open : {true, false}) {
    for (const bool grants : {true, false}) {
      for (const bool vlan : {true, false}) {
        CheckAll(Build(OwnHost({open, grants, vlan, true})));
      }
    }
  }
  CheckAll(Build(OwnHost({true, false, false, false})));
  CheckAll(Build(VendorHost()));
}

TEST_CASE("what stands open in a file is what it lists, and the README lists all") {
  for (const Built& built : {Build(OwnHost({})), Build(VendorHost())}) {
    std::set<std::string> all;
    for (const backends::Artifact& file : built.artifacts) {
      CAPTURE(file.path);
      if (file.path.ends_with(".DIRECT") || file.path.ends_with(".CONFIG") || file.path.ends_with(".TCPIP") ||
          file.path.ends_with(".EXEC")) {
        CHECK(Standing(Check(file)) == Listed(file));
      }
      for (const std::string& id : Listed(file)) CHECK(file.text.find(id) != std::string::npos);
      if (!file.path.ends_with("README.txt")) all.merge(Listed(file));
    }
    CHECK_FALSE(all.empty());
    CHECK(Listed(built.artifacts.front()) == all);
  }
}

TEST_CASE("without questions nothing is open, and the README says so") {
  const Built built = Build(OwnHost({false, false, false, true}));
  for (const backends::Artifact& file : built.artifacts) {
    CAPTURE(file.path);
    CHECK(file.open.empty());
    CHECK(file.text.find("??OSA") == std::string::npos);
  }
  CHECK(built.Get("zvm/VMPROD/README.txt").text.find("Nothing waits for the vendor: the files are complete.") !=
        std::string::npos);
}

TEST_CASE("two uses of one answer get different devices") {
  const Built built = Build(OwnHost({}));
  const std::string attach = Lines(built.Get("zvm/VMPROD/SYSTEM.DTCPARMS").text, ":attach.").at(0);
  const std::string id = built.Get("zvm/VMPROD/SYSTEM.DTCPARMS").open.at(0).requirement;
  CHECK(attach == ":attach.??" + id + " as 0900,??" + id + "+1 as 0901,??" + id + "+2 as 0902");
  CHECK(Lines(built.Get("zvm/VMPROD/SYSTEM.CONFIG").text, "          RDEV") ==
        Strings{"          RDEV ??" + id + ".2,"});
}

TEST_CASE("guests share a profile when their statements are equal") {
  const std::string text = Build(OwnHost({})).Get("zvm/VMPROD/USER.DIRECT").text;
  CHECK(Lines(text, "PROFILE") == Strings{"PROFILE DRPROF1"});
  CHECK(Lines(text, "INCLUDE").size() == 4);
  model::Model different = OwnHost({});
  for (model::Placement& placement : different.placements) {
    if (different.SystemOf(placement).name == "LNXRTR")
      placement.resources.processors = model::Stated<std::int64_t>(2, Span{});
  }
  const std::string two = Build(different).Get("zvm/VMPROD/USER.DIRECT").text;
  CHECK(Lines(two, "INCLUDE").size() == 3);
  CHECK(Lines(two, "MACHINE") == Strings{"MACHINE ESA 1", "MACHINE ESA 2"});
  CHECK(CheckDirectory(two).problems == Strings{});
}

TEST_CASE("a guest's own devices: NICDEF onto the LANs, DEDICATE of real devices, MDISK by extent") {
  const std::string text = Build(OwnHost({false, false, false, true})).Get("zvm/VMPROD/USER.DIRECT").text;
  const std::size_t at = text.find("USER LNXRTR");
  const std::string entry = text.substr(at, text.find("\n\n", at) - at);
  CHECK(entry ==
        "USER LNXRTR AUTOONLY 1G 1G G\nINCLUDE DRPROF1\nNICDEF 0600 TYPE QDIO LAN SYSTEM GLAN1\n"
        "* NIC 0700: HIPERSOCKETS DEVICES, READ, WRITE, DATA\nDEDICATE 0700 0F00\nDEDICATE 0701 0F01\nDEDICATE 0702 "
        "0F02\n"
        "NICDEF 0800 TYPE QDIO LAN SYSTEM VSW1\nMDISK 0201 3390 0001 10016 LX0100 MR");
}

TEST_CASE("grants follow the release") {
  const std::string old_config = Build(OwnHost({true, false, true, true})).Get("zvm/VMPROD/SYSTEM.CONFIG").text;
  CHECK(Lines(old_config, "VMPROD: MODIFY") == Strings{"VMPROD: MODIFY VSWITCH VSW1 GRANT LNXRTR VLAN 71"});
  CHECK(Lines(old_config, "          VLAN") == Strings{"          VLAN 71"});
  const Built built = Build(OwnHost({true, true, true, true}));
  CHECK(Lines(built.Get("zvm/VMPROD/SYSTEM.CONFIG").text, "VMPROD: MODIFY") == Strings{});
  CHECK(Lines(built.Get("zvm/VMPROD/SYSTEM.CONFIG").text, "          VLAN") == Strings{"          VLAN AWARE"});
  CHECK(Lines(built.Get("zvm/VMPROD/USER.DIRECT").text, "NICDEF 0800 VLAN") == Strings{"NICDEF 0800 VLAN 71"});
}

TEST_CASE("a NIC that nothing carries is a remark, not a statement") {
  const std::string text = Build(OwnHost({true, false, false, false})).Get("zvm/VMPROD/USER.DIRECT").text;
  CHECK(Lines(text, "* NIC 0700") == Strings{"* NIC 0700: NOTHING CARRIES NETWORK DATABASE AT THIS SITE"});
  CHECK(Lines(text, "DEDICATE") == Strings{});
}

TEST_CASE("changes are those from home, nothing else") {
  const std::string all = Build(OwnHost({false, false, false, true})).Get("zvm/VMPROD/CHANGES.txt").text;
  const std::string text = all.substr(all.find("IPL 2: VALUES"));
  CHECK(Lines(text, "SYSTEM") == Strings{"SYSTEM CONFIG   VSW1 RDEV        0600 0C00 [ ]  [ ]",
                                         "SYSTEM DTCPARMS :attach. as 0900 0604 0C04 [ ]  [ ]"});
  CHECK(Lines(text, "USER") == Strings{"USER DIRECT     LNXRTR NIC 0700  0E00 0F00 [ ]  [ ]"});
}

TEST_CASE("the list of changes names every file and line that is put in, and none where nothing differs") {
  const Built built = Build(OwnHost({false, false, false, true}));
  const std::string text = built.Get("zvm/VMPROD/CHANGES.txt").text;
  CAPTURE(text);
  for (const char* row :
       {"PROFILE EXEC, 2nd line", "VMPROD DRCONFIG ", "IMBED VMPROD DRCONFIG", "VMPROD DRLAST ", "IMBED VMPROD DRLAST",
        "FEATURES AUTO_WARM_IPL", "OPERATOR_CONSOLES", "entries of guests", "SYSTEM DTCPARMS", "DRSTART EXEC"})
    CHECK(text.find(row) != std::string::npos);
  CHECK(text.find("VMPROD TCPIP") == std::string::npos);  // its addresses are those of home
  model::Model same = OwnHost({false, false, false, true});
  for (model::Placement& placement : same.placements) {
    if (!same.at(placement.site).recovery) continue;
    const model::Placement& home = *same.Find(same.IdOf(*same.home()), placement.system);
    for (std::size_t i = 0; i < placement.nics.size(); ++i)
      placement.nics[i].attachment.device = home.nics[i].attachment.device;
    for (std::size_t i = 0; i < placement.lans.size(); ++i) {
      for (std::size_t k = 0; k < placement.lans[i].uplinks.size(); ++k)
        placement.lans[i].uplinks[k].device = home.lans[i].uplinks[k].device;
    }
  }
  const Built alike = Build(same);
  const std::string none = alike.Get("zvm/VMPROD/CHANGES.txt").text;
  CAPTURE(none);
  CHECK(none.find("BETWEEN IPL 1 AND IPL 2: nothing.") != std::string::npos);
  CHECK(none.find("IMBED") == std::string::npos);
  const std::string readme = alike.Get("zvm/VMPROD/README.txt").text;
  CAPTURE(readme);
  CHECK(readme.find("Nothing differs from home") != std::string::npos);
  for (const char* step : {"IMBED", "DIRECTXA", "IPL 2", "CPSYNTAX"}) CHECK(readme.find(step) == std::string::npos);
  CHECK(readme.find("DRSTART GO") != std::string::npos);
}

TEST_CASE("a share, a processor type, a MAC prefix and a partition's name that differ are changes") {
  model::Model m = OwnHost({false, false, false, true});
  m.partitions[m.Find(m.IdOf(*m.recovery_sites()[0]), m.IdOf(*m.FindSystem("VMPROD")))->partition.index].name = "DRVM";
  for (model::Placement& placement : m.placements) {
    if (!m.at(placement.site).recovery) continue;
    const std::string& name = m.SystemOf(placement).name;
    if (name == "VMPROD")
      placement.settings.mac_prefix = model::Stated<std::string>("0200DD", Span{});
    else if (name == "LNXRTR")
      placement.settings.share = model::Stated<model::Share>(model::Share{false, 300}, Span{});
  }
  const Built built = Build(m);
  const std::string text = built.Get("zvm/VMPROD/CHANGES.txt").text;
  CAPTURE(text);
  CHECK(text.find("home's VMLAN MACPREFIX home's    taken out") != std::string::npos);
  CHECK(built.Get("zvm/VMPROD/SYSTEM.CONFIG").text.find("HOME'S VMLAN MACPREFIX HAS TO GO") != std::string::npos);
  CHECK(built.Get("zvm/VMPROD/README.txt").text.find("QUERY VMLAN must show the MAC prefix 0200DD") !=
        std::string::npos);
  CHECK(text.find("SYSTEM_IDENTIFIER LPAR VMPROD VMPROD DRVM VMPROD") != std::string::npos);
  CHECK(text.find("VMLAN MACPREFIX        -             0200DD") != std::string::npos);
  CHECK(text.find("LNXRTR SHARE           -             RELATIVE 300") != std::string::npos);
}

TEST_CASE(
    "a VLAN that differs is a change where it is written: with NICDEF, or with the grant; and on the stack's link") {
  for (const bool nicdef : {true, false}) {
    model::Model model = OwnHost({false, nicdef, true, true});
    for (model::Site& site : model.sites) {
      if (site.recovery) site.plans[0].vlan = model::Stated<std::int64_t>(2071, Span{});
    }
    const std::string text = Build(model).Get("zvm/VMPROD/CHANGES.txt").text;
    CAPTURE(text);
    const std::string file = nicdef ? "USER DIRECT  " : "SYSTEM CONFIG";
    CHECK(text.find(file + "   LNXRTR NIC 0800 VLAN 71   2071 [ ]") != std::string::npos);
    CHECK(text.find("LINK LNK0900 VLAN    71   2071 [ ]") != std::string::npos);
  }
}

TEST_CASE("many places of one question are counted in the README, few are listed") {
  model::Model model = OwnHost({});
  const Built few = Build(model);
  CHECK(few.Get("zvm/VMPROD/README.txt").text.find("like it") == std::string::npos);
  for (model::Placement& placement : model.placements) {
    if (model.SystemOf(placement).name != "LNXRTR" || !model.at(placement.site).recovery) continue;
    model::System& router = model.systems[placement.system.index];
    for (std::uint16_t i = 1; i <= 5; ++i) {
      router.nics.push_back(router.nics[1]);
      router.nics.back().device = DeviceNumber(static_cast<std::uint16_t>(0x0700 + 16 * i));
      placement.nics.push_back(placement.nics[1]);
      placement.nics.back().index = router.nics.size() - 1;
      placement.nics.back().device = router.nics.back().device;
    }
  }
  const std::string many = Build(model).Get("zvm/VMPROD/README.txt").text;
  CAPTURE(many);
  CHECK(many.find("places like it") != std::string::npos);
}

TEST_CASE("home's files are kept under the names that UNDO takes, after IPL 1 and before the first change") {
  const std::string text = Build(OwnHost({})).Get("zvm/VMPROD/README.txt").text;
  CAPTURE(text);
  const std::size_t undo = text.find("UNDO, if the restored system");
  REQUIRE(undo != std::string::npos);
  for (const char* copy : {"CONFHOME", "DIRHOME"}) {
    const std::size_t kept = text.find(copy);
    CHECK(kept > text.find("IPL 1"));
    CHECK(kept < text.find("IMBED"));
    CHECK(text.find(copy, undo) != std::string::npos);
  }
  CHECK(text.find("CPRELEASE A") < text.find("CONFHOME"));
  CHECK(text.find("one for all members") == std::string::npos);
}

TEST_CASE("members of a single system image keep one copy of the shared files and put it back once") {
  const std::string text = Build(OwnMember()).Get("zvm/VMPROD/README.txt").text;
  CAPTURE(text);
  const std::size_t undo = text.find("UNDO, if the restored system");
  REQUIRE(undo != std::string::npos);
  CHECK(text.find("one for all") < undo);
  CHECK(text.find("back once", undo) != std::string::npos);
}

TEST_CASE("a z/VM without guests gets no directory, and its README names no file that isn't there") {
  model::Model model = OwnHost({});
  for (model::Placement& placement : model.placements) placement.guests.clear();
  const Built built = Build(model);
  CHECK_FALSE(built.Has("zvm/VMPROD/USER.DIRECT"));
  CHECK_FALSE(built.Has("zvm/VMPROD/DRSTART.EXEC"));
  const std::string& text = built.Get("zvm/VMPROD/README.txt").text;
  for (const char* missing : {"USER.DIRECT", "DIRECTXA", "DRSTART"}) CHECK(text.find(missing) == std::string::npos);
}

TEST_CASE("of a z/VM that home doesn't have nothing is said to be as at home") {
  model::Model model = OwnHost({});
  const model::SystemId zvm = model.IdOf(*model.FindSystem("VMPROD"));
  const model::SystemId other = model.IdOf(*model.FindSystem("LNXRTR"));
  for (model::Placement& placement : model.placements) {
    if (!model.at(placement.site).recovery && placement.system == zvm) placement.system = other;
  }
  model.IndexPlacements();
  const Built built = Build(model);
  CHECK(built.Get("zvm/VMPROD/CHANGES.txt").text.find("at home") == std::string::npos);
  CHECK(built.Get("zvm/VMPROD/README.txt").text.find("differ from home: ") == std::string::npos);
}

TEST_CASE("under the vendor's z/VM: entries, volumes, LANs, and z/OS by hand") {
  const Built built = Build(VendorHost());
  const std::string config = built.Get("vendor-zvm/VENDORVM/SYSTEM.CONFIG").text;
  CHECK(Lines(config, "USER_VOLUME_LIST") == Strings{"USER_VOLUME_LIST LX0100 LX0121"});
  CHECK(Lines(config, "  IP") == Strings{"  IP PRIROUTER", "  IP"});
  const std::string directory = built.Get("vendor-zvm/VENDORVM/USER.DIRECT").text;
  CHECK(Lines(directory, "USER PRODA") == Strings{"USER PRODA LBYONLY 16G 16G G"});
  CHECK(Lines(directory, "NICDEF 0700") == Strings{"NICDEF 0700 TYPE HIPERS LAN SYSTEM DRHS"});
  CHECK_FALSE(built.Has("zvm/VMPROD/USER.DIRECT"));
}

TEST_CASE("the annex of the request has the same text as the files") {
  const model::Model model = VendorHost();
  const Built built = Build(model);
  const auto annexes = backends::zvm_text::VendorAnnexes(model, requirements::Derive(model, {}));
  REQUIRE(annexes.size() == 1);
  CHECK(annexes[0].system == "VENDORVM");
  CHECK(annexes[0].files.front().first == "README.txt");
  CHECK(annexes[0].files.size() == built.artifacts.size());
  for (const auto& [name, text] : annexes[0].files) CHECK(built.Get("vendor-zvm/VENDORVM/" + name).text == text);
}

TEST_CASE("text of a spec ends no statement, comment or string") {
  using backends::zvm_text::PlainText;
  CHECK(PlainText("a */ b /* c 'd' \"e\"\n%f\tg ?? \xC3\xA9") == "A *./ B /.* C `D` `E` #F G ..");
  CHECK(PlainText("/*/") == "/.*./");
  CHECK(backends::zvm_text::StatementName("lnx'; exit") == "LNXEXIT");
  CHECK(backends::zvm_text::VolumeLabel("LX 0100 MR") == "LX0100");
  model::Model model = OwnHost({});
  model.recovery->name = "x */ DEFINE '\n?? " + std::string(90, 'y');
  model.networks[0].name = "a', '";
  model.systems[2].doc = std::string(200, 'z') + " */ say 'x'\nUSER EVIL NOPASS";
  CheckAll(Build(model));
}

TEST_CASE("the same model gives the same bytes") {
  const Built first = Build(OwnHost({}));
  const Built second = Build(OwnHost({}));
  REQUIRE(first.artifacts.size() == second.artifacts.size());
  for (std::size_t i = 0; i < first.artifacts.size(); ++i) CHECK(first.artifacts[i].text == second.artifacts[i].text);
}

}  // namespace
