// The table of model.json: the one place that says what it holds and means.
#pragma once

#include "backends/json_schema/json_schema.h"

namespace hotsite::backends::model_json {

json_schema::Table ModelTable();

}  // namespace hotsite::backends::model_json
