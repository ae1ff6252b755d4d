// Golden B-reps, their specs, and one way to score them without a sandbox.
#pragma once

#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "rewards/geometry/measurer.h"
#include "rewards/score.h"

namespace cadforge::rewards {

inline std::string read_golden_file(const std::string& name) {
  std::ifstream file(std::string(CADFORGE_TEST_DATA) + "/rewards/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("no golden " + name);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline std::vector<std::byte> golden_brep(const std::string& name) {
  const std::string text = read_golden_file(name + ".brep");
  std::vector<std::byte> bytes(text.size());
  std::memcpy(bytes.data(), text.data(), text.size());
  return bytes;
}

inline const nlohmann::json& goldens() {
  static const auto all = nlohmann::json::parse(read_golden_file("goldens.json"));
  return all;
}

/// 60 x 40 x 6 with four 5 mm holes on a 40 x 24 grid.
inline TaskSpec plate_spec() {
  TaskSpec spec;
  spec.id = "plate";
  spec.extents = {extent("width", Axis::kX, 60), extent("depth", Axis::kY, 40),
                  extent("thickness", Axis::kZ, 6)};
  for (const double x : {-20.0, 20.0}) {
    for (const double y : {-12.0, 12.0}) {
      spec.holes.push_back(hole("hole", 5, Axis::kZ, {x, y, 0}, 6, true));
    }
  }
  spec.volume = goldens().at("plate").at("volume").get<double>();
  spec.genus = 4;
  return spec;
}

/// L bracket of 50 x 30 x 40, 5 mm thick, a hole off the middle.
inline TaskSpec bracket_spec() {
  TaskSpec spec;
  spec.id = "bracket";
  spec.extents = {extent("length", Axis::kX, 50), extent("width", Axis::kY, 30),
                  extent("height", Axis::kZ, 40)};
  spec.walls = {thickness("base thickness", {20, 12, 50}, {0, 0, -1}, {5}),
                thickness("wall thickness", {-40, 0, 30}, {1, 0, 0}, {5})};
  spec.slices = {slice("wall", Axis::kZ, 20, 1, 150), slice("base", Axis::kX, 5, 1, 150)};
  spec.probes = {probe("corner", {-22.5, 0, 2.5}, true), probe("angle", {0, 0, 20}, false)};
  spec.holes = {hole("hole", 6, Axis::kZ, {10, -6, 0}, 5, true)};
  return spec;
}

/// A task around a golden shape: measures and scores candidates against it.
class Bench {
 public:
  Bench(const std::string& reference, TaskSpec spec) : spec_(std::move(spec)) {
    request_.reference = golden_brep(reference);
    request_.reference_key = 1;
    request_.spec = spec_;
    request_.brep = request_.reference;
    const GeometryReport gold = measurer_.measure(request_);
    std::vector<GeometryReport> nulls;
    for (const auto kind : {NullShape::kBox, NullShape::kCylinderX, NullShape::kCylinderY,
                            NullShape::kCylinderZ, NullShape::kHull, NullShape::kHalfSize}) {
      nulls.push_back(measure_null(kind));
    }
    facts_.live_tokens = 40;
    reference_ = reference_facts(spec_, facts_, gold, nulls);
  }

  GeometryReport measure(const std::string& name, std::uint64_t probe_seed = 0) {
    request_.brep = golden_brep(name);
    request_.null_shape = NullShape::kNone;
    request_.probe_seed = probe_seed;
    return measurer_.measure(request_);
  }
  GeometryReport measure_null(NullShape kind) {
    request_.null_shape = kind;
    return measurer_.measure(request_);
  }
  RewardReport score(const GeometryReport& geometry) const {
    BuildResult build;
    build.error_class = error_class::kOk;
    build.facts = facts_;
    return rewards::score(spec_, reference_, build, geometry);
  }
  RewardReport score(const std::string& name) { return score(measure(name)); }
  RewardReport score_null(NullShape kind) { return score(measure_null(kind)); }

  const TaskSpec& spec() const { return spec_; }
  const ReferenceFacts& reference() const { return reference_; }

 private:
  TaskSpec spec_;
  geometry::Measurer measurer_;
  MeasureRequest request_;
  SourceFacts facts_;
  ReferenceFacts reference_;
};

}  // namespace cadforge::rewards
