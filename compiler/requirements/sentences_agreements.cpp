#include "compiler/requirements/sentences_agreements.h"

#include <fmt/format.h>

#include "compiler/support/text_writer.h"

namespace hotsite::requirements {

std::string TellProduct(const std::string& product, const std::string& vendor, const Names& systems, const Names& keys,
                        const std::string& licence, const std::string& contact) {
  std::string text = "The product " + product;
  if (!vendor.empty()) text += " of " + vendor;
  if (!systems.empty()) text += " on " + JoinWords(systems);
  text += keys.empty() ? " is licensed by machine" : " is keyed to " + JoinWords(keys);
  if (!licence.empty()) text += ", licence " + licence;
  if (!contact.empty()) text += ". Keys for another machine: " + contact;
  return text + ".";
}

std::string TellObjective(const std::string& system, const std::string& rto, const std::string& rpo) {
  Names objectives;
  if (!rto.empty()) objectives.push_back("the recovery time objective of " + system + " is " + rto);
  if (!rpo.empty())
    objectives.push_back((rto.empty() ? "the recovery point objective of " + system : "its recovery point objective") +
                         " is " + rpo);
  std::string text = JoinWords(objectives) + ".";
  text[0] = 'T';
  return text;
}

std::string SayAnswersDue(const std::string& time) {
  return fmt::format("The vendor SHALL answer each row of this request by {}.", time);
}

std::string SayMilestone(const std::string& what, const std::string& time) {
  return fmt::format("The vendor SHALL reach the milestone \"{}\" by {}.", what, time);
}

std::string TellMilestone(const std::string& what, const std::string& time) {
  return fmt::format("The plan of the customer has the milestone \"{}\" on {}.", what, time);
}

std::string SayFurtherTest(const std::string& what, const std::string& begin, const std::string& end) {
  return fmt::format("A further test period{} SHALL begin on {} and end on {}. It SHALL NOT end earlier.",
                     what.empty() ? "" : " \"" + what + "\"", begin, end);
}

}  // namespace hotsite::requirements
