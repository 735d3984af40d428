// Which form a reply has is told by its bytes, never by its name.
#include "compiler/reply/foreign_bytes.h"
#include "compiler/reply/problem.h"
#include "compiler/reply/reply.h"

namespace hotsite::reply {
namespace {

constexpr std::string_view kZip{"PK\3\4", 4};

bool IsJson(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

Read Refuse(Problem problem) {
  Read read;
  read.problem = std::move(problem);
  return read;
}

}  // namespace

Read ReadReply(std::string_view bytes) {
  if (bytes.empty()) return Refuse(MakeProblem(codes::kNotAReply, "is empty", "have it sent again"));
  if (bytes.size() > kMaxReply)
    return Refuse(
        MakeProblem(codes::kReplyTooLarge, "is larger than 64 MiB", "name the file that came from the vendor"));
  if (IsPdf(bytes)) return ReadPdf(bytes);
  if (Problem foreign = ForeignBytes(bytes); foreign.code != 0) return Refuse(std::move(foreign));
  if (bytes.starts_with(kZip)) return ReadXlsx(bytes);
  return IsJson(bytes) ? ReadJson(bytes) : ReadCsv(bytes);
}

}  // namespace hotsite::reply
