// Specs and reports as JSON.
#include <catch2/catch.hpp>

#include "rewards/measure_codec.h"
#include "tests/rewards/fixture.h"

using namespace cadforge::rewards;
using nlohmann::json;

TEST_CASE("a spec survives JSON") {
  TaskSpec spec = bracket_spec();
  spec.volume = 123.5;
  spec.genus = 1;
  spec.rotations = "z4";
  spec.drawing_style = false;
  const json once = spec;
  CHECK(json(once.get<TaskSpec>()) == once);
  CHECK(once.get<TaskSpec>().holes[0].diameter.low == 6);
}

TEST_CASE("every kind of check survives JSON") {
  const auto once = json::parse(R"({
    "extents": [{"axis": "z", "value": [80, 100], "styles": ["concept"], "tolerance": [0.02, 0.3]}],
    "walls": [{"origin": [0, 0, 9], "direction": [0, 0, -1], "lengths": [3, [4, 6]], "weight": 2}],
    "bars": [{"origin": [0, 0, 0.5], "direction": [1, 0, 0], "count": [2, 4], "length": [5, 50],
              "share": true, "spread": 0.05}],
    "slices": [{"normal": "z", "at": 0.2, "share": true, "regions": 4, "region_area": [100, 900]}],
    "probes": [{"points": [[0, 0, 1], [0, 0, 2]], "solid": false, "at_least": 1}],
    "holes": [{"diameter": [4, 9], "axis": "any", "slot": true},
              {"diameter": 6, "axis": "z", "within": {"low": [-0.5, -0.5, 0], "high": [0, 0.5, 1]}}],
    "faces": [{"kind": "cylinder", "count": 4, "radius": [3, 5], "concave": true},
              {"kind": "plane", "count": [1, 9], "angle": 30, "axis": "x", "area": [10, 90]},
              {"kind": "any", "count": 2, "within": {"low": [-0.5, 0, 0], "high": [0, 0.5, 0.5]}}],
    "rotations": "z2", "concept_rotations": "any24",
    "symmetries": [{"kind": "mirror_y"}, {"kind": "turn", "order": 6}],
    "clearances": [{"value": 0.2}],
    "contracts": [{"parameter": "span", "value": 120}],
    "volume": [100, 200], "solids": null, "components": 2})");
  const json twice = once.get<TaskSpec>();
  CHECK(json(twice.get<TaskSpec>()) == twice);
  for (const auto& [key, value] : once.items()) {
    if (!value.is_array() || !value[0].is_object()) {
      CHECK(twice.at(key) == value);
      continue;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
      for (const auto& [field, stated] : value[i].items()) CHECK(twice[key][i].at(field) == stated);
    }
  }
}

TEST_CASE("a grid of probes is spaced evenly, ends included") {
  const auto points = [](const char* grid) {
    const auto probe = json{{"grid", json::parse(grid)}, {"solid", true}};
    return json{{"probes", json::array({probe})}}.get<TaskSpec>().probes.at(0).points;
  };
  const std::vector<Vec3> wanted = {{0, 5, 1}, {0, 5, 3}, {2, 5, 1},
                                    {2, 5, 3}, {4, 5, 1}, {4, 5, 3}};
  CHECK(points(R"({"low": [0, 4, 1], "high": [4, 6, 3], "counts": [3, 1, 2]})") == wanted);
  CHECK_THROWS_WITH(points(R"({"low": [0, 4, 1], "high": [4, 6, 3], "counts": [3, 0, 2]})"),
                    Catch::Contains("\"counts\": expected 1 or more each"));
  CHECK_THROWS_WITH(points(R"({"low": [0, 4, 1], "high": [4, 6, 3], "counts": [400, 400, 400]})"),
                    Catch::Contains("4096 together at most"));
  CHECK_THROWS_WITH(points(R"({"low": [0, 4], "high": [4, 6, 3], "counts": [3, 1, 2]})"),
                    Catch::Contains("\"low\": expected three numbers"));
  CHECK_THROWS_WITH(points(R"({"low": [0, 4, 1], "hihg": [4, 6, 3], "counts": [3, 1, 2]})"),
                    Catch::Contains("\"high\" is missing"));
  CHECK_THROWS_WITH((json{{"probes", {{{"solid", true}}}}}.get<TaskSpec>()),
                    Catch::Contains("either \"points\" or \"grid\""));
}

