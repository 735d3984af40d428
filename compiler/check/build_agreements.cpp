// What is agreed beside the test itself: volumes that are mirrored to the hot site, products keyed to a machine.
#include "compiler/check/build_context.h"

namespace hotsite::check {
namespace {

std::vector<model::SystemId> SystemsOf(BuildContext& context, const Entry& entry) {
  std::vector<model::SystemId> systems;
  for (const Value* name : entry.All("systems")) {
    if (const model::SystemId id = FindSystem(context, *name); id.valid()) systems.push_back(id);
  }
  return systems;
}

void ReadReplication(BuildContext& context, const Entry& entry) {
  model::Replication replication;
  replication.name = entry.Text("name");
  replication.systems = SystemsOf(context, entry);
  replication.method = entry.Text("method");
  if (const Value* behind = entry.Get("behind")) replication.behind = behind->As<Duration>();
  replication.written = WrittenOf(entry);
  replication.reason = entry.why();
  context.model.replications.push_back(std::move(replication));
}

void ReadProduct(BuildContext& context, const Entry& entry) {
  model::Product product;
  product.name = entry.Text("name");
  product.vendor = entry.Text("vendor");
  product.systems = SystemsOf(context, entry);
  for (const Value* key : entry.All("keys")) {
    const auto& word = key->As<std::string>();
    product.keyed_to_cpuid = product.keyed_to_cpuid || word == "cpuid";
    product.keyed_to_model = product.keyed_to_model || word == "model";
    product.keyed_to_capacity = product.keyed_to_capacity || word == "capacity";
  }
  product.licence = entry.Text("licence");
  product.contact = entry.Text("contact");
  product.written = WrittenOf(entry);
  product.reason = entry.why();
  context.model.products.push_back(std::move(product));
}

}  // namespace

void BuildAgreements(BuildContext& context) {
  ForEachTop(context, "replication", [&](const Entry& entry) { ReadReplication(context, entry); });
  ForEachTop(context, "product", [&](const Entry& entry) { ReadProduct(context, entry); });
}

}  // namespace hotsite::check
