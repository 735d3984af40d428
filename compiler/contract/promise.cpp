#include "compiler/contract/promise.h"

#include <memory>
#include <utility>

#include "compiler/contract/putter.h"

namespace hotsite::contract {
namespace {

/// Whether the row says something else than what was asked, so that the spec doesn't say it already.
bool SaysMore(const RowAnswer& row) {
  switch (row.status) {
    case Status::kFilled:
      return true;
    case Status::kAgreed:
      return row.value && !row.value->as_asked && row.value->text != row.row->value;
    case Status::kAccepted:
    case Status::kContradicted:
    case Status::kDeviation:
      return true;
    default:
      return false;  // nothing that could be relied on
  }
}

bool FillHole(const RowAnswer& row, const model::Model& requested, Promise& promise) {
  if (!row.row->hole.valid()) return false;
  if (row.value && row.status == Status::kFilled) {
    const model::Answer& answer = *row.counts.answer;
    promise.answers.insert_or_assign(
        requested.at(row.row->hole).key,
        check::HoleAnswer{row.value->text, answer.value_span.valid() ? answer.value_span : answer.span});
  }
  return true;
}

bool PutStatement(Making& making, const RowAnswer& row) {
  Putter putter(making, row);
  const Family* family = FamilyOf(putter.parts());
  return family != nullptr && family->put != nullptr && family->put(putter);
}

}  // namespace

Promise PromiseOf(const Answers& answers, const model::Model& requested) {
  Promise promise;
  Making making{requested, Places(requested)};
  for (const RowAnswer& row : answers.rows) {
    if (row.row == nullptr || row.counts.answer == nullptr || !SaysMore(row)) continue;
    if (FillHole(row, requested, promise)) continue;
    (PutStatement(making, row) ? promise.changed : promise.unmodelled).push_back(row.row->id);
  }
  promise.amend = [edits = std::make_shared<const Edits>(std::move(making.edits))](check::Elaborated& spec, Reporter&) {
    Apply(*edits, spec);
  };
  return promise;
}

}  // namespace hotsite::contract
