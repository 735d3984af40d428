// The ordered list of backends. Explicit on purpose: a static object that registers itself would be dropped by the
// linker.
#include "backends/ansible/ansible.h"
#include "backends/backend.h"
#include "backends/contract/contract.h"
#include "backends/day/day.h"
#include "backends/diagram/diagram.h"
#include "backends/linux/linux.h"
#include "backends/model_json/model_json.h"
#include "backends/request/request.h"
#include "backends/zos/zos.h"
#include "backends/zvm/zvm.h"

namespace hotsite::backends {

std::span<const BackendInfo> AllBackends() {
  static constexpr BackendInfo kBackends[] = {request::kBackend, contract_papers::kBackend, day::kBackend,
                                              zvm::kBackend,     linux_guest::kBackend,     zos::kBackend,
                                              ansible::kBackend, diagram::kBackend,         model_json::kBackend};
  return kBackends;
}

}  // namespace hotsite::backends
