// What a recovery hangs on beside machines: licensed products, and disks that are mirrored.
#include <fmt/format.h>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/sheet_facts.h"
#include "compiler/diff/sheet_texts.h"
#include "compiler/diff/sheets.h"

namespace hotsite::diff {
namespace {

std::string KeyedTo(const model::Product& product) {
  std::vector<std::string> to;
  if (product.keyed_to_cpuid) to.emplace_back("CPU identifier");
  if (product.keyed_to_model) to.emplace_back("model");
  if (product.keyed_to_capacity) to.emplace_back("capacity");
  return Joined(to);
}

void AddProduct(const View& view, const model::Product& product, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  const Span span = sheet.span = product.written.name;
  sheet.subject = product.name;
  sheet.key = "product/" + product.name;
  sheet.is_new = sheet.is_gone = codes::kProducts;
  sheet.description = "licensed product";
  AddNames(sheet, codes::kProducts, "used by", NamesOf(view, product.systems), span);
  AddNames(sheet, codes::kProducts, "keyed to", KeyedTo(product), span);
  AddWord(sheet, codes::kProducts, "vendor", product.vendor, span);
  AddWord(sheet, codes::kProducts, "licence", product.licence, span);
  AddWord(sheet, codes::kProducts, "emergency key from", product.contact, span);
  AddReasons(sheet, {product.reason}, span);
}

void AddReplication(const View& view, const model::Replication& replication, std::vector<Sheet>& sheets) {
  Sheet& sheet = sheets.emplace_back();
  const Span span = sheet.span = replication.written.name;
  sheet.subject = replication.name;
  sheet.key = "replication/" + replication.name;
  sheet.recovery = true;
  sheet.is_new = sheet.is_gone = codes::kReplication;
  sheet.description = fmt::format("replication of {}", NamesOf(view, replication.systems));
  AddNames(sheet, codes::kReplication, "systems", NamesOf(view, replication.systems), span);
  AddWord(sheet, codes::kReplication, "method", replication.method, span);
  if (replication.behind)
    AddAmountAtMost(sheet, codes::kReplication, "behind", replication.behind->minutes(), replication.behind->ToString(),
                    span);
  AddReasons(sheet, {replication.reason}, span);
}

}  // namespace

void AddDependences(const View& view, std::vector<Sheet>& sheets) {
  for (const model::Product& product : view.model().products) AddProduct(view, product, sheets);
  for (const model::Replication& replication : view.model().replications) AddReplication(view, replication, sheets);
}

}  // namespace hotsite::diff
