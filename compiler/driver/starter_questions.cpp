#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/driver/help.h"
#include "compiler/driver/starter.h"
#include "compiler/driver/starter_names.h"
#include "compiler/driver/topics.h"
#include "compiler/support/utf8.h"
#include "compiler/values/calendar.h"
#include "compiler/values/extent.h"
#include "compiler/values/names.h"

namespace hotsite::driver {
namespace {

using Reason = std::optional<std::string>;

constexpr std::size_t kLongestText = 100;  // a name that a page's heading holds
constexpr std::size_t kMostZos = 8;

Reason WhyNotText(const std::string& text) {
  if (ShowsNothing(text)) return "is empty";
  if (FindInvalidUtf8(text)) return "isn't UTF-8 text";
  if (CountCodePoints(text) > kLongestText) return fmt::format("is longer than {} characters", kLongestText);
  if (const auto control = FindControl(text))
    return fmt::format("holds {}, which no document can show", NameCharacter(text, *control));
  return {};
}

Reason WhyNotMachine(const std::string& name) {
  const std::vector<std::string> models = LibraryNames("machine_model");
  if (std::find(models.begin(), models.end(), name) != models.end()) return {};
  return fmt::format("isn't a machine model of the standard library{}; there are {}",
                     DidYouMean(name, std::vector<std::string_view>(models.begin(), models.end())), JoinWords(models));
}

// A system that runs in a partition of its name.
Reason WhyNotSystem(const std::string& name) {
  if (Reason why = WhyNotPartitionName(name)) return why;
  return WhyNotUserid(name);
}

Reason WhyNotZos(const std::string& list) {
  const std::vector<std::string> names = NamesIn(list);
  if (names.empty() && list != kNone) return fmt::format("names no system; write `{}` when there is none", kNone);
  if (names.size() > kMostZos)
    return fmt::format("names more than {} systems; add the others to the file afterwards", kMostZos);
  for (const std::string& name : names) {
    if (const Reason why = WhyNotSystem(name))
      return names.size() == 1 ? *why : fmt::format("can't be taken: `{}` {}", name, *why);
    if (std::count(names.begin(), names.end(), name) > 1) return fmt::format("names `{}` twice", name);
  }
  return {};
}

Reason WhyNotZvm(const std::string& name) { return name == kNone ? Reason() : WhyNotSystem(name); }

Reason WhyNotGuests(const std::string& text) {
  const Parsed<std::int64_t> count = ParseCount(text);
  if (!count.ok()) return "isn't a whole number";
  if (*count > kMostGuests) return fmt::format("is more than {}; add the others to the file afterwards", kMostGuests);
  return {};
}

Reason WhyNotOption(const std::string& text) {
  return text == "1" || text == "2" ? Reason() : Reason("is neither 1 nor 2");
}

Reason WhyNotTest(const std::string& text) {
  if (text == kNone) return {};
  const Parsed<Date> date = Date::Parse(text);
  if (!date.ok()) return date.error().what;
  // It ends three days later.
  return date->ToString() > "2199-12-25" ? Reason("is too late") : Reason();
}

constexpr Question kQuestions[] = {
    {Asked::kCustomer, "customer", "Your company's name", "Our Company", WhyNotText},
    {Asked::kVendor, "vendor", "The vendor's name", "Our DR Vendor", WhyNotText},
    {Asked::kMachine, "machine", "Model of your machine at home", "z15_t01", WhyNotMachine},
    {Asked::kZos, "zos", "z/OS systems, with commas, or none", "PRODA, PRODB", WhyNotZos},
    {Asked::kZvm, "zvm", "z/VM system, or none", "VMPROD", WhyNotZvm},
    {Asked::kGuests, "guests", "Linux guests under it", "4", WhyNotGuests},
    {Asked::kOption, "option", "At the vendor's: 1 the z/VM in a partition, 2 its guests under the vendor's z/VM", "1",
     WhyNotOption},
    {Asked::kTest, "test", "First day of the test as 2027-10-04, or none if not known yet", "none", WhyNotTest},
};

}  // namespace

std::span<const Question> StarterQuestions() { return kQuestions; }

std::vector<std::string> NamesIn(std::string_view list) {
  std::vector<std::string> names;
  if (list == kNone) return names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view name = list.substr(0, end);
    name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
    name = name.substr(0, name.find_last_not_of(' ') + 1);
    if (!name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

}  // namespace hotsite::driver
