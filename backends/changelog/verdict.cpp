#include "backends/changelog/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "backends/changelog/class_words.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::changelog {
namespace {

using diff::ChangeClass;
using diff::SpecChange;
using diff::SpecChanges;
using diff::Topic;

bool IsEditorial(const SpecChange& one) { return one.what == ChangeClass::kEditorial; }

bool NeedsQuotation(const SpecChange& one) {
  return std::any_of(one.consequences.begin(), one.consequences.end(),
                     [](const std::string& text) { return text.find("new quotation") != std::string::npos; });
}

template <class Is>
std::size_t CountIf(const SpecChanges& changes, Is is) {
  return static_cast<std::size_t>(std::count_if(changes.all.begin(), changes.all.end(), is));
}

/// `4`, or `all` of them.
std::string AllOr(std::size_t count, std::size_t all) { return count == all ? "all" : fmt::format("{}", count); }

}  // namespace

bool IsGrave(const SpecChange& change) {
  if (IsEditorial(change)) return false;
  // More is judged than before: nothing can slip through.
  if (change.code == diff::codes::kNewConstraint || change.code == diff::codes::kAcceptanceGone) return false;
  const Topic topic = diff::TopicOf(change.code);
  return topic == Topic::kPlacement || topic == Topic::kJudgement || change.what == ChangeClass::kLoosens;
}

std::vector<const SpecChange*> GraveOnes(const SpecChanges& changes) {
  std::vector<const SpecChange*> grave;
  for (const SpecChange& one : changes.all) {
    if (IsGrave(one)) grave.push_back(&one);
  }
  const auto order = [](const SpecChange* one) {
    return std::tuple(diff::TopicOf(one->code) != Topic::kPlacement, one->what != ChangeClass::kLoosens);
  };
  std::stable_sort(grave.begin(), grave.end(),
                   [&](const SpecChange* a, const SpecChange* b) { return order(a) < order(b); });
  return grave;
}

std::size_t CountMeaning(const SpecChanges& changes, Topic topic) {
  return CountIf(changes, [&](const SpecChange& one) { return diff::TopicOf(one.code) == topic && !IsEditorial(one); });
}

std::string Verdict(const SpecChanges& changes) {
  const std::size_t editorial = changes.Count(ChangeClass::kEditorial);
  if (changes.same_meaning())
    return editorial == 0 ? "no change in meaning" : "no change in meaning: only words for people changed";
  const std::size_t all = changes.all.size() - editorial;
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) parts.push_back(all == 1 ? std::string(what) : fmt::format("{} {}", AllOr(count, all), what));
  };
  add(CountMeaning(changes, Topic::kPlacement), "of placement");
  for (const ChangeClass what : {ChangeClass::kLoosens, ChangeClass::kTightens})
    add(changes.Count(what), VerbOf(what, changes.Count(what)));
  const std::size_t priced = CountIf(changes, NeedsQuotation);
  add(priced, priced == 1 ? "needs a new quotation" : "need a new quotation");
  return fmt::format("{}{}{}", CountOf(all, "change"), parts.empty() ? "" : ": ", fmt::join(parts, ", "));
}

std::string Counts(const SpecChanges& changes) {
  std::vector<std::string> topics, classes;
  for (std::size_t i = 0; i < diff::kTopics; ++i) {
    const auto topic = static_cast<Topic>(i);
    if (const std::size_t count = CountMeaning(changes, topic); count > 0)
      topics.push_back(fmt::format("{} of {}", count, ToString(topic)));
  }
  for (std::size_t i = 0; i + 1 < diff::kChangeClasses; ++i) {  // all but editorial, the last
    const auto what = static_cast<ChangeClass>(i);
    if (const std::size_t count = changes.Count(what); count > 0)
      classes.push_back(fmt::format("{} {}", count, VerbOf(what, count)));
  }
  std::vector<std::string> parts;
  if (!topics.empty())
    parts = {fmt::format("{}", fmt::join(topics, ", ")), fmt::format("{}", fmt::join(classes, ", "))};
  if (const std::size_t count = changes.Count(ChangeClass::kEditorial); count > 0)
    parts.push_back(fmt::format("{} editorial", count));
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace hotsite::backends::changelog
