// hotsite completion SHELL
#include "compiler/driver/commands.h"
#include "compiler/driver/completion.h"

namespace hotsite::driver {

int RunCompletion(const Arguments& arguments, Streams streams) {
  const std::string shell = arguments.First();
  streams.out << (shell == "bash" ? BashCompletion() : shell == "zsh" ? ZshCompletion() : FishCompletion());
  return kClean;
}

}  // namespace hotsite::driver
