#include "compiler/driver/contract_status.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "compiler/contract/status.h"
#include "compiler/contract/tell.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

using contract::RowStatus;
using contract::Standing;

constexpr std::size_t kGap = 2;
constexpr std::size_t kColumns = 5;
/// Of 80 columns: two in front, two between.
constexpr std::array<std::size_t, kColumns> kWidths{9, 21, 17, 15, 10};
constexpr std::array<const char*, kColumns> kHeads{"ID", "What", "Asked", "Answered", "Since"};

/// The longest beginning of `word` that is at most `width` columns wide; at least one character.
std::string_view Beginning(std::string_view word, std::size_t width) {
  std::size_t end = CodePointBytes(word, 0);
  while (end < word.size()) {
    const std::size_t next = end + CodePointBytes(word, end);
    if (DisplayWidth(word.substr(0, next)) > width) break;
    end = next;
  }
  return word.substr(0, end);
}

/// Words of at most `width` columns; a longer one is cut where the column ends, so that the table stays one.
std::vector<std::string> Lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::string& wrapped : WrapWords(text, width)) {
    std::string_view line = wrapped;
    while (DisplayWidth(line) > width) {
      lines.emplace_back(Beginning(line, width));
      line.remove_prefix(lines.back().size());
    }
    lines.emplace_back(line);
  }
  return lines;
}

class StatusTable {
 public:
  explicit StatusTable(const StatusOptions& options) : options_(options) {}

  void Put(std::string_view line) { text_.append(line).append("\n"); }

  void Title(const std::string& text) {
    for (const std::string& line : Lines(Printable(text), kPageWidth)) Put(Paint(line, Style::kBold, options_.colour));
  }

  void Rows(const std::vector<RowStatus>& rows, const char* title, Style style) {
    if (rows.empty()) return;
    Put("");
    Put(Paint(fmt::format("{} ({})", title, rows.size()), style, options_.colour));
    Cells({kHeads[0], kHeads[1], kHeads[2], kHeads[3], kHeads[4]});
    for (std::size_t i = 0; i < std::min(rows.size(), options_.most); ++i) Row(rows[i]);
    if (rows.size() > options_.most)
      Put(fmt::format("  and {}; `--format json` lists all", CountOf(rows.size() - options_.most, "more row")));
  }

  std::string Take() { return std::move(text_); }

 private:
  void Row(const RowStatus& row) {
    const std::string id = row.row->row == nullptr || row.row->row->edition.empty()
                               ? row.row->id
                               : row.row->id + " " + row.row->row->edition;
    Cells({id, row.what, row.asked, row.answered, row.since});
    if (row.remark.empty()) return;
    const std::string indent(2 + kWidths[0] + kGap, ' ');
    for (const std::string& line : Lines(Printable(row.remark), kPageWidth - indent.size())) Put(indent + line);
  }

  void Cells(const std::array<std::string, kColumns>& cells) {
    std::array<std::vector<std::string>, kColumns> lines;
    std::size_t height = 0;
    for (std::size_t i = 0; i < kColumns; ++i) {
      lines[i] = Lines(Printable(cells[i]), kWidths[i]);
      height = std::max(height, lines[i].size());
    }
    for (std::size_t n = 0; n < height; ++n) {
      std::string line = " ";
      for (std::size_t i = 0; i < kColumns; ++i) {
        line += std::string(i == 0 ? 1 : kGap, ' ');
        line += PadRight(n < lines[i].size() ? lines[i][n] : std::string(), kWidths[i]);
      }
      Put(line.substr(0, line.find_last_not_of(' ') + 1));
    }
  }

  const StatusOptions& options_;
  std::string text_;
};

std::string Number(std::size_t count) { return count == 0 ? "." : std::to_string(count); }

std::string Counts(std::string_view first, const contract::SectionStatus& counts) {
  return fmt::format("  {}{:>8}{:>8}{:>10}", PadRight(first, 44), Number(counts.agreed), Number(counts.open),
                     Number(counts.refused));
}

}  // namespace

std::string ContractStatus(const contract::Answers& answers, const StatusOptions& options) {
  const std::vector<contract::SectionStatus> sections = contract::BySection(answers);
  const contract::SectionStatus total = contract::Total(sections);
  StatusTable table(options);
  table.Title(fmt::format("contract {}: {} agreed, {} open, {} refused", answers.contract->recovery, total.agreed,
                          total.open, total.refused));
  const std::string due = contract::DueOf(answers);
  if (!due.empty() && total.open + total.refused > 0) table.Put("answers are due by " + due);
  table.Put("");
  table.Put(fmt::format("  {}{:>8}{:>8}{:>10}", PadRight("Section", 44), "agreed", "open", "refused"));
  for (const contract::SectionStatus& section : sections) {
    table.Put(Counts(fmt::format("{}  {}", CodeOf(section.category), TitleOf(section.category)), section));
  }
  table.Rows(contract::RowsOf(answers, Standing::kRefused), "Refused", Style::kError);
  table.Rows(contract::RowsOf(answers, Standing::kOpen), "Open", Style::kWarning);
  table.Rows(contract::RowsOf(answers, Standing::kAgreed), "Accepted", Style::kHelp);
  table.Rows(contract::ForeignRows(answers), "No rows of this request", Style::kWarning);
  return table.Take();
}

}  // namespace hotsite::driver
