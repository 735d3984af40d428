// A filled request as a PDF: the fields of its form, and what else people leave on it. Nothing in it is executed,
// unpacked to a disk or fetched.
#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include "compiler/reply/foreign_bytes.h"
#include "compiler/reply/page_words.h"
#include "compiler/reply/pdf_comments.h"
#include "compiler/reply/pdf_fields.h"
#include "compiler/reply/pdf_kind.h"
#include "compiler/reply/pdf_rows.h"
#include "compiler/reply/problem.h"

namespace hotsite::reply {
namespace {

constexpr std::size_t kMaxUnpacked = 256u << 20;  // bytes of all streams that are read
constexpr std::size_t kMaxObjects = 2'000'000, kMaxPages = 20'000;

/// A file that arrived whole ends with its mark, and nothing but a mail gateway's lines behind it.
bool HasEnd(std::string_view bytes) {
  constexpr std::size_t kTail = 1024;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kTail)).find("%%EOF") != std::string_view::npos;
}

Problem Damaged(std::string_view bytes) {
  const bool whole = HasEnd(bytes);
  return MakeProblem(codes::kDamagedPdf, whole ? "is damaged" : "ends in the middle: it didn't arrive whole",
                     "ask the vendor to send it again, packed (ZIP) if a mail program changes it on the way",
                     {"what a repair would find of it may lack answers that were given, so nothing of it is used"});
}

Problem OfQpdf(const QPDFExc& error, std::string_view bytes) {
  if (error.getErrorCode() == qpdf_e_password) {
    return MakeProblem(codes::kProtectedReply, "is protected by a password",
                       "ask the vendor for it without; or, with the password: "
                       "`qpdf --decrypt --password=SECRET REPLY.pdf opened.pdf`");
  }
  if (error.getErrorCode() == qpdf_e_unsupported) {
    return MakeProblem(codes::kProtectedReply, "is protected in a way that Hotsite can't open",
                       "ask the vendor for it without protection");
  }
  return Damaged(bytes);
}

void Open(QPDF& pdf, std::string_view bytes) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("reply", bytes.data(), bytes.size());
  if (!HasEnd(bytes)) throw Refused{Damaged(bytes)};
  if (pdf.getObjectCount() > kMaxObjects) throw Refused{TooMany("objects")};
  if (pdf.getAllPages().size() > kMaxPages) throw Refused{TooMany("pages")};
  if (pdf.getAllPages().empty()) throw Refused{Damaged(bytes)};
}

/// What libqpdf had to guess at while it read: said, since a field may have been lost.
void TellRepairs(QPDF& pdf, Read& read) {
  if (!pdf.anyWarnings()) return;
  read.remarks.emplace_back(
      "the file was damaged and had to be repaired to read it: compare what was read with what the vendor sees");
}

Read ReadWhole(std::string_view bytes) {
  QPDF pdf;
  Open(pdf, bytes);
  StreamReader streams(kMaxUnpacked);
  Read read;
  const std::vector<FormField> fields = FieldsOf(pdf, streams);
  const std::size_t ours = ReadFields(fields, read);
  PageWords said = WordsOf(pdf, streams);
  if (ours == 0 || read.rows.empty()) {
    Read refused;
    refused.problem = WithoutAnswers(pdf, said, fields.size(), streams);
    return refused;
  }
  read.comments = CommentsOf(pdf, streams);
  read.words = std::move(said.words);
  TellRepairs(pdf, read);
  return read;
}

}  // namespace

Read ReadPdf(std::string_view bytes) {
  Read failed;
  try {
    if (bytes.size() > kMaxReply)
      throw Refused{MakeProblem(codes::kReplyTooLarge,
                                fmt::format("has {} MiB, and a reply may have {}", bytes.size() >> 20, kMaxReply >> 20),
                                "ask the vendor for the request with the answers in it, without what was added to it")};
    return ReadWhole(bytes);
  } catch (const Refused& refused) {
    failed.problem = refused.problem;
  } catch (const QPDFExc& error) {
    failed.problem = OfQpdf(error, bytes);
  } catch (const std::bad_alloc&) {
    failed.problem = TooMany("data");
  } catch (const std::exception&) {
    failed.problem = Damaged(bytes);
  }
  return failed;
}

}  // namespace hotsite::reply
