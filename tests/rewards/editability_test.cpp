// Which rebuilds count, without building anything: shapes are stated by their numbers.
#include "rewards/terms/editability.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace cadforge::rewards;

namespace {

// A solid block of x * y * z mm: every number of its signature in closed form.
GeometryReport block(double x, double y, double z) {
  GeometryReport report;
  report.valid = true;
  report.solids = report.components = 1;
  report.volume = x * y * z;
  report.area = 2 * (x * y + y * z + z * x);
  report.bbox_max = {x, y, z};
  const double m = report.volume / 12;
  report.principal_inertia = {m * (y * y + z * z), m * (x * x + z * z), m * (x * x + y * y)};
  std::sort(report.principal_inertia.begin(), report.principal_inertia.end());
  return report;
}

SourceFacts facts_of(const std::vector<double>& values) {
  SourceFacts facts;
  facts.parsed = true;
  for (const double value : values) {
    SourceFacts::Parameter parameter;
    parameter.name = fmt::format("p{}", facts.live_parameters.size());
    parameter.value = value;
    parameter.integer = value == std::round(value);
    facts.live_parameters.push_back(parameter);
  }
  facts.numeric_literals = static_cast<int>(values.size());
  return facts;
}

ReferenceFacts reference_with(int parameters) {
  ReferenceFacts reference;
  reference.live_parameters = parameters;
  return reference;
}

Rebuild to(std::size_t parameter, double value, GeometryReport shape) {
  return {{parameter, value}, true, std::move(shape)};
}

double term(const std::vector<double>& values, const std::vector<Rebuild>& tried,
            const TaskSpec& spec = {}, const std::vector<Rebuild>& contracts = {}) {
  std::vector<Finding> findings;
  ReferenceFacts reference = reference_with(3);
  reference.contract_nulls = {0.78};
  return editability_term(spec, reference, facts_of(values), block(60, 40, 10),
                          {static_cast<int>(values.size()), tried, contracts}, findings);
}

}  // namespace

TEST_CASE("three parameters that move three things are all that is asked") {
  CHECK(term({60, 40, 10}, {to(0, 66, block(66, 40, 10)), to(1, 44, block(60, 44, 10)),
                            to(2, 11, block(60, 40, 11))}) == Approx(1));
}

TEST_CASE("no parameter, or none that does anything, is worth nothing") {
  CHECK(term({}, {}) == 0);
  CHECK(term({60, 40, 10}, {to(0, 66, block(60, 40, 10)), to(1, 44, block(60, 40, 10)),
                            to(2, 11, block(60, 40, 10))}) == 0);
  Rebuild broken;
  CHECK(term({60}, {broken}) == 0);
}

TEST_CASE("factors of one dimension are one parameter") {
  // w * k1 * k2 ** 2 with k1 = k2 = 1: each stretches the part along the same line.
  const double one =
      term({60, 1.0, 1.0}, {to(0, 66, block(66, 40, 10)), to(1, 1.1, block(66, 40, 10)),
                            to(2, 1.1, block(72.6, 40, 10))});
  CHECK(one < 0.45);
}

TEST_CASE("moving the part about is no edit") {
  GeometryReport moved = block(60, 40, 10);
  for (int i = 0; i < 3; ++i) {
    moved.bbox_min[i] += 7;
    moved.bbox_max[i] += 7;
    moved.centroid[i] += 7;
  }
  CHECK(term({5, 6, 7}, {to(0, 6, moved), to(1, 7, moved), to(2, 8, moved)}) == 0);
}

TEST_CASE("a parameter that is a stated extent moves that extent and no other") {
  TaskSpec spec;
  spec.extents = {extent("width", Axis::kX, 60)};
  CHECK(term({60}, {to(0, 66, block(66, 40, 10))}, spec) >
        1.5 * term({60}, {to(0, 66, block(66, 44, 10))}, spec));
  CHECK(term({60}, {to(0, 66, block(60, 44, 10))}, spec) <
        term({60}, {to(0, 66, block(66, 40, 10))}, spec));
}

