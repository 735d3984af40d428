#include "compiler/check/entry.h"

namespace hotsite::check {

const Value* Entry::Get(std::string_view role) const {
  for (const Argument& argument : arguments) {
    if (argument.role == role) return &argument.value;
  }
  return nullptr;
}

std::vector<const Value*> Entry::All(std::string_view role) const {
  std::vector<const Value*> values;
  for (const Argument& argument : arguments) {
    if (argument.role == role) values.push_back(&argument.value);
  }
  return values;
}

std::string_view Entry::Text(std::string_view role) const {
  const Value* value = Get(role);
  const std::string* text = value == nullptr ? nullptr : value->If<std::string>();
  return text == nullptr ? std::string_view() : *text;
}

Span Entry::SpanOf(std::string_view role) const {
  const Value* value = Get(role);
  return value == nullptr ? word : value->span;
}

const Entry* Entry::Child(std::string_view keyword) const {
  for (const Entry& child : children) {
    if (child.keyword() == keyword) return &child;
  }
  return nullptr;
}

}  // namespace hotsite::check
