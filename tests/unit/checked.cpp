#include "tests/unit/checked.h"

#include <utility>

#include "compiler/check/check.h"
#include "compiler/diagnostics/render.h"

namespace hotsite {

Checked Check(std::map<std::string, std::string> files) {
  for (auto& [path, text] : files) text = "hotsite 1\n" + text;
  check::MemorySources provider(std::move(files));
  Checked checked;
  Reporter reporter;
  checked.model = check::Check("main.dr", provider, checked.sources, reporter);
  checked.findings = reporter.Take();
  checked.text = RenderTerminal(checked.findings, checked.sources, {});
  return checked;
}

Checked Check(std::string text) { return Check(std::map<std::string, std::string>{{"main.dr", std::move(text)}}); }

std::vector<std::string> Names(const model::Model& model) {
  std::vector<std::string> names;
  for (const model::System& system : model.systems) names.push_back(system.name);
  return names;
}

}  // namespace hotsite
