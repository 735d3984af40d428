// What a test needs that not every machine has. Says so where it is missing, as
// the test then proves nothing.
#pragma once

#include <catch2/catch.hpp>

#include "tests/readers/readers.h"

namespace hotsite::readers {

inline bool Needs(bool there, const char* missing) {
  if (there) return true;
  WARN(missing);
  SUCCEED("nothing to run");
  return false;
}

inline bool Fetched() {
  return Needs(AreFetched(),
               "the programs that read these files aren't there, "
               "so nothing is proven: tests/readers/fetch "
               "gets them");
}

inline bool OwnNetwork() {
  return Needs(MayHaveOwnNetwork(),
               "a network of one's own (unshare) isn't "
               "permitted here, so nothing is proven");
}

}  // namespace hotsite::readers
