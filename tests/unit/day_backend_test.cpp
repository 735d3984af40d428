// The papers of the day: their order, their rows and their fields, on specs that stand here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "backends/day/arrival.h"
#include "backends/day/bringup.h"
#include "backends/day/parts.h"
#include "backends/document/fields.h"
#include "backends/document/text.h"
#include "compiler/requirements/derive.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"
#include "tests/unit/checked.h"

using namespace hotsite;
namespace day = hotsite::backends::day;
namespace document = hotsite::backends::document;

namespace {

constexpr char kCommon[] = R"(
use std.dasd
network LAN { subnet 10.1.0.0/24; gateway LAN[1] }
network INNER { subnet 10.2.0.0/24; gateway INNER[1] }
zos PROD {
  memory 8 GiB
  nic 0800 on LAN address LAN[10]
  volumes data 12 3390_9
  backup weekly full to tape
  objective rto 3 h rpo 1 week
}
)";

constexpr char kOwn[] = R"(
zvm VM1 {
  memory 8 GiB
  volumes res VM1RES model 3390_9; volumes page VM1PG1 model 3390_9
  backup weekly full to tape
  vswitch SW carries LAN { transport ethernet; controllers DTCVSW1, DTCVSW2 }
  guestlan GL carries INNER { type qdio; transport ip }
  linux ROUTER {
    memory 1 GiB
    start first
    nic 0600 on INNER address INNER[1]
    nic 0700 on LAN address LAN[20]
    forwards INNER, LAN
    disk 0201 3390_9 on LX0001
  }
  for n in 1..5 {
    linux "APP{n}" {
      memory 1 GiB
      nic 0600 on INNER address INNER[10 + n]
      disk 0201 3390_9 on "LX001{n}"
      needs PROD
      start after ROUTER
    }
  }
}
site home {
  machine CEC {
    lpar PROD
    lpar VM1
    osa OSA0 carries LAN { devices 0800-080F }
  }
}
recovery "2009" {
  vendor "V"
  test from 2009-10-05 08:00 to 2009-10-08 16:00 in America/New_York
  contact vendor ? may change partitions
  site there {
    machine BOX {
      tape drives 4 reading 3592 taking 20 min per volume
      lpar PROD
      lpar VM1
      osa UP carries LAN { devices DEVICES }
    }
  }
}
)";

/// Guests of ours under the vendor's z/VM, many and all alike.
std::string UnderVendor(int guests) {
  return std::string(kCommon) + R"(
zvm VM1 {
  memory 8 GiB
  vswitch SW carries LAN { transport ethernet; controllers DTCVSW1, DTCVSW2 }
  for n in 1..)" +
         std::to_string(guests) + R"( { linux "G{n}" { memory 1 GiB; nic 0600 on LAN; disk 0201 3390_9 on "L{n}" } }
}
site home { machine CEC { lpar VM1; lpar PROD; osa OSA0 carries LAN { devices 0800-080F } } }
recovery "2008" {
  vendor "V"
  site there {
    machine BOX {
      osa UP carries LAN { devices ? for VENDORVM }
      lpar PROD
      lpar FLOOR {
        zvm VENDORVM {
          for n in 1..)" +
         std::to_string(guests) + R"( { guest "G{n}" from VM1 }
          vswitch SW carries LAN { transport ethernet; controllers DTCVSW1, DTCVSW2 }
        }
      }
    }
  }
}
)";
}

std::string Own(const std::string& devices) {
  std::string text = std::string(kCommon) + kOwn;
  const std::string mark = "DEVICES }\n    }";
  text.replace(text.find(mark), 7, devices);
  return text;
}

class Shop {
 public:
  explicit Shop(const std::string& text)
      : checked_(Check(text)), rows_(requirements::Derive(Model(), {})), checks_(Model()) {}

  const model::Model& Model() const {
    INFO(checked_.text);
    REQUIRE(checked_.model);
    return *checked_.model;
  }
  const requirements::Requirements& rows() const { return rows_; }
  backends::BuildInput Input() const { return {Model(), rows_, "2009.dr", std::string(64, 'a')}; }
  const requirements::Checks& checks() const { return checks_; }

 private:
  Checked checked_;
  requirements::Requirements rows_;
  requirements::Checks checks_;
};

struct Site {
  explicit Site(const std::string& text)
      : shop(text), input(shop.Input()), day{input, *shop.Model().recovery_sites().front(), shop.checks()} {}
  Shop shop;
  backends::BuildInput input;
  day::Day day;
};

