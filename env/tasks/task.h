// A task: prompts, a spec that geometry can check, and a reference program that satisfies it.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "rewards/task_spec.h"

namespace cadforge::env {

struct Task {
  std::string id;       ///< "plate:1234" for a family draw (family:seed)
  std::string family;
  int level = 1;
  std::map<std::string, std::string> prompts;  ///< by style: "terse", "drawing", ...
  std::string gold;     ///< CadQuery program; scores >= 0.95 on its own spec
  rewards::TaskSpec spec;
  std::map<std::string, double> parameters;    ///< the draw; evaluation splits hash this tuple

  /// The prompt of `style`. Throws std::invalid_argument naming the styles there are.
  const std::string& prompt(const std::string& style) const;
};

void to_json(nlohmann::json& json, const Task& task);
void from_json(const nlohmann::json& json, Task& task);

}  // namespace cadforge::env
