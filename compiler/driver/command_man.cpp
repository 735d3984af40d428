// hotsite man: the manual page, made from the table of commands. Requests are those of man(7).
#include <fmt/format.h>

#include "compiler/driver/command_table.h"
#include "compiler/driver/help.h"
#include "compiler/driver/page.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::driver {
namespace {

// Text that says nothing to roff but itself. A dash is one that can be copied; what isn't ASCII goes by its number.
std::string Escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); i += CodePointBytes(text, i)) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '\\') {
      escaped += "\\e";
    } else if (text[i] == '-') {
      escaped += "\\-";
    } else if (byte < 0x80) {
      escaped += text[i];
    } else if (text.substr(i).starts_with("…")) {
      escaped += "\\[u2026]";
    } else {
      escaped += '?';
    }
  }
  return escaped;
}

class Roff {
 public:
  void Request(std::string_view text) { text_ += fmt::format("{}\n", text); }
  void Heading(std::string_view request, std::string_view title) {
    text_ += fmt::format(".{} {}\n", request, Escaped(title));
  }
  // Text that roff fills; in lines, because a line of a page's source is short.
  void Text(std::string_view text) {
    for (const std::string& line : WrapWords(text, 70)) Line(line);
  }
  // A line that no dot or quote at its beginning makes a request.
  void Line(std::string_view text) {
    std::string line = Escaped(text);
    if (line.starts_with('.') || line.starts_with('\'')) line.insert(0, "\\&");
    text_ += line + '\n';
  }
  void Bold(std::string_view text) { text_ += fmt::format(".B \"{}\"\n", InQuotes(text)); }
  void Term(std::string_view term, std::string_view text) {
    Request(".TP");
    Bold(term);
    Text(text);
  }
  void Paragraphs(std::string_view text) {
    for (bool first = true; !text.empty(); first = false) {
      const std::size_t end = std::min(text.find("\n\n"), text.size());
      if (!first) Request(".PP");
      Text(text.substr(0, end));
      text.remove_prefix(std::min(end + 2, text.size()));
    }
  }
  void Example(const ExampleRow& example) {
    Request(".PP");
    Request(".RS 4");
    Request(".nf");
    Line(example.line);
    Request(".fi");
    Request(".RE");
    Request(".RS 8");
    Text(example.what);
    Request(".RE");
  }
  std::string Take() { return std::move(text_); }

 private:
  // In a macro's argument a quote is written as its name.
  static std::string InQuotes(std::string_view text) {
    std::string quoted;
    for (const char c : Escaped(text)) quoted += c == '"' ? std::string("\\(dq") : std::string(1, c);
    return quoted;
  }

  std::string text_;
};

void Describe(Roff& page, const CommandRow& command) {
  page.Heading("SS", fmt::format("hotsite {}", command.name));
  page.Text(AsSentence(command.summary));
  page.Request(".PP");
  page.Request(".nf");
  constexpr std::string_view kUsage = "usage: ";
  std::string usage = UsageLines(command);
  for (std::string_view rest = usage; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    page.Line(rest.substr(kUsage.size(), end - kUsage.size()));
    rest.remove_prefix(end + 1);
  }
  page.Request(".fi");
  for (const OperandRow& operand : command.operands) page.Term(operand.name, operand.help);
  ForEachOption(command, [&](const OptionRow& option) { page.Term(Spelled(option), DescriptionOf(option)); });
  if (!command.text.empty()) {
    page.Request(".PP");
    page.Paragraphs(command.text);
  }
  for (const ExampleRow& example : command.examples) page.Example(example);
}

struct FileRow {
  std::string_view name;
  std::string_view what;
};
constexpr FileRow kFiles[] = {
    {"*.dr", "specs: what a company runs, and where at the vendor's"},
    {"hotsite.ledger.json",
     "beside the spec: identifiers of requirements and issued revisions; `hotsite issue` writes "
     "it, and it belongs under version control"},
    {"manifest.json",
     "in the output folder: what a build wrote, each file with its digest and what in it waits for "
     "the vendor"},
};

std::string ManPage() {
  Roff page;
  page.Request(".TH HOTSITE 1 \"\" \"hotsite " HOTSITE_VERSION "\" \"User Commands\"");
  page.Heading("SH", "NAME");
  page.Request("hotsite \\- compile a disaster\\-recovery spec into request and configuration");
  page.Heading("SH", "SYNOPSIS");
  page.Bold("hotsite COMMAND …");
  page.Heading("SH", "DESCRIPTION");
  page.Text(
      "Hotsite compiles a disaster-recovery spec, which says what runs at home and where it shall run at the vendor's "
      "hot site, into the vendor request and the systems' configuration. Findings for people go to stderr, results and "
      "JSON to stdout.");
  page.Request(".PP");
  page.Text("Once a year, in this order:");
  for (const ExampleRow& step : YearlySteps()) page.Example(step);
  page.Heading("SH", "COMMANDS");
  for (const CommandRow& command : AllCommands()) Describe(page, command);
  page.Heading("SH", "EXIT STATUS");
  for (const ExitRow& row : ExitCodes()) page.Term(row.code, row.meaning);
  page.Heading("SH", "ENVIRONMENT");
  page.Term("NO_COLOR", "when it is set and not empty, findings have no colour");
  page.Term("SOURCE_DATE_EPOCH", "seconds since 1970: the day of issue for `hotsite issue` without --on");
  page.Heading("SH", "FILES");
  for (const FileRow& file : kFiles) page.Term(file.name, file.what);
  return page.Take();
}

}  // namespace

int RunMan(const Arguments&, Streams streams) {
  streams.out << ManPage();
  return kClean;
}

}  // namespace hotsite::driver
