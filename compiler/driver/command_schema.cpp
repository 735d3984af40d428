// hotsite schema [FORMAT]: the JSON Schema of what is written for programs.
#include "backends/changelog/json_table.h"
#include "backends/model_json/schema.h"
#include "compiler/driver/commands.h"

namespace hotsite::driver {

int RunSchema(const Arguments& arguments, Streams streams) {
  const bool diff = arguments.First() == "diff";
  streams.out << SchemaOf(diff ? backends::changelog::JsonTable() : backends::model_json::ModelTable()).Print();
  return kClean;
}

}  // namespace hotsite::driver
