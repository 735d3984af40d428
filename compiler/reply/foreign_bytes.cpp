#include "compiler/reply/foreign_bytes.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "compiler/reply/problem.h"

namespace hotsite::reply {
namespace {

enum class Way { kPicture, kPacked, kMail, kFormData, kDocument, kSpreadsheet };

struct Mark {
  std::string_view bytes;
  const char* what;
  Way way;
};

// First bytes, of the longest first where one begins with another. Zips are looked into by IsInZip.
constexpr Mark kMarks[] = {
    {"\x89PNG\r\n\x1A\n", "is a picture (PNG)", Way::kPicture},
    {"\xFF\xD8\xFF", "is a picture (JPEG)", Way::kPicture},
    {"II*\0", "is a picture (TIFF), as scanners and fax machines make them", Way::kPicture},
    {"MM\0*", "is a picture (TIFF), as scanners and fax machines make them", Way::kPicture},
    {"GIF8", "is a picture (GIF)", Way::kPicture},
    {"BM", "is a picture (BMP)", Way::kPicture},
    {"\x1F\x8B", "is a packed file (gzip)", Way::kPacked},
    {"7z\xBC\xAF\x27\x1C", "is an archive (7z)", Way::kPacked},
    {"Rar!\x1A\x07", "is an archive (RAR)", Way::kPacked},
    {"BZh", "is a packed file (bzip2)", Way::kPacked},
    {"\xFD"
     "7zXZ",
     "is a packed file (xz)", Way::kPacked},
    {"x\x9F\x3E\x22", "is a mail's attachment in Outlook's own form (winmail.dat)", Way::kMail},
    {"%FDF", "has the values of a form without the form (FDF)", Way::kFormData},
    {"{\\rtf", "is a text document (RTF)", Way::kDocument},
    {"%!PS", "is a print file (PostScript)", Way::kDocument},
};

constexpr std::string_view kZip = "PK\x03\x04", kCompound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// UTF-16 as Windows' old documents have names in them.
bool HoldsWide(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) wide.append({c, '\0'});
  return bytes.find(wide) != std::string_view::npos;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return lower;
}

bool IsMail(std::string_view start) {
  for (const std::string_view header : {"return-path:", "received:", "delivered-to:", "mime-version:", "message-id:",
                                        "from:", "x-mozilla-status:", "date:", "subject:", "from "}) {
    const std::string_view both[] = {"\nsubject:", "\nfrom:"};
    if (!start.starts_with(header)) continue;
    if (start.find(both[0]) != std::string_view::npos || start.find(both[1]) != std::string_view::npos) return true;
  }
  return false;
}

Problem Told(const char* what, Way way) {
  constexpr const char* kTyped =
      "type the answers into reply.csv, which is attached to the request's PDF and lies beside it as request.csv";
  switch (way) {
    case Way::kPicture:
      return MakeProblem(codes::kNotAReply, what, kTyped, {"Hotsite reads no pictures of answers"});
    case Way::kPacked:
      return MakeProblem(codes::kReplyInside, what, "take the reply out of it, and name that");
    case Way::kMail:
      return MakeProblem(codes::kReplyInside, what, "save the reply that is attached to it as a file, and name that");
    case Way::kFormData:
      return MakeProblem(codes::kFormDataAlone, what,
                         "ask the vendor to send the PDF itself; or put the values back with "
                         "`pdftk request.pdf fill_form DATA output reply.pdf`",
                         {"which request and revision was answered isn't in it"});
    case Way::kDocument:
      return MakeProblem(codes::kNotAReply, what, kTyped,
                         {"what was written into a copy of the request can't be told from what was asked"});
    case Way::kSpreadsheet:
      return MakeProblem(codes::kNotAReply, what, "open it, and save the sheet as CSV UTF-8");
  }
  return {};
}

Problem OfZip(std::string_view bytes) {
  const auto holds = [&](std::string_view name) { return bytes.find(name) != std::string_view::npos; };
  if (holds("xl/workbook")) return {};  // XLSX
  if (holds("word/document.xml")) return Told("is a text document (Word)", Way::kDocument);
  if (holds("application/vnd.oasis.opendocument.text"))
    return Told("is a text document (OpenDocument)", Way::kDocument);
  if (holds("application/vnd.oasis.opendocument.spreadsheet"))
    return Told("is a spreadsheet (OpenDocument)", Way::kSpreadsheet);
  return Told("is an archive (ZIP)", Way::kPacked);
}

Problem OfCompound(std::string_view bytes) {
  if (HoldsWide(bytes, "__properties_version")) return Told("is a mail (Outlook)", Way::kMail);
  if (HoldsWide(bytes, "WordDocument")) return Told("is a text document (Word 97)", Way::kDocument);
  if (HoldsWide(bytes, "Workbook") || HoldsWide(bytes, "Book"))
    return Told("is a spreadsheet (Excel 97)", Way::kSpreadsheet);
  return Told("is a document of Windows", Way::kDocument);
}

}  // namespace

bool IsPdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

Problem ForeignBytes(std::string_view bytes) {
  if (bytes.empty())
    return MakeProblem(codes::kNotAReply, "is empty", "look whether it was copied whole, and ask the vendor again");
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return Told(mark.what, mark.way);
  }
  if (bytes.starts_with(kZip)) return OfZip(bytes);
  if (bytes.starts_with(kCompound)) return OfCompound(bytes);
  if (bytes.substr(0, 12).find("ftyphei") != std::string_view::npos) return Told("is a picture (HEIC)", Way::kPicture);
  std::string start = Lower(bytes.substr(0, 4096));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  start.erase(0, std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (start.starts_with("<!doctype html") || start.starts_with("<html"))
    return Told("is a web page (HTML)", Way::kDocument);
  if (start.find("<xfdf") != std::string::npos && start.starts_with('<'))
    return Told("has the values of a form without the form (XFDF)", Way::kFormData);
  if (IsMail(start)) return Told("is a mail", Way::kMail);
  return {};
}

}  // namespace hotsite::reply
