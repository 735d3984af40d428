#include "compiler/check/lists.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;

const std::vector<std::string>* ListValueAt(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  if (operand == nullptr || operand->kind != Kind::kWord || operand->index) return nullptr;
  const Scope::Named* value = cursor.scope().FindNamed(operand->text);
  return value != nullptr && !value->parts.empty() ? &value->parts : nullptr;
}

std::vector<syntax::Operand> OperandsOf(std::string_view part, const schema::Element& element, Span where) {
  if (element.type == schema::Type::kText) return {{Kind::kString, where, part, {}, {}}};
  std::vector<syntax::Operand> operands;
  while (!part.empty()) {
    const std::size_t end = std::min(part.find(' '), part.size());
    if (end > 0) operands.push_back({Kind::kWord, where, part.substr(0, end), {}, {}});
    part.remove_prefix(std::min(end + 1, part.size()));
  }
  return operands;
}

}  // namespace hotsite::check
