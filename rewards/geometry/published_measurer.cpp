#include "rewards/geometry/published_measurer.h"

#include <algorithm>
#include <cmath>

#include "rewards/build_result.h"
#include "rewards/geometry/published_mesh.h"
#include "rewards/geometry/shape.h"
#include "rewards/measure_codec.h"

namespace cadforge::geometry {
namespace {

using rewards::GeometryReport;
using rewards::MeasureRequest;
using rewards::PublishedMode;

constexpr double kDeflection = 0.1, kAngle = 0.1;  // share of an edge's size, radians
constexpr std::size_t kPoints = 1500, kReferencePoints = 3000;

bool is_finite(const rewards::PublishedGeometry& g) {
  return std::isfinite(g.lengths[0] + g.lengths[1] + g.lengths[2] + g.mean_gap + g.largest_gap +
                       g.base_radius);
}

GeometryReport failed(const char* error_class, const char* message) {
  GeometryReport report;
  report.error_class = error_class;
  report.message = message;
  return report;
}

}  // namespace

Mesh published_mesh(const std::vector<std::byte>& brep) {
  return through_stl(triangulate(read_brep(brep), kDeflection, kAngle, Deflection::kShareOfEdge));
}

const PublishedMeasurer::Reference* PublishedMeasurer::reference(const MeasureRequest& request) {
  const auto key = request.reference_key;
  const auto found = std::find_if(references_.begin(), references_.end(),
                                  [&](const auto& entry) { return entry.first == key; });
  if (found != references_.end()) {
    references_.splice(references_.begin(), references_, found);
  } else {
    if (request.reference.empty()) return nullptr;
    const Mesh mesh = normalised(published_mesh(request.reference));
    references_.emplace_front(key,
                              Reference{bounds(mesh).size(), surface_points(mesh, kReferencePoints),
                                        draw_silhouettes(mesh)});
    if (references_.size() > kMostReferences) references_.pop_back();
  }
  return &references_.front().second;
}

GeometryReport PublishedMeasurer::measure(const MeasureRequest& request) {
  const bool full = request.published == PublishedMode::kFull && request.reference_key != 0;
  const Reference* wanted = full ? reference(request) : nullptr;
  if (full && !wanted) return failed(rewards::kNeedReference, "");
  const Mesh exported = published_mesh(request.brep);
  if (exported.triangles.empty()) {
    return failed(rewards::error_class::kNotAShape, "the result has no faces to export");
  }
  const Mesh mesh = normalised(exported);
  GeometryReport report;
  report.published = published_geometry(mesh);
  if (wanted) {
    report.published->likeness = {wanted->lengths,
                                  chamfer_likeness(surface_points(mesh, kPoints), wanted->points),
                                  silhouette_likeness(draw_silhouettes(mesh), wanted->silhouettes)};
  }
  if (!is_finite(*report.published)) {
    return failed(rewards::error_class::kInvalidSolid, "a measure is not a finite number");
  }
  return report;
}

}  // namespace cadforge::geometry
