// The verified profile: what pays, what does not, and in which order.
#include "rewards/score.h"

#include <catch2/catch.hpp>

#include "rewards/terms/terms.h"
#include "tests/rewards/fixture.h"

using namespace cadforge::rewards;

namespace {

Bench& plate_bench() {
  static Bench bench("plate", plate_spec());
  return bench;
}

Bench& bracket_bench() {
  static Bench bench("bracket", bracket_spec());
  return bench;
}

constexpr NullShape kNulls[] = {NullShape::kBox,       NullShape::kCylinderX, NullShape::kCylinderY,
                                NullShape::kCylinderZ, NullShape::kHull,      NullShape::kHalfSize};

double failed_total(const std::string& error_class) {
  BuildResult build;
  build.error_class = error_class;
  const auto report = score(plate_spec(), plate_bench().reference(), build, {});
  CHECK(report.build == 0);
  CHECK(report.error_class == error_class);
  return report.total;
}

}  // namespace

TEST_CASE("the gold scores as right, by this program or another, here or elsewhere") {
  CHECK(plate_bench().score("plate").total >= 0.99);
  CHECK(plate_bench().score("plate_otherwise").total >= 0.98);
  CHECK(bracket_bench().score("bracket").total >= 0.99);
}

TEST_CASE("no null pays, and below the best of them there is still a way up") {
  for (auto* bench : {&plate_bench(), &bracket_bench()}) {
    const double best = bench->reference().raw_null;
    for (const auto kind : kNulls) {
      const auto null = bench->score_null(kind);
      CHECK(null.total <= 0.02 * best + 1e-12);
      CHECK(null.total == Approx(0.02 * null.raw));
    }
  }
  CHECK(plate_bench().score("plate_no_holes").total <= 0.05);
}

TEST_CASE("the ladder: null < wrong size < hole missing < gold") {
  auto& bench = plate_bench();
  const double null = bench.score_null(NullShape::kBox).total;
  const double wide = bench.score("plate_wide").total;
  const double missing = bench.score("plate_three_holes").total;
  const double gold = bench.score("plate").total;
  CHECK(null + 0.1 < wide);
  CHECK(wide + 0.1 < missing);
  CHECK(missing + 0.1 < gold);
}

TEST_CASE("each wrong number or hole costs clearly") {
  for (const char* name : {"plate_wide", "plate_small_holes", "plate_three_holes",
                           "plate_five_holes", "plate_moved_hole", "plate_turned"}) {
    INFO(name);
    CHECK(plate_bench().score(name).total < 0.8);
  }
  CHECK(bracket_bench().score("bracket_long").total < 0.8);
}

TEST_CASE("a part that lacks a whole stated group is capped") {
  CHECK(plate_bench().score("plate_no_holes").total < 0.30);
  CHECK(plate_bench().score("plate_engraved").total < 0.05);
  // The body is right to 98 %, its one hole is on the wrong side.
  CHECK(bracket_bench().score("bracket_mirrored").total < 0.30);
}

TEST_CASE("every right hole and every millimetre pays") {
  auto& bench = plate_bench();
  const auto gold = bench.measure("plate");
  double last = 2;
  for (int missing = 0; missing <= 4; ++missing) {
    auto shape = gold;
    shape.holes.resize(4 - missing);
    const double total = bench.score(shape).total;
    CHECK(total < last);
    last = total;
  }
  last = 2;
  for (double off = 0.5; off < 6; off += 0.5) {
    auto shape = gold;
    shape.bbox_max[0] += off;
    const double total = bench.score(shape).total;
    CHECK(total < last);
    last = total;
  }
  last = 2;
  for (double off = 0.6; off < 3.4; off += 0.4) {
    auto shape = gold;
    shape.holes[0].centre[0] += off;
    const double total = bench.score(shape).total;
    CHECK(total < last);
    last = total;
  }
}

TEST_CASE("holes answer one to one") {
  auto& bench = plate_bench();
  auto shape = bench.measure("plate");
  for (auto& hole : shape.holes) hole.centre = shape.holes[0].centre;  // four holes at one place
  const auto report = bench.score(shape);
  CHECK(report.semantic_parts < 0.4);
}

TEST_CASE("a blind hole is half a through hole, and nothing where it is shallow") {
  auto& bench = bracket_bench();
  auto shape = bench.measure("bracket");
  const double through = bench.score(shape).total;
  shape.holes[0].through = false;
  const double blind = bench.score(shape).total;
  shape.holes[0].depth = 0.2;
  const double engraved = bench.score(shape).total;
  CHECK(through > blind + 0.1);
  CHECK(blind > engraved + 0.1);
  CHECK(engraved < 0.3);
}

TEST_CASE("a hole of no stated depth is still neither engraved nor filled up") {
  TaskSpec spec = plate_spec();
  for (auto& hole : spec.holes) hole.depth = 0;
  Bench bench("plate", spec);
  CHECK(bench.score("plate_engraved").total < 0.05);
  auto shape = bench.measure("plate");
  const double open = bench.score(shape).semantic_parts;
  for (auto& hole : shape.holes) {
    hole.through = false;
    hole.depth = 0;
  }
  CHECK(open == Approx(1));
  CHECK(bench.score(shape).semantic_parts < 0.3);
  // A pin may stand in a hole that need not be open.
  for (auto& hole : spec.holes) hole.through = false;
  CHECK(Bench("plate", spec).score(shape).semantic_parts == Approx(1));
}

