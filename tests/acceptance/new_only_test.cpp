// hotsite check --new-only: what the spec had at a revision doesn't count again.
#include <catch2/catch.hpp>

#include "tests/acceptance/repository.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A spec on main with one error: at the hot site the guests are at level 3.
struct Shop : Repository {
  Shop() {
    Copy("examples/insurance", "shop");
    Must("rm -r shop/built; rm shop/hotsite.ledger.json");
    Commit("the bad year");
    Branch("feature");
  }
};

TEST_CASE("findings that main has too aren't shown and don't fail") {
  Shop shop;
  REQUIRE(shop.Run("hotsite check shop/2007-as-built.dr").exit_code == 1);
  const std::string before = shop.Read("shop/2007-as-built.dr");
  shop.Write("shop/2007-as-built.dr", "// moved down\n\n\n" + before);
  shop.Must("hotsite fmt shop/2007-as-built.dr || true");
  const RunResult check = shop.Run("hotsite check shop/2007-as-built.dr --new-only main");
  INFO(check.err << check.out);
  CHECK(check.exit_code == 0);
  CHECK(Has(check.err, "findings that shop/2007-as-built.dr at main ("));
  CHECK(Has(check.err, "too aren't shown"));
  CHECK_FALSE(Has(check.err, "error[HS2001]"));
  CHECK(Has(check.out, "; no new errors"));
  const RunResult sarif = shop.Run("hotsite check shop/2007-as-built.dr --new-only main... --format sarif");
  CHECK(sarif.exit_code == 0);
  CHECK_FALSE(Has(sarif.out, "\"HS2001\""));
}

TEST_CASE("a finding that the branch brought is shown, and so are all of a spec that is new") {
  Shop shop;
  shop.Write("shop/2009.dr", shop.Read("shop/2007-as-built.dr"));
  const RunResult brought = shop.Run("hotsite check shop/2009.dr --new-only main");
  INFO(brought.err);
  CHECK(brought.exit_code == 1);
  CHECK(Has(brought.err, "error[HS2001]"));
  shop.Write("shop/2010.dr", "// the next\n\n" + shop.Read("shop/2007-as-built.dr"));
  const RunResult fresh = shop.Run("hotsite check shop/2010.dr --new-only main");
  INFO(fresh.err);
  CHECK(fresh.exit_code == 1);
  CHECK(Has(fresh.err, "isn't there at main ("));
  CHECK(Has(fresh.err, "so all findings are new"));
}

TEST_CASE("what keeps a spec from being read is never old") {
  Shop shop;
  shop.Write("shop/broken.dr", "hotsite 1\nnonsense {\n");
  shop.Commit("broken on main too");
  const RunResult check = shop.Run("hotsite check shop/broken.dr --new-only HEAD");
  INFO(check.err);
  CHECK(check.exit_code == 1);
  CHECK(Has(check.err, "error[HS"));
  CHECK(shop.Run("hotsite check shop/gone.dr --new-only HEAD").exit_code == 2);
  const RunResult unknown = shop.Run("hotsite check shop/2009.dr --new-only mian");
  CHECK(unknown.exit_code == 2);
  CHECK(Has(unknown.err, "did you mean `main`?"));
}

}  // namespace
}  // namespace hotsite::acceptance
