// hotsite build, diff and show with --contract: what is written from the vendor's answers, and when nothing is.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr char kSystems[] = R"(hotsite 1
network OFFICE { subnet 10.1.0.0/24 }
zos PRODA { processors 2 CP; memory 4 GiB; nic 0800 on OFFICE address OFFICE[10] }
site home { machine CEC { lpar PRODA; osa O carries OFFICE { devices 0800-0802 } } }
)";

constexpr char kRecovery[] = R"(
  vendor "V"
  test from 2009-10-05 08:00 to 2009-10-08 16:00 in America/New_York
  contact coordinator "R. Smith <r.smith@shop.example>" may accept deviations
  contact vendor "J. Stone <j.stone@vendor.example>"
  site hotsite { machine BIGBOX { lpar PRODA; osa UP carries OFFICE { devices ? for PRODA } } }
}
)";

struct Shop {
  Scratch scratch;
  Shop() { scratch.Write("spec.dr", kSystems + std::string("recovery \"2009\" {") + kRecovery); }
  void Answer(const std::string& lines, const std::string& accepted = {}) const {
    scratch.Write("contract.dr",
                  "hotsite 1\ncontract \"2009\" {\n  reply \"telephone\" received 2009-08-20 by \"J. "
                  "Stone\" {\n" +
                      lines + "\n  }\n" + accepted + "\n}\n");
  }
  RunResult Command(const std::string& words) const {
    return Run(scratch, "cd " + Quoted(scratch / "") + "; hotsite " + words);
  }
  RunResult Build(const std::string& options = {}) const {
    return Command("build spec.dr --contract contract.dr -o out " + options);
  }
  std::string Read(const std::string& path) const { return harness::ReadBytes(scratch / path); }
  bool There(const std::string& path) const { return std::filesystem::exists(scratch / path); }
};

TEST_CASE("answers stand in the files, the request stays as it was, and what is open is told") {
  const Shop shop;
  REQUIRE(shop.Command("build spec.dr -o plain").exit_code == 0);
  CHECK(Has(shop.Read("plain/zos/PRODA/TCPIP.PROFILE") + shop.Read("plain/zos/PRODA/TRLE.VTAMLST"), "??OSA-003"));
  shop.Answer("answer OSA-003 0C00-0C02\nconfirm PLC-001 by \"JS\"\nconfirm MEM-001 8 GiB");
  const RunResult built = shop.Build();
  INFO(built.err + built.out);
  CHECK(built.exit_code == 0);
  CHECK(Has(built.err, "warning[HS4109]"));
  CHECK(Has(built.out, "not agreed: 11 rows open and 0 refused, answers are due by 2009-10-05"));
  CHECK_FALSE(Has(shop.Read("out/zos/PRODA/TRLE.VTAMLST"), "??"));
  CHECK(Has(shop.Read("out/zos/PRODA/TRLE.VTAMLST"), "0C00"));
  CHECK_FALSE(Has(shop.Read("out/manifest.json"), "waiting_for_the_vendor"));
  CHECK(Has(shop.Read("out/manifest.json"), "\"contract\": \"contract.dr\""));
  for (const char* file : {"request.txt", "request.csv", "request.json", "request.html", "request.md", "request.pdf"})
    CHECK(shop.Read(fmt::format("out/request/{}", file)) == shop.Read(fmt::format("plain/request/{}", file)));
  CHECK(Has(shop.Read("out/day/arrival.txt"), "at least 8 GiB"));
  CHECK(Has(shop.Read("out/day/arrival.txt"), "not agreed"));
  CHECK(Has(shop.Read("out/contract/status.txt"), "Of 14 rows, 3 agreed, 11 open and 0 refused."));
  CHECK(Has(shop.Read("out/contract/changes.md"), "`0C00-0C02`"));
  const RunResult verified = shop.Build("--verify");
  CHECK(verified.exit_code == 0);
  CHECK(shop.Command("build spec.dr -o out").exit_code == 0);
  CHECK_FALSE(shop.There("out/contract/status.txt"));
}

TEST_CASE("a deviation that nobody accepted keeps files from being written, but not what tells of it") {
  const Shop shop;
  const std::string answers = "deviate MEM-001 2 GiB note \"all that is free\"";
  shop.Answer(answers);
  const RunResult built = shop.Build();
  CHECK(built.exit_code == 1);
  CHECK(Has(built.err, "--only contract` writes what tells the vendor of it"));
  CHECK_FALSE(shop.There("out"));
  CHECK(shop.Build("--only contract").exit_code == 1);
  CHECK(Has(shop.Read("out/contract/reminder.txt"), "deviation: 2 GiB (all that is free)"));
  CHECK_FALSE(shop.There("out/zos"));
  shop.Answer(answers, "accept deviation MEM-001 of 2 GiB by \"R. Smith\" because \"the test is small\"");
  const RunResult accepted = shop.Build();
  INFO(accepted.err);
  CHECK(accepted.exit_code == 0);
  CHECK(Has(shop.Read("out/day/arrival.txt"), "Why it is accepted  the test is small (R. Smith)"));
  CHECK(Has(shop.Read("out/contract/status.txt"), "Accepted deviations"));
}

