#include "rewards/geometry_report.h"

#include <nlohmann/json.hpp>

namespace cadforge::rewards {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(MeasuredHole, diameter, axis, centre, depth, through,
                                   full_circle, half_circle)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(MeasuredSlice, areas)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(MeasuredFace, kind, radius, direction, concave, centre, area,
                                   covered)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Similarity, iou, mean_distance, f_score, rotation)

namespace {

template <class Value>
void put(nlohmann::json& json, const Value& value) {
  json = value;
}
void put(nlohmann::json& json, const std::optional<double>& value) {
  if (value) json = *value;
}
template <class Value>
void take(const nlohmann::json& json, Value& value) {
  json.get_to(value);
}
void take(const nlohmann::json& json, std::optional<double>& value) {
  if (json.is_null()) {
    value.reset();
  } else {
    value = json.get<double>();
  }
}

// One list of members for both directions.
template <class Visit, class SomePose>
void visit_pose(SomePose& p, const Visit& visit) {
  visit("bbox_min", p.bbox_min);
  visit("bbox_max", p.bbox_max);
  visit("holes", p.holes);
  visit("faces_found", p.faces_found);
  visit("slices", p.slices);
  visit("walls", p.walls);
  visit("bars", p.bars);
  visit("probes", p.probes);
  visit("symmetries", p.symmetries);
}

template <class Visit, class Report>
void visit_members(Report& r, const Visit& visit) {
  visit_pose(r, visit);
  visit("error_class", r.error_class);
  visit("message", r.message);
  visit("valid", r.valid);
  visit("volume", r.volume);
  visit("area", r.area);
  visit("centroid", r.centroid);
  visit("principal_inertia", r.principal_inertia);
  visit("solids", r.solids);
  visit("components", r.components);
  visit("largest_component_share", r.largest_component_share);
  visit("overlap_share", r.overlap_share);
  visit("smallest_gap", r.smallest_gap);
  visit("faces", r.faces);
  visit("edges", r.edges);
  visit("genus", r.genus);
  visit("mesh_closed_coarse", r.mesh_closed_coarse);
  visit("mesh_closed_fine", r.mesh_closed_fine);
  visit("convex", r.convex);
  visit("sliver_share", r.sliver_share);
  visit("similarity", r.similarity);
}

}  // namespace

void to_json(nlohmann::json& json, const Pose& pose) {
  json = nlohmann::json::object();
  visit_pose(pose, [&](const char* key, const auto& value) { put(json[key], value); });
}

void from_json(const nlohmann::json& json, Pose& pose) {
  visit_pose(pose, [&](const char* key, auto& value) { take(json.at(key), value); });
}

void to_json(nlohmann::json& json, const GeometryReport& report) {
  json = nlohmann::json::object();
  visit_members(report, [&](const char* key, const auto& value) { put(json[key], value); });
  if (!report.other_poses.empty()) json["other_poses"] = report.other_poses;
  if (report.published) json["published"] = *report.published;
}

void from_json(const nlohmann::json& json, GeometryReport& report) {
  visit_members(report, [&](const char* key, auto& value) { take(json.at(key), value); });
  report.other_poses = json.value("other_poses", std::vector<Pose>{});
  if (json.contains("published")) report.published = json["published"].get<PublishedGeometry>();
}

}  // namespace cadforge::rewards