std::vector<document::Document> Papers(const day::Day& day) {
  return {day::Arrival(day),  day::BringUp(day),  day::RestorePlan(day),
          day::Timeline(day), day::Contacts(day), day::AfterAction(day)};
}

/// Words with one blank between them, as if nothing had been wrapped.
std::string Flat(const std::string& text) {
  std::string flat;
  for (const std::string& word : WrapWords(text, 1)) flat += (flat.empty() ? "" : " ") + word;
  return flat;
}

/// The first step whose action holds `words`.
std::size_t StepWith(const day::Plan& plan, std::string_view words) {
  const auto found = std::find_if(plan.steps.begin(), plan.steps.end(),
                                  [&](const day::Step& step) { return step.action.find(words) != std::string::npos; });
  INFO(words);
  REQUIRE(found != plan.steps.end());
  return static_cast<std::size_t>(found - plan.steps.begin());
}

bool Waits(const day::Plan& plan, std::size_t step, std::size_t behind) {
  const auto& after = plan.steps[step].after;
  return std::any_of(after.begin(), after.end(),
                     [&](std::size_t before) { return before == behind || Waits(plan, before, behind); });
}

}  // namespace

TEST_CASE("day: the arrival checklist goes from what is repaired dearest to what is repaired cheapest") {
  const Site site(Own("? for VM1, PROD"));
  const auto lines = day::LinesOf(site.day);
  REQUIRE(lines.size() > 10);
  CHECK(lines.front().attribute == "placement");
  CHECK(lines.front().check.stage == requirements::Stage::kBeforeIpl);
  CHECK(std::is_sorted(lines.begin(), lines.end(), [](const day::Line& a, const day::Line& b) {
    return std::pair(a.check.stage, a.repair) < std::pair(b.check.stage, b.repair);
  }));
}

TEST_CASE("day: every demand that can be seen is on the arrival checklist, and every number there is the request's") {
  for (const std::string& text : {Own("? for VM1, PROD"), Own("0800-080F"), UnderVendor(3), UnderVendor(40)}) {
    const Site site(text);
    std::set<std::string> listed;
    for (const day::Line& line : day::LinesOf(site.day)) listed.insert(line.ids.begin(), line.ids.end());
    for (const requirements::Requirement& row : site.shop.rows().all) {
      INFO(row.id << ' ' << row.attribute);
      CHECK(listed.contains(row.id) == !site.shop.checks().Of(row).empty());
      listed.erase(row.id);
    }
    CHECK(listed.empty());
  }
}

TEST_CASE("day: hold point H1 stands behind the last row that can't be repaired later") {
  const Site site(Own("? for VM1, PROD"));
  const auto lines = day::LinesOf(site.day);
  const auto last = std::count_if(lines.begin(), lines.end(), [](const day::Line& line) {
    return line.check.stage == requirements::Stage::kBeforeIpl || line.repair <= requirements::Repair::kHiperSockets;
  });
  const std::string text = document::RenderText(day::Arrival(site.day));
  const std::string hold = "No z/OS is released to users before rows A1 to A" + std::to_string(last) + " are ticked.";
  REQUIRE(text.find(hold) != std::string::npos);
  CHECK(text.find("A" + std::to_string(last) + " ") < text.find(hold));
  CHECK(text.find("  A" + std::to_string(last + 1) + " ") > text.find(hold));
}

TEST_CASE("day: guests of the vendor's that are to be alike are one row of the checklist") {
  const Site few(UnderVendor(3)), many(UnderVendor(200));
  CHECK(day::LinesOf(few.day).size() >= day::LinesOf(many.day).size());
  const std::string text = document::RenderText(day::Arrival(many.day));
  CHECK(text.find("G1 to G200: placement") != std::string::npos);
  CHECK(text.find("VM00 Name is its own name") != std::string::npos);
}

TEST_CASE("day: two IPLs where addresses change, one where nothing does") {
  const Site changed(Own("? for VM1, PROD"));
  const day::Plan two = day::MakePlan(changed.day);
  const std::size_t first = StepWith(two, "IPL 1"), change = StepWith(two, "then change"),
                    second = StepWith(two, "IPL 2");
  CHECK(Waits(two, change, first));
  CHECK(Waits(two, second, change));
  const Site same(Own("0800-080F"));
  const day::Plan one = day::MakePlan(same.day);
  StepWith(one, "IPL; one is enough");
  CHECK(std::none_of(one.steps.begin(), one.steps.end(),
                     [](const day::Step& step) { return step.action.find("IPL 2") != std::string::npos; }));
}

