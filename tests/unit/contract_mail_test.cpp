// The mail that reminds the vendor: what a strict reader makes of it, and that no text of a spec becomes a header.
#include <catch2/catch.hpp>
#include <string>

#include "backends/contract/mail.h"
#include "tests/unit/scratch.h"
#include "tests/unit/shell_run.h"

namespace mail = hotsite::backends::contract_papers;

namespace {

TEST_CASE("an address is found in free text, and nothing that could end a header") {
  CHECK(mail::FindAddress("J. Stone <j.stone@vendor.example>") == "j.stone@vendor.example");
  CHECK(mail::FindAddress("write to dr+test@vendor.example.") == "dr+test@vendor.example");
  CHECK(mail::FindAddress("call +1 555 0100") == "");
  CHECK(mail::FindAddress("@ home, a@, @b") == "");
  CHECK(mail::FindAddress(".a@b") == "");
  CHECK(mail::FindAddress("a..b@c") == "");
  CHECK(mail::FindAddress("a@b..c") == "");
  CHECK(mail::FindAddress("x@y\r\nBcc: z@w") == "x@y");
  CHECK(mail::FindAddress("\"a b\"@c then d@e") == "d@e");
  CHECK(mail::FindAddress(std::string(65, 'a') + "@b") == "");
}

TEST_CASE("every line of a mail is short, ends in CRLF, and is ASCII") {
  std::string text = "From here on\n.\n--=_hotsite\n";
  text += std::string(500, 'x') + "\n" + "Zażółć gęślą jaźń, " + std::string(200, '=') + "  \nlast\ttab\x01";
  const mail::Mail letter{"",
                          "j@v.example",
                          "ą\r\nBcc: evil@example\r\n\r\n" + std::string(300, 'q'),
                          text,
                          {{"reply.csv", "text/csv", "", std::string("id,kind\r\n\0\xFF", 11)}}};
  const std::string bytes = mail::Print(letter);
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t end = bytes.find('\n', at);
    REQUIRE(end != std::string::npos);
    REQUIRE(end > at);
    CHECK(bytes[end - 1] == '\r');
    CHECK(end - at <= 79);
    CHECK(bytes.substr(at, 5) != "From ");
    CHECK_FALSE(bytes.substr(at, 4) == "Bcc:");
    at = end + 1;
  }
  CHECK(bytes.find_first_not_of("\r\n") == 0);
  for (const char c : bytes) CHECK((c == '\r' || c == '\n' || (c >= ' ' && c <= '~')));
  CHECK(bytes == mail::Print(letter));
}

}  // namespace
