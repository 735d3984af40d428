#include "compiler/diff/follow_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compiler/support/text_writer.h"

namespace hotsite::diff {
namespace {

/// Networks are parts of parts; no spec that is right goes deeper.
constexpr int kMostSteps = 16;
/// How many are told with what they get.
constexpr std::size_t kTold = 3;

using Causes = std::unordered_map<std::string, std::size_t>;

Causes CausesOf(const std::vector<SpecChange>& changes) {
  std::set<std::string_view> wanted;
  for (const SpecChange& change : changes) {
    if (!change.follows.empty()) wanted.insert(change.follows);
  }
  Causes causes;
  for (std::size_t i = 0; !wanted.empty() && i < changes.size(); ++i) {
    std::string name = fmt::format("{}#{}", changes[i].sheet, changes[i].attribute);
    if (wanted.contains(name)) causes.emplace(std::move(name), i);
  }
  return causes;
}

/// The first cause of a change; its own index where there is none.
std::size_t FirstCause(const std::vector<SpecChange>& changes, const Causes& causes, std::size_t change) {
  std::size_t cause = change;
  for (int step = 0; step < kMostSteps && !changes[cause].follows.empty(); ++step) {
    const auto found = causes.find(changes[cause].follows);
    if (found == causes.end()) break;
    cause = found->second;
  }
  return cause;
}

/// What attributes are called when somebody gets another one.
struct Words {
  std::string_view attribute;
  const char* one;   // LNXWAS3 gets a new address: 10.99.30.13
  const char* many;  // 300 systems get new addresses
};
constexpr Words kWords[] = {
    {"address", "{} gets a new address: {}", "{} systems get new addresses: {}"},
    {"real devices", "{} gets other real devices: {}", "{} systems get other real devices: {}"},
    {"subnet", "{} gets the subnet {}", "{} networks get other subnets: {}"},
    {"name servers", "{} has its name servers at {}", "{} networks have other addresses of name servers: {}"},
};

/// What one subject gets, by interface and site: `10.1.1.13 at home and 10.99.30.13 at hotsite`.
struct Gets {
  std::string_view subject;
  std::vector<const Follower*> what;
};

std::vector<Gets> BySubject(const std::vector<Follower>& followers, std::string_view attribute) {
  std::vector<Gets> all;
  std::unordered_map<std::string_view, std::size_t> index;
  for (const Follower& one : followers) {
    if (one.attribute != attribute) continue;
    const auto [found, is_new] = index.emplace(one.subject, all.size());
    if (is_new) all.push_back({one.subject, {}});
    all[found->second].what.push_back(&one);
  }
  return all;
}

std::string WhatOf(const Gets& gets) {
  const auto differ = [&](std::string Follower::* member) {
    return std::any_of(gets.what.begin(), gets.what.end(),
                       [&](const Follower* one) { return one->*member != gets.what.front()->*member; });
  };
  const bool sites = differ(&Follower::site) && differ(&Follower::now), parts = differ(&Follower::part);
  std::vector<std::string> texts;
  for (const Follower* one : gets.what) {
    std::string text = one->now;
    if (parts && !one->part.empty()) text += " for " + one->part;
    if (sites && !one->site.empty()) text += " at " + one->site;
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  if (texts.size() > kTold) {
    const std::string rest = fmt::format("{} more", texts.size() - kTold);
    texts.resize(kTold);
    texts.push_back(rest);
  }
  return JoinWords(texts);
}

std::string SumUp(const std::vector<Gets>& all, const Words& words) {
  if (all.size() == 1) return fmt::format(fmt::runtime(words.one), all.front().subject, WhatOf(all.front()));
  std::vector<std::string> texts;
  for (const Gets& gets : all) {
    if (texts.size() == kTold) break;
    texts.push_back(fmt::format("{} {}", gets.subject, WhatOf(gets)));
  }
  if (all.size() > kTold) texts.push_back(fmt::format("{} more", all.size() - kTold));
  return fmt::format(fmt::runtime(words.many), all.size(), JoinWords(texts));
}

}  // namespace

std::vector<SpecChange> TellWithCauses(std::vector<SpecChange> changes) {
  const Causes causes = CausesOf(changes);
  if (causes.empty()) return changes;
  std::vector<SpecChange> kept;
  std::vector<std::size_t> cause(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) cause[i] = FirstCause(changes, causes, i);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (cause[i] == i || changes[i].sheet == changes[cause[i]].sheet) continue;
    auto& followers = changes[cause[i]].followers;
    std::move(changes[i].followers.begin(), changes[i].followers.end(), std::back_inserter(followers));
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (cause[i] == i) kept.push_back(std::move(changes[i]));
  }
  return kept;
}

std::vector<std::string> SumUp(const std::vector<Follower>& followers) {
  std::vector<std::string> sentences;
  for (const Words& words : kWords) {
    const std::vector<Gets> all = BySubject(followers, words.attribute);
    if (!all.empty()) sentences.push_back(SumUp(all, words));
  }
  return sentences;
}

}  // namespace hotsite::diff
