// Group-relative advantages (Shao et al., "DeepSeekMath", 2024): how much better than its group a
// completion is.
#pragma once

#include <string>
#include <vector>

namespace cadforge::trainer {

struct Advantages {
  std::vector<double> values;    ///< one per reward, in the same order
  std::vector<bool> flat_group;  ///< one per group: all its advantages are 0, it teaches nothing
  double reward_mean = 0;
  double reward_std = 0;      ///< over all rewards, ddof 1
  double zero_std_share = 0;  ///< share of the rewards whose dividing std is 0
};

/// Rewards of consecutive groups of `group_size`: (r - mean of the group) / (std + 1e-4), the std
/// with ddof 1 over the group (`scale` "group") or over all rewards ("batch"); "none" does not
/// divide. Throws std::invalid_argument where the rewards are no whole number of groups of at least
/// two.
Advantages group_advantages(const std::vector<double>& rewards, int group_size,
                            const std::string& scale);

}  // namespace cadforge::trainer
