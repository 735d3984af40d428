// The digest of a spec: what the cover of the request and every file of a build name it by.
#pragma once

#include <string>

#include "compiler/support/source_file.h"

namespace hotsite::driver {

/// sha256 over the names (without folders) and the words of the spec's own files, comments included. Blanks, line ends
/// and `;` count only where they separate statements, so that `hotsite fmt` doesn't make an issued spec a draft; and it
/// is the same wherever the spec stands. The standard library isn't the spec's.
std::string DigestOf(const SourceMap& sources);

/// The same over the words of one file, whatever it is called.
std::string DigestOf(const SourceMap& sources, FileId file);

}  // namespace hotsite::driver