TEST_CASE("day: controllers before the router, the router in a row of its own before those behind it") {
  const Site site(Own("? for VM1, PROD"));
  const day::Plan plan = day::MakePlan(site.day);
  const std::size_t controllers = StepWith(plan, "XAUTOLOG DTCVSW1, then DTCVSW2");
  const std::size_t router = StepWith(plan, "XAUTOLOG ROUTER: the router between INNER and LAN");
  const std::size_t guests = StepWith(plan, "XAUTOLOG each of APP1 to APP5 (5 guests)");
  CHECK(Waits(plan, router, controllers));
  CHECK(Waits(plan, guests, StepWith(plan, "From ROUTER, ping one system in each of INNER and LAN")));
  CHECK(Waits(plan, guests, StepWith(plan, "IPL in partition PROD")));
  CHECK(Waits(plan, StepWith(plan, "The first Linux talks to z/OS: ping -c 3 10.1.0.10 (PROD)"), guests));
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    for (const std::size_t before : plan.steps[i].after) CHECK(before < i);
  }
}

TEST_CASE("day: under the vendor's z/VM the vendor's own steps come first") {
  const Site site(UnderVendor(40));
  const day::Plan plan = day::MakePlan(site.day);
  const std::size_t guests = StepWith(plan, "XAUTOLOG each of G1 to G40 (40 guests)");
  CHECK(Waits(plan, guests, StepWith(plan, "The vendor puts in what vendor-zvm/VENDORVM holds")));
  CHECK(Waits(plan, guests, StepWith(plan, "The vendor logs on the controllers")));
  CHECK(Waits(plan, guests, StepWith(plan, "Restore 40 volumes")));
}

TEST_CASE("day: the estimate says its formula, page volumes are formatted, labels that count up are folded") {
  const Site site(Own("? for VM1, PROD"));
  const std::string text = Flat(document::RenderText(day::RestorePlan(site.day)));
  INFO(text);
  CHECK(text.find("19 volumes from tape / 4 drives = 5 rounds; 5 x 20 min a volume = 1 h 40 min at least.") !=
        std::string::npos);
  const std::vector<day::RestoreGroup> groups = day::GroupsOf(site.day);
  REQUIRE(groups.size() == 2);
  const auto line = [&](std::string_view volume) {
    return std::find_if(groups[1].volumes.begin(), groups[1].volumes.end(),
                        [&](const day::VolumeLine& one) { return one.volume == volume; });
  };
  REQUIRE(line("VM1PG1") != groups[1].volumes.end());
  CHECK(line("VM1PG1")->format);
  CHECK_FALSE(line("VM1RES")->format);
  CHECK(line("LX0001")->holders == std::vector<std::string>{"ROUTER"});
  CHECK(groups[1].Count() == 7);
  const Site many(UnderVendor(500));
  const auto folded = day::GroupsOf(many.day).back().volumes;
  CHECK(folded.back().volume == "L1 to L500");
  CHECK(folded.back().count == 500);
  const std::string timeline = Flat(document::RenderText(day::Timeline(site.day)));
  CHECK(timeline.find("PROD is in use again: objective 3 h; 1 h 20 min of it are left") != std::string::npos);
}

TEST_CASE("day: whom to call is a blank where the vendor hasn't named anybody") {
  const Site site(Own("? for VM1, PROD"));
  const std::string text = document::RenderText(day::Contacts(site.day));
  CHECK(text.find("??CTC-001") != std::string::npos);
  CHECK(text.find("I declare that a") != std::string::npos);
}

TEST_CASE("day: field names are plain and stand once in each paper; text keeps to 72 columns") {
  for (const std::string& text : {Own("? for VM1, PROD"), UnderVendor(60)}) {
    const Site site(text);
    for (const document::Document& paper : Papers(site.day)) {
      INFO(paper.title);
      std::set<std::string> names;
      for (const document::Field& field : document::AllFields(paper)) {
        INFO(field.name);
        CHECK(names.insert(field.name).second);
        CHECK(field.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") ==
              std::string::npos);
        CHECK_FALSE(field.hint.empty());
      }
      const std::string printed = document::RenderText(paper);
      for (std::size_t at = 0; at < printed.size();) {
        const std::size_t end = std::min(printed.find('\n', at), printed.size());
        CHECK(DisplayWidth(std::string_view(printed).substr(at, end - at)) <= document::kTextColumns);
        at = end + 1;
      }
    }
  }
}
