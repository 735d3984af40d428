// The fields of a filled request as rows of answers, by the fields' names (backends/document/fields.h).
#pragma once

#include <vector>

#include "compiler/reply/pdf_fields.h"
#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// Puts what `fields` say into `read`: rows in the form's order, the request that the cover names, the sign-off; what
/// the deviations log says stands with the rows that it names. Returns how many fields are those of a request.
std::size_t ReadFields(const std::vector<FormField>& fields, Read& read);

}  // namespace hotsite::reply
