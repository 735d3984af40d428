#include "compiler/model/called.h"

#include <cctype>
#include <string>

namespace hotsite::model {
namespace {

/// Without blanks, dashes and capitals.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const unsigned char c : text) {
    if (std::isalnum(c) != 0) plain += static_cast<char>(std::tolower(c));
  }
  return plain;
}

}  // namespace

bool IsCalled(const MachineModel& model, std::string_view text) {
  const std::string plain = Plain(text);
  const std::string title = Plain(model.title);
  if (plain == Plain(model.name) || plain == title || "ibm" + plain == title) return true;
  if (!model.type.known() || !text.starts_with(*model.type)) return false;
  // 2097-E26: the type, and the model that says how many processors it can have.
  const std::size_t end = (*model.type).size();
  return text.size() == end || text[end] == '-' || text[end] == ' ';
}

}  // namespace hotsite::model
