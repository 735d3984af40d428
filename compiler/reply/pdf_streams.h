// The bytes of a PDF's streams, within limits: a stream of a few bytes may unpack to terabytes.
#pragma once

#include <cstddef>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace hotsite::reply {

/// Reads streams until `most` bytes have been read in all; beyond it throws Refused (HS4010).
class StreamReader {
 public:
  explicit StreamReader(std::size_t most) : left_(most) {}

  /// Unpacked; empty: it isn't a stream, or is packed as pictures are.
  std::string Read(QPDFObjectHandle stream);
  /// A stream, or those of an array with a line end between them: what a page's /Contents is.
  std::string ReadAll(QPDFObjectHandle streams);

 private:
  std::size_t left_;
};

/// A text string, or a stream with one (ISO 32000-1, 7.9.2.2 and 7.9.3), as UTF-8; a name without `/`; else empty.
std::string TextOf(QPDFObjectHandle object, StreamReader& streams);

}  // namespace hotsite::reply
