// Partitions: their image profiles. That a system runs in one, and what that is called, is told by its placement, so
// the partition belongs to it: it goes where the system goes.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

std::string DomainsText(const std::vector<std::int64_t>& domains) {
  return fmt::format("{}", fmt::join(domains, ", "));
}

void AddCrypto(const model::PartitionSettings& settings, Sheet& sheet) {
  const auto& domains = settings.crypto_domains;
  if (domains.open()) AddOpen(sheet, codes::kCryptoDomains, "crypto domains", domains.span());
  if (domains.known()) AddNames(sheet, codes::kCryptoDomains, "crypto domains", DomainsText(*domains), domains.span());
  AddStated(sheet, codes::kCryptoType, "crypto type", settings.crypto_type,
            [](model::CryptoType type) { return ToString(type); });
}

void AddConsoles(const model::PartitionSettings& settings, Sheet& sheet) {
  const auto& count = settings.consoles;
  if (count.open()) AddOpen(sheet, codes::kConsoles, "consoles", count.span());
  if (count.known())  // PartitionSettings::consoles is a least number, however it is written
    AddCapacity(sheet, codes::kConsoles, "consoles", *count, fmt::to_string(*count), count.span(),
                model::Comparator::kAtLeast);
  AddStated(sheet, codes::kConsoles, "consoles by", settings.console_means,
            [](model::ConsoleMeans means) { return ToString(means); });
  AddStated(sheet, codes::kConsoles, "device numbers of consoles", settings.console_devices,
            [](const DeviceRange& range) { return range.ToString(); });
}

void AddSettings(const model::PartitionSettings& settings, Sheet& sheet) {
  AddStated(sheet, codes::kPartitionMode, "mode", settings.mode,
            [](model::PartitionMode one) { return ToString(one); });
  AddStatedCount(sheet, codes::kWeight, "weight", settings.weight, Meant::kExactly);
  AddStated(sheet, codes::kCapping, "capped", settings.capped, YesOrNo);
  AddStated(sheet, codes::kLoadAddress, "load address", settings.load,
            [](DeviceNumber device) { return device.ToString(); });
  AddStated(sheet, codes::kLoadParameter, "load parameter", settings.load_parameter,
            [](const std::string& text) { return text; });
  AddCrypto(settings, sheet);
  AddConsoles(settings, sheet);
  AddReasons(sheet,
             {settings.mode.reason(), settings.weight.reason(), settings.capped.reason(), settings.load.reason(),
              settings.load_parameter.reason(), settings.crypto_domains.reason(), settings.crypto_type.reason(),
              settings.consoles.reason(), settings.console_means.reason(), settings.console_devices.reason()},
             sheet.span);
}

}  // namespace

void AddPartition(const View& view, model::PartitionId id, std::vector<Sheet>& sheets) {
  const model::Partition& partition = view.model().at(id);
  if (!partition.occupant.valid()) return;  // every `lpar` of a spec runs something
  Sheet& sheet = sheets.emplace_back();
  sheet.site = view.Name(partition.site);
  sheet.recovery = view.model().at(partition.site).recovery;
  sheet.span = partition.written.name;
  sheet.subject = view.KeyOf(view.model().at(partition.occupant).system);
  sheet.key = fmt::format("lpar/{}/{}", sheet.site, sheet.subject);
  AddSettings(partition.settings, sheet);
}

}  // namespace hotsite::diff
