#include "rewards/measure_codec.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "env/channel/channel.h"

namespace cadforge::rewards {

using nlohmann::json;

std::string encode_measure_request(const MeasureRequest& request, bool with_reference) {
  const std::size_t reference_bytes = with_reference ? request.reference.size() : 0;
  const json head = {{"spec", request.spec},
                     {"null_shape", static_cast<int>(request.null_shape)},
                     {"reference_key", request.reference_key},
                     {"probe_seed", request.probe_seed},
                     {"published", static_cast<int>(request.published)},
                     {"brep_bytes", request.brep.size()},
                     {"reference_bytes", reference_bytes}};
  std::string bytes(env::as_text(request.brep));
  if (with_reference) bytes += env::as_text(request.reference);
  return env::join_head(head.dump(), bytes);
}

MeasureRequest decode_measure_request(std::string_view message) {
  const auto parts = env::split_head(message);
  try {
    const json head = json::parse(parts.head);
    MeasureRequest request;
    request.spec = head.at("spec").get<TaskSpec>();
    request.null_shape = static_cast<NullShape>(head.at("null_shape").get<int>());
    request.reference_key = head.at("reference_key").get<std::uint64_t>();
    request.probe_seed = head.at("probe_seed").get<std::uint64_t>();
    request.published = static_cast<PublishedMode>(head.at("published").get<int>());
    const auto brep = head.at("brep_bytes").get<std::size_t>();
    const auto reference = head.at("reference_bytes").get<std::size_t>();
    if (brep > parts.bytes.size() || reference != parts.bytes.size() - brep) {
      throw std::invalid_argument("measure request: its parts do not add up");
    }
    request.brep = env::as_bytes(parts.bytes.substr(0, brep));
    request.reference = env::as_bytes(parts.bytes.substr(brep));
    return request;
  } catch (const json::exception& error) {
    throw std::invalid_argument(std::string("measure request: ") + error.what());
  }
}

}  // namespace cadforge::rewards
