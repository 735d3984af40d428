#include "compiler/driver/options.h"

#include <cstdlib>

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Process.h"

namespace hotsite::driver {
namespace {

namespace cl = llvm::cl;

cl::OptionCategory category("Options");

cl::SubCommand check_command("check", "check a spec: errors with their place, the reason and the way out");
cl::SubCommand build_command("build", "check a spec, then write the request and all configuration");
cl::SubCommand issue_command("issue", "freeze the revision that goes to the vendor (writes hotsite.ledger.json)");
cl::SubCommand explain_command("explain", "explain a code: what it means, why it matters, how to repair it");
cl::SubCommand backends_command("list-backends", "list what `build` writes");

enum class Format : std::uint8_t { kHuman, kJson };
enum class Colour : std::uint8_t { kAuto, kAlways, kNever };

cl::opt<std::string> check_spec(cl::Positional, cl::Required, cl::desc("SPEC"), cl::sub(check_command),
                                cl::cat(category));
cl::opt<std::string> build_spec(cl::Positional, cl::Required, cl::desc("SPEC"), cl::sub(build_command),
                                cl::cat(category));
cl::opt<std::string> issue_spec(cl::Positional, cl::Required, cl::desc("SPEC"), cl::sub(issue_command),
                                cl::cat(category));
cl::opt<std::string> topic(cl::Positional, cl::desc("CODE"), cl::sub(explain_command), cl::cat(category));
cl::opt<bool> list("list", cl::desc("List all codes"), cl::sub(explain_command), cl::cat(category));

cl::opt<std::string> folder("o", cl::desc("Folder to write to"), cl::value_desc("DIR"), cl::init("out"),
                            cl::sub(build_command), cl::cat(category));
cl::list<std::string> only("only", cl::desc("Write only what these backends make (see list-backends)"),
                           cl::CommaSeparated, cl::value_desc("NAME,…"), cl::sub(build_command), cl::cat(category));
cl::opt<bool> verify("verify", cl::desc("Write nothing; fail if the files in DIR aren't what the spec yields"),
                     cl::sub(build_command), cl::cat(category));
cl::opt<std::string> why("why", cl::desc("Why this revision is issued; kept in the ledger"), cl::value_desc("TEXT"),
                         cl::sub(issue_command), cl::cat(category));

cl::opt<Format> format("format", cl::desc("Form of the findings"), cl::init(Format::kHuman),
                       cl::values(clEnumValN(Format::kHuman, "human", "for people, on stderr (default)"),
                                  clEnumValN(Format::kJson, "json", "for tools, on stdout")),
                       cl::sub(check_command), cl::sub(build_command), cl::sub(issue_command), cl::cat(category));
cl::opt<bool> werror("werror", cl::desc("Exit with 1 also when there are only warnings"), cl::sub(check_command),
                     cl::sub(build_command), cl::sub(issue_command), cl::cat(category));
cl::opt<Colour> colour("colour", cl::desc("Colour in findings"), cl::init(Colour::kAuto),
                       cl::values(clEnumValN(Colour::kAuto, "auto", "on a terminal, unless NO_COLOR is set (default)"),
                                  clEnumValN(Colour::kAlways, "always", ""), clEnumValN(Colour::kNever, "never", "")),
                       cl::sub(check_command), cl::sub(build_command), cl::sub(issue_command), cl::cat(category));
cl::opt<unsigned> most("most", cl::desc("Show at most this many findings"), cl::value_desc("N"), cl::init(100),
                       cl::sub(check_command), cl::sub(build_command), cl::sub(issue_command), cl::cat(category));

constexpr const char* kOverview =
    "Hotsite compiles a disaster-recovery spec into the vendor request and the systems' configuration\n\n"
    "  hotsite check 2009.dr            is the spec right?\n"
    "  hotsite build 2009.dr -o out     write the request and all configuration\n"
    "  hotsite issue 2009.dr            freeze the revision that goes to the vendor\n"
    "  hotsite explain HS2001           what a code means\n";

bool UseColour() {
  if (colour != Colour::kAuto) return colour == Colour::kAlways;
  const char* refused = std::getenv("NO_COLOR");
  return (refused == nullptr || *refused == '\0') && llvm::sys::Process::StandardErrHasColors();
}

void FillCommon(const std::string& spec, CommonOptions& common) {
  common.spec = spec;
  common.json = format == Format::kJson;
  common.warnings_fail = werror;
  common.colour = UseColour();
  common.most = most;
}

}  // namespace

bool ReadOptions(int count, char** arguments, llvm::raw_ostream& err, Options* options) {
  for (cl::SubCommand* command :
       {&check_command, &build_command, &issue_command, &explain_command, &backends_command}) {
    cl::HideUnrelatedOptions(category, *command);
  }
  cl::HideUnrelatedOptions(category);
  if (!cl::ParseCommandLineOptions(count, arguments, kOverview, &err)) return false;
  if (check_command) {
    options->command = Command::kCheck;
    FillCommon(check_spec, options->build);
  } else if (build_command) {
    options->command = Command::kBuild;
    FillCommon(build_spec, options->build);
    options->build.folder = folder;
    options->build.only.assign(only.begin(), only.end());
    options->build.verify = verify;
  } else if (issue_command) {
    options->command = Command::kIssue;
    FillCommon(issue_spec, options->issue);
    options->issue.why = why;
  } else if (explain_command) {
    options->command = Command::kExplain;
    options->topic = list ? std::string() : topic.getValue();
  } else if (backends_command) {
    options->command = Command::kListBackends;
  }
  return true;
}

}  // namespace hotsite::driver
