// hotsite reply: from what the vendor sends back to contract.dr, in a folder as a customer has it.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string Shop(const std::string& memory, const std::string& recovery) {
  return fmt::format(
      "hotsite 1\nuse std.dasd\nzos PRODA {{ processors 2 CP; memory 4 GiB; volumes 4 3390_9 }}\n"
      "site home {{ machine CEC {{ lpar PRODA }} }}\nrecovery \"{}\" {{ test from 2009-10-05 08:00 to 2009-10-08 16:00 "
      "in "
      "America/New_York; site hotsite {{ machine BIGBOX {{ lpar PRODA {{ memory {} }} }} }} }}\n",
      recovery, memory);
}

/// A folder with an issued request, built.
class Office {
 public:
  Office() { Send("4 GiB", "2009"); }

  void Send(const std::string& memory, const std::string& recovery) {
    scratch_.Write("spec.dr", Shop(memory, recovery));
    Do("hotsite issue spec.dr --on 2009-06-01 && hotsite build spec.dr -o out --only request");
  }
  RunResult Try(const std::string& command) const {
    return Run(scratch_, "cd " + Quoted(scratch_ / "") + " && " + command);
  }
  std::string Do(const std::string& command) const {
    const RunResult result = Try(command);
    INFO(command << "\n" << result.out << result.err);
    REQUIRE(result.exit_code == 0);
    return result.out;
  }
  /// The table with its answers typed in: `sed` commands over out/request/request.csv.
  void Fill(const std::string& file, const std::string& edits) const {
    Do("sed -E " + Quoted(edits) + " out/request/request.csv > " + file);
  }
  std::string Contract() const { return harness::ReadBytes(scratch_ / "contract.dr"); }
  const Scratch& scratch() const { return scratch_; }

 private:
  Scratch scratch_;
};

constexpr const char* kConfirmAll = "s/^([A-Z]+-[0-9]+,REQ),,,,,/\\1,confirm,,JS,2009-08-18,/";

TEST_CASE("reply: a filled table becomes a contract that names file, line and digest") {
  const Office office;
  office.Fill("back.csv", kConfirmAll);
  const std::string told = office.Do("hotsite reply back.csv --received 2009-08-20 --by 'J. Stone'");
  CHECK(Has(told, "back.csv: CSV, answers revision 1 of 2009: "));
  CHECK(Has(told, "Next: `hotsite check spec.dr --contract contract.dr`"));
  const std::string contract = office.Contract();
  CHECK(contract.starts_with("hotsite 1\n\ncontract \"2009\" {\n  request revision 1 digest \""));
  CHECK(Has(contract, "  reply \"back.csv\" received 2009-08-20 by \"J. Stone\" file \"replies/back.csv\" sha256 \""));
  CHECK(Has(contract, "    confirm PLC-001 by \"JS\" on 2009-08-18 line 2\n"));
  CHECK(harness::ReadBytes(office.scratch() / "replies/back.csv") == harness::ReadBytes(office.scratch() / "back.csv"));
  office.Do("hotsite fmt --check contract.dr");
}

