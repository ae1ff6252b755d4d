#include "trainer/grpo/advantage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

constexpr double kStdFloor = 1e-4;  // added to the std, as TRL does
constexpr double kZeroStd = 1e-8;   // a std of this and less counts as none

double mean_of(std::span<const double> x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

double std_of(std::span<const double> x) {
  // Equal rewards have no spread at all, whatever their mean rounds to.
  const auto [least, most] = std::minmax_element(x.begin(), x.end());
  if (*least == *most) return 0;
  const double mean = mean_of(x);
  double squares = 0;
  for (const double value : x) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(x.size() - 1));
}

}  // namespace

Advantages group_advantages(const std::vector<double>& rewards, int group_size,
                            const std::string& scale) {
  const auto size = static_cast<std::size_t>(group_size);
  if (group_size < 2 || rewards.empty() || rewards.size() % size != 0) {
    throw std::invalid_argument(fmt::format(
        "advantages: expected whole groups of at least 2, got {} rewards in groups of {}",
        rewards.size(), group_size));
  }
  Advantages result;
  result.reward_mean = mean_of(rewards);
  result.reward_std = std_of(rewards);
  result.values.resize(rewards.size());
  const std::size_t groups = rewards.size() / size;
  for (std::size_t g = 0; g < groups; ++g) {
    const std::span<const double> group(rewards.data() + g * size, size);
    const double mean = mean_of(group), own_std = std_of(group);
    const double divisor = scale == "batch" ? result.reward_std : own_std;
    for (std::size_t i = 0; i < size; ++i) {
      const double difference = own_std == 0 ? 0 : group[i] - mean;
      result.values[g * size + i] =
          scale == "none" ? difference : difference / (divisor + kStdFloor);
    }
    result.flat_group.push_back(own_std == 0);
    if (divisor <= kZeroStd) result.zero_std_share += 1.0 / static_cast<double>(groups);
  }
  return result;
}

}  // namespace cadforge::trainer
