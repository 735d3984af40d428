// The one style, shown: a text and what becomes of it.
#include <catch2/catch.hpp>

#include "compiler/syntax/format.h"

namespace hotsite {
namespace {

std::string Formatted(std::string text) {
  SourceMap sources;
  Reporter reporter;
  const FileId file = sources.Add("spec.dr", std::move(text));
  return syntax::Format(sources, file, reporter).value_or("syntax error");
}

/// That formatting `text` gives `expected`, and that it stays.
void Check(const std::string& text, const std::string& expected) {
  CHECK(Formatted(text) == expected);
  CHECK(Formatted(expected) == expected);
}

TEST_CASE("blocks are indented by two blanks, words are one blank apart") {
  Check("hotsite   1\nzos PRODA{\nmemory\t16  GiB\n      tier production}\n",
        "hotsite 1\nzos PRODA {\n  memory 16 GiB\n  tier production\n}\n");
  Check("zvm V:zvm_5_4 { }\nzos A {\n}\n", "zvm V:zvm_5_4 {}\nzos A {}\n");
  Check("zvm V: zvm_5_4{ a}\nzvm W   :zvm_5_4", "zvm V : zvm_5_4 { a }\nzvm W : zvm_5_4\n");
  Check("zos A\n{ memory 1 GiB }", "zos A { memory 1 GiB }\n");
}

TEST_CASE("line ends, byte order mark and blanks at line ends") {
  Check("\xEF\xBB\xBFhotsite 1\r\n\r\n\r\nzos A \t\r\nzos B", "hotsite 1\n\nzos A\nzos B\n");
  Check("hotsite 1\rzos A\r", "hotsite 1\nzos A\n");
  Check("", "");
  Check("\n \n\t\n", "");
}

TEST_CASE("one blank line at most, none at the edges of a block or file") {
  Check("\n\na\n\n\n\nb {\n\n\n  c\n\n  d\n\n}\n\n\n", "a\n\nb {\n  c\n\n  d\n}\n");
}

TEST_CASE("punctuation and expressions") {
  Check("dns 10.20.1.5 ,10.20.1.6,  10.20.1.7", "dns 10.20.1.5, 10.20.1.6, 10.20.1.7\n");
  Check("nic 0600 on N address N [ 20+n ]", "nic 0600 on N address N[20 + n]\n");
  Check("address N[( n+1 )*-2 -k]", "address N[(n + 1) * -2 - k]\n");
  Check("let X -5\nlet Y 1 - 5\nlet Z 2*n", "let X -5\nlet Y 1 - 5\nlet Z 2 * n\n");
  Check("let X count(n)+1\nlet Y (n) (m)", "let X count(n) + 1\nlet Y (n) (m)\n");
  Check("contact vendor?may change partitions", "contact vendor ? may change partitions\n");
  Check(R"(runs  "a  \" {n} //  b"  ,"c")", "runs \"a  \\\" {n} //  b\", \"c\"\n");
}

TEST_CASE("statements that share a line stay together where they fit") {
  Check("zos A {memory 1 GiB;tier test;}", "zos A { memory 1 GiB; tier test }\n");
  Check("a; b ;; c;\nd", "a; b; c\nd\n");
  Check("a { b; c\n}\n", "a {\n  b; c\n}\n");
  Check("a {\n  b\n}; c", "a {\n  b\n}\nc\n");
  const std::string name(40, 'x');
  Check("a " + name + "; b " + name + "; c { d " + name + " }",
        "a " + name + "\nb " + name + "\nc { d " + name + " }\n");
  Check("a { b " + name + "; c " + name + "; d { e; f } }",
        "a {\n  b " + name + "\n  c " + name + "\n  d { e; f }\n}\n");
}

TEST_CASE("a comment behind a block that is opened goes with its first line") {
  const std::string name(50, 'x');
  Check("a { b " + name + "; c " + name + " } // d", "a {  // d\n  b " + name + "\n  c " + name + "\n}\n");
  Check("a { b; c } // " + name + name, "a { b; c }  // " + name + name + "\n");
}

TEST_CASE("a statement goes on where a person broke it, and behind a comma where it's too long") {
  Check("volumes page VMPG01,\nVMPG02,\n\n\n        VMPG03\ntier test",
        "volumes page VMPG01,\n    VMPG02,\n    VMPG03\ntier test\n");
  Check("nic 0600 on N address N[20\n+ n]", "nic 0600 on N address N[20\n    + n]\n");
  const std::string name(30, 'x');
  Check("zvm V {\n needs " + name + "," + name + "," + name + "," + name + "\n}",
        "zvm V {\n  needs " + name + ", " + name + ",\n      " + name + ", " + name + "\n}\n");
  Check("osa U for " + name + "," + name + "," + name + "," + name + " { a }",
        "osa U for " + name + ", " + name + ",\n    " + name + ", " + name + " {\n  a\n}\n");
  Check("because " + name + name + name + name, "because " + name + name + name + name + "\n");
  // Behind a comma the next line would be part of the statement.
  Check("a b,; " + name + name + "; " + name + name, "a b,;\n" + name + name + "\n" + name + name + "\n");
}

TEST_CASE("comments keep their place") {
  Check("  // a\nzos A { //b\n// c\nmemory 1 GiB   //d  \n// e\n}  //f\n//g",
        "// a\nzos A {  //b\n  // c\n  memory 1 GiB  //d\n  // e\n}  //f\n//g\n");
  Check("runs \"a\",// a\n// b\n\"c\" // d", "runs \"a\",  // a\n    // b\n    \"c\"  // d\n");
  Check("zos A // b\n// c\n{ // d\n  e }", "zos A {  // b\n  // c\n  // d\n  e\n}\n");
  Check("a; b // c", "a; b  // c\n");
  Check("a b,\n// c\n\n// d\n", "a b,\n// c\n// d\n");
}

TEST_CASE("comments behind consecutive lines stand in one column") {
  Check("a // 1\nbbb // 2\n\ncccc // 3\nd\ne // 4\n", "a    // 1\nbbb  // 2\n\ncccc  // 3\nd\ne  // 4\n");
  Check("a {// 1\nbbb // 2\nc // 3\n} // 4\ndddd // 5", "a {  // 1\n  bbb  // 2\n  c    // 3\n}  // 4\ndddd  // 5\n");
  Check("runs \"\u00E9\" // 1\nruns \"abc\" // 2", "runs \"\u00E9\"    // 1\nruns \"abc\"  // 2\n");
}

TEST_CASE("documentation stays directly above its statement, and what is none doesn't become one") {
  Check("/// of the file\n\n\n    /// of A\n    zos A", "/// of the file\n\n/// of A\nzos A\n");
  Check("zos A\n/// of nothing\n{\n  b\n}", "zos A {\n  /// of nothing\n\n  b\n}\n");
  Check("zos A\n/// of nothing\n{ b }", "zos A {\n  /// of nothing\n\n  b\n}\n");
}

TEST_CASE("a text with an error isn't formatted") {
  for (const char* text : {"zos A {", "}", "memory: 1 GiB", "a 'b'", "runs \"a", "a[1", "a (", "{ b }", "\x01"})
    CHECK(Formatted(text) == "syntax error");
}

}  // namespace
}  // namespace hotsite
