// OwnHost with what the start EXECs ask for: machines that are known, a single system image.
#pragma once

#include "tests/unit/zvm_models.h"

namespace hotsite::zvm_test {

/// Serial numbers and models of both machines: home's is a 2094 that ends in 452E, the hot site's a 2097 that ends in
/// 3A1B. PRODA is on OFFICE too, as 10.20.30.10, so that TCP/IP reaches it.
model::Model OwnHostOnMachines();

/// VMPROD is a member of the single system image PRODSSI.
model::Model OwnMember();

/// `model`, with what AUTOLOG1 does at an IPL of the hot site.
model::Model WithAutolog(model::Model model, model::Autolog autolog);

/// What QUERY CPUID says on the two machines of OwnHostOnMachines.
inline constexpr const char* kHomeCpu = "FF0C452E20948000";
inline constexpr const char* kRecoveryCpu = "FF033A1B20978000";

}  // namespace hotsite::zvm_test
