// model.json: parses, has the documented keys in order, survives hostile names, and one guest's line is what the header
// documents.
#include <catch2/catch.hpp>

#include "backends/model_json/model_json.h"
#include "compiler/support/json.h"
#include "tests/unit/host_model.h"

namespace {

using namespace hotsite;
using hotsite::testing::SmallShop;

std::string Text(SmallShop& shop) { return shop.Run(backends::model_json::kBackend).at("model.json").text; }

Json Parsed(SmallShop& shop) {
  std::string problem;
  const auto json = Json::Parse(Text(shop), &problem);
  INFO(problem);
  REQUIRE(json);
  return *json;
}

TEST_CASE("model.json: the document has the documented keys, in order") {
  SmallShop shop;
  const std::string text = Text(shop);
  std::string keys;
  for (std::size_t at = text.find("\n  \""); at != std::string::npos; at = text.find("\n  \"", at + 1)) {
    keys += text.substr(at + 4, text.find('"', at + 4) - at - 4) + " ";
  }
  CHECK(keys == "format version spec customer recovery networks systems sites requirements holes ");
}

TEST_CASE("model.json: what the spec itself requires stands in it") {
  SmallShop shop;
  model::Constraint constraint;
  constraint.name = "saved";
  constraint.message = "no \"backup\", no restore";
  constraint.severity = Severity::kWarning;
  constraint.kind = model::Kind::kLinux;
  constraint.recovery = false;
  shop.model.constraints.push_back(constraint);
  const std::string line =
      R"({"name":"saved","kind":"linux","severity":"warning","at":"home","message":"no \"backup\", no restore"})";
  CHECK(Text(shop).find("    " + line + "\n") != std::string::npos);
}

TEST_CASE("model.json: a guest's placement is one line") {
  SmallShop shop;
  model::Resources& resources = shop.model.placements[shop.guest_there.index].resources;
  resources.memory =
      model::Stated<MemorySize>(MemorySize::OfMiB(2048), {}, model::Comparator::kAtLeast).Because("2007");
  resources.processors = {1, {}};
  const std::string text = Text(shop);
  const std::string line =
      R"({"system":"VMPROD/LNXWAS1","kind":"Linux","level":2,"path":["BIGBOX","VMPROD","VMPROD","VMPROD/LNXWAS1"],)"
      R"("resources":{"processors":{"value":1},"memory_mib":{"value":2048,"comparator":"at least","reason":"2007"}},)"
      R"("nics":[{"network":"INSIDE","device":"0600","addresses":["192.168.30.21"],)"
      R"("attachment":{"kind":"lan","zvm":"VMPROD","lan":"GLAN1"}}]})";
  CHECK(text.find("                " + line + "\n") != std::string::npos);
}

TEST_CASE("model.json: open values name the requirement that asks for them") {
  SmallShop shop;
  const std::string text = Text(shop);
  CHECK(text.find(R"("device":{"open":"OSA-002"},"addresses":["10.20.30.10"],)"
                  R"("attachment":{"kind":"devices","carrier":"UPLINK","device":{"open":"OSA-002"}})") !=
        std::string::npos);
  CHECK(text.find(R"({"requirement":"OSA-002","key":"devices/OSA-002","subject":"","attribute":"device numbers"})") !=
        std::string::npos);
}

TEST_CASE("model.json: hostile names stay strings") {
  for (const std::string nasty : {"\"},{\"x\":\"", "\n", "\\", "\x1b", "\xff", "é"}) {
    SmallShop shop;
    for (model::System& system : shop.model.systems) system.name += nasty;
    for (model::Network& network : shop.model.networks) network.name += nasty;
    shop.model.customer = nasty;
    CHECK(Parsed(shop).Find("systems")->AsArray()->size() == 4);
  }
}

TEST_CASE("model.json: an empty model is still a document") {
  testing::HostModel empty;
  const std::string text = empty.Run(backends::model_json::kBackend).at("model.json").text;
  CHECK(text == R"({
  "format": "hotsite-model",
  "version": 1,
  "spec": "test.dr",
  "customer": "",
  "recovery": null,
  "networks": [],
  "systems": [],
  "sites": [],
  "requirements": [],
  "holes": []
}
)");
}

}  // namespace
