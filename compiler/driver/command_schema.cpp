// hotsite schema: the JSON Schema of model.json.
#include "backends/model_json/schema.h"
#include "compiler/driver/commands.h"

namespace hotsite::driver {

int RunSchema(const Arguments&, Streams streams) {
  streams.out << backends::model_json::ModelSchema().Print();
  return kClean;
}

}  // namespace hotsite::driver
