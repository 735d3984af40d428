// A document as its parts, without any look: sections with paragraphs, notes, lists, tables, figures, answer sheets and
// verbatim text, and what the reader fills in. Backends build one; text.h, markdown.h, html.h and pdf.h print it, all
// with the same sentences and identifiers.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "backends/drawing/drawing.h"

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

/// What the reader fills in, on paper or on screen.
struct Field {
  enum class Kind : std::uint8_t {
    kText,   // one line
    kLines,  // several lines
    kTick,   // a box to tick
    kFixed,  // preset and read-only: says which document a filled-in form belongs to
  };
  Kind kind = Kind::kText;
  /// PLC-001_confirm: the same in every form of the document and from year to year; letters, digits, `-` and `_` only.
  std::string name;
  std::string hint;        // for a screen reader: `PLC-001 Confirm: placement of VMPROD`
  std::string label;       // printed before it: `date`; may be empty
  std::string value;       // kFixed
  unsigned columns = 12;   // how many characters a line of it must have room for
  bool signature = false;  // is signed by hand: more room above the line
};

/// Text, and behind it what is to be filled in.
struct Cell {
  std::string text;
  std::vector<Field> fields;

  Cell() = default;
  Cell(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor): a cell is mostly text
  Cell(const char* words) : text(words) {}             // NOLINT(google-explicit-constructor)
  Cell(Field field) { fields.push_back(std::move(field)); }  // NOLINT(google-explicit-constructor)
  friend bool operator==(const Cell& cell, std::string_view text) { return cell.fields.empty() && cell.text == text; }
};

struct Column {
  std::string title;
  bool code = false;  // names and commands that are typed as they stand
};

using Row = std::vector<Cell>;

/// Every row has a cell for each column; an empty cell stays empty.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<Row> rows;
  /// Above 0: 72 columns are too few for it. Plain text prints a row as a block instead: that many cells in its first
  /// line, below them each cell behind the title of its column.
  unsigned record_head = 0;
};

/// A picture. Text and Markdown print `text` instead, which says the same.
struct Figure {
  std::string caption;
  drawing::Drawing drawing;
  std::string text;  // verbatim
};

/// Text that is printed as it stands: a file.
struct Verbatim {
  std::string caption;
  std::string text;
};

/// One row that the reader answers by hand. Its fields follow from it (fields.h).
struct AnswerRow {
  std::string id;    // PLC-001
  std::string kind;  // REQ
  std::string text;
  std::string why;
  bool confirm = false;      // has Confirm and Deviation to tick
  bool value = false;        // has a value to write
  std::string due;           // of a value; may be empty
  std::string edition = {};  // `b` of a row that says something else than before; empty: the first
  std::string mark = {};  // what happened since the revision before: `+` new, `!` asks for more, `~` else; may be empty
};

struct AnswerSheet {
  std::vector<AnswerRow> rows;
};

using Block = std::variant<Paragraph, Note, Subheading, List, Table, Figure, Verbatim, AnswerSheet>;

struct Section {
  std::string number;  // 5, A
  std::string title;
  std::vector<Block> blocks;
  bool new_page = false;  // where there are pages: begins one
};

enum class Paper : std::uint8_t { kLetter, kA4 };

/// A file that travels inside a PDF.
struct Attachment {
  std::string name;         // request.json
  std::string type;         // application/json
  std::string description;  // The rows of this request, for programs
  std::string text;
};

struct Document {
  std::string title;
  std::vector<std::pair<std::string, Cell>> facts;  // the cover: what, value
  std::vector<Block> cover;                         // below them
  std::vector<Section> sections;
  /// For pages: what makes a loose sheet identifiable (head), and what is said at every foot beside `page 3 of 31`.
  std::string head;    // Disaster recovery request 2009 · revision 2 · ISSUED · 33f7a21ef298
  std::string foot;    // Replaces all earlier requests
  bool draft = false;  // DRAFT stands large behind the head
  bool brief = false;  // of few pages: no contents, and the sections begin on the first page
  Paper paper = Paper::kLetter;
  std::string author;   // the customer
  std::string subject;  // in the file's properties
  /// When the document was issued, `2009-08-20`: a file's only date, so that the same input yields the same bytes.
  std::string date;
  std::vector<Attachment> attachments;
};

}  // namespace hotsite::backends::document
