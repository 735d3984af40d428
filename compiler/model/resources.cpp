#include "compiler/model/resources.h"

namespace hotsite::model {

Resources Resources::Over(const Resources& below) const {
  return {
      .processors = processors.Over(below.processors),
      .engines = engines.Over(below.engines),
      .sharing = sharing.Over(below.sharing),
      .memory = memory.Over(below.memory),
      .max_memory = max_memory.Over(below.max_memory),
      .xstore = xstore.Over(below.xstore),
  };
}

}  // namespace hotsite::model
