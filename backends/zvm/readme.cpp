#include "backends/zvm/readme.h"

#include "backends/naming.h"
#include "backends/zvm/readme_steps.h"
#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/readme_parts.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::Host;
using zvm_text::HostFile;
using zvm_text::kTextWidth;

void WriteHead(TextWriter& out, const BuildInput& input, const Host& host, const zvm_text::Changes& changes) {
  const std::size_t count = changes.all.size();
  out.Line(host.Title());
  out.Line("From {}, {}", backends::PlainText(input.spec_name),
           input.revision == 0 ? std::string("DRAFT: never issued") : fmt::format("revision {}", input.revision));
  out.Line();
  if (!changes.at_home) {
    out.Wrapped("The spec does not say where it runs at home: every value is listed in CHANGES.txt, to tick.",
                kTextWidth);
  } else if (count == 0) {
    out.Wrapped("Nothing differs from home: the restored system needs no change. The files are here to check against.",
                kTextWidth);
  } else {
    out.Wrapped(CountOf(count, "value") + (count == 1 ? " differs" : " differ") + " from home: CHANGES.txt lists " +
                    (count == 1 ? "it" : "them") + ", with boxes to tick.",
                kTextWidth);
  }
  out.Line();
}

void WriteNeededBy(TextWriter& out, const Host& host) {
  for (const model::System& system : host.model.systems) {
    for (const model::Reference& reference : system.needed_by) {
      if (reference.system != host.placement.system) continue;
      out.Wrapped(zvm_text::PlainText(system.name) +
                      " is needed and is not part of this system: see to it before the guests start.",
                  kTextWidth);
      out.Line();
    }
  }
}

}  // namespace

HostFile WriteReadme(const BuildInput& input, const Host& host, const zvm_text::Changes& changes,
                     const std::vector<HostFile>& files) {
  const ReadmeSteps steps{host, changes, files};
  zvm_text::OpenPlaces open(host.requirements);
  TextWriter out;
  WriteHead(out, input, host, changes);
  WriteFileList(out, files, steps.AsAtHome());
  WriteWaiting(out, files);
  WriteNeededBy(out, host);
  steps.WriteAtHome(out);
  steps.WriteHere(out, open);
  steps.WriteUndo(out);
  WriteUnsaid(out, files);
  std::vector<OpenPlace> places = zvm_text::OpenPlacesOf(files);
  places.insert(places.end(), open.all().begin(), open.all().end());
  return {"README.txt", out.Take(), std::move(places)};
}

}  // namespace hotsite::backends::zvm
