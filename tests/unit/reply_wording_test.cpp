// Which rows of a reply don't say any more what was asked.
#include <catch2/catch.hpp>

#include "compiler/reply/content_scanner.h"
#include "compiler/reply/folded_text.h"
#include "compiler/reply/font_text.h"
#include "compiler/reply/wording.h"

using namespace hotsite;
using namespace hotsite::reply;

namespace {

struct Issued {
  std::map<std::string, requirements::IssuedRow> rows;

  Issued() {
    Add("MEM-001", "", "The partition PRODA SHALL have at least 24 GiB of central storage.");
    Add("MEM-002", "b", "The partition PRODB SHALL have at least 8 GiB of central storage in addition to MEM-001.");
    Add("PLC-001", "", "The partition PRODA SHALL be a logical partition.");
  }
  void Add(const std::string& id, const std::string& edition, const std::string& sentence) {
    rows[id].edition = edition;
    rows[id].sentence = sentence;
  }
  requirements::IssuedRows all() const {
    requirements::IssuedRows pointers;
    for (const auto& [id, row] : rows) pointers[id] = &row;
    return pointers;
  }
};

const std::string kPlc = "PLC-001 REQ The partition PRODA SHALL be a logical partition. Why: x ";
const std::string kFirst =
    "! MEM-001 REQ The partition PRODA SHALL have at least 24 GiB of central storage. Why: see MEM-002. ";
const std::string kSecond =
    "MEM-002 b REQ The partition PRODB SHALL have at least 8 GiB of central storage in addi tion to MEM-001. ";

}  // namespace

TEST_CASE("reply wording: rows as issued, whatever a line break does") {
  const Issued issued;
  const Wording wording = CompareWording("Section 5 " + kPlc + kFirst + kSecond, issued.all());
  CHECK(wording.compared);
  CHECK(wording.altered.empty());
  CHECK(wording.unread.empty());
}

TEST_CASE("reply wording: a changed figure, a lost row, another edition") {
  const Issued issued;
  std::string changed = kFirst;
  changed.replace(changed.find("24"), 2, "10");
  Wording wording = CompareWording("MEM-001: " + kFirst.substr(15) + kPlc + changed + kSecond, issued.all());
  REQUIRE(wording.altered.size() == 1);
  CHECK(wording.altered[0].id == "MEM-001");
  CHECK(wording.altered[0].difference.issued.find("at least 24 GiB") != std::string::npos);
  CHECK(wording.altered[0].difference.reads.find("at least 10 GiB") != std::string::npos);

  wording = CompareWording(kPlc + kFirst, issued.all());
  REQUIRE(wording.altered.size() == 1);
  CHECK(wording.altered[0].id == "MEM-002");
  CHECK(wording.altered[0].difference.reads.empty());
}

TEST_CASE("reply wording: a document that was set anew is not compared, and no row is accused") {
  const Issued issued;
  for (const std::string& words :
       {std::string(), std::string("nothing of it"), kPlc, std::string("PLC-001 MEM-001 MEM-002")}) {
    const Wording wording = CompareWording(words, issued.all());
    CHECK_FALSE(wording.compared);
    CHECK(wording.altered.empty());
  }
}

TEST_CASE("reply wording: what can't be compared isn't accused") {
  Issued issued;
  issued.Add("MEM-001", "", "The partition שלום SHALL have 1 GiB.");
  std::string unknown = kSecond;
  unknown.replace(unknown.find("PRODB"), 5, "\uFFFD\uFFFD");
  issued.Add("CPU-001", "", "One.");
  issued.Add("CPU-002", "", "Two.");
  const Wording wording = CompareWording(
      kPlc + unknown + "MEM-001 REQ The partition םולש SHALL have 1 GiB. CPU-001 REQ One. CPU-002 REQ Two.",
      issued.all());
  CHECK(wording.compared);
  CHECK(wording.altered.empty());
  CHECK(wording.unread == std::vector<std::string>{"MEM-001", "MEM-002"});
}

TEST_CASE("reply wording: a row longer than a page goes on behind its due date") {
  Issued issued;
  issued.Add("MEM-001", "", "The partition PRODA SHALL have at least 24 GiB of central storage.");
  std::string parted = kFirst;
  parted.replace(parted.find("24 GiB"), 0, "due 2009-08-20 ");
  CHECK(CompareWording(kPlc + parted + kSecond, issued.all()).altered.empty());
}

TEST_CASE("reply wording: the first place at which two printings differ") {
  CHECK_FALSE(FirstDifference("A row with\nboth boxes", "A row with both bo xes"));
  const auto difference = FirstDifference("A blank row is not confirmed. More.", "A blank row is confirmed. More.");
  REQUIRE(difference);
  CHECK(difference->issued == "A blank row is not confirmed. More.");
  CHECK(difference->reads == "A blank row is confirmed. More.");
  CHECK(FirstDifference("one", "one two")->issued.empty());
  CHECK(FirstDifference("one two", "one")->reads.empty());
}

TEST_CASE("reply wording: folded texts know where they come from") {
  const FoldedText folded = Fold("a\u00A0b \uFB01 c");
  CHECK(folded.text == "abfic");
  CHECK(folded.from == std::vector<std::size_t>{0, 3, 5, 5, 9, 10});
  const std::string long_text = std::string(100, 'x') + " żółw " + std::string(100, 'y');
  CHECK(Around(long_text, 103).find("żółw") != std::string::npos);
  CHECK(Around(std::string(300, 'x'), 150).size() < 120);
  CHECK(Around("", 0).empty());
}

TEST_CASE("reply wording: operators of a page with their operands") {
  ContentScanner scanner(
      "/F 9 Tf % note )\n[(a\\)\\050\\\nb)-20<6364 6>]TJ << /A [1 .5] >> BDC BI /W 1 ID \x01(EIx EI\nq (open");
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "Tf");
  CHECK(scanner.operands()[0].text == "F");
  CHECK(scanner.operands()[1].number == 9);
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "TJ");
  CHECK(scanner.operands()[1].text == "a)(b");
  CHECK(scanner.operands()[2].number == -20);
  CHECK(scanner.operands()[3].text == "cd`");
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "BDC");
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "BI");
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "ID");
  REQUIRE(scanner.Next());
  CHECK(scanner.name() == "q");
  CHECK_FALSE(scanner.Next());
}

TEST_CASE("reply wording: a font's codes, by its map or as Windows has them") {
  const FontText font(
      "1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <0041> <02> <D83DDE00> endbfchar "
      "2 beginbfrange <03> <05> <0061> <06> <07> [<017C> <00660069>] endbfrange",
      2);
  std::string text;
  font.Decode("\x01\x02\x03\x05\x06\x07\x08", text);
  CHECK(text == "A😀acżfi\uFFFD");
  text.clear();
  FontText(1).Decode("a\x80\xE9", text);
  CHECK(text == "a€é");
  text.clear();
  FontText(2).Decode("ab", text);
  CHECK(text == "\uFFFD");
}
