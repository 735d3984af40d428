#include <fmt/format.h>

#include <algorithm>

#include "backends/day/parts.h"
#include "backends/naming.h"
#include "compiler/requirements/collector.h"
#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Field;

constexpr char kChangePartitions[] = "change partitions";
constexpr unsigned kNameColumns = 24;

/// `VMPROD at hotsite`: the site where there are several.
std::string TitleOf(const Day& day, const std::string& title) {
  const bool several = day.model().recovery_sites().size() > 1;
  return fmt::format("{} {}{}", title, Free(day.recovery().name), several ? " at " + day.site.name : "");
}

std::string StatusOf(const Day& day) {
  return day.input.revision == 0 ? "DRAFT" : fmt::format("revision {}", day.input.revision);
}

}  // namespace

bool May(const model::Contact& contact, std::string_view what) {
  return std::find(contact.may.begin(), contact.may.end(), what) != contact.may.end();
}

bool Day::Concerns(const requirements::Requirement& row) const { return row.site.empty() || row.site == site.name; }

const requirements::Requirement* Day::Find(std::string key) const {
  const requirements::Requirement* row = requirements().Find(key);
  if (row != nullptr && Concerns(*row)) return row;
  row = requirements().Find(key + "@" + site.name);
  return row != nullptr && Concerns(*row) ? row : nullptr;
}

std::vector<const model::Placement*> Day::InPartitions() const {
  std::vector<const model::Placement*> placed;
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model().at(id);
    if (!placement.host.valid() && placement.partition.valid()) placed.push_back(&placement);
  }
  return placed;
}

Field Blank(std::string name, std::string hint, unsigned columns, std::string label) {
  return {Field::Kind::kText, std::move(name), std::move(hint), std::move(label), "", columns};
}

Field Tick(std::string name, std::string hint) {
  return {Field::Kind::kTick, std::move(name), std::move(hint), "", "", 1};
}

document::Cell WhomToCall(const Day& day, const std::string& field) {
  for (const model::Contact& contact : day.recovery().contacts) {
    if (!May(contact, kChangePartitions)) continue;
    if (contact.who.known()) {
      const std::string phone = Free(contact.phone);
      document::Cell cell(Free(*contact.who) + (phone.empty() ? "" : ", " + phone));
      if (phone.empty()) cell.fields.push_back(Blank(field, "telephone of " + contact.role, kNameColumns, "telephone"));
      return cell;
    }
    document::Cell cell(fmt::format("{} ({}), who may change partitions:", Free(contact.role),
                                    contact.hole.valid() ? OpenToken(day.requirements(), contact.hole) : "not named"));
    cell.fields.push_back(Blank(field, "name and telephone of who may change partitions", kNameColumns));
    return cell;
  }
  document::Cell cell("the vendor's person who may change partitions (the spec names nobody):");
  cell.fields.push_back(Blank(field, "name and telephone of who may change partitions", kNameColumns));
  return cell;
}

document::Document Framed(const Day& day, const std::string& title) {
  const model::Recovery& recovery = day.recovery();
  document::Document document;
  document.title = TitleOf(day, title);
  const auto fact = [&](const char* what, std::string value) {
    if (!value.empty()) document.facts.emplace_back(what, std::move(value));
  };
  fact("Customer", Free(day.model().customer));
  fact("Vendor", Free(recovery.vendor));
  fact("Contract", Free(recovery.contract));
  fact("Site", day.site.name);
  if (recovery.test) {
    fact("Test", fmt::format("{} to {}", DateAndClock(recovery.test->from), DateAndClock(recovery.test->to)));
    fact("Times", "24-hour clock, " + ZoneOf(day));
  }
  const std::string digest = day.input.spec_digest.substr(0, 12);
  fact("Written from", fmt::format("{}, {}, {}", PlainText(day.input.spec_name), StatusOf(day), digest));
  if (const AgreementInput* agreement = day.input.agreement)
    fact("Promised in", fmt::format("{}, {}", PlainText(agreement->file), agreement->digest.substr(0, 12)));
  document.head = fmt::format("{} · {} · {} · {}", document.title, Free(day.model().customer), StatusOf(day), digest);
  document.foot = "Write in ink; every row has its result, also when it is right";
  document.draft = day.input.revision == 0;
  document.brief = true;
  document.paper = recovery.paper == model::Paper::kA4 ? document::Paper::kA4 : document::Paper::kLetter;
  document.author = Free(day.model().customer);
  document.subject = title;
  return document;
}

}  // namespace hotsite::backends::day
