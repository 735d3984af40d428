#include <algorithm>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Product;

/// What the product hangs on, as the spec writes it.
std::vector<std::string> KeysOf(const Product& product) {
  std::vector<std::string> keys;
  if (product.keyed_to_cpuid) keys.emplace_back("cpuid");
  if (product.keyed_to_model) keys.emplace_back("model");
  if (product.keyed_to_capacity) keys.emplace_back("capacity");
  return keys;
}

/// The systems that use it and are placed at a recovery site, by name.
std::vector<std::string> PlacedUsers(const Model& model, const Product& product) {
  std::vector<std::string> names;
  const auto sites = model.recovery_sites();
  for (const model::SystemId id : product.systems) {
    const bool placed = std::any_of(sites.begin(), sites.end(), [&](const model::Site* site) {
      return model.Find(model.IdOf(*site), id) != nullptr;
    });
    if (placed) names.push_back(model.at(id).name);
  }
  return names;
}

void Check(const Model& model, const Product& product, model::RuleReporter& report) {
  const std::vector<std::string> keys = KeysOf(product);
  if (keys.empty() || !product.contact.empty() || !product.licence.empty()) return;
  const std::vector<std::string> users = PlacedUsers(model, product);
  if (users.empty() && !product.systems.empty()) return;  // none of them runs there
  const std::string on = users.empty() ? "what runs at the recovery site" : FewNames(users);
  auto& finding = report.Warn(product.written.name, "nobody is named who gives {} a key for \"{}\" on another machine",
                              on, product.name);
  finding.Here(fmt::format("keyed to {}", JoinWords(keys)))
      .Note(fmt::format("the request asks the vendor for the {} of the machine; a key for it comes from whoever sells "
                        "the product",
                        JoinWords(keys)))
      .Advise("say whom to call for a key (`contact \"…\"`), or what licence covers a test (`licence \"…\"`)");
  ListNames(finding, users, kFewNames);
  AboutAll(finding, users);
}

void Run(const Model& model, model::RuleReporter& report) {
  if (model.recovery_sites().empty()) return;
  for (const Product& product : model.products) Check(model, product, report);
}

constexpr std::string_view kExplanation =
    R"(A product is keyed to the CPU identifier, the model or the capacity of the
machine, a system that uses it comes up at the recovery site, and the spec
says neither whom to call for a key nor which licence covers it.

The product sees another machine and stops, or counts down some days of grace.
It is mostly found on Monday morning, when the scheduler or the security
product doesn't start, and whoever sells it is asleep in another time zone.
Many give keys for tests, and emergency keys in a disaster, by telephone; but
one must know the number, the contract, and the machine's identity.

The last of these the request asks for by itself: the serial number and the
CPU identifiers of the vendor's machine are questions in it. What it can't
know is who makes the key.

To repair it, complete the line: `product "CA-7" for PRODA keyed to cpuid
contact "+1 555 0199"`, or `licence "contract 4711: DR tests included"`. Both
are printed in the request.

Nothing is reported for a product whose systems all stay at home.

Source: z/VM sysprogs name keys bound to CPU serial numbers and models among
what stops a DR test (linux-390 mailing list); IBM Docs, ZD&T, "Concepts":
some software products are licensed by machine serial number.)";

constexpr std::string_view kBad = R"(hotsite 1

zos PRODA { memory 16 GiB }

product "CA-7" for PRODA keyed to cpuid

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar PRODA }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zos PRODA { memory 16 GiB }

product "CA-7" for PRODA keyed to cpuid contact "+1 555 0199"

site home {
  machine CEC { lpar PRODA }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar PRODA }
  }
}
)";

}  // namespace

const model::Rule kKeyNotAsked = {
    .title = "A product is keyed to the machine, and nobody is named who gives a key for another one.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
