// Measures a B-rep as the published reward does, references remembered between requests.
#pragma once

#include <cstdint>
#include <list>
#include <utility>

#include "rewards/geometry/published_likeness.h"
#include "rewards/geometry_report.h"

namespace cadforge::geometry {

/// The mesh that the published runner exports for a B-rep, as it is read back; not yet normalised.
/// Empty where the shape has no faces. Throws std::exception where the bytes are no shape.
Mesh published_mesh(const std::vector<std::byte>& brep);

/// Not thread-safe: OpenCASCADE's caches are per process.
class PublishedMeasurer {
 public:
  /// Answers a request whose `published` is not kNone: a report of which only the class, the
  /// message and `published` are filled in. Faces without a solid are a shape here, a shape without
  /// faces is not. Full mode compares with the request's reference; without one there is no
  /// likeness. Class "need_reference" as in Measurer. Throws std::exception where the bytes are no
  /// shape, Standard_Failure where meshing fails.
  rewards::GeometryReport measure(const rewards::MeasureRequest& request);

 private:
  struct Reference {
    Vec3 lengths{};
    std::vector<Vec3> points;
    Silhouettes silhouettes;
  };
  const Reference* reference(const rewards::MeasureRequest& request);

  static constexpr std::size_t kMostReferences = 32;
  std::list<std::pair<std::uint64_t, Reference>> references_;  ///< latest first
};

}  // namespace cadforge::geometry
