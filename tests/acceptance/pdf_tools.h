// PDFs of documents, and what programs that aren't ours say of them. Used by the pdf tests.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backends/document/document.h"
#include "tests/acceptance/run_program.h"

namespace hotsite::acceptance {

/// A document and its PDF, `name` for messages.
struct Sample {
  std::string name;
  backends::document::Document document;
  std::string bytes;
};

/// The requests of the examples, and a document with one of everything that one can hold.
const std::vector<Sample>& Samples();

/// One of every block, shape and kind of field; words that are long, accented, from other scripts, or look like markup.
backends::document::Document Everything();

/// The PDF; fails the test where there is none.
std::string Printed(const backends::document::Document& document);

/// Whether `program` is installed; says so where it isn't, as the test then proves nothing.
bool Has(const Scratch& scratch, const std::string& program);

/// What `command` prints about the PDF, `$PDF` in it; `[status n]` and its complaints behind it where there are any.
std::string Said(const std::string& pdf, const std::string& command);

/// The text of each page in the order in which it was drawn, blanks and line ends as one blank.
std::vector<std::string> TextOfPages(const std::string& pdf);

/// Runs of blanks and line ends as one blank.
std::string Flat(std::string_view text);

/// How often `part` stands in `text`.
std::size_t Count(std::string_view text, std::string_view part);

}  // namespace hotsite::acceptance
