#include "compiler/reply/pdf_streams.h"

#include <qpdf/Pipeline.hh>
#include <string_view>

#include "compiler/reply/problem.h"

namespace hotsite::reply {
namespace {

/// Takes what comes out of a stream as long as there is room.
class Bounded : public Pipeline {
 public:
  explicit Bounded(std::size_t most) : Pipeline("bounded", nullptr), most_(most) {}

  void write(const unsigned char* data, std::size_t size) override {
    if (size > most_ - taken_.size()) {
      throw Refused{MakeProblem(codes::kReplyTooLarge, "unpacks to more than a request ever has",
                                "ask the vendor for the request with the answers in it, saved by another program")};
    }
    taken_.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
  std::string Take() { return std::move(taken_); }

 private:
  std::size_t most_;
  std::string taken_;
};

}  // namespace

std::string StreamReader::Read(QPDFObjectHandle stream) {
  if (!stream.isStream()) return {};
  Bounded taken(left_);
  bool unpacked = false;
  const bool read = stream.pipeStreamData(&taken, &unpacked, 0, qpdf_dl_generalized, true, false);
  std::string bytes = taken.Take();
  left_ -= bytes.size();
  return read && unpacked ? bytes : std::string();
}

std::string StreamReader::ReadAll(QPDFObjectHandle streams) {
  if (!streams.isArray()) return Read(streams);
  std::string all;
  const int count = streams.getArrayNItems();
  for (int at = 0; at < count; ++at) all += Read(streams.getArrayItem(at)) + "\n";
  return all;
}

std::string TextOf(QPDFObjectHandle object, StreamReader& streams) {
  if (object.isString()) return object.getUTF8Value();
  if (object.isName()) return object.getName().substr(1);
  if (!object.isStream()) return {};
  return QPDFObjectHandle::newString(streams.Read(object)).getUTF8Value();
}

}  // namespace hotsite::reply
