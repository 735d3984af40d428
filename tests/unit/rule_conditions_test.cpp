// Conditions of a `require`: three values, patterns, exact percent, and a bound on what judging may cost.
#include <catch2/catch.hpp>

#include "compiler/check/check.h"
#include "compiler/diagnostics/render.h"
#include "compiler/rules/condition_value.h"

namespace {

using namespace hotsite;
using rules::Truth;

struct Shop {
  SourceMap sources;
  std::optional<model::Model> model;
};

Shop Make(const std::string& conditions) {
  std::map<std::string, std::string> files{{"main.dr", R"(hotsite 1
network OFFICE { subnet 10.20.30.0/24 }
zvm VMPROD {
  memory 10 GiB
  linux LNX1 { memory 3 GiB; tier production; runs "web server"; needs LNX2 }
  linux LNX2
}
site home { machine CEC { lpar VMPROD } }
)" + conditions}};
  check::MemorySources provider(std::move(files));
  Shop shop;
  Reporter reporter;
  shop.model = check::Check("main.dr", provider, shop.sources, reporter);
  INFO(RenderTerminal(reporter.Take(), shop.sources, {}));
  REQUIRE(shop.model);
  return shop;
}

/// The value of a condition for the z/VM (0) or one of its guests (1, 2).
Truth Of(const std::string& condition, std::uint32_t placement, const std::string& kind = "system") {
  const Shop shop = Make("require one for every " + kind + " { message \"m\"; that " + condition + " }");
  std::uint64_t steps = 0;
  rules::ConditionValue value(*shop.model, shop.model->constraints.at(0).that.at(0), steps);
  return value.Of({model::FindKind(kind)->kind, placement, 0});
}

TEST_CASE("what isn't said is neither true nor false") {
  CHECK(Of("memory at least 1 GiB", 2) == Truth::kUnknown);
  CHECK(Of("not (memory at least 1 GiB)", 2) == Truth::kUnknown);
  CHECK(Of("tier is production", 2) == Truth::kUnknown);
  CHECK(Of("tier is not production", 2) == Truth::kUnknown);
  CHECK(Of("memory is said", 2) == Truth::kFalse);
  CHECK(Of("memory is not said", 2) == Truth::kTrue);
  CHECK(Of("runs is said", 2) == Truth::kFalse);
  CHECK(Of("runs include \"*\"", 2) == Truth::kFalse);  // a list that isn't said is empty
}

TEST_CASE("and, or and not decide as soon as one side does") {
  const std::string unknown = "memory at least 1 GiB";
  CHECK(Of(unknown + " and level exactly 1", 2) == Truth::kFalse);
  CHECK(Of("level exactly 1 and " + unknown, 2) == Truth::kFalse);
  CHECK(Of(unknown + " and level exactly 2", 2) == Truth::kUnknown);
  CHECK(Of(unknown + " or level exactly 2", 2) == Truth::kTrue);
  CHECK(Of(unknown + " or level exactly 1", 2) == Truth::kUnknown);
  CHECK(Of("not (" + unknown + " and level exactly 1)", 2) == Truth::kTrue);
}

TEST_CASE("and binds tighter than or, not tighter than both") {
  CHECK(Of("level exactly 1 or level exactly 2 and level exactly 3", 0) == Truth::kTrue);
  CHECK(Of("(level exactly 1 or level exactly 2) and level exactly 3", 0) == Truth::kFalse);
  CHECK(Of("not level exactly 2 and level exactly 1", 0) == Truth::kTrue);
  CHECK(Of("not (level exactly 2 and level exactly 1)", 0) == Truth::kTrue);
  CHECK(Of("1 + 2 * 3 exactly 7 and (1 + 2) * 3 exactly 9 and 7 - 2 - 1 exactly 4", 0) == Truth::kTrue);
}

TEST_CASE("percent are compared without rounding") {
  // 30 % of 10 GiB is 3 GiB; 29 % is 2969.6 MiB.
  CHECK(Of("3 GiB at most 30 % of memory", 0) == Truth::kTrue);
  CHECK(Of("3 GiB exactly 30 % of memory", 0) == Truth::kTrue);
  CHECK(Of("2969 MiB at most 29 % of memory", 0) == Truth::kTrue);
  CHECK(Of("2970 MiB at most 29 % of memory", 0) == Truth::kFalse);
  CHECK(Of("3 exactly 100 % of 3 and 0 % of memory exactly 0 * memory", 0) == Truth::kTrue);
  CHECK(Of("33 % of 100 % of 100 exactly 33", 0) == Truth::kTrue);
}

TEST_CASE("lists: counted, summed, chosen from") {
  CHECK(Of("count of guests exactly 2", 0, "zvm") == Truth::kTrue);
  CHECK(Of("sum of memory of guests at most 4 GiB", 0, "zvm") == Truth::kUnknown);  // LNX2 says none
  CHECK(Of("sum of memory of guests where memory is said exactly 3 GiB", 0, "zvm") == Truth::kTrue);
  CHECK(Of("count of guests where memory at least 1 GiB exactly 1", 0, "zvm") == Truth::kTrue);
  CHECK(Of("count of guests where not (memory at least 1 GiB) exactly 0", 0, "zvm") == Truth::kTrue);
  CHECK(Of("sum of memory of guests where name is \"X\" exactly 0 GiB", 0, "zvm") == Truth::kTrue);
  CHECK(Of("largest of memory of guests where name is \"X\" at least 0 GiB", 0, "zvm") == Truth::kUnknown);
  CHECK(Of("needs include LNX2 and not needs include LNX1", 1) == Truth::kTrue);
}

TEST_CASE("what is too large to be computed is neither true nor false") {
  const std::string most = "2147483647";
  CHECK(Of(most + " * " + most + " at least 1", 0) == Truth::kTrue);
  CHECK(Of(most + " * " + most + " * " + most + " at least 1", 0) == Truth::kUnknown);
}

TEST_CASE("a pattern's star stands for anything, also for nothing") {
  CHECK(rules::Matches("LNXTST1", "LNXTST*"));
  CHECK(rules::Matches("LNXTST", "LNXTST*"));
  CHECK(rules::Matches("LNXTST1", "*TST*"));
  CHECK(rules::Matches("aXbXc", "a*X*c"));
  CHECK(rules::Matches("", "*"));
  CHECK(rules::Matches("", ""));
  CHECK_FALSE(rules::Matches("XLNXTST1", "LNXTST*"));
  CHECK_FALSE(rules::Matches("LNX", "lnx"));
  CHECK_FALSE(rules::Matches("LNX", "LNX?"));
  CHECK_FALSE(rules::Matches("LNX", ""));
  // A pattern of many stars takes no more time than their number times the text.
  std::string stars;
  for (int i = 0; i < 250; ++i) stars += "*a";
  CHECK_FALSE(rules::Matches(std::string(500, 'a'), stars + "b"));
}

TEST_CASE("the parts that made it fail are shown, those that didn't aren't") {
  const Shop shop = Make(
      "require one for every zvm { message \"m\"; severity warning; that (level exactly 1 or name is \"X\") and not "
      "(memory at least 1 GiB and count of guests exactly 2) }");
  std::uint64_t steps = 0;
  rules::ConditionValue value(*shop.model, shop.model->constraints.at(0).that.at(0), steps);
  std::string all;
  for (const rules::Shown& shown : value.Explain({model::Kind::kZvm, 0, 0}, Truth::kFalse))
    all += std::string(shop.sources.Text(shown.span)) + " " + shown.says + "; ";
  CHECK(all == "memory is 10 GiB; count of guests is 2; ");
}

TEST_CASE("amounts are shown in the units of the field") {
  using model::ValueType;
  CHECK(rules::ToString(Fraction(52'429), ValueType::kMemory) == "52429 MiB");
  CHECK(rules::ToString(*Fraction::Of(262'144, 5), ValueType::kMemory) == "51.2 GiB");
  CHECK(rules::ToString(*Fraction::Of(5, 2), ValueType::kMemory) == "2.5 MiB");
  CHECK(rules::ToString(Fraction(-2048), ValueType::kMemory) == "-2 GiB");
  CHECK(rules::ToString(Fraction(240), ValueType::kDuration) == "4 h");
  CHECK(rules::ToString(*Fraction::Of(1, 2), ValueType::kDuration) == "0.5 min");
  CHECK(rules::ToString(*Fraction::Of(8, 5), ValueType::kCount) == "1.6");
}

}  // namespace
