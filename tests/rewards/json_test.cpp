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
  CHECK(once.get<TaskSpec>().holes[0].diameter == 6);
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
  CHECK_THROWS_WITH(reading(R"({"rotations": "mirror"})"), Catch::Contains("any24"));
  CHECK_THROWS_WITH(reading("[]"), Catch::Contains("object"));
}

TEST_CASE("a geometry report survives JSON to the last bit") {
  const json once = Bench("bracket", bracket_spec()).measure("bracket_long");
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
