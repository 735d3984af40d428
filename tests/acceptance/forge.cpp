#include "tests/acceptance/forge.h"

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {

std::string StartForge(const std::string& folder, const std::string& kind) {
  const std::string in = Quoted(folder + "/port");
  return "rm -f " + in + "\n/usr/bin/python3 " +
         Quoted((harness::SourceRoot() / "tests" / "tools" / "fake_forge.py").string()) + " " + in + " " +
         Quoted(folder + "/state") + " " + kind + " &\ntrap \"kill $!\" EXIT\nfor i in $(seq 200); do [ -f " + in +
         " ] || sleep 0.05; done\n" + "export FORGE=http://127.0.0.1:$(cat " + in + ") no_proxy=127.0.0.1\n";
}

}  // namespace hotsite::acceptance
