#include "compiler/support/uuid.h"

#include <fmt/format.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/SHA1.h>

namespace hotsite {

std::string NameUuid(const UuidSpace& space, std::string_view name) {
  llvm::SHA1 hash;
  hash.update(llvm::ArrayRef<std::uint8_t>(space.data(), space.size()));
  hash.update(llvm::StringRef(name.data(), name.size()));
  std::array<std::uint8_t, 20> bytes = hash.final();
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);  // the version
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // the variant
  std::string uuid;
  for (std::size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) uuid += '-';
    uuid += fmt::format("{:02x}", bytes[i]);
  }
  return uuid;
}

}  // namespace hotsite
