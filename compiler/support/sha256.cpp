#include "compiler/support/sha256.h"

#include <fmt/format.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/SHA256.h>

#include <cstdint>

namespace hotsite {

std::string Sha256Hex(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::string hex;
  for (const std::uint8_t byte : llvm::SHA256::hash(llvm::ArrayRef<std::uint8_t>(data, bytes.size()))) {
    hex += fmt::format("{:02x}", byte);
  }
  return hex;
}

}  // namespace hotsite
