#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "compiler/support/json.h"

namespace hotsite {
namespace {

using namespace std::string_literals;

std::string ProblemOf(std::string_view text) {
  std::string problem;
  return Json::Parse(text, &problem) ? "none" : problem;
}

std::string Reprint(std::string_view text) {
  std::string problem;
  const auto json = Json::Parse(text, &problem);
  return json ? json->Print(true) : problem;
}

TEST_CASE("objects keep the order in which members were added") {
  Json json = Json::MakeObject();
  json.Set("zeta", 1)
      .Set("alpha", Json::MakeArray().Push("x").Push(true).Push(Json()))
      .Set("empty", Json::MakeObject());
  CHECK(json.Print() ==
        "{\n  \"zeta\": 1,\n  \"alpha\": [\n    \"x\",\n    true,\n    null\n  ],\n  \"empty\": {}\n}\n");
  CHECK(json.Print(true) == "{\"zeta\":1,\"alpha\":[\"x\",true,null],\"empty\":{}}\n");
  CHECK(Json::MakeArray().Print() == "[]\n");
}

TEST_CASE("strings are escaped and are always UTF-8") {
  CHECK(Json("a\"b\\c/\n\r\t\b\x1F\x7F é🙂").Print() == "\"a\\\"b\\\\c/\\n\\r\\t\\u0008\\u001f\\u007f é🙂\"\n");
  CHECK(Json("a\0b"s).Print() == "\"a\\u0000b\"\n");
  CHECK(Json("\xFFx\xC3").Print() == "\"\xEF\xBF\xBDx\xEF\xBF\xBD\"\n");
  CHECK(Json("").Print() == "\"\"\n");
}

TEST_CASE("numbers") {
  CHECK(Json(std::numeric_limits<std::int64_t>::min()).Print() == "-9223372036854775808\n");
  CHECK(Json(0.1).Print() == "0.1\n");
  CHECK(Json(1e300).Print() == "1e+300\n");
  CHECK(Json(std::nan("")).Print() == "null\n");
  CHECK(Json(std::numeric_limits<double>::infinity()).Print() == "null\n");
  CHECK(Json(std::size_t{7}).AsInteger() == 7);
  CHECK_FALSE(Json(1.5).AsInteger());
  CHECK_FALSE(Json("7").AsInteger());
}

TEST_CASE("parsing") {
  std::string problem;
  const auto json = Json::Parse(R"({"files":["a","b"],"count":2,"ok":true,"none":null})", &problem);
  REQUIRE(json);
  CHECK(json->Find("count")->AsInteger() == 2);
  CHECK(json->Find("files")->AsArray()->size() == 2);
  CHECK(*json->Find("files")->AsArray()->at(1).AsString() == "b");
  CHECK(json->Find("none")->is_null());
  CHECK(json->Find("missing") == nullptr);
  CHECK(Json("x").Find("x") == nullptr);
  CHECK(Reprint(R"({"b":1,"a":[true,false,null,-1,1.5,"\u00e9\n"]})") ==
        "{\"a\":[true,false,null,-1,1.5,\"é\\n\"],\"b\":1}\n");
}

TEST_CASE("what isn't JSON is refused with its place") {
  CHECK(ProblemOf("{\"a\": 1,\n \"b\": }") == "line 2, column 7: Invalid JSON value");
  CHECK(ProblemOf("") != "none");
  CHECK(ProblemOf("[1] x") != "none");
  CHECK(ProblemOf("\"\xFF\"") != "none");
  CHECK(ProblemOf(std::string(200, '[') + std::string(200, ']')) == "none");
  CHECK(ProblemOf("\n " + std::string(1000000, '[')) == "line 2, column 202: brackets are nested more than 200 deep");
  CHECK(ProblemOf("[\"" + std::string(1000, '[') + "\"]") == "none");
}

TEST_CASE("what was printed parses back to the same") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text(random() % 20, ' ');
    for (char& c : text) c = static_cast<char>(random() % 128);
    Json json = Json::MakeObject();
    json.Set("a", text).Set(
        "b", Json::MakeArray().Push(static_cast<double>(random()) / 7).Push(static_cast<int>(random() % 9)));
    REQUIRE(Reprint(json.Print()) == json.Print(true));
  }
}

}  // namespace
}  // namespace hotsite
