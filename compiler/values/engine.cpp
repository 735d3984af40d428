#include "compiler/values/engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"

namespace hotsite {
namespace {

constexpr std::array<std::string_view, 5> kNames{"CP", "IFL", "zIIP", "zAAP", "ICF"};  // in the order of EngineType

}  // namespace

Parsed<EngineType> ParseEngineType(std::string_view text) {
  const std::string lower = ToLower(text);
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (lower == ToLower(kNames[i])) return static_cast<EngineType>(i);
  }
  return ValueError{"isn't a processor type; write CP, IFL, zIIP, zAAP or ICF",
                    Nearest(text, {kNames.begin(), kNames.end()})};
}

std::string ToString(EngineType type) { return std::string(kNames[static_cast<std::size_t>(type)]); }

std::string EngineCount::ToString() const { return fmt::format("{} {}", count, hotsite::ToString(type)); }

bool EngineChoice::Allows(EngineType type) const { return std::find(types.begin(), types.end(), type) != types.end(); }

std::string EngineChoice::ToString() const {
  std::vector<std::string> words;
  for (const EngineType type : types) words.push_back(hotsite::ToString(type));
  return JoinWords(words, "or");
}

}  // namespace hotsite
