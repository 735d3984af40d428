// The whole way, as people go it: the request's PDF is built, a vendor fills it in with a program of theirs, it is read
// into a contract, and the contract is checked and built. And the example's own contracts are what the tables beside
// them yield.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "tests/acceptance/run_program.h"
#include "tests/acceptance/vendor_answers.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr char kFolder[] = "examples/insurance/";

std::string Example(const std::string& file) { return harness::ReadBytes(harness::SourceRoot() / kFolder / file); }

/// The insurance company's folder, with `year` built.
struct Shop {
  explicit Shop(const std::string& year) {
    for (const char* file : {"2007.dr", "2008.dr", "2009.dr", "systems.dr", "company.dr", "hotsite.ledger.json"})
      scratch.Write(file, Example(file));
    Must("hotsite build " + year + ".dr -o out --only request");
  }
  std::string Must(const std::string& command) const {
    const RunResult result = acceptance::Run(scratch, In(command));
    INFO(command << "\n" << result.out << result.err);
    REQUIRE(result.exit_code == 0);
    return result.out;
  }
  RunResult Run(const std::string& command) const { return acceptance::Run(scratch, In(command)); }
  std::string Read(const std::string& file) const { return harness::ReadBytes(scratch / file); }

  Scratch scratch;

 private:
  std::string In(const std::string& command) const { return "cd " + Quoted(scratch / "") + "\n" + command; }
};

/// The codes of the errors, in the order in which they are told.
std::vector<std::string> Errors(const std::string& text) {
  static const std::regex kError("error\\[(HS[0-9]+)\\]");
  std::vector<std::string> codes;
  for (std::sregex_iterator at(text.begin(), text.end(), kError), end; at != end; ++at) codes.push_back((*at)[1]);
  std::sort(codes.begin(), codes.end());
  return codes;
}

/// The text of a contract without the digest of the bytes that it was read from.
std::string WithoutDigest(const std::string& contract) {
  return std::regex_replace(contract, std::regex("sha256 \"[0-9a-f]{64}\""), "sha256 \"…\"");
}

TEST_CASE("vendor story: PDFs that different programs filled in become the same contract") {
  const Shop shop("2009");
  const std::string pdf = shop.Read("out/request/request.pdf");
  std::string first;
  for (const Filler& filler : Fillers()) {
    INFO(filler.name);
    shop.scratch.Write("reply.pdf", filler.fill(pdf, AnswersOf2009()));
    std::filesystem::remove(shop.scratch / "contract.dr");
    std::filesystem::remove_all(shop.scratch / "replies");
    shop.Must("hotsite reply reply.pdf --spec 2009.dr --received 2009-08-20");
    const std::string contract = WithoutDigest(shop.Read("contract.dr"));
    CHECK(contract.find("answer OSA-004 0C00-0C02, 0D00-0D02") != std::string::npos);
    CHECK(shop.Read("replies/reply.pdf") == shop.Read("reply.pdf"));
    if (first.empty()) first = contract;
    CHECK(contract == first);
  }
}

TEST_CASE("vendor story: what the vendor offered in 2007 is five errors, each with its row") {
  const Shop shop("2007");
  shop.scratch.Write("reply.pdf", Fillers().front().fill(shop.Read("out/request/request.pdf"), AnswersOf2007()));
  CHECK(shop.Run("hotsite reply reply.pdf --received 2007-08-21").exit_code == 1);  // 10 GiB confirmed for 24
  const RunResult check = shop.Run("hotsite check 2007.dr --contract contract.dr");
  CHECK(check.exit_code == 1);
  INFO(check.err);
  CHECK(Errors(check.err) == std::vector<std::string>{"HS2001", "HS2105", "HS2204", "HS2206", "HS2407"});
  for (const char* row : {"PLC-003 (VMPROD, placement)", "CPU-007 (VMPROD, ", "MEM-003 (VMPROD, ", "XST-001 (VMPROD, ",
                          "HSK-001 (HS, "}) {
    INFO(row);
    CHECK(check.err.find(row) != std::string::npos);
  }
  CHECK(check.err.find("21 Linux guests of `VMPROD` would run at virtualization level 3") != std::string::npos);
  CHECK(shop.Run("hotsite build 2007.dr --contract contract.dr -o final").exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(shop.scratch / "final"));
}

TEST_CASE("vendor story: what was promised for 2009 is built without an open place") {
  const Shop shop("2009");
  shop.scratch.Write("reply.pdf", Fillers().front().fill(shop.Read("out/request/request.pdf"), AnswersOf2009()));
  shop.Must("hotsite reply reply.pdf --spec 2009.dr --received 2009-08-20");
  shop.Must("hotsite check 2009.dr --contract contract.dr");
  shop.Must("hotsite build 2009.dr --contract contract.dr -o final");
  CHECK(shop.Read("final/manifest.json").find("waiting_for_the_vendor") == std::string::npos);
  CHECK(Example("built/2009/manifest.json").find("waiting_for_the_vendor") !=
        std::string::npos);  // without the answers
  CHECK(shop.Read("final/zvm/VMPROD/SYSTEM.CONFIG").find("RDEV 0D00") != std::string::npos);
  CHECK(shop.Read("final/zvm/VMPROD/SYSTEM.DTCPARMS").find(":attach.0C00 as 0900") != std::string::npos);
  CHECK(shop.Read("final/zvm/VMPROD/USER.DIRECT").find("DEDICATE 0700 7000") != std::string::npos);
  CHECK(shop.Read("final/zos/PRODA/TCPIP.PROFILE").find("DEVICE IUTIQDF0 MPCIPA") != std::string::npos);
  const RunResult marked = shop.Run("grep -rlE '[?][?][A-Z]{3}-[0-9]' final --include='*' --exclude-dir=request");
  CHECK(marked.out.empty());
}

TEST_CASE("vendor story: the example's contracts are what the tables beside them yield") {
  for (const auto& [year, received] : {std::pair("2007", "2007-08-21"), std::pair("2009", "2009-08-20")}) {
    INFO(year);
    const Shop shop(year);
    const std::string name = std::string("vendor-") + year + ".csv";
    shop.scratch.Write(name, Example("replies/" + name));
    shop.Run("hotsite reply " + name + " --spec " + year + ".dr -o contract.dr --received " + received);
    CHECK(shop.Read("contract.dr") == Example(std::string("contract-") + year + ".dr"));
  }
}

}  // namespace
}  // namespace hotsite::acceptance
