// The adversary's search, against rewards that need no building.
#include "env/attack/adversary.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "env/families/families.h"

namespace {

using namespace cadforge::env;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

// Pays for cuts: what no template has.
double paid_for_cuts(const std::string& program) {
  return std::min(1.0, static_cast<double>(count(program, ".cut(")) / 4);
}

std::vector<std::string> searched(std::uint64_t seed, int budget, double& best) {
  Adversary adversary(draw_task("plate", 3), {60, 40, 6}, seed);
  std::vector<std::string> programs;
  for (int i = 0; i < budget; ++i) {
    programs.push_back(adversary.next());
    adversary.learn(programs.back(), paid_for_cuts(programs.back()), 0);
  }
  best = adversary.best_total();
  CHECK(paid_for_cuts(adversary.best_program()) == best);
  return programs;
}

}  // namespace

TEST_CASE("the adversary climbs a reward that can be climbed") {
  double best = 0;
  const auto programs = searched(1, 400, best);
  CHECK(best == 1);
  CHECK(std::set<std::string>(programs.begin(), programs.end()).size() > 300);
}

TEST_CASE("a search is a pure function of its seed and of what it is told") {
  double first = 0, again = 0, other = 0;
  const auto a = searched(1, 60, first), b = searched(1, 60, again), c = searched(2, 60, other);
  CHECK(a == b);
  CHECK(a != c);
}

TEST_CASE("every program of the adversary is Python that assigns a fixture") {
  Adversary adversary(draw_task("bracket", 3), {60, 40, 50}, 7);
  for (int i = 0; i < 100; ++i) {
    const auto program = adversary.next();
    CHECK(program.rfind("import cadquery as cq\n", 0) == 0);
    CHECK(count(program, "fixture = ") >= 1);
    adversary.learn(program, 0.01 * (i % 7), 0);
  }
}
