#include "backends/model_json/model_json.h"

#include <utility>

#include "backends/model_json/parts.h"
#include "backends/model_json/values.h"
#include "compiler/model/properties.h"

namespace hotsite::backends::model_json {
namespace {

Json ContactJson(const BuildInput& input, const model::Contact& contact) {
  Json json = Json::MakeObject();
  json.Set("role", contact.role);
  if (contact.who.open()) json.Set("who", OpenJson(input, contact.who.hole()));
  if (contact.who.known()) json.Set("who", *contact.who);
  SetUnlessEmpty(json, "phone", contact.phone);
  SetUnlessEmpty(json, "may", TextsJson(contact.may));
  return json;
}

Json TestJson(const model::TestWindow& test) {
  Json json = Json::MakeObject();
  SetUnlessEmpty(json, "what", test.what);
  json.Set("from", test.from.ToString()).Set("to", test.to.ToString());
  SetUnlessEmpty(json, "zone", test.zone);
  return json;
}

Json MilestonesJson(const BuildInput& input, const model::Recovery& recovery) {
  Json array = Json::MakeArray();
  for (const model::Milestone& milestone : recovery.milestones) {
    Json json = Json::MakeObject();
    json.Set("what", milestone.what);
    json.Set("time", StatedJson(input, milestone.time, [](const LocalTime& time) { return time.ToString(); }));
    if (milestone.by_vendor) json.Set("by_vendor", true);
    array.Push(std::move(json));
  }
  return array;
}

void WriteReplications(const BuildInput& input, JsonLines& out) {
  if (input.model.replications.empty()) return;
  out.OpenArray("replications");
  for (const model::Replication& one : input.model.replications) {
    Json json = Json::MakeObject();
    json.Set("name", one.name).Set("systems", IdsOf(input.model, one.systems));
    SetUnlessEmpty(json, "method", one.method);
    if (one.behind) json.Set("behind_minutes", one.behind->minutes());
    out.Add(json);
  }
  out.Close();
}

void WriteProducts(const BuildInput& input, JsonLines& out) {
  if (input.model.products.empty()) return;
  out.OpenArray("products");
  for (const model::Product& product : input.model.products) {
    Json json = Json::MakeObject();
    json.Set("name", product.name);
    SetUnlessEmpty(json, "vendor", product.vendor);
    SetUnlessEmpty(json, "systems", IdsOf(input.model, product.systems));
    std::vector<std::string> keys;
    if (product.keyed_to_cpuid) keys.emplace_back("cpuid");
    if (product.keyed_to_model) keys.emplace_back("model");
    if (product.keyed_to_capacity) keys.emplace_back("capacity");
    SetUnlessEmpty(json, "keyed_to", TextsJson(keys));
    SetUnlessEmpty(json, "licence", product.licence);
    SetUnlessEmpty(json, "contact", product.contact);
    out.Add(json);
  }
  out.Close();
}

void WriteRequirements(const BuildInput& input, JsonLines& out) {
  out.OpenArray("requirements");
  for (const requirements::Requirement& one : input.requirements.all) {
    out.Add(Json::MakeObject().Set("id", one.id).Set("key", one.key).Set("kind", requirements::ToString(one.kind)));
  }
  out.Close();
}

void WriteHoles(const BuildInput& input, JsonLines& out) {
  out.OpenArray("holes");
  for (std::uint32_t i = 0; i < input.model.holes.size(); ++i) {
    const model::Hole& hole = input.model.holes[i];
    Json json = Json::MakeObject();
    json.Set("requirement", input.requirements.IdOf({i})).Set("key", hole.key);
    json.Set("subject", hole.subject).Set("attribute", hole.attribute);
    SetUnlessEmpty(json, "reason", hole.reason);
    out.Add(json);
  }
  out.Close();
}

/// What the spec itself requires; whoever reads this knows that each was judged.
void WriteConstraints(const BuildInput& input, JsonLines& out) {
  if (input.model.constraints.empty()) return;
  out.OpenArray("constraints");
  for (const model::Constraint& one : input.model.constraints) {
    Json json = Json::MakeObject();
    json.Set("name", one.name).Set("kind", model::InfoOf(one.kind).word).Set("severity", ToString(one.severity));
    if (one.site.valid()) {
      json.Set("site", input.model.at(one.site).name);
    } else {
      if (!one.recovery) json.Set("at", "home");
      if (!one.home) json.Set("at", "recovery");
    }
    json.Set("message", one.message);
    SetUnlessEmpty(json, "reason", one.reason);
    out.Add(json);
  }
  out.Close();
}

void WriteNetworks(const BuildInput& input, JsonLines& out) {
  out.OpenArray("networks");
  for (const model::Network& network : input.model.networks) {
    Json json = Json::MakeObject();
    json.Set("name", network.name).Set("plan", PlanJson(input, network.plan));
    SetUnlessEmpty(json, "doc", network.doc);
    out.Add(json);
  }
  out.Close();
}

/// Left out where a spec has none.
void WriteGroups(const model::Model& model, JsonLines& out) {
  if (!model.clusters.empty()) {
    out.OpenArray("ssis");
    for (const model::Cluster& cluster : model.clusters) out.Add(ClusterJson(model, cluster));
    out.Close();
  }
  if (!model.sysplexes.empty()) {
    out.OpenArray("sysplexes");
    for (const model::Sysplex& sysplex : model.sysplexes) out.Add(SysplexJson(model, sysplex));
    out.Close();
  }
}

/// Left out where a spec accepts nothing.
void WriteAccepted(const model::Model& model, JsonLines& out) {
  if (model.accepted.empty()) return;
  out.OpenArray("accepted");
  for (const model::AcceptedFinding& accepted : model.accepted) {
    for (const std::size_t by : accepted.by) {
      const model::Acceptance& one = model.acceptances[by];
      Json json = Json::MakeObject();
      json.Set("code", accepted.finding.code.ToString());
      SetUnlessEmpty(json, "constraint", one.constraint);
      SetUnlessEmpty(json, "subject", one.subject);
      json.Set("found", accepted.finding.message).Set("reason", one.reason);
      if (one.until) json.Set("until", one.until->ToString());
      out.Add(json);
    }
  }
  out.Close();
}

}  // namespace

Json RecoveryJson(const BuildInput& input) {
  if (!input.model.recovery) return {};
  const model::Recovery& recovery = *input.model.recovery;
  Json json = Json::MakeObject();
  json.Set("name", recovery.name);
  SetUnlessEmpty(json, "vendor", recovery.vendor);
  SetUnlessEmpty(json, "contract", recovery.contract);
  if (recovery.test) json.Set("test", TestJson(*recovery.test));
  Json further = Json::MakeArray();
  for (const model::TestWindow& test : recovery.later_tests) further.Push(TestJson(test));
  SetUnlessEmpty(json, "further_tests", std::move(further));
  if (recovery.answers_due) json.Set("answers_due", recovery.answers_due->ToString());
  SetUnlessEmpty(json, "milestones", MilestonesJson(input, recovery));
  if (recovery.ready) json.Set("ready_minutes", recovery.ready->minutes());
  Json contacts = Json::MakeArray();
  for (const model::Contact& contact : recovery.contacts) contacts.Push(ContactJson(input, contact));
  SetUnlessEmpty(json, "contacts", std::move(contacts));
  if (recovery.remote) {
    Json remote = Json::MakeObject();
    remote.Set("sessions", recovery.remote->sessions);
    if (recovery.remote->lead) remote.Set("lead_minutes", recovery.remote->lead->minutes());
    json.Set("remote", std::move(remote));
  }
  json.Set("paper", ToString(recovery.paper));
  return json;
}

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  JsonLines out;
  out.OpenObject();
  out.Add("format", "hotsite-model");
  out.Add("version", 1);
  out.Add("spec", input.spec_name);
  out.Add("customer", input.model.customer);
  out.Add("recovery", RecoveryJson(input));
  WriteNetworks(input, out);
  out.OpenArray("systems");
  for (std::uint32_t i = 0; i < input.model.systems.size(); ++i) out.Add(SystemJson(input, {i}));
  out.Close();
  WriteGroups(input.model, out);
  WriteReplications(input, out);
  WriteProducts(input, out);
  out.OpenArray("sites");
  for (const model::Site& site : input.model.sites) WriteSite(input, site, out);
  out.Close();
  WriteConstraints(input, out);
  WriteAccepted(input.model, out);
  WriteRequirements(input, out);
  WriteHoles(input, out);
  out.Close();
  sink({"model.json", out.Take(), false, {}});
}

}  // namespace hotsite::backends::model_json
