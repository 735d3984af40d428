// JSON Schemas (draft 2020-12) of what is written for programs: each format has a table of its objects, which is the
// one place that says what it holds and means. `hotsite schema` prints the schema and the reference manual the table;
// tests validate what is written, and since no object may have members that its row doesn't list, a member that is
// written but not listed fails them.
#pragma once

#include <span>
#include <string_view>

#include "compiler/support/json.h"

namespace hotsite::backends::json_schema {

/// A member of an object.
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

/// A format for programs.
struct Table {
  std::string_view id;                 // urn:hotsite:model:1
  std::string_view title;              // model.json of Hotsite, format version 1
  std::span<const ObjectRow> objects;  // the first is the document
  std::span<const FormRow> forms;
};

/// The schema that a table makes.
Json SchemaOf(const Table& table);

}  // namespace hotsite::backends::json_schema
