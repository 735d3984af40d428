#include "compiler/reply/field_name.h"

#include <algorithm>
#include <initializer_list>

#include "compiler/requirements/ledger.h"

namespace hotsite::reply {
namespace {

bool IsOneOf(std::string_view part, std::initializer_list<std::string_view> parts) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsOfRequest(std::string_view stem, std::string_view part) {
  if (stem == "DOC") return IsOneOf(part, {"request", "revision", "digest"});
  if (stem.starts_with("DEV-") && IsDigits(stem.substr(4)))
    return IsOneOf(part, {"id", "offered", "effect", "decision", "initials"});
  if (stem.starts_with("SGN_")) return IsOneOf(part, {"name", "date", "initials", "signature"});
  if (stem.starts_with("ACC_")) return part == "found";
  if (stem.starts_with("CHG_")) return part == "initials";
  return requirements::IsIdentifier(stem) && IsOneOf(part, {"confirm", "deviate", "value", "initials"});
}

/// `name[0]` without its counter.
std::string_view WithoutCounter(std::string_view name) {
  const std::size_t bracket = name.rfind('[');
  const bool counted = bracket != std::string_view::npos && name.ends_with(']') &&
                       IsDigits(name.substr(bracket + 1, name.size() - bracket - 2));
  return counted ? name.substr(0, bracket) : name;
}

/// `name` without its last piece, and that piece; pieces end at `sign`.
std::string_view CutLast(std::string_view& name, char sign) {
  const std::size_t at = name.rfind(sign);
  const std::string_view last = at == std::string_view::npos ? name : name.substr(at + 1);
  name = at == std::string_view::npos ? std::string_view() : name.substr(0, at);
  return last;
}

}  // namespace

FieldName ReadFieldName(std::string_view name) {
  std::string_view above = name;
  const std::string_view own = WithoutCounter(CutLast(above, '.'));
  std::string_view stem = own;
  std::string_view part = CutLast(stem, '_');
  if (IsOfRequest(stem, part)) return {std::string(stem), std::string(part), std::string(above)};
  stem = WithoutCounter(CutLast(above, '.'));  // a field of a field
  if (IsOfRequest(stem, own)) return {std::string(stem), std::string(own), std::string(above)};
  return {};
}

}  // namespace hotsite::reply
