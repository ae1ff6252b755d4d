#include "rewards/published_geometry.h"

#include <nlohmann/json.hpp>

namespace cadforge::rewards {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PublishedGeometry::Likeness, lengths, chamfer, silhouette)

namespace {

// One list of members for both directions.
template <class Visit, class Geometry>
void visit_members(Geometry& g, const Visit& visit) {
  visit("lengths", g.lengths);
  visit("vertices", g.vertices);
  visit("faces", g.faces);
  visit("components", g.components);
  visit("watertight", g.watertight);
  visit("winding_consistent", g.winding_consistent);
  visit("boundary_edges", g.boundary_edges);
  visit("non_manifold_edges", g.non_manifold_edges);
  visit("degenerate_faces", g.degenerate_faces);
  visit("parts", g.parts);
  visit("mean_gap", g.mean_gap);
  visit("largest_gap", g.largest_gap);
  visit("large_gaps", g.large_gaps);
  visit("base_radius", g.base_radius);
  visit("upper_vertices", g.upper_vertices);
}

}  // namespace

void to_json(nlohmann::json& json, const PublishedGeometry& geometry) {
  json = nlohmann::json::object();
  visit_members(geometry, [&](const char* key, const auto& value) { json[key] = value; });
  if (geometry.likeness) json["likeness"] = *geometry.likeness;
}

void from_json(const nlohmann::json& json, PublishedGeometry& geometry) {
  visit_members(geometry, [&](const char* key, auto& value) { json.at(key).get_to(value); });
  if (json.contains("likeness"))
    geometry.likeness = json["likeness"].get<PublishedGeometry::Likeness>();
}

}  // namespace cadforge::rewards
