// The fields of a PDF's form with what was filled in.
#pragma once

#include <cstddef>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "compiler/reply/pdf_streams.h"

namespace hotsite::reply {

struct FormField {
  std::string name;        // as a program shows it: its own behind those of the fields above it, `.` between them
  std::string value;       // clean (clean_text.h); of a signature whose it is
  bool ticks = false;      // it is a box
  bool ticked = false;     // any state but Off counts
  bool unsure = false;     // a box: its value says ticked, and what is seen says not, or the other way round
  bool signature = false;  // a digital signature
  std::size_t page = 0;    // 1 and up; 0: on none
};

/// In the form's order, then those that stand on a page and aren't in the form's list (some programs forget it). Throws
/// Refused where there are more than kMaxFields.
std::vector<FormField> FieldsOf(QPDF& pdf, StreamReader& streams);

inline constexpr std::size_t kMaxFields = 1'000'000;

}  // namespace hotsite::reply
