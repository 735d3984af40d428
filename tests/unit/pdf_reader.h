// What a reader of PDF sees, by libqpdf: for tests.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hotsite {

struct PdfField {
  std::string name, type, value, hint;  // type: Tx, Btn
  int flags = 0;                        // /Ff
  int length = 0;                       // MaxLen; 0: none
  int page = -1;                        // the first is 0
  double left = 0, bottom = 0, width = 0, height = 0;
  bool tagged = false;  // an element of the structure is its
  friend bool operator==(const PdfField&, const PdfField&) = default;
};

struct PdfFacts {
  std::vector<PdfField> fields;                          // in the form's order
  std::map<std::string, std::string> properties;         // /Title -> …, without the leading `/`
  std::map<std::string, std::string> attachments;        // name -> content
  std::vector<std::string> outline, labels;              // titles in order, indented by level; of each page
  std::vector<std::pair<double, double>> sizes;          // of each page, in points
  std::string language, page_mode, metadata, tab_order;  // the latter of the first page that has fields
  std::vector<std::string> pictures;                     // what is said of each figure
  bool tagged = false, needs_appearances = false;
};

/// Throws what libqpdf throws for a file that it can't read, and for one that it has to repair.
PdfFacts ReadPdf(const std::string& bytes);

/// The file with text fields set to `values` (ticks: `Yes`), as a program that uses libqpdf fills it.
std::string FillByQpdf(const std::string& bytes, const std::map<std::string, std::string>& values);

/// Packed as /FlateDecode unpacks it.
std::string Deflated(const std::string& bytes);

}  // namespace hotsite
