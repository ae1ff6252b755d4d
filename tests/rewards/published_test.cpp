// The published reward against a second implementation in Python (make_published_goldens.py).
#include "rewards/profiles/published.h"

#include <catch2/catch.hpp>

#include "rewards/geometry/published_likeness.h"
#include "rewards/geometry/published_measurer.h"
#include "rewards/geometry/published_mesh.h"
#include "rewards/measure_codec.h"
#include "tests/rewards/fixture.h"

using namespace cadforge::rewards;
namespace geometry = cadforge::geometry;
using nlohmann::json;

namespace {

constexpr Scoring kDense = {Profile::kPublishedDense, false};
constexpr Scoring kStrict = {Profile::kPublishedStrict, false};

const json& published() {
  static const auto all = json::parse(read_golden_file("published.json"));
  return all;
}

const json& program(const std::string& name) {
  for (const auto& row : published().at("programs")) {
    if (row.at("name") == name) return row;
  }
  throw std::runtime_error("no golden program " + name);
}

PublishedHints hints_of(const json& row) {
  PublishedHints hints = hints_from_spec({});
  if (!row.at("hints").is_null()) hints.hints = row.at("hints").get<std::vector<std::string>>();
  if (!row.at("bbox_mm").is_null()) hints.bbox_mm = row.at("bbox_mm").get<Vec3>();
  return hints;
}

geometry::Measurer& measurer() {
  static geometry::Measurer one;
  return one;
}

GeometryReport measured(const std::string& name, const std::string& reference = "") {
  MeasureRequest request;
  request.brep = golden_brep("published/" + name);
  request.published = reference.empty() ? PublishedMode::kFast : PublishedMode::kFull;
  if (!reference.empty()) {
    request.reference = golden_brep("published/" + reference);
    request.reference_key = std::hash<std::string>{}(reference);
  }
  return measurer().measure(request);
}

BuildResult built() {
  BuildResult build;
  build.error_class = error_class::kOk;
  return build;
}

BuildResult failed(const std::string& error_class, const std::string& message = "") {
  BuildResult build;
  build.error_class = error_class;
  build.message = message;
  return build;
}

double training(const std::string& completion, const BuildResult& build, const Scoring& scoring) {
  return *score_published({}, published_text(completion), build, {}, scoring).training_reward;
}

void check_terms(const RewardReport& report, const json& terms, double margin) {
  const json got = report;
  for (const auto& [term, value] : terms.items()) {
    if (term == "chamfer") continue;
    INFO(term);
    CHECK(got.at(term).get<double>() == Approx(value.get<double>()).margin(margin));
  }
}

}  // namespace

TEST_CASE("published: text is read as Python's regular expressions read it") {
  const auto hints = published().at("hints").get<std::vector<std::string>>();
  for (const auto& row : published().at("texts")) {
    const auto text = published_text(row.at("completion").get<std::string>());
    const auto counts = published_counts(text.program);
    INFO(text.completion);
    CHECK(text.code == row.at("code").get<std::string>());
    CHECK(text.program == row.at("program").get<std::string>());
    CHECK(code_score(text) == Approx(row.at("code_score").get<double>()).margin(1e-12));
    CHECK(hinted_share(hints, text.program) == Approx(row.at("hinted").get<double>()));
    CHECK(counts.functions == row.at("functions").get<int>());
    CHECK(counts.parameters == row.at("parameters").get<int>());
    CHECK(counts.returns == row.at("returns").get<int>());
    CHECK(counts.names_result == row.at("names_result").get<bool>());
  }
}

TEST_CASE("published: meshes have the facts that trimesh finds in the exported file") {
  for (const auto& row : published().at("programs")) {
    const auto name = row.at("name").get<std::string>();
    INFO(name);
    const GeometryReport report = measured(name);
    REQUIRE(report.ok());
    const json got = *report.published;
    for (const auto& [key, wanted] : row.at("geometry").items()) {
      INFO(key);
      if (wanted.is_number_float()) {
        CHECK(got.at(key).get<double>() == Approx(wanted.get<double>()).margin(1e-9));
      } else if (key == "lengths") {
        for (int i = 0; i < 3; ++i) {
          CHECK(got.at(key)[i].get<double>() == Approx(wanted[i].get<double>()).epsilon(1e-6));
        }
      } else {
        CHECK(got.at(key) == wanted);
      }
    }
  }
}

TEST_CASE("published: fast terms, total and training rewards") {
  for (const auto& row : published().at("programs")) {
    const auto name = row.at("name").get<std::string>();
    INFO(name);
    const auto text = published_text(row.at("program").get<std::string>());
    const auto hints = hints_of(row);
    const auto shape = measured(name);
    const auto dense = score_published(hints, text, built(), shape, kDense);
    const auto strict = score_published(hints, text, built(), shape, kStrict);
    check_terms(dense, row.at("terms"), 1e-6);
    CHECK(dense.total == strict.total);
    CHECK(*dense.training_reward == Approx(row.at("dense").get<double>()).margin(1e-6));
    CHECK(*strict.training_reward == Approx(row.at("strict").get<double>()).margin(1e-6));
    CHECK(training_reward(strict, -0.2) == *strict.training_reward);
  }
}

