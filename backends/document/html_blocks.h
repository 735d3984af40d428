// The blocks of a document as HTML elements; html.h puts the page around them.
#pragma once

#include <string>
#include <string_view>

#include "backends/document/document.h"
#include "backends/document/runs.h"

namespace hotsite::backends::document {

class HtmlBlocks {
 public:
  HtmlBlocks(const Anchors& anchors, std::string& out) : anchors_(anchors), out_(out) {}

  void Print(const Block& block);

  /// Text with its links, heavy keywords and unbroken words.
  void Words(std::string_view text);

  /// The text and what is to be filled in.
  void Content(const Cell& cell, bool code = false);

 private:
  void Show(const Paragraph& paragraph);
  void Show(const Note& note);
  void Show(const Subheading& heading);
  void Show(const List& list);
  void Show(const Table& table);
  void Show(const Figure& figure);
  void Show(const Verbatim& verbatim);
  void Show(const AnswerSheet& sheet);
  void TableRow(const Table& table, const Row& row);
  void Answer(const AnswerRow& row);
  void FillIn(const Field& field);

  const Anchors& anchors_;
  std::string& out_;
};

}  // namespace hotsite::backends::document
