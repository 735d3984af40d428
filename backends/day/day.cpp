#include "backends/day/day.h"

#include "backends/day/parts.h"
#include "backends/document/pdf_artifact.h"
#include "backends/document/text.h"
#include "backends/naming.h"

namespace hotsite::backends::day {
namespace {

struct Paper {
  const char* name;
  document::Document (*make)(const Day&);
};

constexpr Paper kPapers[] = {{"arrival", Arrival},   {"bringup", BringUp},   {"restore", RestorePlan},
                             {"timeline", Timeline}, {"contacts", Contacts}, {"after-action", AfterAction}};

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  if (!input.model.recovery) return;
  const requirements::Checks checks(input.model);
  const auto sites = input.model.recovery_sites();
  for (const model::Site* site : sites) {
    const Day day{input, *site, checks};
    const std::string folder = sites.size() > 1 ? "day/" + PathPart(site->name) + "/" : "day/";
    for (const Paper& paper : kPapers) {
      const document::Document document = paper.make(day);
      sink({folder + paper.name + ".txt", document::RenderText(document), false, {}});
      sink(document::PdfArtifact(folder + paper.name + ".pdf", document, input.undrawn));
    }
  }
}

}  // namespace hotsite::backends::day
