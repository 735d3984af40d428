// UUIDs of names: the example of RFC 9562, A.4, and what tells two names apart.
#include <catch2/catch.hpp>

#include "compiler/support/uuid.h"

namespace hotsite {
namespace {

TEST_CASE("uuid: a name gives the UUID of the RFC") {
  const UuidSpace dns = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                         0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
  CHECK(NameUuid(dns, "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  CHECK(NameUuid(dns, "") == "4ebd0208-8328-5d69-8c44-ec50939c0967");
  CHECK(NameUuid({}, "www.example.com") != NameUuid(dns, "www.example.com"));
}

}  // namespace
}  // namespace hotsite
