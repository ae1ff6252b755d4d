// measure() with a memory for references: what a measuring process keeps between requests.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <unordered_map>

#include "rewards/geometry/mesh.h"
#include "rewards/geometry/published_measurer.h"
#include "rewards/geometry_report.h"

namespace cadforge::geometry {

/// Not thread-safe: OpenCASCADE's caches are per process.
class Measurer {
 public:
  /// As measure(); a report of class "need_reference" where the request names a reference by key
  /// that is not held and brings no bytes.
  rewards::GeometryReport measure(const rewards::MeasureRequest& request);

 private:
  const Mesh* reference(const rewards::MeasureRequest& request);

  static constexpr std::size_t kMostReferences = 128;
  std::list<std::uint64_t> recent_;  ///< keys, latest first
  std::unordered_map<std::uint64_t, Mesh> references_;
  PublishedMeasurer published_;
};

}  // namespace cadforge::geometry
