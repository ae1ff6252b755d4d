// Measures a B-rep. The one door to OpenCASCADE.
#pragma once

#include "rewards/geometry_report.h"

namespace cadforge::geometry {

/// Reads `request.brep` (BinTools), checks and measures it, and answers the request's queries.
/// Bad shapes are data: `error_class` says what is wrong. May crash or hang on hostile bytes, which
/// is why untrusted B-reps go through cadforge-measure. Not thread-safe: OpenCASCADE's caches are
/// per process.
rewards::GeometryReport measure(const rewards::MeasureRequest& request);

/// Hidden-line SVG drawing of a B-rep (isometric), for reports. `size` in pixels. Throws
/// std::runtime_error where the bytes are no shape.
std::string draw_svg(const std::vector<std::byte>& brep, int size);

/// A drawing of four such views: top above front, the right side beside it (third-angle projection,
/// one scale), and an isometric one in the corner that is left.
std::string draw_sheet(const std::vector<std::byte>& brep, int size);

/// The same views of two shapes on each other, the reference broad and pale: each stands on Z = 0
/// about the middle of its box, as they are compared, `brep` turned by allowed_rotations(rotations)
/// number `rotation`. Throws std::invalid_argument where there is no such rotation.
std::string draw_overlay(const std::vector<std::byte>& brep,
                         const std::vector<std::byte>& reference, const std::string& rotations,
                         std::size_t rotation, int size);

/// Binary STL and STEP (AP214, mm) of a B-rep. Throw std::runtime_error where the bytes are no
/// shape.
void write_stl(const std::vector<std::byte>& brep, const std::string& path);
void write_step(const std::vector<std::byte>& brep, const std::string& path);

}  // namespace cadforge::geometry
