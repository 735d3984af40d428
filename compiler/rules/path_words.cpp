#include "compiler/rules/path_words.h"

#include <fmt/format.h>

#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

constexpr std::string_view kArrow = " → ";

const std::string& NetworkOf(const Model& model, const Step& step) {
  return model.at(model.at(step.from).nics[step.nic].network).name;
}

/// The subnet that a route would have to name.
std::string Destination(const Model& model, model::SiteId site, const Goal& to) {
  if (!to.network.valid()) return to.ip.ToString();
  const auto& subnet = model.PlanOf(site, to.network).subnet;
  return subnet.known() ? subnet->ToString() : to.ip.ToString();
}

std::string EndOf(const Model& model, const Way& way, const std::string& addressee, const Goal& to) {
  const std::string at = way.at.valid() ? NameOf(model, way.at) : addressee;
  switch (way.end) {
    case Way::End::kArrives:
      return addressee;
    case Way::End::kNoRoute:
      return fmt::format("{} has no route to {}", at, Destination(model, model.at(way.at).site, to));
    case Way::End::kNotForwarded:
      return fmt::format("{} doesn't forward to {}", at, NetworkOf(model, way.steps.back()));
    case Way::End::kApart:
      return fmt::format("no {} on that part of it", NameOf(model, way.apart));
    case Way::End::kOutside:
      return fmt::format("{}, outside", way.via->ToString());
    case Way::End::kCircle:
      return at + kArrow.data() + "…";
    case Way::End::kMissing:
      return addressee + " isn't there";
    case Way::End::kUnknown:
    case Way::End::kOnTheWay:
      break;
  }
  return "…";
}

}  // namespace

std::string NameOf(const Model& model, const Goal& goal) {
  return goal.network.valid() ? model.at(goal.network).name : goal.ip.ToString();
}

std::string Hops(const Model& model, const Way& way, const std::string& addressee, const Goal& to) {
  std::string text;
  const std::size_t said = way.steps.size() - (way.end == Way::End::kNotForwarded ? 1 : 0);
  for (std::size_t i = 0; i < said; ++i) {
    const Step& step = way.steps[i];
    text += NameOf(model, step.from);
    text += kArrow;
    text += NetworkOf(model, step);
    text += kArrow;
  }
  return text + EndOf(model, way, addressee, to);
}

std::string Hops(const Model& model, const Reach& reach, const std::string& from, const std::string& target) {
  std::string text = Hops(model, reach.there, target, reach.goal);
  if (reach.back) text += "; back: " + Hops(model, *reach.back, from, {reach.source, reach.source_network});
  return text;
}

}  // namespace hotsite::rules