TEST_CASE("a prompt's style has the checks that name it, or no style") {
  const auto spec = json::parse(R"({
    "extents": [{"name": "all", "axis": "z", "value": 1},
                {"name": "mine", "axis": "z", "value": [1, 2], "styles": ["concept"]},
                {"name": "theirs", "axis": "z", "value": 1, "styles": ["drawing", "terse"]}],
    "volume": 5, "genus": 1})")
                        .get<TaskSpec>();
  const auto names = [&](const char* style) {
    std::string text;
    for (const auto& check : spec_for_style(spec, style).extents) text += check.name + " ";
    return text;
  };
  CHECK(names("concept") == "all mine ");
  CHECK(names("terse") == "all theirs ");
  const auto concept_spec = spec_for_style(spec, kConceptStyle);
  CHECK_FALSE(concept_spec.drawing_style);
  CHECK_FALSE(concept_spec.volume);
  CHECK_FALSE(concept_spec.genus);
  CHECK_FALSE(concept_spec.solids);
  CHECK(spec_for_style(spec, "terse").volume);
}

TEST_CASE("a spec's mistakes are named") {
  const auto reading = [](const char* text) { return json::parse(text).get<TaskSpec>(); };
  CHECK_THROWS_WITH(reading(R"({"extent": []})"), Catch::Contains("\"extent\""));
  CHECK_THROWS_WITH(reading(R"({"extents": [{"axis": "w", "value": 1}]})"),
                    Catch::Contains("\"w\""));
  CHECK_THROWS_WITH(reading(R"({"extents": [{"axis": "x"}]})"), Catch::Contains("\"value\""));
  CHECK_THROWS_WITH(
      reading(R"({"holes": [{"diameter": "five", "axis": "z", "position": [0, 0, 0]}]})"),
      Catch::Contains("diameter"));
  CHECK_THROWS_WITH(reading(R"({"extents": [{"axis": "x", "value": [3, 2]}]})"),
                    Catch::Contains("[low, high]") && Catch::Contains("spec.extents[0]"));
  CHECK_THROWS_WITH(
      reading(R"({"bars": [{"origin": [0, 0, 0], "direction": [1, 1, 0], "count": 1}]})"),
      Catch::Contains("length 1"));
  CHECK_THROWS_WITH(reading(R"({"faces": [{"kind": "plain"}]})"),
                    Catch::Contains("plane, cylinder"));
  CHECK_THROWS_WITH(reading(R"({"holes": [{"diameter": 4, "axis": "z",
                                           "within": {"low": [0, 0, 1], "high": [1, 1, 0]}}]})"),
                    Catch::Contains("\"low\": expected at most \"high\""));
  CHECK_THROWS_WITH(reading(R"({"rotations": "mirror"})"), Catch::Contains("any24"));
  CHECK_THROWS_WITH(reading("[]"), Catch::Contains("object"));
}

TEST_CASE("a geometry report survives JSON to the last bit") {
  auto report = Bench("bracket", bracket_spec()).measure("bracket_long");
  report.other_poses = {report};
  const json once = report;
  CHECK(json(json::parse(once.dump()).get<GeometryReport>()).dump() == once.dump());
}

TEST_CASE("a measuring request survives the wire") {
  MeasureRequest request;
  request.brep = golden_brep("plate");
  request.reference = golden_brep("bracket");
  request.reference_key = 0xfedcba9876543210;
  request.null_shape = NullShape::kHull;
  request.spec = plate_spec();
  request.probe_seed = 77;
  const auto full = decode_measure_request(encode_measure_request(request, true));
  CHECK(full.brep == request.brep);
  CHECK(full.reference == request.reference);
  CHECK(full.reference_key == request.reference_key);
  CHECK(full.null_shape == NullShape::kHull);
  CHECK(full.probe_seed == 77);
  CHECK(json(full.spec) == json(request.spec));
  CHECK(decode_measure_request(encode_measure_request(request, false)).reference.empty());
  CHECK_THROWS_AS(decode_measure_request("garbage"), std::invalid_argument);
}
