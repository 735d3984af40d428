// Subnets that are parts of another network's: `network WEB { subnet BANK/26[3] }`.
#include <fmt/format.h>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

class PartResolver {
 public:
  PartResolver(BuildContext& context, std::vector<model::NetworkPlan>& plans)
      : context_(context), plans_(plans), state_(plans.size(), State::kUnread) {}

  void Resolve(std::size_t first) {
    // A chain of parts is followed to its end and resolved backwards; no recursion, it may be long.
    std::vector<std::size_t> chain;
    for (std::size_t i = first; plans_[i].part && state_[i] == State::kUnread; i = plans_[i].part->whole.index) {
      state_[i] = State::kBeingRead;
      chain.push_back(i);
    }
    if (chain.empty()) return;
    const std::size_t end = plans_[chain.back()].part->whole.index;
    if (plans_[end].part && state_[end] == State::kBeingRead) ReportCircle(chain.back());
    for (auto i = chain.rbegin(); i != chain.rend(); ++i) ResolveOne(*i);
  }

 private:
  enum class State : std::uint8_t { kUnread, kBeingRead, kRead };

  void ResolveOne(std::size_t i) {
    state_[i] = State::kRead;
    const model::SubnetPart& part = *plans_[i].part;
    const model::Stated<Subnet>& whole = plans_[part.whole.index].subnet;
    plans_[i].subnet = {};
    if (whole.open()) plans_[i].subnet = model::Stated<Subnet>::Open(whole.hole(), part.span);
    if (!whole.known()) return;  // open, or told where it is wrong
    if (const auto subnet = whole->Part(part.prefix, part.index)) {
      plans_[i].subnet = model::Stated(*subnet, part.span);
    } else {
      ReportNoPart(part, whole);
    }
  }

  void ReportNoPart(const model::SubnetPart& part, const model::Stated<Subnet>& whole) {
    const std::string& name = context_.model.at(part.whole).name;
    const bool fits = part.prefix >= whole->prefix() && part.prefix <= whole->network().bits();
    auto& found = context_.reporter.Error(codes::kOutOfRange, part.span, "`{}` has no part `{}/{}[{}]`", name, name,
                                          part.prefix, part.index);
    found.Mark(whole.span(), fmt::format("`{}` is {}", name, whole->ToString()));
    if (!fits) {
      found.Here(fmt::format("expected a prefix from {} to {}", whole->prefix(), whole->network().bits()));
      return;
    }
    const unsigned bits = part.prefix - whole->prefix();
    if (bits < 63) {
      const std::int64_t count = std::int64_t{1} << bits;
      found.Here(count == 1 ? "there is only one: `[0]`"
                            : fmt::format("there are {}, `[0]` to `[{}]`", count, count - 1));
    }
  }

  void ReportCircle(std::size_t i) {
    const model::SubnetPart& part = *plans_[i].part;
    context_.reporter
        .Error(codes::kOutOfRange, part.span, "the subnet of `{}` is a part of itself", context_.model.networks[i].name)
        .Here(fmt::format("this leads back to `{}`", context_.model.at(part.whole).name))
        .Advise("write one of the subnets in the circle with its numbers, such as `10.20.0.0/16`");
  }

  BuildContext& context_;
  std::vector<model::NetworkPlan>& plans_;
  std::vector<State> state_;
};

}  // namespace

void ResolveParts(BuildContext& context, std::vector<model::NetworkPlan>& plans) {
  PartResolver resolver(context, plans);
  for (std::size_t i = 0; i < plans.size(); ++i) resolver.Resolve(i);
}

}  // namespace hotsite::check
