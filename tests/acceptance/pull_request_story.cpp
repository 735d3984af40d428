#include "tests/acceptance/pull_request_story.h"

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

// Each year's spec is issued and committed as hotsite.dr; the next year's is compared with it before it is.
constexpr const char* kStory = R"(set -e
git init -q -b main .
for year in 2007 2008 2009; do
  cp $YEARS/systems.dr $YEARS/company.dr .
  cp $YEARS/$year.dr hotsite.dr
  if [ $year != 2007 ]; then
    for format in human markdown json; do hotsite diff hotsite.dr --against HEAD --format $format >../$year.$format; done
  fi
  hotsite issue hotsite.dr --by 'R. Smith' --why "the test of $year" --on $year-06-01 >/dev/null
  git add .
  GIT_AUTHOR_DATE="$year-06-01T12:00:00Z" GIT_COMMITTER_DATE="$year-06-01T12:00:00Z" git commit -q -m "The test of $year"
done
)";

}  // namespace

std::filesystem::path StoryFolder() { return harness::SourceRoot() / "tests" / "acceptance" / "pull_request"; }

std::map<std::string, std::string> TellStory() {
  const Scratch scratch;
  const std::string years = Quoted((harness::SourceRoot() / "examples" / "insurance").string());
  const RunResult run = Run(scratch, FixedGit() + "YEARS=" + years + "\nmkdir " + Quoted(scratch / "shop") + " && cd " +
                                         Quoted(scratch / "shop") + " || exit\n" + kStory);
  std::map<std::string, std::string> told;
  if (run.exit_code != 0) return told;
  for (const char* year : {"2008", "2009"}) {
    for (const auto& [format, ending] :
         {std::pair("human", ".txt"), std::pair("markdown", ".md"), std::pair("json", ".json")})
      told[std::string(year) + ending] = harness::ReadBytes(scratch / (std::string(year) + "." + format));
  }
  return told;
}

}  // namespace hotsite::acceptance
