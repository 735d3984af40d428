#include "backends/zvm_text/config_statement.h"

namespace hotsite::backends::zvm_text {

void WriteConfigStatement(TextWriter& out, const std::string& node, const std::string& first,
                          const std::vector<std::string>& operands) {
  const std::string qualifier = node.empty() ? "" : node + ": ";
  out.Line(qualifier + first + (operands.empty() ? "" : ","));
  for (std::size_t i = 0; i < operands.size(); ++i) {
    out.Line(std::string(qualifier.size() + 2, ' ') + operands[i] + (i + 1 < operands.size() ? "," : ""));
  }
}

}  // namespace hotsite::backends::zvm_text