TEST_CASE("the reminder is a mail that a strict reader takes, whatever the names are") {
  const Shop shop;
  shop.scratch.Write("spec.dr", kSystems + std::string("recovery \"2009 ą\" {") + kRecovery);
  shop.scratch.Write("contract.dr",
                     "hotsite 1\ncontract \"2009 ą\" {\n  reply \"x@y.example Bcc: z@y.example\" {\n"
                     "confirm PLC-001 note \"From here\"\n}\n}\n");
  shop.scratch.Write("read.py",
                     "import email, email.policy, sys\n"
                     "policy = email.policy.SMTP.clone(raise_on_defect=True)\n"
                     "mail = email.message_from_bytes(open('out/contract/reminder.eml', 'rb').read(), policy=policy)\n"
                     "print(sorted(mail.keys()), mail['From'], mail['To'], mail['X-Unsent'], mail['Subject'])\n"
                     "body = mail.get_body().get_content()\n"
                     "print('reads as reminder.txt' if body.replace('\\r\\n', '\\n') == "
                     "open('out/contract/reminder.txt').read() else body)\n"
                     "for part in mail.iter_attachments():\n"
                     "    print(part.get_filename(), part.get_content().startswith('id,kind,answer'), part.defects)\n");
  CHECK(shop.Build().exit_code == 0);
  const RunResult read = Run(shop.scratch, "cd " + Quoted(shop.scratch / "") + "; python3 read.py");
  INFO(read.err);
  CHECK(Has(read.out,
            "['Content-Type', 'From', 'MIME-Version', 'Subject', 'To', 'X-Unsent'] r.smith@shop.example "
            "j.stone@vendor.example 1 Disaster recovery request 2009 ą"));
  CHECK(Has(read.out, "reads as reminder.txt\nreply.csv True []\n"));
}

TEST_CASE("the promise is compared and shown") {
  const Shop shop;
  shop.Answer("confirm MEM-001 8 GiB");
  const RunResult diff = shop.Command("diff spec.dr --contract contract.dr");
  CHECK(diff.exit_code == 0);
  CHECK(Has(diff.out, "spec.dr as requested → as promised in contract.dr"));
  CHECK(Has(diff.out, "PRODA at hotsite: memory 4 GiB → exactly 8 GiB"));
  CHECK_FALSE(Has(diff.out, "request.txt"));
  CHECK(Has(shop.Command("show spec.dr --contract contract.dr --site hotsite").out, "8 GiB"));
  CHECK(shop.Command("diff spec.dr spec.dr --contract contract.dr").exit_code == 2);
  CHECK(shop.Command("diff spec.dr --against HEAD --contract contract.dr").exit_code == 2);
  CHECK(shop.Command("build spec.dr --only contract -o out").exit_code == 2);
}

TEST_CASE("a request tells what became of its rows in earlier years") {
  const Shop shop;
  shop.scratch.Write("contract-2008.dr",
                     "hotsite 1\ncontract \"2008\" {\n  reply \"telephone\" {\n    deviate MEM-001 2 "
                     "GiB note \"it SHALL do\"\n    unanswered OSA-003\n  }\n}\n");
  const std::string spec = shop.Read("spec.dr");
  REQUIRE(shop.Command("build spec.dr -o plain").exit_code == 0);
  shop.scratch.Write("spec.dr", "hotsite 1\nuse \"contract-2008.dr\"\n" + spec.substr(10));
  const RunResult built = shop.Command("build spec.dr -o out");
  INFO(built.err);
  CHECK(built.exit_code == 0);
  const std::string request = shop.Read("out/request/request.md");
  CHECK(Has(request, "In 2008 the vendor deviated: 2 GiB (it shall do)."));
  CHECK(Has(request, "In 2008 the vendor left this without an answer."));
  CHECK(Has(request, "Not settled in an earlier year"));
  CHECK(shop.Read("out/zos/PRODA/TCPIP.PROFILE") == shop.Read("plain/zos/PRODA/TCPIP.PROFILE"));
  shop.Answer("confirm MEM-001");
  shop.scratch.Write("spec.dr", "hotsite 1\nuse \"contract.dr\"\n" + spec.substr(10));
  const RunResult own = shop.Command("check spec.dr");
  CHECK(own.exit_code == 1);
  CHECK(Has(own.err, "error[HS4201]"));
}

}  // namespace
}  // namespace hotsite::acceptance