TEST_CASE("a part that falls to pieces was not edited") {
  GeometryReport pieces = block(66, 40, 10);
  pieces.solids = pieces.components = 2;
  CHECK(term({60}, {to(0, 66, pieces)}) == 0);
}

TEST_CASE("magic numbers take their share") {
  auto facts = facts_of({60, 40, 10});
  const Rebuilds rebuilds{
      3,
      {to(0, 66, block(66, 40, 10)), to(1, 44, block(60, 44, 10)), to(2, 11, block(60, 40, 11))},
      {}};
  facts.magic_numbers = 3;
  facts.numeric_literals = 6;
  std::vector<Finding> findings;
  CHECK(editability_term({}, reference_with(3), facts, block(60, 40, 10), rebuilds, findings) ==
        Approx(0.85 + 0.15 / 2));
}

TEST_CASE("a contract is kept as far as the rebuilt part has come to the rebuilt reference") {
  TaskSpec spec;
  ContractCheck contract;
  contract.parameter = "p1";
  contract.value = 50;
  spec.contracts = {contract};
  const std::vector<Rebuild> free = {to(0, 66, block(66, 40, 10)), to(1, 44, block(60, 44, 10)),
                                     to(2, 11, block(60, 40, 11))};
  const auto kept = [&](double iou) {
    Rebuild rebuild = to(1, 50, block(60, 50, 10));
    rebuild.shape.similarity.iou = iou;
    return term({60, 40, 10}, free, spec, {rebuild});
  };
  CHECK(kept(1.0) == Approx(1));
  CHECK(kept(0.98) == Approx(1));
  CHECK(kept(0.88) == Approx(0.6 + 0.4 * 0.5));  // half the way from 0.78 to 0.98
  CHECK(kept(0.78) == Approx(0.6));              // where the change left it
  CHECK(kept(0.50) == Approx(0.6));
  CHECK(term({60, 40, 10}, free, spec, {Rebuild{}}) == Approx(0.6));  // does not build
  spec.contracts[0].parameter = "width";  // which the program does not have
  CHECK(kept(1.0) == Approx(0.6));
}

TEST_CASE("changes are drawn by the seed, of distinct parameters, up and down") {
  const auto facts = facts_of({60, 2.5, 1, 0, -8, 3});
  const auto plan = plan_changes(facts, 4, 11);
  REQUIRE(plan.size() == 6);
  std::set<std::size_t> chosen;
  for (const auto& [first, second] : plan) {
    chosen.insert(first.parameter);
    CHECK(first.parameter == second.parameter);
    const double value = facts.live_parameters[first.parameter].value;
    CHECK(first.value != value);
    CHECK(second.value != value);
    if (facts.live_parameters[first.parameter].integer)
      CHECK(first.value == std::round(first.value));
    if (value > 0) CHECK(std::min(first.value, second.value) > 0);
  }
  CHECK(chosen.size() == 6);
  CHECK(plan_changes(facts, 2, 11).size() == 3);
  CHECK(plan_changes(facts, 0, 11).empty());
  const auto order = [&](std::uint64_t seed) {
    std::string text;
    for (const auto& changes : plan_changes(facts, 4, seed))
      text += std::to_string(changes[0].parameter);
    return text;
  };
  CHECK(order(11) == order(11));
  std::set<std::string> orders;
  for (std::uint64_t seed = 0; seed < 20; ++seed) orders.insert(order(seed));
  CHECK(orders.size() > 5);
}

TEST_CASE("a change replaces the literal and nothing else") {
  SourceFacts facts = facts_of({60, 2.5});
  const std::string code = "w = 60\nt = 2.5\nbox(w, 60, t)\n";
  facts.live_parameters[0].byte_begin = 4;
  facts.live_parameters[0].byte_end = 6;
  facts.live_parameters[1].byte_begin = 11;
  facts.live_parameters[1].byte_end = 14;
  CHECK(changed_source(code, facts, {0, 66}) == "w = 66\nt = 2.5\nbox(w, 60, t)\n");
  CHECK(changed_source(code, facts, {1, 2.75}) == "w = 60\nt = 2.75\nbox(w, 60, t)\n");
}
