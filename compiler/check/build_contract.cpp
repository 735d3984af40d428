// `contract`: what the vendor answered, and which deviations were accepted.
#include "compiler/check/build_contract.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compiler/check/build_context.h"
#include "compiler/diagnostics/codes.h"

namespace hotsite::check {
namespace {

using model::AnswerKind;

constexpr std::array<AnswerKind, 6> kKinds{AnswerKind::kConfirm,    AnswerKind::kDeviate, AnswerKind::kAnswer,
                                           AnswerKind::kUnanswered, AnswerKind::kUnclear, AnswerKind::kAltered};

// `MEM-001 b` is one operand.
void SplitIdentifier(std::string_view text, std::string& id, std::string& edition) {
  const std::size_t blank = text.find(' ');
  id = text.substr(0, blank);
  if (blank != std::string_view::npos) edition = text.substr(blank + 1);
}

std::int64_t NumberOf(const Entry& entry, std::string_view role) {
  const Value* value = entry.Get(role);
  return value == nullptr ? 0 : value->As<std::int64_t>();
}

std::optional<Date> DateOf(const Entry& entry, std::string_view role) {
  const Value* value = entry.Get(role);
  return value == nullptr ? std::nullopt : std::optional(value->As<Date>());
}

std::optional<model::Answer> AnswerOf(const Entry& entry) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                 [&](AnswerKind one) { return entry.keyword() == model::ToString(one); });
  if (kind == kKinds.end()) return {};
  model::Answer answer;
  SplitIdentifier(entry.Text("id"), answer.id, answer.edition);
  answer.kind = *kind;
  answer.value = entry.Text("value");
  answer.note = entry.Text("note");
  answer.initials = entry.Text("by");
  answer.date = DateOf(entry, "on");
  answer.field = entry.Text("field");
  answer.page = NumberOf(entry, "page");
  answer.line = NumberOf(entry, "line");
  answer.id_span = entry.SpanOf("id");
  if (entry.Has("value")) answer.value_span = entry.SpanOf("value");
  answer.span = entry.whole;
  return answer;
}

model::Reply ReplyOf(const Entry& entry) {
  model::Reply reply;
  reply.what = entry.Text("what");
  reply.received = DateOf(entry, "received");
  reply.by = entry.Text("by");
  reply.file = entry.Text("file");
  reply.sha256 = entry.Text("sha256");
  reply.span = entry.whole;
  for (const Entry& child : entry.children) {
    if (auto answer = AnswerOf(child)) reply.answers.push_back(std::move(*answer));
  }
  return reply;
}

std::optional<model::DeviationAccepted> AcceptedOf(const Entry& entry, Reporter& reporter) {
  if (entry.reason.empty()) {
    reporter.Error(codes::kMissingReason, entry.whole, "a deviation is accepted without a reason")
        .Here("expected `because \"…\"`")
        .Note("next year nobody remembers why; the reason stands in the papers beside what was accepted");
    return {};
  }
  model::DeviationAccepted accepted;
  SplitIdentifier(entry.Text("id"), accepted.id, accepted.edition);
  accepted.value = entry.Text("value");
  accepted.reason = entry.reason;
  accepted.by = entry.Text("by");
  accepted.on = DateOf(entry, "on");
  accepted.until = DateOf(entry, "until");
  accepted.id_span = entry.SpanOf("id");
  accepted.span = entry.whole;
  return accepted;
}

}  // namespace

model::Contract ContractOf(const Entry& entry, Reporter& reporter) {
  model::Contract contract;
  contract.recovery = entry.Text("recovery");
  contract.span = entry.whole;
  contract.name_span = entry.SpanOf("recovery");
  for (const Entry& child : entry.children) {
    if (child.keyword() == "request") {
      contract.revision = NumberOf(child, "revision");
      contract.digest = child.Text("digest");
    } else if (child.keyword() == "reply") {
      contract.replies.push_back(ReplyOf(child));
    } else if (child.keyword() == "accept") {
      if (auto accepted = AcceptedOf(child, reporter)) contract.accepted.push_back(std::move(*accepted));
    }
  }
  return contract;
}

void BuildContracts(BuildContext& context) {
  const auto& recovery = context.model.recovery;
  ForEachTop(context, "contract", [&](const Entry& entry) {
    model::Contract contract = ContractOf(entry, context.reporter);
    if (recovery && contract.recovery == recovery->name) {
      context.reporter
          .Error(codes::kOwnContract, contract.name_span, "a spec uses the contract of its own recovery `{}`",
                 contract.recovery)
          .Here("what the vendor answered to this very request")
          .Note("a spec says what is asked for, and stays as it was sent; the answers to it are read beside it")
          .Advise("leave out its `use`, and name the file where the answers are wanted: `--contract FILE`");
      return;
    }
    context.model.contracts.push_back(std::move(contract));
  });
}

}  // namespace hotsite::check