TEST_CASE("inner fillets are no holes that nobody asked for") {
  auto& bench = plate_bench();
  auto shape = bench.measure("plate");
  MeasuredHole fillet;
  fillet.diameter = 8;
  fillet.axis = {0, 0, 1};
  fillet.depth = 6;
  shape.holes.push_back(fillet);
  CHECK(bench.score(shape).semantic_parts == Approx(1));
  shape.holes.back().full_circle = true;
  CHECK(bench.score(shape).semantic_parts < 0.9);
}

TEST_CASE("a slot's end is a hole where a check says so, a fillet never") {
  TaskSpec spec;
  HoleCheck wanted = hole("bolt hole", 8, Axis::kZ, {0, 0, 0}, 0, true);
  wanted.position.reset();
  spec.holes = {wanted};
  const auto features = [&](const std::string& name) {
    std::vector<Finding> findings;
    return semantic_parts_term(spec, plate_bench().measure(name), findings).value;
  };
  CHECK(features("slot") < 0.1);
  spec.holes[0].slot = true;
  CHECK(features("slot") == Approx(1));
  CHECK(features("pocket") < 0.1);  // rounded corners of the same diameter
}

TEST_CASE("a hole counts where it is wanted, in shares of the part") {
  TaskSpec spec;
  HoleCheck wanted = hole("bolt hole", 8, Axis::kZ, {0, 0, 0}, 0, true);
  wanted.position.reset();
  wanted.within = Region{{-0.5, -0.5, 0}, {-0.25, 0.5, 1}};
  spec.holes = {wanted};
  const auto features = [&](double x) {
    GeometryReport shape;
    shape.bbox_min = {-80, -40, 0};
    shape.bbox_max = {80, 40, 20};
    shape.holes.resize(1);
    shape.holes[0] = {.diameter = 8,
                      .axis = {0, 0, 1},
                      .centre = {x, 0, 10},
                      .depth = 20,
                      .through = true,
                      .full_circle = true};
    std::vector<Finding> findings;
    return semantic_parts_term(spec, shape, findings).value;
  };
  std::vector<Finding> findings;
  semantic_parts_term(spec, GeometryReport(), findings);
  CHECK_THAT(findings.at(0).text, Catch::EndsWith("along z at -50 to -25 % in x"));
  CHECK(features(-60) == Approx(1));
  CHECK(features(-41) == Approx(1));
  CHECK(features(-39) < 0.1);
  CHECK(features(60) < 0.1);
}

TEST_CASE("faces of any kind may lie at an angle") {
  TaskSpec spec;
  FaceCheck wanted;
  wanted.kind = FaceKind::kAny;
  wanted.angle = {30, 60};
  wanted.count = {1, 9};
  spec.faces = {wanted};
  const auto features = [&](FaceKind kind, const Vec3& direction) {
    GeometryReport shape;
    shape.faces_found.resize(1);
    shape.faces_found[0].kind = kind;
    shape.faces_found[0].direction = direction;
    std::vector<Finding> findings;
    return semantic_parts_term(spec, shape, findings).value;
  };
  CHECK(features(FaceKind::kPlane, {0.6, 0, 0.8}) == Approx(1));
  CHECK(features(FaceKind::kCylinder, {0.6, 0, 0.8}) == Approx(1));
  CHECK(features(FaceKind::kCylinder, {0, 0, 1}) < 0.1);
}

TEST_CASE("any face that is no plane is curved") {
  TaskSpec spec;
  FaceCheck wanted;
  wanted.kind = FaceKind::kCurved;
  wanted.count = {1, 1};
  spec.faces = {wanted};
  const auto features = [&](FaceKind kind) {
    GeometryReport shape;
    shape.faces_found.resize(1);
    shape.faces_found[0].kind = kind;
    std::vector<Finding> findings;
    return semantic_parts_term(spec, shape, findings).value;
  };
  CHECK(features(FaceKind::kOther) == Approx(1));
  CHECK(features(FaceKind::kTorus) == Approx(1));
  CHECK(features(FaceKind::kPlane) < 0.1);
}

TEST_CASE("a concept counts in its best allowed pose, a drawing in the one it states") {
  // A bracket of another design: the reference's rotation says nothing about where its wall is.
  TaskSpec spec = bracket_spec();
  for (auto& check : spec.extents) check.tolerance = Tolerance{0.1, 0.9};
  spec.concept_rotations = "z4";
  const auto value = [](const TaskSpec& stated, const char* name) {
    cadforge::geometry::Measurer measurer;
    MeasureRequest request;
    request.brep = golden_brep(name);
    request.spec = stated;
    std::vector<Finding> findings;
    return semantic_parts_term(stated, measurer.measure(request), findings).value;
  };
  TaskSpec turned = spec_for_style(spec, kConceptStyle);
  CHECK(turned.rotations == "z4");
  CHECK(value(turned, "bracket") == Approx(1));
  for (auto& check : turned.probes)
    check.points[0] = {-check.points[0][1], check.points[0][0], check.points[0][2]};
  turned.walls.clear();
  turned.slices.clear();
  turned.holes.clear();
  turned.extents.clear();
  CHECK(value(turned, "bracket") == Approx(1));  // as it stands after a quarter turn
  turned.drawing_style = true;
  CHECK(value(turned, "bracket") < 0.5);
  CHECK(spec_for_style(spec, "drawing").rotations == "none");
}

