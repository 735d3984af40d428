// What an `lpar` statement says of its partition beside processors and storage: mode, weight, load, crypto, consoles.
#include <array>
#include <utility>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

using model::ConsoleMeans;
using model::CryptoType;
using model::PartitionMode;
using model::PartitionSettings;

template <class Enum, std::size_t kSize>
using Words = std::array<std::pair<std::string_view, Enum>, kSize>;

constexpr Words<PartitionMode, 6> kModes{{
    {"general", PartitionMode::kGeneral},
    {"esa390", PartitionMode::kEsa390},
    {"linux_only", PartitionMode::kLinuxOnly},
    {"zvm", PartitionMode::kZvm},
    {"coupling_facility", PartitionMode::kCouplingFacility},
    {"ssc", PartitionMode::kSsc},
}};
constexpr Words<CryptoType, 3> kCryptoTypes{{
    {"accelerator", CryptoType::kAccelerator},
    {"cca", CryptoType::kCca},
    {"ep11", CryptoType::kEp11},
}};
constexpr Words<ConsoleMeans, 3> kConsoleMeans{{
    {"osa_icc", ConsoleMeans::kOsaIcc},
    {"integrated_3270", ConsoleMeans::kIntegrated3270},
    {"integrated_ascii", ConsoleMeans::kIntegratedAscii},
}};

template <class Enum, std::size_t kSize>
model::Stated<Enum> ChoiceOf(const Entry& entry, std::string_view role, const Words<Enum, kSize>& words) {
  for (const auto& [word, value] : words) {
    if (entry.Text(role) != word) continue;
    model::Stated<Enum> stated(value, entry.SpanOf(role));
    stated.Because(entry.why());
    return stated;
  }
  return {};
}

void ReadWeight(BuildContext& context, const Entry& entry, const std::string& subject, PartitionSettings& settings) {
  constexpr std::int64_t kMost = 999;  // PR/SM Planning Guide, initial processing weight
  const Value& weight = *entry.Get("weight");
  if (weight.hole || InRange(context, entry, weight, 1, kMost)) {
    settings.weight = StatedOf<std::int64_t>(context, entry, "weight",
                                             {"weight", subject, "initial processing weight", {}, 1, kMost});
  }
  if (const Value* capping = entry.Get("capping")) {
    settings.capped = model::Stated(capping->As<std::string>() == "capped", capping->span);
    settings.capped.Because(entry.why());
  }
}

void ReadLoad(BuildContext& context, const Entry& entry, const std::string& subject, PartitionSettings& settings) {
  settings.load = StatedOf<DeviceNumber>(context, entry, "device", {"load", subject, "load address"});
  settings.load_parameter =
      StatedOf<std::string>(context, entry, "parameter", {"load_parameter", subject, "load parameter"});
}

void ReadCrypto(BuildContext& context, const Entry& entry, const std::string& subject, PartitionSettings& settings) {
  constexpr std::int64_t kMost = 84;  // 85 domains, 0-84, from z13; 16 before (z13 Technical Guide, Crypto Express5S)
  std::vector<std::int64_t> domains;
  const Ask ask{"crypto", subject, "crypto domain", {}, 0, kMost};
  Span span = entry.whole;
  for (const Value& domain : ValuesOf(context, entry, "domains", ask)) {
    if (domain.hole) {
      settings.crypto_domains =
          model::Stated<std::vector<std::int64_t>>::Open(AddHole(context, entry, domain, ask), domain.span);
    } else if (InRange(context, entry, domain, 0, kMost)) {
      domains.push_back(domain.As<std::int64_t>());
      if (domain.span.file != span.file) span = domain.span;  // answered
    }
  }
  if (!settings.crypto_domains.open()) {
    settings.crypto_domains = model::Stated(std::move(domains), span);
    settings.crypto_domains.Because(entry.why());
  }
  settings.crypto_type = ChoiceOf(entry, "type", kCryptoTypes);
}

void ReadConsoles(BuildContext& context, const Entry& entry, const std::string& subject, PartitionSettings& settings) {
  settings.consoles = StatedOf<std::int64_t>(entry, "count", model::Comparator::kAtLeast);
  settings.console_means = ChoiceOf(entry, "means", kConsoleMeans);
  settings.console_devices = StatedOf<DeviceRange>(context, entry, "devices",
                                                   {"consoles", subject, "device numbers of the operator consoles"});
}

}  // namespace

PartitionMode PartitionModeOf(std::string_view word) {
  for (const auto& [name, mode] : kModes) {
    if (name == word) return mode;
  }
  return PartitionMode::kGeneral;  // the schema lets no other word through
}

PartitionSettings PartitionSettingsOf(BuildContext& context, const Entry& entry, const std::string& subject) {
  PartitionSettings settings;
  for (const Entry& child : entry.children) {
    const std::string_view word = child.keyword();
    if (word == "mode") settings.mode = ChoiceOf(child, "mode", kModes);
    if (word == "weight") ReadWeight(context, child, subject, settings);
    if (word == "load") ReadLoad(context, child, subject, settings);
    if (word == "crypto") ReadCrypto(context, child, subject, settings);
    if (word == "consoles") ReadConsoles(context, child, subject, settings);
  }
  return settings;
}

}  // namespace hotsite::check
