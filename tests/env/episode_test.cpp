// Repair episodes through the real worker and measurer, and what a model is told in them.
#include "env/episode.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "env/families/families.h"
#include "env/observation.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
using Catch::Contains;
using nlohmann::json;

const Task& plate() {
  static const Task task = sample_tasks("plate", Split::kEval, 1).at(0);
  return task;
}

Evaluator& evaluator() {
  static Evaluator shared(make_pool(1), {});
  return shared;
}

std::string block() {
  const auto& e = plate().spec.extents;
  return fmt::format("import cadquery as cq\nfixture = cq.Workplane().box({}, {}, {})\n",
                     e[0].value.low, e[1].value.low, e[2].value.low);
}

const std::string kBroken = "import cadquery as cq\nfixture = cq.Workplane().cone(3, 4)\n";

}  // namespace

// One case, so that CTest imports CadQuery once for all of it.
TEST_CASE("episodes") {
  SECTION("it ends at the threshold, the best turn counts, and a replay gives the same verdicts") {
    std::string record;
    Episode episode(evaluator(), {}, [&](const json& line) { record += line.dump() + "\n"; });
    CHECK_THROWS_AS(episode.step(block()), std::logic_error);
    CHECK(episode.reset(plate(), "drawing") == plate().prompt("drawing"));

    const auto broken = episode.step(kBroken);
    CHECK(broken.turn == 1);
    CHECK(broken.done.empty());
    CHECK_THAT(broken.observation, Contains("exception:AttributeError in line 2"));
    CHECK_THAT(broken.observation, Contains("hint: use cq.Workplane(obj=cq.Solid.makeCone("));
    const auto cut = episode.step(block(), true);
    CHECK(cut.evaluation.reward.error_class == "truncated");
    const auto box = episode.step("A block:\n```python\n" + block() + "```\n");
    CHECK_THAT(box.observation, Contains("builds: total 0."));
    CHECK_THAT(box.observation, Contains("hole"));
    const auto right = episode.step(plate().gold);
    CHECK(right.done == "threshold");
    CHECK_THROWS_WITH(episode.step(block()), Contains("threshold after 4 turns"));

    const auto& state = episode.state();
    CHECK(state.turns == 4);
    CHECK(state.best_turn == 4);
    CHECK(state.best >= 0.95);
    CHECK(state.first == broken.evaluation.reward.total);
    CHECK(state.improvement == Approx(state.best - state.first));
    CHECK(state.best_code == plate().gold);

    std::istringstream lines(record + record);
    const auto replayed = replay_episodes(evaluator(), lines);
    CHECK(replayed.episodes == 2);
    CHECK(replayed.steps == 8);
    for (const auto& difference : replayed.differences) FAIL_CHECK(difference);

    const std::string mark = "\"topology\":1.0";
    REQUIRE(record.find(mark) != std::string::npos);
    std::istringstream forged(record.replace(record.find(mark), mark.size(), "\"topology\":0.5"));
    const auto found = replay_episodes(evaluator(), forged);
    REQUIRE(found.differences.size() == 1);
    CHECK_THAT(found.differences[0], Contains("line 4: verdict"));
  }
  SECTION("it ends after so many turns, where an earlier turn may be the best") {
    EpisodeOptions options;
    options.most_turns = 2;
    options.threshold = 1.1;
    Episode episode(evaluator(), options);
    episode.reset(plate(), "terse");
    episode.step(plate().gold);
    CHECK(episode.step(kBroken).done == "turns");
    CHECK(episode.state().best_turn == 1);
    CHECK(episode.state().improvement == 0);
    CHECK(episode.state().best_code == plate().gold);
    episode.reset(plate(), "drawing");
    CHECK(episode.state().turns == 0);
    CHECK(episode.state().done.empty());
  }
  SECTION("it ends on time, which a replay does not look at") {
    EpisodeOptions options;
    options.most_seconds = 0;
    std::string record;
    Episode episode(evaluator(), options, [&](const json& line) { record += line.dump() + "\n"; });
    episode.reset(plate(), "drawing");
    CHECK(episode.step("\xff x").done == "time");
    std::istringstream lines(record);
    CHECK(replay_episodes(evaluator(), lines).differences.empty());
  }
  SECTION("a record that is none is named by its line") {
    std::istringstream no_json("\nx\n"), no_reset("{\"event\":\"step\"}\n");
    CHECK_THROWS_WITH(replay_episodes(evaluator(), no_json), Contains("line 2"));
    CHECK_THROWS_WITH(replay_episodes(evaluator(), no_reset),
                      Contains("line 1: a step before any reset"));
    Episode episode(evaluator());
    CHECK_THROWS_WITH(episode.reset(plate(), "sonnet"), Contains("sonnet"));
  }
}

TEST_CASE("an observation keeps to its tokens, and says the most valuable first") {
  Evaluation evaluation;
  evaluation.reward.build = 1;
  for (int i = 0; i < 20; ++i) {
    evaluation.reward.notes.push_back(fmt::format("note {}: {}", i, std::string(40, 'a' + i)));
  }
  for (const int most : {60, 100, 200, 2000}) {
    const auto told = observation(evaluation, most);
    CHECK(estimated_tokens(told) <= most);
    CHECK_THAT(told, Contains("builds: total"));
    CHECK_THAT(told, Catch::EndsWith("Write the program that is right."));
    CHECK((told.find("note 19") != std::string::npos) == (most == 2000));
  }
  CHECK_THAT(observation(evaluation, 200), Contains("note 0"));

  Evaluation failed;
  failed.reward.build = 0;
  failed.reward.notes = {"does not build: exception:ValueError in line 3: " +
                         std::string(100, '1') + "\n\xc3\xa4\xc3\xa4" + std::string(400, '.')};
  const auto told = observation(failed, 170);
  CHECK(estimated_tokens(told) <= 170);
  CHECK_THAT(told, Contains("in line 3: 111"));
  CHECK_NOTHROW(json(told).dump());  // clipped as UTF-8
  CHECK(std::count(told.begin(), told.end(), '\n') == 3);
}