TEST_CASE("reply: CSV, JSON and a workbook with the same answers make the same lines") {
  const Office office;
  office.Fill("back.csv", "s/^(MEM-001,REQ),,,,,/\\1,confirm,4 GiB,JS,2009-08-18,/");
  office.Do(R"(python3 - <<'END'
import csv, json, zipfile
from xml.sax.saxutils import escape
with open("out/request/request.json") as file: request = json.load(file)
for row in request["answers"]:
    if row["id"] == "MEM-001": row.update(answer="confirm", value="4 GiB", initials="JS", date="2009-08-18")
with open("back.json", "w") as file: json.dump(request, file)
rows = list(csv.reader(open("back.csv", newline="")))
def cell(text, column):
    if column == 5 and text == "2009-08-18": return '<c s="1"><v>40043</v></c>'
    return '<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % escape(text)
sheet = "".join("<row>%s</row>" % "".join(cell(text, i) for i, text in enumerate(row)) for row in rows)
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
with zipfile.ZipFile("back.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
    book.writestr("[Content_Types].xml", "<Types/>")
    book.writestr("xl/workbook.xml", '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>' % (main, links))
    book.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
    book.writestr("xl/styles.xml", '<styleSheet xmlns="%s"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>' % main)
    book.writestr("xl/worksheets/sheet1.xml", '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, sheet))
with zipfile.ZipFile("bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
    for name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"): book.writestr(name, "<a>" + " " * (100 << 20))
END)");
  std::string lines[3];
  const char* const names[3] = {"back.csv", "back.json", "back.xlsx"};
  for (int i = 0; i < 3; ++i) {
    office.Do(fmt::format("hotsite reply {} -o {}.dr", names[i], names[i]));
    lines[i] =
        office.Do(fmt::format("grep -E '^    ' {}.dr | sed -E 's/ (line [0-9]+|field \"[^\"]*\")$//'", names[i]));
    CHECK(Has(lines[i], "confirm MEM-001 4 GiB by \"JS\" on 2009-08-18\n"));
  }
  CHECK(lines[0] == lines[1]);
  CHECK(lines[0] == lines[2]);
  const RunResult bomb = office.Try("hotsite reply bomb.xlsx -o bomb.dr");
  CHECK(bomb.exit_code == 2);
  CHECK(Has(bomb.err, "unpacks to more than 64 MiB"));
}

TEST_CASE("reply: a further reply is added, and what stands in the contract stays") {
  const Office office;
  office.Fill("one.csv", kConfirmAll);
  office.Do("hotsite reply one.csv");
  office.Do("sed -i 's/^  request/  \\/\\/ typed by hand\\n  request/' contract.dr");
  const std::string before = office.Contract();
  office.Do("printf 'id,answer,value\\nMEM-001,confirm,6 GiB\\n' > two.csv");
  const RunResult second = office.Try("hotsite reply two.csv");
  CHECK(second.exit_code == 0);
  CHECK(Has(second.err, "warning[HS4044]: `two.csv` doesn't say which request it answers"));
  const std::string after = office.Contract();
  CHECK(after.starts_with(before.substr(0, before.rfind('}'))));
  CHECK(Has(after, "    confirm MEM-001 6 GiB line 2\n  }\n}\n"));
  const std::string again = office.Do("hotsite reply one.csv two.csv");
  CHECK(Has(again, "one.csv: is in contract.dr already, as `one.csv`; nothing changed"));
  CHECK(office.Contract() == after);
  office.Do(
      "mkdir other && printf 'id,answer,value\\nMEM-001,confirm,7 GiB\\n' > other/two.csv && hotsite reply "
      "other/two.csv");
  CHECK(Has(office.Contract(), "file \"replies/two-2.csv\""));
}

TEST_CASE("reply: what the spreadsheet has damaged, what is foreign and what is stale is told at its line") {
  Office office;
  office.Fill("old.csv", kConfirmAll);
  office.Send("6 GiB", "2009");
  const RunResult stale = office.Try("hotsite reply old.csv");
  CHECK(stale.exit_code == 1);
  CHECK(Has(stale.err, "warning[HS4042]: `old.csv` answers revision 1 of `2009`, and revision 2 was issued since"));
  CHECK(Has(stale.err, "error[HS4103]"));
  CHECK(Has(office.Contract(), "request revision 2"));
  for (const char* damaged : {"600", "1E+05", "100000", "6.00E+02", "01-Feb"}) {
    office.Fill(
        "back.csv",
        fmt::format("s/^(DSK-002,ASK),,,/\\1,,{},/; s/^PLC-001,/CPU-999,/; s/^(CPU-999,REQ),,/\\1,yes,/", damaged));
    const RunResult told = office.Try("hotsite reply back.csv -o damaged.dr; code=$?; rm -f damaged.dr; exit $code");
    INFO(damaged << "\n" << told.err);
    CHECK(told.exit_code == 1);
    CHECK(Has(told.err, "error[HS4102]"));
    CHECK(Has(told.err, "error[HS4106]"));
  }
}

TEST_CASE("reply: the wrong year, a draft and another file stay out of a contract") {
  Office office;
  office.Fill("old.csv", kConfirmAll);
  office.Do("hotsite reply old.csv");
  office.Send("4 GiB", "2010");
  office.Fill("new.csv", kConfirmAll);
  const std::string before = office.Contract();
  const RunResult year = office.Try("hotsite reply new.csv");
  CHECK(year.exit_code == 2);
  CHECK(Has(year.err, "error[HS4041]: `new.csv` answers the request of `2010`, and the contract is that of `2009`"));
  office.Do("echo '// a word more' >> spec.dr && hotsite build spec.dr -o out --only request");
  office.Fill("draft.csv", kConfirmAll);
  const RunResult draft = office.Try("hotsite reply draft.csv -o draft.dr");
  CHECK(draft.exit_code == 2);
  CHECK(Has(draft.err, "error[HS4040]: `draft.csv` answers `2010`, a draft, with the digest "));
  office.Do("hotsite reply draft.csv -o draft.dr --spec spec.dr");
  const std::string spec = harness::ReadBytes(office.scratch() / "spec.dr");
  const RunResult over = office.Try("hotsite reply new.csv -o spec.dr");
  CHECK(over.exit_code == 2);
  CHECK(Has(over.err, "error[HS4043]: `spec.dr` stays as it is: it holds no `contract`"));
  CHECK(harness::ReadBytes(office.scratch() / "spec.dr") == spec);
  CHECK(office.Contract() == before);
}

TEST_CASE("reply: an answer that begins like a letter of an edition is read back") {
  const Office office;
  office.Fill("back.csv", "s/^(MEM-001,REQ),,,,,/\\1,confirm,\"x, 0 until z\",JS,2009-08-18,/");
  CHECK(office.Try("hotsite reply back.csv").exit_code == 1);  // no memory size
  CHECK(Has(office.Contract(), "confirm MEM-001 \"x, 0 until z\" by \"JS\""));
}

TEST_CASE("reply: a contract may lie anywhere, but in a pipe") {
  const Office office;
  office.Fill("back.csv", kConfirmAll);
  office.Do("mkdir year && hotsite reply back.csv --spec ./spec.dr -o ./year/../year//c.dr");
  CHECK(std::filesystem::exists(office.scratch() / "year/c.dr"));
  CHECK(std::filesystem::exists(office.scratch() / "year/replies/back.csv"));
  const RunResult piped = office.Try("mkfifo pipe.dr && hotsite reply back.csv -o pipe.dr");
  CHECK(piped.exit_code == 2);
  CHECK(Has(piped.err, "`pipe.dr` isn't a regular file"));
  // What a link leads to may go with it: the bytes are kept under another name.
  office.Do("mkdir replies && ln -s ../back.csv replies/back.csv && hotsite reply back.csv");
  CHECK(Has(office.Contract(), "file \"replies/back-2.csv\""));
}

TEST_CASE("reply: several runs at a time lose none") {
  const Office office;
  office.Fill("back.csv", kConfirmAll);
  office.Do(
      "for n in 1 2 3 4 5 6; do { cat back.csv; echo \",,,,,,$n\"; } > $n.csv; done; "
      "for n in 1 2 3 4 5 6; do hotsite reply $n.csv & done; wait");
  const std::string contract = office.Contract();
  for (const char* name : {"1.csv", "2.csv", "3.csv", "4.csv", "5.csv", "6.csv"}) {
    INFO(name);
    CHECK(Has(contract, std::string("reply \"") + name + "\""));
  }
}

TEST_CASE("reply: findings go to tools like those of any command") {
  const Office office;
  office.Do("printf 'id,answer,value\\nCPU-999,yes,\\n' > back.csv");
  const RunResult json = office.Try("hotsite reply back.csv --format json");
  CHECK(json.exit_code == 1);
  CHECK(Has(json.out, "\"HS4102\""));
  CHECK(Has(json.err, "back.csv: CSV"));
  CHECK(office.Try("hotsite reply nothing.csv").exit_code == 2);
  CHECK(office.Try("hotsite reply back.csv --received tomorrow").exit_code == 2);
}

}  // namespace
}  // namespace hotsite::acceptance
