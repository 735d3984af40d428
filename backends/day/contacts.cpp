// Who to call: one page for the wall, both sides, and the declaration ready to read out.
#include <fmt/format.h>

#include <algorithm>

#include "backends/day/parts.h"
#include "backends/naming.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Cell;
using document::Section;
using document::Table;

constexpr unsigned kNameColumns = 20, kPhoneColumns = 16;

std::string Authority(const model::Contact& contact) {
  std::vector<std::string> may;
  for (const std::string& one : contact.may) may.push_back(one == "declare" ? "declare a disaster" : Free(one));
  return may.empty() ? "" : "may " + JoinWords(may);
}

/// What is known, else a blank; the number of the question behind the role.
document::Row RowOf(const Day& day, const model::Contact& contact, std::size_t number) {
  const std::string field = fmt::format("CTC_{}", number), role = Free(contact.role);
  Cell who(contact.who.known() ? Free(*contact.who) : ""), phone(Free(contact.phone));
  if (who.text.empty()) who.fields.push_back(Blank(field + "_name", role + ", name", kNameColumns));
  if (phone.text.empty()) phone.fields.push_back(Blank(field + "_phone", role + ", telephone", kPhoneColumns));
  const std::string open = contact.hole.valid() ? " " + OpenToken(day.requirements(), contact.hole) : "";
  return {role + open, std::move(who), std::move(phone), Authority(contact)};
}

Section People(const Day& day) {
  Table table;
  table.columns = {{"Role", false}, {"Who", false}, {"Telephone", false}, {"Authority", false}};
  std::size_t number = 0;
  for (const model::Contact& contact : day.recovery().contacts) table.rows.push_back(RowOf(day, contact, ++number));
  for (const char* role : {"vendor's operator on site", "recovery office"}) {
    const std::string field = fmt::format("CTC_{}", ++number);
    table.rows.push_back({role, Blank(field + "_name", std::string(role) + ", name", kNameColumns),
                          Blank(field + "_phone", std::string(role) + ", telephone", kPhoneColumns), ""});
  }
  Section section{"1", "Who to call", {std::move(table)}};
  const bool open = std::any_of(day.recovery().contacts.begin(), day.recovery().contacts.end(),
                                [](const model::Contact& contact) { return contact.hole.valid(); });
  if (open)
    section.blocks.push_back(document::Paragraph{
        "?? and a number is a question that the vendor hasn't answered: fill it in before you leave."});
  return section;
}

Section Place(const Day& day) {
  Table table;
  table.columns = {{"What", false}, {"Write down", false}};
  const auto add = [&](const std::string& what, const char* field) {
    table.rows.push_back({what, Blank(field, what, 40)});
  };
  const std::string contract = Free(day.recovery().contract);
  if (contract.empty()) {
    add("contract or schedule number", "CTC_contract");
  } else {
    table.rows.push_back({"contract or schedule number", contract});
  }
  add("address of the site, way in", "CTC_address");
  add("badges: who is announced", "CTC_badges");
  add("conference bridge", "CTC_bridge");
  add("prefix of the vendor's tickets", "CTC_ticket");
  return {"2", "The site", {std::move(table)}};
}

/// The three facts of a declaration (SunGard's Schedule for the City of Miami): that a Disaster occurred, which
/// location, which services.
Section Declaration(const Day& day) {
  const model::Recovery& recovery = day.recovery();
  std::vector<std::string> who, systems;
  for (const model::Contact& contact : recovery.contacts) {
    if (May(contact, "declare") && contact.who.known()) who.push_back(Free(*contact.who));
  }
  for (const model::Placement* placement : day.InPartitions()) {
    const model::System& system = day.model().SystemOf(*placement);
    if (!system.vendors) systems.push_back(system.name);
  }
  const std::string customer = day.model().customer.empty() ? "the customer" : Free(day.model().customer);
  const std::string contract = recovery.contract.empty() ? "our contract" : "contract " + Free(recovery.contract);
  Section section{"3", "Declaring a disaster", {}};
  section.blocks.push_back(document::Paragraph{
      who.empty() ? "The spec names nobody who may declare. Not for a test."
                  : fmt::format("Only {} may declare. Not for a test: it is read out when the disaster is real.",
                                JoinWords(who, "or"))});
  section.blocks.push_back(document::Note{
      "Read out", fmt::format("I am calling for {} under {}, as its designated representative. I declare that a "
                              "disaster has occurred. The location that is struck is the one named below. We need all "
                              "services of the contract at {}{}.",
                              customer, contract, day.site.name, systems.empty() ? "" : ", for " + Folded(systems))});
  Table table;
  table.columns = {{"What", false}, {"Write down", false}};
  for (const auto& [what, field] :
       {std::pair("location that is struck", "CTC_location"), std::pair("declared by, at", "CTC_declared"),
        std::pair("taken by, reference number", "CTC_reference")})
    table.rows.push_back({what, Blank(field, what, 40)});
  section.blocks.push_back(std::move(table));
  return section;
}

}  // namespace

document::Document Contacts(const Day& day) {
  document::Document document = Framed(day, "Who to call");
  // One page for the wall: what the contract is, is said below.
  std::erase_if(document.facts, [](const auto& fact) {
    return fact.first != "Test" && fact.first != "Written from" && fact.first != "Promised in";
  });
  document.sections = {People(day), Place(day), Declaration(day)};
  return document;
}

}  // namespace hotsite::backends::day
