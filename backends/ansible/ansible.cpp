#include "backends/ansible/ansible.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "backends/ansible/host.h"
#include "backends/naming.h"
#include "compiler/values/names.h"

namespace hotsite::backends::ansible {
namespace {

std::string Unique(const std::string& wanted, std::set<std::string>& taken) {
  std::string name = wanted;
  for (int n = 2; !taken.insert(name).second; ++n) name = fmt::format("{}-{}", wanted, n);
  return name;
}

void WriteHead(const BuildInput& input, const model::Site& site, YamlWriter& out) {
  out.Comment(
      fmt::format("{}: what runs at {}, for Ansible. Made by Hotsite from the spec; change that, not this file.",
                  PlainText(input.spec_name), PlainText(site.name)));
  out.Comment("What begins with ?? waits for the vendor: hosts with hotsite_waits_for have such places.");
}

/// The groups with their hosts; Ansible takes the variables of a host from where it stands first.
void WriteGroups(const std::map<std::string, std::vector<std::string>>& groups, YamlWriter& out) {
  if (groups.empty()) return;
  out.Open("children");
  for (const auto& [group, hosts] : groups) {
    out.Open(group);
    out.Open("hosts");
    for (const std::string& host : hosts) out.Empty(host);
    out.Close();
    out.Close();
  }
  out.Close();
}

void GenerateSite(const BuildInput& input, const model::Site& site, const ArtifactSink& sink) {
  const model::Model& model = input.model;
  YamlWriter out;
  std::vector<OpenPlace> open;
  std::map<std::string, std::vector<std::string>> groups;
  std::set<std::string> taken;
  WriteHead(input, site, out);
  out.Open("all");
  out.Open("vars");
  out.Text("hotsite_site", site.name);
  out.Text("hotsite_spec", input.spec_name);
  out.Close();
  out.Open("hosts");
  for (const model::PlacementId id : site.placements) {
    const model::Placement& placement = model.at(id);
    if (!IsHost(model.SystemOf(placement))) continue;
    Host host;
    host.name = Unique(HostName(model.SystemOf(placement).name), taken);
    out.Open(host.name);
    WriteVariables(input, placement, host, out);
    out.Close();
    for (const std::string& group : GroupsOf(model, placement)) groups[group].push_back(host.name);
    open.insert(open.end(), std::make_move_iterator(host.open.begin()), std::make_move_iterator(host.open.end()));
  }
  out.Close();
  WriteGroups(groups, out);
  sink({fmt::format("ansible/{}.yml", PathPart(site.name)), out.Take(), false, std::move(open)});
}

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  const auto is_host = [&](model::PlacementId id) { return IsHost(input.model.SystemOf(input.model.at(id))); };
  for (const model::Site& site : input.model.sites) {
    if (std::any_of(site.placements.begin(), site.placements.end(), is_host)) GenerateSite(input, site, sink);
  }
}

}  // namespace hotsite::backends::ansible
