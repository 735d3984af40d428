#include "backends/linux/linux.h"

#include <algorithm>
#include <utility>

#include "backends/linux/boot.h"
#include "backends/linux/libvirt.h"
#include "backends/linux/readme.h"
#include "backends/linux/readme_network.h"
#include "backends/linux/scripts.h"
#include "backends/linux/waiting.h"
#include "backends/naming.h"

namespace hotsite::backends::linux_guest {
namespace {

/// The partitions that a system runs in by itself, here and at home.
std::vector<std::string> PartitionsOf(const model::Model& model, const model::Placement& here,
                                      const model::Placement* at_home) {
  std::vector<std::string> names;
  const auto add = [&](const model::Placement* placement) {
    if (!placement || placement->host.valid()) return;
    const std::string name = PathPart(model.at(placement->partition).name);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  add(&here);
  add(at_home);
  return names;
}

/// Everything of one system at one site: made, handed to the sink and forgotten before the next.
class SystemFiles {
 public:
  SystemFiles(const BuildInput& input, const model::Placement& placement, const SiteIndex& index)
      : input_(input),
        placement_(placement),
        writer_(FindWriter(input.model, input.model.SystemOf(placement))),
        virtio_(IsGuestOfKvm(input.model, input.model.SystemOf(placement))),
        plan_(PlanHost(input, placement)),
        probes_(ProbesOf(input.model, index, placement)) {
    if (writer_) files_ = writer_->write(plan_);
    CompareWithHome();
  }

  void Write(const std::string& folder, const ArtifactSink& sink) {
    const bool boot = !virtio_ && !plan_.devices.empty() && (!home_ || NetworkValues(*home_) != NetworkValues(plan_));
    sink({folder + "/README.txt",
          WriteReadme({input_, placement_, plan_, home_ ? &*home_ : nullptr, writer_, files_, differences_, probes_,
                       virtio_, boot, scripts_}),
          false, writer_ ? std::vector<OpenPlace>{} : OpenInFiles(plan_)});
    for (File& file : files_) sink({folder + "/" + file.path, std::move(file.text), false, std::move(file.open)});
    if (boot)
      sink({folder + "/BOOT.txt", WriteBoot({input_, placement_, plan_, home_ ? &*home_ : nullptr}), false, {}});
    if (virtio_) WriteDomain(folder, sink);
    if (!scripts_.plan) return;
    sink({folder + "/apply.sh", WriteApplyScript(*scripts_.plan), true, {}});
    sink({folder + "/revert.sh", WriteRevertScript(*scripts_.plan), true, {}});
  }

 private:
  void WriteDomain(const std::string& folder, const ArtifactSink& sink) {
    LibvirtFragment fragment = WriteLibvirt(input_, placement_);
    sink({folder + "/interfaces.xml", std::move(fragment.text), false, std::move(fragment.open)});
  }

  /// Where no files are written, the values are compared.
  std::vector<File> FilesOf(const HostPlan& plan) const {
    if (writer_) return writer_->write(plan);
    return {{std::string(kValuesPath), NetworkValues(plan), {}}};
  }

  void CompareWithHome() {
    const model::Model& model = input_.model;
    const model::Site* home = model.home();
    const model::Placement* at_home = home ? model.Find(model.IdOf(*home), placement_.system) : nullptr;
    std::vector<File> home_files;
    if (at_home) {
      home_ = PlanHost(input_, *at_home);
      home_files = FilesOf(*home_);
    }
    std::vector<Difference> differences = Compare(home_files, writer_ ? files_ : FilesOf(plan_));
    if (writer_)
      scripts_ = PlanScripts({home_ ? &*home_ : nullptr, plan_, home_files, files_, differences, *writer_,
                              PathPart(model.at(placement_.site).name), PartitionsOf(model, placement_, at_home)});
    if (at_home) differences_ = std::move(differences);
  }

  const BuildInput& input_;
  const model::Placement& placement_;
  const Writer* writer_;
  const bool virtio_;
  HostPlan plan_;
  std::vector<Probe> probes_;
  std::vector<File> files_;
  std::optional<HostPlan> home_;
  std::optional<std::vector<Difference>> differences_;
  Scripts scripts_;
};

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  const Folders guests(input.model, model::SystemKind::kLinux);
  const Folders hosts(input.model, model::SystemKind::kKvm);
  for (const model::Site* site : input.model.recovery_sites()) {
    const SiteIndex index(input.model, *site);
    for (const model::PlacementId id : site->placements) {
      const model::Placement& placement = input.model.at(id);
      const model::System& system = input.model.SystemOf(placement);
      if (system.is_linux()) SystemFiles(input, placement, index).Write("linux/" + guests.Of(placement), sink);
      if (system.is_kvm()) SystemFiles(input, placement, index).Write("kvm/" + hosts.Of(placement), sink);
    }
  }
}

}  // namespace hotsite::backends::linux_guest
