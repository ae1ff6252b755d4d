// MeasureRequest as one message to the measurer.
#pragma once

#include <string>
#include <string_view>

#include "rewards/geometry_report.h"

namespace cadforge::rewards {

/// The class of the report that asks for a reference the measurer does not hold.
inline constexpr const char* kNeedReference = "need_reference";

/// u32 head length, JSON head, candidate's bytes, reference's bytes. `with_reference` false leaves
/// these out: the measurer may know them by their key.
std::string encode_measure_request(const MeasureRequest& request, bool with_reference);

/// Throws std::invalid_argument where the message is malformed.
MeasureRequest decode_measure_request(std::string_view message);

}  // namespace cadforge::rewards