TEST_CASE("published: full mode compares with the reference given") {
  for (const auto& row : published().at("full")) {
    const auto name = row.at("name").get<std::string>();
    const auto& fast = program(name);
    INFO(name << " and " << row.at("reference"));
    const auto shape = measured(name, row.at("reference").get<std::string>());
    REQUIRE(shape.ok());
    REQUIRE(shape.published->likeness);
    const auto& terms = row.at("terms");
    CHECK(shape.published->likeness->chamfer ==
          Approx(terms.at("chamfer").get<double>()).margin(1e-4));
    CHECK(shape.published->likeness->silhouette ==
          Approx(terms.at("silhouette").get<double>()).margin(2e-3));
    const auto text = published_text(fast.at("program").get<std::string>());
    check_terms(
        score_published(hints_of(fast), text, built(), shape, {Profile::kPublishedDense, true}),
        terms, 2e-3);
  }
  const auto alone = score_published({}, published_text("x = 1"), built(), measured("ring"),
                                     {Profile::kPublishedDense, true});
  CHECK(alone.reference_similarity == 0.5);
  CHECK(*alone.silhouette == 0.5);
}

TEST_CASE("published: surface points are NumPy's draws") {
  const auto brep = golden_brep("published/pillow");
  const auto mesh = geometry::normalised(geometry::published_mesh(brep));
  const auto wanted = published().at("pillow_points").get<std::vector<Vec3>>();
  const auto points = geometry::surface_points(mesh, wanted.size());
  REQUIRE(points.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (int k = 0; k < 3; ++k) CHECK(points[i][k] == Approx(wanted[i][k]).margin(1e-3));
  }
}

TEST_CASE("published: a failed build is paid for its text") {
  for (const auto& row : published().at("failures")) {
    const auto completion = row.at("completion").get<std::string>();
    const auto error = row.at("error").get<std::string>();
    INFO(completion << error);
    const auto build = failed("exception:X", error);
    CHECK(training(completion, build, kDense) ==
          Approx(row.at("dense").get<double>()).margin(1e-12));
    CHECK(training(completion, build, kStrict) ==
          Approx(row.at("strict").get<double>()).margin(1e-12));
  }
}

TEST_CASE("published: time-outs, crashes and silence count 0, other failures -1") {
  const auto text = published_text("import cadquery as cq\nfixture = 1");
  const auto total = [&](const BuildResult& build, const GeometryReport& shape = {}) {
    const auto report = score_published({}, text, build, shape, kDense);
    CHECK(report.build == 0);
    CHECK(report.topology + report.contact + report.semantic_parts + report.efficiency == 0);
    return report.total;
  };
  CHECK(total(failed(error_class::kTimeout)) == 0);
  CHECK(total(failed(error_class::kOutOfMemory, "MemoryError")) == -1);
  CHECK(total(failed(error_class::kKilled)) == -1);
  GeometryReport unmeasured;
  unmeasured.error_class = error_class::kTimeout;
  CHECK(total(built(), unmeasured) == 0);
  MeasureRequest request;
  request.brep = golden_brep("bad_empty_compound");
  request.published = PublishedMode::kFast;
  const auto empty = measurer().measure(request);
  CHECK(empty.error_class == error_class::kNotAShape);
  CHECK(total(built(), empty) == 0);

  const auto silent = published_text("<think>x</think>");
  CHECK(score_published({}, silent, {}, {}, kDense).training_reward == 0.0);
  CHECK(*score_published({}, silent, {}, {}, kStrict).training_reward == Approx(-0.95));
}

TEST_CASE("published: a task without hints lends the names of its parts, else a chair's") {
  const auto plain = hints_from_spec({});
  CHECK(plain.by_default);
  CHECK(plain.hints.size() == 10);
  CHECK_FALSE(plain.bbox_mm);
  TaskSpec spec;
  spec.extents = {extent("width", Axis::kX, 10), extent("depth", Axis::kY, {20, 30})};
  spec.slices = {slice("front leg", Axis::kZ, 5, 4), slice("front leg", Axis::kZ, 9, 4)};
  CHECK_FALSE(hints_from_spec(spec).bbox_mm);
  spec.extents.push_back(extent("height", Axis::kZ, 40));
  const auto hints = hints_from_spec(spec);
  CHECK_FALSE(hints.by_default);
  CHECK(hints.hints == std::vector<std::string>{"front_leg"});
  CHECK(*hints.bbox_mm == Vec3{10, 25, 40});
}

TEST_CASE("published: requests and reports survive their messages") {
  MeasureRequest request;
  request.published = PublishedMode::kFull;
  CHECK(decode_measure_request(encode_measure_request(request, false)).published ==
        PublishedMode::kFull);
  const GeometryReport report = measured("skin", "pillow");
  const json once = report;
  CHECK(json(once.get<GeometryReport>()) == once);
  CHECK_FALSE(json(GeometryReport{}).get<GeometryReport>().published);
}

TEST_CASE("a profile has a name, and an unknown name says which there are") {
  for (const auto profile :
       {Profile::kVerified, Profile::kPublishedDense, Profile::kPublishedStrict}) {
    CHECK(parse_profile(profile_name(profile)) == profile);
  }
  CHECK_THROWS_WITH(parse_profile("published"), Catch::Contains("published_strict"));
}
