#include "compiler/driver/command_table.h"

#include "compiler/diagnostics/finding_report.h"

namespace hotsite::driver {
namespace {

using enum Value;

// What several commands have in common.
constexpr OperandRow kSpecOperand[] = {
    {.name = "SPEC", .value = kSpec, .help = "the `.dr` file with the year's `recovery`"},
};
constexpr OptionRow kColourOption = {.name = "colour",
                                     .value = kChoice,
                                     .help = "colour in findings; auto: on a terminal, unless NO_COLOR is set",
                                     .choices = "auto|always|never",
                                     .standard = "auto"};
constexpr OptionRow kRootOption = {
    .name = "root",
    .value = kFolder,
    .value_name = "DIR",
    .help = "the folder that paths are relative to in formats for tools (default: the top of the git repository)"};
constexpr OptionRow kFindingOptions[] = {
    {.name = "format",
     .value = kChoice,
     .help = "findings for people, on stderr, or for tools, on stdout",
     .choices = kFormatNames,
     .standard = "human"},
    {.name = "report",
     .value = kReport,
     .value_name = "FORMAT=FILE",
     .help = "also write the findings to FILE, in a format for tools; may be given several times",
     .choices = kToolFormatNames},
    kRootOption,
    {.name = "accepted", .help = "also tell the findings that the spec accepts, as notes"},
    {.name = "werror", .help = "exit with 1 also when there are only warnings"},
    kColourOption,
    {.name = "most", .value = kNumber, .value_name = "N", .help = "show at most so many findings", .standard = "100"},
};

constexpr OperandRow kFileOperand[] = {
    {.name = "FILE", .value = kSpec, .help = "the file to write (default: recovery.dr)", .optional = true},
};
constexpr OptionRow kNewOptions[] = {
    {.name = "customer", .value = kText, .value_name = "NAME", .help = "your company"},
    {.name = "vendor", .value = kText, .value_name = "NAME", .help = "the vendor of the hot site"},
    {.name = "machine", .value = kText, .value_name = "MODEL", .help = "model of the machine at home: z15_t01 …"},
    {.name = "zos", .value = kText, .value_name = "NAME,…", .help = "z/OS systems, or none"},
    {.name = "zvm", .value = kText, .value_name = "NAME", .help = "the z/VM system, or none"},
    {.name = "guests", .value = kText, .value_name = "N", .help = "how many Linux guests it has"},
    {.name = "option",
     .value = kChoice,
     .help = "at the vendor's: 1 the z/VM in a partition of its own, 2 its guests under the vendor's z/VM",
     .choices = "1|2"},
    {.name = "test", .value = kText, .value_name = "DATE", .help = "first day of the test, as 2027-10-04, or none"},
    {.name = "defaults", .help = "ask nothing"},
};
constexpr ExampleRow kNewExamples[] = {
    {"hotsite new", "asks eight questions and writes recovery.dr"},
    {"hotsite new 2027.dr --zos PRODA,PRODB --guests 12 --defaults", "writes 2027.dr without asking"},
};

// What check, build, diff and show take a vendor's answers by.
constexpr OptionRow ContractOption(std::string_view help) {
  return {.name = "contract", .value = kSpec, .value_name = "FILE", .help = help};
}

constexpr OptionRow kCheckOptions[] = {
    ContractOption("check the site that the vendor promises: the spec with the answers of this contract in it"),
    {.name = "new-only",
     .value = kText,
     .value_name = "REVISION",
     .help = "leave out the findings that the spec had at this revision of git too; `main...`: where the branch began"},
    {.name = "fix", .help = "first write every fix that is certain into the spec's files"},
};
constexpr ExampleRow kCheckExamples[] = {
    {"hotsite check 2009.dr", "prints errors and warnings, and one line that says what was looked at"},
    {"hotsite check 2009.dr --contract contract.dr",
     "what the vendor's answers do to the systems, which rows aren't agreed, and by when"},
    {"hotsite check 2009.dr --fix", "repairs what can be repaired in only one way, and says what it did"},
    {"hotsite check 2009.dr --format json > findings.json", "the same for a tool"},
    {"hotsite check 2009.dr --new-only main...", "only what this branch brought: what main had doesn't fail it"},
    {"hotsite check 2009.dr --report sarif=2009.sarif --report junit=2009.xml",
     "findings for people in the log of a pipeline, and in files for what reads them"},
};

constexpr OptionRow kBuildOptions[] = {
    ContractOption("write the final files: the spec with the answers of this contract in it"),
    {.name = "o", .value = kFolder, .value_name = "DIR", .help = "folder to write to", .standard = "out"},
    {.name = "only",
     .value = kBackends,
     .value_name = "NAME,…",
     .help = "write only what these backends make; `hotsite list-backends` names them"},
    {.name = "plugin",
     .value = kPlugin,
     .value_name = "NAME=PROGRAM",
     .help = "let PROGRAM make further files, in plugins/NAME; may be given several times"},
    {.name = "plugin-time",
     .value = kNumber,
     .value_name = "SECONDS",
     .help = "stop a plugin that runs longer",
     .standard = "60",
     .least = 1},
    {.name = "verify", .help = "write nothing; fail if the files in DIR aren't what the spec yields"},
};
constexpr ExampleRow kBuildExamples[] = {
    {"hotsite build 2009.dr -o out", "writes the request and all configuration into the folder `out`"},
    {"hotsite build 2009.dr -o out --only request,zvm",
     "writes only those; the other files in `out` stay as they were"},
    {"hotsite build 2009.dr -o out --plugin csv=./guests_csv.py",
     "writes what that program makes of the model too; docs/plugins.md tells how to write one"},
    {"hotsite build 2009.dr --contract contract.dr -o out",
     "writes the final configuration, with what the vendor promised in it"},
    {"hotsite build 2009.dr --contract contract.dr -o out --only contract",
     "writes only what tells of the answers: their status, and a reminder to the vendor"},
    {"hotsite build 2009.dr -o out --verify", "says whether the files in `out` still are what the spec yields"},
};

constexpr OperandRow kDiffOperands[] = {
    {.name = "SPEC",
     .value = kSpec,
     .help = "the older spec and the newer one, or two folders; with --against the newer one alone",
     .many = true},
};
constexpr OptionRow kDiffOptions[] = {
    ContractOption("compare what the spec asks for with what the vendor promises in this contract"),
    {.name = "against",
     .value = kText,
     .value_name = "REVISION",
     .help = "compare with SPEC as it was at this revision of git; `main...`: where the branch began"},
    {.name = "fail-on",
     .value = kChanges,
     .value_name = "WORD,…",
     .help = "exit with 1 when a change fits one of these: its class (loosens), topic (placement) or code (HS7102), or "
             "`meaning`, which fits all but words for people"},
    {.name = "format",
     .value = kChoice,
     .help = "for people, on a terminal or as a comment of a pull request, or for tools",
     .choices = "human|markdown|json|sarif|github|gitlab|junit|checkstyle",
     .standard = "human"},
    {.name = "report",
     .value = kReport,
     .value_name = "FORMAT=FILE",
     .help = "also write FILE, in any format but human; may be given several times",
     .choices = "markdown|json|sarif|github|gitlab|junit|checkstyle"},
    kRootOption,
    {.name = "files",
     .value = kChoice,
     .help = "say which files `build` writes otherwise; auto: unless there are more than 2,000 systems",
     .choices = "auto|always|never",
     .standard = "auto"},
    {.name = "most", .value = kNumber, .value_name = "N", .help = "tell at most so many changes", .standard = "100"},
    kColourOption,
    {.name = "git", .help = "for git itself: take the words that it passes to a diff program"},
};
constexpr ExampleRow kDiffExamples[] = {
    {"hotsite diff 2008.dr 2009.dr", "what changed in meaning from one year to the next"},
    {"hotsite diff 2009.dr --against HEAD", "what changed since the last commit"},
    {"hotsite diff . --against main...", "what this branch changes, in all specs of this folder"},
    {"hotsite diff 2009.dr --against main... --fail-on loosens,placement",
     "the same as a gate: exits with 1 when something is loosened or moves"},
    {"hotsite diff 2009.dr --against main... --format markdown > comment.md",
     "as a comment of a pull request, at most 60,000 characters long"},
    {"hotsite diff 2009.dr --contract contract.dr", "what the vendor promised otherwise than it was asked for"},
    {"hotsite diff git:v1:2009.dr git:v2:2009.dr", "two revisions of a file, its path from the repository's top"},
};

constexpr OptionRow kIssueOptions[] = {
    {.name = "by", .value = kText, .value_name = "NAME", .help = "who issues this revision; kept in the ledger"},
    {.name = "why", .value = kText, .value_name = "TEXT", .help = "why this revision is issued; kept in the ledger"},
    {.name = "on",
     .value = kText,
     .value_name = "DATE",
     .help = "the day of issue, as 2009-08-20 (default: SOURCE_DATE_EPOCH's, else today)"},
};
constexpr ExampleRow kIssueExamples[] = {
    {"hotsite issue 2009.dr --by \"R. Smith\" --why \"answers of 12 June\"",
     "gives new requirements their identifiers, counts a revision and says what it changes"},
};

constexpr OperandRow kReplyOperands[] = {
    {.name = "FILE",
     .value = kText,
     .help = "what the vendor filled in: request.pdf, request.csv, request.json, or the table as an .xlsx workbook; "
             "several count in the order in which they are named",
     .many = true},
};
constexpr OptionRow kReplyOptions[] = {
    {.name = "o",
     .value = kSpec,
     .value_name = "CONTRACT",
     .help = "the contract to write or to extend (default: contract.dr, beside the spec if --spec names one)"},
    {.name = "spec",
     .value = kSpec,
     .value_name = "SPEC",
     .help = "the spec whose request was sent; needed when that was a draft"},
    {.name = "received",
     .value = kText,
     .value_name = "DATE",
     .help = "the day on which it came, as 2009-08-20; kept in the contract"},
    {.name = "by", .value = kText, .value_name = "NAME", .help = "who answered; kept in the contract"},
};
constexpr ExampleRow kReplyExamples[] = {
    {"hotsite reply reply.pdf --received 2009-08-20", "writes contract.dr, with a line for each row that was answered"},
    {"hotsite reply first.pdf rest.csv -o contract.dr", "adds two replies; of two answers to one row the later counts"},
    {"hotsite reply reply.pdf --spec 2009.dr", "the same of a draft, which no ledger knows"},
};

constexpr OptionRow kShowOptions[] = {
    ContractOption("show the site that the vendor promises: the spec with the answers of this contract in it"),
    {.name = "site", .value = kText, .value_name = "NAME", .help = "show this site alone"},
    {.name = "diagram", .help = "as pictures, drawn in characters: boxes in boxes and the networks that they hang on"},
    {.name = "json", .help = "the whole model for tools: what `build` writes as model.json"},
};
constexpr ExampleRow kShowExamples[] = {
    {"hotsite show 2009.dr", "every site as a tree: machines, partitions, systems, guests; then its networks"},
    {"hotsite show 2009.dr --site hotsite", "what runs where at the vendor's, and what waits for the vendor"},
    {"hotsite show 2009.dr --diagram --site hotsite", "the same as a picture; `build` writes it as SVG too"},
    {"hotsite show 2009.dr --json | jq '.sites[].machines'", "the same for tools"},
};

constexpr OperandRow kFmtOperands[] = {
    {.name = "FILE",
     .value = kSpec,
     .help = "a `.dr` file; a folder, for all files below it; `-` from standard input to standard output",
     .many = true},
};
constexpr OptionRow kFmtOptions[] = {
    {.name = "check", .help = "write nothing; list the files that would change and exit with 1 if there are any"},
    kColourOption,
};
constexpr ExampleRow kFmtExamples[] = {
    {"hotsite fmt 2009.dr systems.dr", "puts both files in the one style"},
    {"hotsite fmt --check .", "lists what isn't in that style, here and in all folders below"},
};

constexpr OperandRow kTopicOperand[] = {
    {.name = "TOPIC",
     .value = kTopic,
     .help = "a code (HS2001), a statement (vswitch), a type of operands (memory, \"device number\") or an entry of "
             "the standard library (z10_ec)",
     .optional = true,
     .many = true},
};
constexpr OptionRow kExplainOptions[] = {
    {.name = "list", .help = "list all that can be explained, with a line each"},
};
constexpr ExampleRow kExplainExamples[] = {
    {"hotsite explain HS2001", "what the code means, why it matters, a spec that shows it and the repaired one"},
    {"hotsite explain vswitch",
     "how the statement is written, where it stands, what its block holds, a working example"},
    {"hotsite explain device number", "how device numbers are written, and what is refused"},
    {"hotsite explain z10_ec", "what Hotsite knows of the machine, each fact with its source"},
};

constexpr ExampleRow kBackendsExamples[] = {
    {"hotsite list-backends", "each backend with a line on what it writes; `hotsite build --only` takes their names"},
};

constexpr OperandRow kSchemaOperand[] = {
    {.name = "FORMAT",
     .value = kChoice,
     .help = "model, for model.json, or diff, for the JSON of `hotsite diff`; without it: model",
     .optional = true,
     .choices = "model|diff"},
};
constexpr ExampleRow kSchemaExamples[] = {
    {"hotsite schema > model.schema.json", "for a validator, or an editor that completes by it"},
    {"hotsite schema diff > changes.schema.json", "the same for what `hotsite diff --format json` prints"},
};

constexpr OperandRow kShellOperand[] = {
    {.name = "SHELL", .value = kChoice, .help = "bash, zsh or fish", .choices = "bash|zsh|fish"},
};
constexpr ExampleRow kCompletionExamples[] = {
    {"source <(hotsite completion bash)",
     "in ~/.bashrc: the Tab key completes commands, options, specs, codes and words"},
    {"source <(hotsite completion zsh)", "in ~/.zshrc, behind compinit"},
    {"hotsite completion fish > ~/.config/fish/completions/hotsite.fish", "for fish"},
};

constexpr ExampleRow kManExamples[] = {
    {"hotsite man | man -l -", "reads the manual page; where Hotsite is installed, `man hotsite` does"},
};

constexpr OperandRow kChapterOperand[] = {
    {.name = "CHAPTER",
     .value = kChapter,
     .help = "statements, types, findings …; without it: the list of chapters",
     .optional = true},
};
constexpr OptionRow kManualOptions[] = {
    {.name = "o", .value = kFolder, .value_name = "DIR", .help = "write all chapters into this folder"},
};
constexpr ExampleRow kManualExamples[] = {
    {"hotsite manual statements", "prints the chapter on statements"},
    {"hotsite manual -o manual", "writes all chapters into the folder `manual`"},
};

constexpr OperandRow kCommandOperand[] = {
    {.name = "COMMAND",
     .value = kCommand,
     .help = "one of the commands; without it: the list of all",
     .optional = true},
};
constexpr ExampleRow kHelpExamples[] = {
    {"hotsite help build", "the same as `hotsite build --help`"},
};

constexpr CommandRow kCommands[] = {
    {.name = "new",
     .summary = "write a starter spec with comments, from a few answers",
     .operands = kFileOperand,
     .options = kNewOptions,
     .shared_options = {},
     .examples = kNewExamples,
     .text = "On a terminal it asks what no option says; Enter takes the default in brackets. Elsewhere the defaults "
             "answer. What it writes checks clean, and every figure in it is an example. It overwrites nothing.",
     .run = RunNew},
    {.name = "check",
     .summary = "check a spec: what is wrong where, why, and the way out",
     .operands = kSpecOperand,
     .options = kCheckOptions,
     .shared_options = kFindingOptions,
     .examples = kCheckExamples,
     .text =
         "Reads the spec and the files that it uses, and judges it as a whole. Writes nothing, unless `--fix` has "
         "something to repair. `hotsite explain CODE` tells the long story behind a finding.\n\nWith `--contract` the "
         "site is made of the vendor's answers, and every rule judges it: memory as it was confirmed, a guest where a "
         "partition was asked for. A finding that an answer causes names its row. What has no answer is an error; a "
         "table behind the findings says how far the request is agreed.",
     .run = RunCheck},
    {.name = "build",
     .summary = "check a spec, then write the request and all configuration",
     .operands = kSpecOperand,
     .options = kBuildOptions,
     .shared_options = kFindingOptions,
     .examples = kBuildExamples,
     .text =
         "Writes nothing if the spec has an error. Files are written whole or not at all: a build that fails leaves "
         "the old ones as they were, and only files that an earlier build wrote are ever replaced or removed. A "
         "value that only the vendor knows is written `??` with the number of the question in the request.\n\nWith "
         "`--contract` the request stays as it was sent, and all else is built from what the vendor promised. Rows "
         "without an answer are warnings then: what they ask for stays marked with `??`. Whatever else isn't agreed is "
         "an error, as in `hotsite check`: final files are written when a deviation was taken back, asked for "
         "otherwise in the spec, or accepted in the contract. Until then `--only contract` writes what tells of it: a "
         "table of the answers, and a reminder to the vendor as text and as a mail (.eml).",
     .run = RunBuild},
    {.name = "diff",
     .summary = "tell what changed in meaning between two specs",
     .operands = kDiffOperands,
     .options = kDiffOptions,
     .shared_options = {},
     .examples = kDiffExamples,
     .text =
         "Compares what the specs say, never their text: a file that is only formatted or split has no change. Rule "
         "errors don't keep it from comparing; a statement that can't be read does.\n\n`git:REVISION:PATH` names a "
         "file "
         "of a revision, here and wherever a command reads a SPEC: PATH is from the repository's top, or from this "
         "folder as `./2009.dr`; without a REVISION it is what `git add` has put into the index. A revision is all "
         "that "
         "git takes for one. `main` is main as it is now; `main...` is the commit where main and the branch parted, so "
         "that what others did on main since isn't told.\n\n`--contract` tells what the vendor promised otherwise than "
         "it was asked for, and what the answers filled "
         "in.\n\nOf folders, each file with a `recovery` that no "
         "other file "
         "uses is compared with the one of the same path.\n\nWith `git config diff.hotsite.command "
         "\"hotsite diff --git\"` and the line `*.dr diff=hotsite` in .gitattributes, `git diff` tells what a change "
         "means, and so do `git show` and `git log -p` with `--ext-diff`.\n\nExit codes: 0 compared, 1 a change fails "
         "`--fail-on`, 2 "
         "the two can't be compared.",
     .run = RunDiff},
    {.name = "issue",
     .summary = "freeze the revision that goes to the vendor",
     .operands = kSpecOperand,
     .options = kIssueOptions,
     .shared_options = kFindingOptions,
     .examples = kIssueExamples,
     .text = "Writes hotsite.ledger.json beside the spec, and is the only command that does. The ledger keeps the "
             "requirements' identifiers from year to year and every revision as the vendor got it, so commit it. A "
             "request that "
             "is built afterwards is the issued one, until the words of the spec change; `hotsite fmt` changes none.",
     .run = RunIssue},
    {.name = "reply",
     .summary = "read the request as the vendor filled it in, into a contract",
     .operands = kReplyOperands,
     .options = kReplyOptions,
     .shared_options = kFindingOptions,
     .examples = kReplyExamples,
     .text = "Finds the request that was answered by the digest on its cover, in hotsite.ledger.json beside the "
             "contract. A contract that is there already is extended, and nothing in it is changed; a file that was "
             "read before changes nothing. The bytes of each file are kept beside the contract, in the folder "
             "`replies`, with their digest in the contract.\n\nA reply is a stranger's file: its form is told by its "
             "bytes, it is read in a process of its own with limits on time and memory, and nothing in it is "
             "executed.\n\nExit code 1: the contract is written, and a row of the reply needs a second look.",
     .run = RunReply},
    {.name = "show",
     .summary = "show what a spec says: what runs where, on which networks",
     .operands = kSpecOperand,
     .options = kShowOptions,
     .shared_options = {},
     .examples = kShowExamples,
     .text =
         "Level 1 is a system in a partition, level 2 a guest of it, and so on. Guests with like names and the same "
         "resources stand in one line. A spec with errors is shown too, if every statement could be read; the exit "
         "code is then 1.\n\nThe JSON is what `hotsite manual model` describes. New members may come; one that goes or "
         "changes its meaning raises the version.",
     .run = RunShow},
    {.name = "fmt",
     .summary = "put `.dr` files in the one style: indentation, blanks, comments",
     .operands = kFmtOperands,
     .options = kFmtOptions,
     .shared_options = {},
     .examples = kFmtExamples,
     .text =
         "Only blanks and line ends change; there is nothing to set. Files in the style already aren't touched, nor "
         "is one with a syntax error.",
     .run = RunFmt},
    {.name = "explain",
     .summary = "explain a code, a statement, a type or a library entry",
     .operands = kTopicOperand,
     .options = kExplainOptions,
     .shared_options = {},
     .examples = kExplainExamples,
     .text = "Where a word means several things (`memory` is a statement in two places and a type), all are shown.",
     .run = RunExplain},
    {.name = "list-backends",
     .summary = "list what `build` writes",
     .operands = {},
     .options = {},
     .shared_options = {},
     .examples = kBackendsExamples,
     .text = {},
     .run = RunListBackends},
    {.name = "schema",
     .summary = "print the JSON Schema of model.json, or of the changes",
     .operands = kSchemaOperand,
     .options = {},
     .shared_options = {},
     .examples = kSchemaExamples,
     .text =
         "model.json is what `build` writes and `hotsite show --json` prints for other programs; `hotsite manual "
         "model` tells of its objects, `hotsite manual changes` of those of `hotsite diff --format json`. The schemas "
         "are of draft 2020-12.",
     .run = RunSchema},
    {.name = "completion",
     .summary = "print a script that lets a shell complete the command line",
     .operands = kShellOperand,
     .options = {},
     .shared_options = {},
     .examples = kCompletionExamples,
     .text = "`cmake --install` puts the scripts where the shells look for them.",
     .run = RunCompletion},
    {.name = "man",
     .summary = "print the manual page, of all commands",
     .operands = {},
     .options = {},
     .shared_options = {},
     .examples = kManExamples,
     .text = {},
     .run = RunMan},
    {.name = "manual",
     .summary = "print the reference manual, or write it as files",
     .operands = kChapterOperand,
     .options = kManualOptions,
     .shared_options = {},
     .examples = kManualExamples,
     .text = "The manual is Markdown, made from what the program itself reads, so it tells of this version. `hotsite "
             "explain` tells of one word at a time.",
     .run = RunManual},
    {.name = "help",
     .summary = "tell all about a command, with examples",
     .operands = kCommandOperand,
     .options = {},
     .shared_options = {},
     .examples = kHelpExamples,
     .text = {},
     .run = RunHelp},
};

constexpr ExampleRow kYearlySteps[] = {
    {"hotsite new 2009.dr", "the first time: a starter spec"},
    {"hotsite check 2009.dr", "is the spec right?"},
    {"hotsite show 2009.dr", "what runs where?"},
    {"hotsite build 2009.dr -o out", "write the request and all configuration"},
    {"hotsite issue 2009.dr", "freeze the revision that goes to the vendor; then build again and send it"},
};

constexpr ExitRow kExitCodes[] = {
    {"0", "clean (warnings allowed unless --werror)"},
    {"1", "the spec has errors, --verify found differences, or fmt --check did"},
    {"2", "wrong usage, a file that can't be read or written, or a plugin that failed"},
    {"3", "a bug in Hotsite"},
};

}  // namespace

std::span<const CommandRow> AllCommands() { return kCommands; }
std::span<const ExampleRow> YearlySteps() { return kYearlySteps; }
std::span<const ExitRow> ExitCodes() { return kExitCodes; }

const CommandRow* FindCommand(std::string_view name) {
  for (const CommandRow& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

const OptionRow* FindOption(const CommandRow& command, std::string_view name) {
  const OptionRow* found = nullptr;
  ForEachOption(command, [&](const OptionRow& option) {
    if (option.name == name) found = &option;
  });
  return found;
}

}  // namespace hotsite::driver
