// A user's own reward, beside ours or instead of it: a Python function in a confined process, or an
// HTTP address.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "env/tasks/task.h"

namespace cadforge::env {

/// A hook that cannot be started, does not answer in time, or answers no finite number. The message
/// names the hook.
class HookError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct HookAnswer {
  double reward = 0;               ///< finite; in whatever units the hook likes
  std::vector<std::string> notes;  ///< put after ours
};

/// Thread-safe. It must be a function of the sample alone: verdicts are kept, and a sample may be
/// asked about again where a process or a connection broke.
class RewardHook {
 public:
  virtual ~RewardHook() = default;
  /// `sample` is the JSON object that env/README.md describes, `brep` the shape. Blocks until the
  /// answer or the deadline. Throws HookError.
  virtual HookAnswer call(const nlohmann::json& sample, const std::vector<std::byte>& brep) = 0;
};

/// `target`: FILE.py:FUNCTION, http://... or https://.... A Python file is loaded now, so that what
/// is wrong with it is said at once. Throws std::invalid_argument where `target` is neither,
/// HookError where the file cannot be loaded.
std::shared_ptr<RewardHook> make_reward_hook(const std::string& target, double deadline_seconds);

}  // namespace cadforge::env
