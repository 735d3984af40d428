// The JSON Schema of model.json (draft 2020-12): what `hotsite schema` prints and the reference manual holds. The table
// in schema_rows.cpp is the one place that says what model.json holds and means; tests validate the model of every
// example and every field spec by it, and since no object may have members that it doesn't list, a member that is
// written but not listed fails them.
#pragma once

#include <span>
#include <string_view>

#include "compiler/support/json.h"

namespace hotsite::backends::model_json {

/// A member of an object of model.json.
struct MemberRow {
  std::string_view name;  // `name!`: always there
  /// text, integer, boolean; device (four hex digits), wwpn, …: a text of a form (kForms); `{a|b|c}`: one of these
  /// texts; `Network`: an object; `[…]`: a list; `stated …`: an object with a value, or what waits for the vendor;
  /// `open`: only the latter; `… or open`, `… or null`: either.
  std::string_view type;
  std::string_view help;
};

struct ObjectRow {
  std::string_view name;  // System
  std::string_view help;
  std::span<const MemberRow> members;
};

/// A text of a certain form.
struct FormRow {
  std::string_view name;
  std::string_view pattern;  // a regular expression for the whole text
  std::string_view help;
};

/// All objects; the first is the document.
std::span<const ObjectRow> Objects();
std::span<const FormRow> Forms();

/// The schema, which those tables make.
Json ModelSchema();

}  // namespace hotsite::backends::model_json
