// A filled request as it came back, read but not judged: what each field or cell says, and where. Bytes in, answers
// out; no disk, nothing executed. The bytes are somebody else's: every reader is bounded in time and memory (limits
// below), and the driver runs it in a process of its own (driver/confined.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::reply {

inline constexpr std::size_t kMaxReply = 64u << 20;  // bytes of a file
inline constexpr std::size_t kMaxAnswers = 200'000;  // rows of one file
inline constexpr std::size_t kMaxCell = 10'000;      // bytes of one field or cell

enum class Form : std::uint8_t { kPdf, kCsv, kJson, kXlsx };
const char* ToString(Form form);

/// One row of the request as it came back. Texts are UTF-8 without control characters, blanks at their ends cut.
struct Row {
  std::string id;        // as written; not yet known to be a row of any request
  std::string edition;   // where the form says it; else empty
  std::string answer;    // tables: confirm, deviation or what else stands there
  bool confirm = false;  // PDF: ticked
  bool deviate = false;
  std::string value;
  std::string initials;
  std::string date;      // as written
  std::string note;      // of a table's note column; of the deviations log the effect and the customer's decision
  std::string offered;   // PDF: what the deviations log offers instead, the answer's value where it can be read as one
  std::string sentence;  // the text of the requirement as the form shows it; empty: it doesn't
  std::string field;     // PLC-001_value: where the value (else the tick) stands; empty: a table
  std::size_t page = 0;  // 1 and up; 0: no pages
  std::size_t line = 0;  // 1 and up; 0: no lines
};

/// What somebody wrote on the document beside its fields.
struct Comment {
  std::size_t page = 0;
  std::string kind;  // FreeText, Text, Stamp, …
  std::string text;
};

/// A name, date or initials field of the sign-off, filled in.
struct Signature {
  std::string field;  // SGN_S2_vendor_tech_name
  std::string text;
};

/// Why a file is no reply, in a code of HS40xx and words.
struct Problem {
  std::uint16_t code = 0;  // 0: none
  std::string what;        // "is protected by a password"
  std::vector<std::string> notes;
  std::string advice;
};

struct Read {
  Problem problem;  // code 0: none, and the rest counts
  Form form = Form::kPdf;
  std::string request;   // "2009", as the form says it; may be empty
  std::string revision;  // as written; may be empty
  std::string digest;    // of the spec; may be empty
  std::vector<Row> rows;
  std::vector<Comment> comments;
  std::vector<Signature> signatures;
  std::string words;  // PDF: all that the pages say, without artifacts; wording.h compares it with what was sent
  std::vector<std::string> remarks;  // what was left out and why, in words
};

/// Tells the form by the bytes (never by a file's name) and reads it.
Read ReadReply(std::string_view bytes);

// The readers, each in a file of its own.
Read ReadPdf(std::string_view bytes);
Read ReadCsv(std::string_view bytes);
Read ReadJson(std::string_view bytes);
Read ReadXlsx(std::string_view bytes);

}  // namespace hotsite::reply
