// Device numbers as people and spreadsheets write them.
#pragma once

#include <string>
#include <string_view>

#include "compiler/contract/value.h"

namespace hotsite::contract {

/// `plain` as plain.h leaves it. Device numbers have four hex digits in the request, so one of decimal digits alone has
/// to have four as well: a spreadsheet makes 600 of 0600. Each number once.
ReadValue ReadDevices(std::string_view plain);

/// `2 groups of 3 device numbers, each beginning at an even one`, `60 device numbers`.
std::string ExpectedOf(const requirements::DeviceForm& form);

/// Why these aren't as many device numbers as a row asks for, completing "`0C00-0C02` …"; empty: they are.
std::string WhyTooFew(const requirements::DeviceForm& form, const std::vector<DeviceRange>& devices);

}  // namespace hotsite::contract
