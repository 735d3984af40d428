#include "compiler/diagnostics/codes.h"
#include "compiler/reply/csv_cells.h"
#include "compiler/reply/reply.h"
#include "compiler/reply/table.h"
#include "compiler/reply/text_bytes.h"

namespace hotsite::reply {

Read ReadCsv(std::string_view bytes) {
  Read read;
  read.form = Form::kCsv;
  const std::string text = TextOf(bytes, &read.problem);
  if (read.problem.code != 0) return read;
  CsvCells cells(text, SeparatorOf(text));
  TableReader table(Form::kCsv);
  TableRow row;
  bool wants_more = true;
  while (wants_more && cells.Next(row)) wants_more = table.Take(row);
  read = table.Finish();
  if (!cells.problem().empty()) {
    read.problem = {codes::kBrokenTable.number,
                    cells.problem(),
                    {"what stands behind that place can't be told apart, so nothing of it is taken"},
                    "have it sent again, or repair that line"};
  }
  return read;
}

}  // namespace hotsite::reply
