// The grammar has no ambiguities: the parser says so itself when it is asked to look for them, over every case and
// example. The only test that sees ANTLR.
#include <antlr4-runtime.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "HotsiteLexer.h"
#include "HotsiteParser.h"
#include "compiler/support/source_file.h"

#undef EOF

namespace hotsite {
namespace {

class CountAmbiguities : public antlr4::BaseErrorListener {
 public:
  void reportAmbiguity(antlr4::Parser*, const antlr4::dfa::DFA&, std::size_t, std::size_t, bool,
                       const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    ++count;
  }
  int count = 0;
};

int Ambiguities(const std::string& text) {
  antlr4::ANTLRInputStream input(text);
  grammar::HotsiteLexer lexer(&input);
  lexer.removeErrorListeners();
  antlr4::CommonTokenStream tokens(&lexer);
  grammar::HotsiteParser parser(&tokens);
  CountAmbiguities listener;
  parser.removeErrorListeners();
  parser.addErrorListener(&listener);
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
      antlr4::atn::PredictionMode::LL_EXACT_AMBIG_DETECTION);
  parser.file_();
  return listener.count;
}

TEST_CASE("no spec parses in two ways") {
  int files = 0;
  for (const char* folder : {"examples", "stdlib", "tests/cases"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(HOTSITE_SOURCE_DIR) + "/" + folder)) {
      if (entry.path().extension() != ".dr") continue;
      std::ifstream file(entry.path());
      std::stringstream text;
      text << file.rdbuf();
      if (FindSourceProblem(text.str())) continue;  // never reaches the parser
      INFO(entry.path().string());
      CHECK(Ambiguities(text.str()) == 0);
      ++files;
    }
  }
  CHECK(files > 40);
}

}  // namespace
}  // namespace hotsite
