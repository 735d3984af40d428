#include "compiler/driver/confined_reply.h"

#include <optional>

#include "compiler/diagnostics/codes.h"
#include "compiler/driver/confined.h"
#include "compiler/reply/transfer.h"

namespace hotsite::driver {

reply::Read ReadReplyConfined(std::string_view bytes, reply::Read (*reader)(std::string_view)) {
  const ConfinedResult result = RunConfined([&] { return reply::Pack(reader(bytes)); });
  if (result.end == ConfinedResult::End::kDone) {
    if (std::optional<reply::Read> read = reply::Unpack(result.output)) return *std::move(read);
  }
  reply::Read failed;
  const std::string words = Words(result);
  failed.problem = {codes::kReaderStopped.number,
                    words.empty() ? "made the reader fail" : words,
                    {"replies are read in a process of their own; nothing of this one was used"},
                    "ask the vendor for the same answers saved by another program, or type them into request.csv"};
  return failed;
}

}  // namespace hotsite::driver
