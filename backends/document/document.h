// A document as its parts, without any look: sections with paragraphs, notes, lists, tables, answer sheets and verbatim
// text. Backends build one; text.h and markdown.h print it, and so will every later form (HTML, PDF).
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hotsite::backends::document {

struct Paragraph {
  std::string text;
};

/// A paragraph set apart, with a word that says what it is: `Due`, `Note`.
struct Note {
  std::string label;
  std::string text;
};

struct Subheading {
  std::string number;  // 3.1
  std::string title;
};

struct List {
  std::vector<std::string> items;
  bool numbered = false;
};

struct Column {
  std::string title;
  bool code = false;  // names and commands that are typed as they stand
};

/// Every row has a cell for each column; an empty cell stays empty (to be written in by hand, or nothing to say).
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Text that is printed as it stands: a file, a drawing.
struct Verbatim {
  std::string caption;
  std::string text;
};

/// One row that the reader answers by hand.
struct AnswerRow {
  std::string id;    // PLC-001
  std::string kind;  // REQ
  std::string text;
  std::string why;
  bool confirm = false;  // has Confirm and Deviation to tick
  bool value = false;    // has a value to write
  std::string due;       // of a value; may be empty
};

struct AnswerSheet {
  std::vector<AnswerRow> rows;
};

using Block = std::variant<Paragraph, Note, Subheading, List, Table, Verbatim, AnswerSheet>;

struct Section {
  std::string number;  // 5, A
  std::string title;
  std::vector<Block> blocks;
};

struct Document {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  // the cover: what, value
  std::vector<Block> cover;                                // below them
  std::vector<Section> sections;
};

}  // namespace hotsite::backends::document
