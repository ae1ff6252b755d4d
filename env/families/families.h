// Procedural task families: one draw of parameters gives spec, gold program and prompts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "env/tasks/task.h"

namespace cadforge::env {

enum class Split { kTrain, kEval };

/// Names of the families, sorted.
std::vector<std::string> family_names();

/// The draw of `family` with `seed`: a pure function of both. A draw belongs to kEval when the hash
/// of its parameter tuple (not of its seed) falls in the held-out tenth; so no part of the
/// evaluation set can be trained on under another seed. Throws std::invalid_argument naming the
/// nearest family.
Task draw_task(const std::string& family, std::uint64_t seed);
Split split_of(const Task& task);

/// The first `count` draws of `split` from seed `first_seed` on. `family` may be "all":
/// round-robin. No two of the returned tasks have the same parameters.
std::vector<Task> sample_tasks(const std::string& family, Split split, int count,
                               std::uint64_t first_seed = 0);

}  // namespace cadforge::env
