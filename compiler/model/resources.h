// What a system, a partition or a guest is given: processors, memory, expanded storage.
#pragma once

#include "compiler/model/stated.h"
#include "compiler/values/engine.h"
#include "compiler/values/memory_size.h"

namespace hotsite::model {

/// Whether logical processors have engines of their own. A guest's virtual processors are always shared unless
/// dedicated by its z/VM.
enum class Sharing : std::uint8_t { kShared, kDedicated };
const char* ToString(Sharing sharing);  // shared, dedicated

struct Resources {
  Stated<std::int64_t> processors;  // logical (partition) or virtual (guest) processors
  Stated<EngineChoice> engines;     // the types that would do
  Stated<Sharing> sharing;
  Stated<MemorySize> memory;      // central storage; a guest's default storage size
  Stated<MemorySize> max_memory;  // a guest's maximum storage; absent: as memory
  Stated<MemorySize> xstore;      // expanded storage; `none` is 0

  /// These resources where they say something, else those `below`.
  Resources Over(const Resources& below) const;
};

}  // namespace hotsite::model