TEST_CASE("failures are flat by class and told apart from builds") {
  for (const char* name : {error_class::kNoCode, error_class::kSyntaxError, error_class::kTruncated,
                           error_class::kRefused, error_class::kTimeout, error_class::kOutOfMemory,
                           error_class::kKilled}) {
    CHECK(failed_total(name) == -1.0);
  }
  CHECK(failed_total("exception:ValueError") == -0.8);
  CHECK(failed_total(error_class::kNoResult) == -0.8);
  for (const char* name :
       {error_class::kNotAShape, error_class::kInvalidSolid, error_class::kEmptySolid}) {
    CHECK(failed_total(name) == -0.6);
  }
  RewardReport failure;
  failure.total = -0.8;
  CHECK(training_reward(failure, -0.2) == -0.2);
  RewardReport good;
  good.build = 1;
  good.total = 0.4;
  CHECK(training_reward(good, -0.2) == 0.4);
}

TEST_CASE("a bad shape fails by the measurer's verdict") {
  for (const char* name :
       {"bad_reversed", "bad_open_solid", "bad_faces_only", "bad_empty_compound"}) {
    const auto report = plate_bench().score(name);
    INFO(name);
    CHECK(report.build == 0);
    CHECK(report.total == -0.6);
    CHECK(report.semantic_parts == 0);
  }
}

TEST_CASE("a result reached by swallowing an exception is a failure") {
  BuildResult build;
  build.error_class = error_class::kOk;
  build.swallowed_exception = true;
  const auto report =
      score(plate_spec(), plate_bench().reference(), build, plate_bench().measure("plate"));
  CHECK(report.build == 0);
  CHECK(report.total == -0.8);
  CHECK(report.error_class == error_class::kSwallowed);
}

TEST_CASE("simple shapes are flagged where the part is none") {
  CHECK(plate_bench().score("plate_no_holes").null_like);
  CHECK(plate_bench().score("ball").null_like);
  CHECK_FALSE(plate_bench().score("plate").null_like);
  CHECK_FALSE(plate_bench().score("plate_three_holes").null_like);
  CHECK(bracket_bench().score_null(NullShape::kHull).null_like);
}

TEST_CASE("a null that satisfies the spec is no null") {
  TaskSpec spec;
  spec.extents = {extent("width", Axis::kX, 60), extent("depth", Axis::kY, 40),
                  extent("thickness", Axis::kZ, 6)};
  spec.volume = 14400;
  Bench bench("plate_no_holes", spec);
  CHECK(bench.reference().raw_null < 0.5);
  CHECK(bench.score("plate_no_holes").total >= 0.95);
  CHECK_FALSE(bench.score("plate_no_holes").null_like);
}

TEST_CASE("only bloat costs efficiency") {
  auto& bench = plate_bench();
  auto shape = bench.measure("plate");
  shape.faces = 2 * bench.reference().geometry.faces;
  CHECK(bench.score(shape).efficiency == Approx(1));
  shape.faces = 8 * bench.reference().geometry.faces;
  const auto bloated = bench.score(shape);
  CHECK(bloated.efficiency == Approx(0.5 + 0.5 * 0.25));
  CHECK(bloated.total < bench.score("plate").total);
}

TEST_CASE("several solids where one is wanted cost topology and contact") {
  auto& bench = plate_bench();
  auto shape = bench.measure("plate");
  shape.solids = 2;
  const auto report = bench.score(shape);
  CHECK(report.contact == 0);
  CHECK(report.topology == Approx(0.75));
  CHECK(report.total < 0.95);
}

TEST_CASE("notes name the most valuable fix first and what is right last") {
  const auto report = plate_bench().score("plate_wide");
  REQUIRE(report.notes.size() >= 2);
  CHECK_THAT(report.notes.front(), Catch::Contains("width: 66.00 mm, wanted 60.00 mm (+6.00)"));
  CHECK_THAT(report.notes.back(), Catch::StartsWith("right: a valid solid") &&
                                      Catch::Contains("depth") && !Catch::Contains("width"));
  CHECK_THAT(plate_bench().score("plate_moved_hole").notes.front(), Catch::Contains("3.00 mm off"));
}

TEST_CASE("the score is a pure function") {
  const auto shape = plate_bench().measure("plate_moved_hole");
  const auto once = nlohmann::json(plate_bench().score(shape)).dump();
  plate_bench().score("ball");
  CHECK(nlohmann::json(plate_bench().score(shape)).dump() == once);
}
