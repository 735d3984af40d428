// The table of the JSON of changes: the one place that says what it holds and means.
#pragma once

#include "backends/json_schema/json_schema.h"

namespace hotsite::backends::changelog {

json_schema::Table JsonTable();

}  // namespace hotsite::backends::changelog
