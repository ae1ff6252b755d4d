#include "trainer/grpo/advantage.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "trainer/grpo/rollout.h"
#include "trainer/grpo/training.h"

using namespace cadforge::trainer;

TEST_CASE("an advantage is the distance from the group's mean in its sample standard deviations") {
  // Group 1: mean 0.5, std sqrt(0.5) with ddof 1; group 2: mean 3, std sqrt(2).
  const auto a = group_advantages({0, 1, 2, 4}, 2, "group");
  CHECK(a.values[0] == Approx(-0.5 / (std::sqrt(0.5) + 1e-4)).epsilon(1e-12));
  CHECK(a.values[1] == Approx(0.5 / (std::sqrt(0.5) + 1e-4)).epsilon(1e-12));
  CHECK(a.values[2] == Approx(-1 / (std::sqrt(2.0) + 1e-4)).epsilon(1e-12));
  CHECK(a.reward_mean == Approx(1.75));
  CHECK(a.reward_std ==
        Approx(std::sqrt((1.75 * 1.75 + 0.75 * 0.75 + 0.25 * 0.25 + 2.25 * 2.25) / 3)));
  CHECK(a.zero_std_share == 0);
}

TEST_CASE("scale batch divides by the spread of all rewards, scale none by nothing") {
  const auto batch = group_advantages({0, 1, 2, 4}, 2, "batch");
  CHECK(batch.values[3] == Approx(1 / (batch.reward_std + 1e-4)));
  CHECK(group_advantages({0, 1, 2, 4}, 2, "none").values[3] == Approx(1));
}

TEST_CASE("a group of equal rewards has no advantage and is counted") {
  // Three times 0.1 does not sum to 0.3: the mean's rounding must not become an advantage.
  const auto a = group_advantages({0.1, 0.1, 0.1, 0, 1, 0}, 3, "group");
  for (int i = 0; i < 3; ++i) CHECK(a.values[static_cast<std::size_t>(i)] == 0);
  CHECK(a.flat_group == std::vector<bool>{true, false});
  CHECK(a.zero_std_share == Approx(0.5));
  CHECK(group_advantages({0.1, 0.1, 0.1, 0, 1, 0}, 3, "batch").zero_std_share == 0);
}

TEST_CASE("advantages refuse what is no whole number of groups") {
  CHECK_THROWS_WITH(group_advantages({1, 2, 3}, 2, "group"),
                    Catch::Contains("3 rewards in groups of 2"));
  CHECK_THROWS_AS(group_advantages({1, 2}, 1, "group"), std::invalid_argument);
}

TEST_CASE("shuffled rewards are the same rewards, dealt by seed and step alone") {
  const std::vector<double> rewards{1, 2, 3, 4, 5, 6, 7, 8};
  const auto dealt = shuffled_rewards(rewards, 1, 0);
  CHECK(dealt != rewards);
  CHECK(std::multiset<double>(dealt.begin(), dealt.end()) ==
        std::multiset<double>(rewards.begin(), rewards.end()));
  CHECK(shuffled_rewards(rewards, 1, 0) == dealt);
  CHECK(shuffled_rewards(rewards, 1, 1) != dealt);
  CHECK(shuffled_rewards(rewards, 2, 0) != dealt);
}

TEST_CASE("the watched prompt is looked at four times, first and last step among them") {
  std::vector<int> steps;
  for (int step = 0; step < 61; ++step) {
    if (watch_moment(step, 61) >= 0) steps.push_back(step);
  }
  CHECK(steps == std::vector<int>{0, 20, 40, 60});
  CHECK(watch_moment(0, 1) == 0);
}
