#include "compiler/reply/pdf_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <string>
#include <vector>

#include "compiler/reply/clean_text.h"
#include "compiler/reply/problem.h"
#include "compiler/requirements/ledger.h"

namespace hotsite::reply {
namespace {

using Object = QPDFObjectHandle;

constexpr const char* kTypeThem =
    "type the answers into reply.csv, which is attached to the request's PDF and lies beside it as request.csv";

std::string WithoutBlanks(std::string_view words) {
  std::string all;
  for (const char c : words) {
    if (c != ' ') all += c;
  }
  return all;
}

/// How many of a request's identifiers the pages name; counts no further than `most`.
std::size_t Identifiers(std::string_view words, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t at = 3; count < most && (at = words.find('-', at)) != std::string_view::npos; ++at) {
    if (requirements::IsIdentifier(words.substr(at - 3, 7))) ++count;
  }
  return count;
}

/// The words of every request, whoever printed it anew.
bool ReadsLikeRequest(std::string_view words) {
  constexpr std::size_t kRows = 3;
  const std::string all = WithoutBlanks(words);
  const auto says = [&](std::string_view part) { return all.find(part) != std::string::npos; };
  return says("Confirm") && says("Deviation") && says("SHALL") && Identifiers(all, kRows) >= kRows;
}

std::string Property(QPDF& pdf, const char* key, StreamReader& streams) {
  Object information = pdf.getTrailer().getKey("/Info");
  return information.isDictionary() ? CleanText(TextOf(information.getKey(key), streams)) : std::string();
}

std::string FilesIn(QPDF& pdf) {
  constexpr std::size_t kShown = 5;
  std::string names;
  std::size_t count = 0;
  for (const auto& [name, file] : QPDFEmbeddedFileDocumentHelper(pdf).getEmbeddedFiles()) {
    if (++count <= kShown) names += (names.empty() ? "" : ", ") + CleanText(name);
  }
  return count > kShown ? fmt::format("{} and {} more", names, count - kShown) : names;
}

Problem Flattened(std::size_t fields) {
  return MakeProblem(
      codes::kFlattenedReply,
      fields == 0 ? "is a request, but its form is gone: there are no fields to read"
                  : "is a request, but its form was replaced by another: none of its fields are ours",
      std::string("ask the vendor to save the filled PDF instead of printing it to a PDF; or ") + kTypeThem,
      {"it was flattened, or printed to a PDF; what was filled in is now part of the pages' drawing"});
}

Problem Foreign(QPDF& pdf, StreamReader& streams) {
  std::vector<std::string> notes;
  if (const std::string title = Property(pdf, "/Title", streams); !title.empty())
    notes.push_back("its title is: " + title);
  if (const std::string by = Property(pdf, "/Creator", streams); !by.empty()) notes.push_back("it was made by: " + by);
  return MakeProblem(
      codes::kForeignPdf, "isn't a filled request: it has none of a request's fields",
      std::string("name the vendor's copy of request.pdf; if the vendor answered in a document of its own, ") +
          kTypeThem,
      std::move(notes));
}

}  // namespace

Problem WithoutAnswers(QPDF& pdf, const PageWords& said, std::size_t fields, StreamReader& streams) {
  Object root = pdf.getRoot(), form = root.getKey("/AcroForm");
  if (root.getKey("/Collection").isDictionary()) {
    return MakeProblem(codes::kReplyInside, "is a portfolio, a PDF with files in it",
                       "save the reply that is in it as a file, and name that", {"the files in it: " + FilesIn(pdf)});
  }
  if (ReadsLikeRequest(said.words)) return Flattened(fields);
  if (form.isDictionary() && form.hasKey("/XFA") && fields == 0) {
    return MakeProblem(codes::kXfaForm, "has a form of another kind (XFA), which is filled in by one program alone",
                       std::string("that program can save it as an ordinary PDF; or ") + kTypeThem);
  }
  const bool words = std::any_of(said.words.begin(), said.words.end(), [](char c) { return c != ' '; });
  if (!words && said.pictures > 0) {
    return MakeProblem(codes::kScannedReply, "is a scan: its pages are pictures without text",
                       std::string(kTypeThem) + "; keep the scan with it",
                       {"Hotsite reads no handwriting, and guesses none"});
  }
  return Foreign(pdf, streams);
}

}  // namespace hotsite::reply
