#include "compiler/check/build.h"

#include "compiler/check/build_context.h"

namespace hotsite::check {

namespace {

// The model has what they say. They are most of a large spec, which isn't to be held twice; what places systems needs
// only the statements around them.
void DropGuestStatements(Elaborated& spec) {
  for (Entry& top : spec.entries) {
    for (Entry& child : top.children) {
      if (child.keyword() == "linux") child.children = {};
    }
  }
}

}  // namespace

model::Model BuildModel(Elaborated spec, Reporter& reporter) {
  Reporter unread;
  return BuildModel(std::move(spec), reporter, {}, unread);
}

model::Model BuildModel(Elaborated spec, Reporter& reporter, const HoleAnswers& answers, Reporter& unread) {
  BuildContext context{spec, reporter};
  context.answers = &answers;
  context.unread = &unread;
  RefuseQuestionsAtHome(spec, reporter);
  context.model.title_doc = spec.doc;
  ForEachTop(context, "customer", [&](const Entry& entry) { context.model.customer = entry.Text("name"); });
  BuildLibrary(context);
  DeclareNetworks(context);  // names first, so that the order of the statements doesn't matter
  DeclareSystems(context);
  DeclareGroups(context);
  FillSystems(context);
  DropGuestStatements(spec);
  FillGroups(context);
  BuildAgreements(context);
  DeclareConstraints(context);
  BuildRecovery(context);  // before the sites: questions to people come first
  BuildContracts(context);
  BuildSites(context);  // home before the recovery, which stands on it
  context.model.IndexPlacements();
  Attach(context);  // needs every placement of a site
  AttachFcp(context);
  BuildConstraints(context);
  return std::move(context.model);
}

}  // namespace hotsite::check
