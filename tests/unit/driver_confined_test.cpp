// A function in a process of its own: whatever happens to it, this one goes on and knows why.
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/confined.h"
#include "compiler/driver/confined_reply.h"
#include "compiler/reply/transfer.h"
#include "tests/unit/small_pdf.h"

using namespace hotsite;
using driver::ConfinedLimits;
using driver::ConfinedResult;
using driver::RunConfined;
using End = ConfinedResult::End;

namespace {

ConfinedLimits Small() {
  ConfinedLimits limits;
  limits.memory = 64u << 20;
  limits.processor = std::chrono::seconds(1);
  limits.time = std::chrono::milliseconds(5000);
  limits.output = 1u << 20;
  return limits;
}

volatile int sink = 0;

}  // namespace

TEST_CASE("confined: what a function returns comes back") {
  const std::string big(900'000, 'x');
  CHECK(RunConfined([] { return std::string("a\0b", 3); }, Small()).output == std::string("a\0b", 3));
  CHECK(RunConfined([&] { return big; }, Small()).output == big);
  CHECK(RunConfined([] { return std::string(); }, Small()).end == End::kDone);
  CHECK(driver::Words(RunConfined([] { return std::string(); }, Small())).empty());
}

TEST_CASE("confined: an endless loop, an endless sleep") {
  CHECK(RunConfined(
            []() -> std::string {
              for (;;) sink = sink + 1;
            },
            Small())
            .end == End::kTimeUp);
  ConfinedLimits limits = Small();
  limits.time = std::chrono::milliseconds(200);
  const auto before = std::chrono::steady_clock::now();
  CHECK(RunConfined(
            []() -> std::string {
              for (;;) pause();
            },
            limits)
            .end == End::kTimeUp);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(3));
}

TEST_CASE("confined: a crash, an exception, an exit") {
  CHECK(RunConfined([]() -> std::string { std::abort(); }, Small()).end == End::kCrashed);
  CHECK(RunConfined([]() -> std::string { throw std::runtime_error("x"); }, Small()).end == End::kCrashed);
  CHECK(RunConfined([]() -> std::string { _exit(3); }, Small()).end == End::kCrashed);
  CHECK(RunConfined(
            []() -> std::string {
              raise(SIGSEGV);
              return "x";
            },
            Small())
            .end == End::kCrashed);
}

TEST_CASE("confined: too much") {
  CHECK(RunConfined([] { return std::string(2u << 20, 'x'); }, Small()).end == End::kTooMuch);
#if !defined(__SANITIZE_ADDRESS__)
  const ConfinedResult result = RunConfined([] { return std::string(200u << 20, 'x'); }, Small());
  CHECK(result.end == End::kOutOfMemory);
  CHECK(result.output.empty());
#endif
}

TEST_CASE("confined: it can open nothing, start nothing, and write nowhere") {
  const auto tried = [] {
    std::string could;
    if (open("/etc/passwd", O_RDONLY) >= 0) could += "read ";
    if (open("/tmp/confined", O_WRONLY | O_CREAT, 0600) >= 0) could += "write ";
    if (fcntl(4, F_GETFD) >= 0) could += "inherit ";
    int ends[2];
    if (pipe(ends) == 0) could += "pipe ";
    return could;
  };
  CHECK(RunConfined(tried, Small()).output.empty());
}

TEST_CASE("confined: a reply comes through unharmed, and a reader that fails is a problem like any other") {
  const std::string pdf =
      FormPdf({"/FT /Tx /T (PLC-001_value) /V <FEFF017C0022007B005C0028>", "/FT /Btn /T (PLC-001_confirm) /V /Yes",
               "/FT /Tx /T (DEV-01_id) /V (PLC-001)", "/FT /Tx /T (DEV-01_offered) /V (less)",
               "/FT /Tx /T (SGN_S2_vendor_builder_name) /V (J)", "/FT /Tx /T (else) /V (y)"});
  const reply::Read read = driver::ReadReplyConfined(pdf, reply::ReadPdf);
  CHECK(reply::Pack(read) == reply::Pack(reply::ReadPdf(pdf)));
  REQUIRE(read.rows.size() == 1);
  CHECK(read.rows[0].value == "ż\"{\\(");
  CHECK(read.rows[0].offered == "less");
  CHECK(read.remarks.size() == 2);
  CHECK(read.signatures.size() == 1);

  const auto failing = [](std::string_view) -> reply::Read { std::abort(); };
  CHECK(driver::ReadReplyConfined("x", failing).problem.code == codes::kReaderStopped.number);
}

TEST_CASE("confined: what a reader's process sends is looked at before it is believed") {
  const std::string good = reply::Pack(reply::Read());
  CHECK(reply::Unpack(good));
  CHECK_FALSE(reply::Unpack(""));
  CHECK_FALSE(reply::Unpack("[]"));
  CHECK_FALSE(reply::Unpack("{}"));
  CHECK_FALSE(reply::Unpack(good.substr(0, good.size() / 2)));
  reply::Read hostile;
  hostile.request = "\x1B[31m";
  CHECK_FALSE(reply::Unpack(reply::Pack(hostile)));
  hostile.request = "fine";
  hostile.form = static_cast<reply::Form>(77);
  CHECK_FALSE(reply::Unpack(reply::Pack(hostile)));
}
