// Procedural task families: one draw of parameters gives spec, gold programs and prompts.
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
/// evaluation set can be trained on under another seed. Heatsinks, hooks, pipes, pulleys and
/// trusses are held out as whole families, in the catalogue too: all their draws belong to kEval.
/// Throws std::invalid_argument naming the nearest family.
Task draw_task(const std::string& family, std::uint64_t seed);
Split split_of(const Task& task);

/// The first `count` draws of `split` from seed `first_seed` on. `family` may be "all", the six
/// basic families that the embedded model knows, or "every", all that have draws in this split:
/// round-robin. No two of the returned tasks have the same parameters.
std::vector<Task> sample_tasks(const std::string& family, Split split, int count,
                               std::uint64_t first_seed = 0);

/// How a program is put down; what it makes is the same.
struct ProgramStyle {
  enum Form { kFlat, kFunctions, kFluent, kSketch, kAssembly } form = kFlat;
  bool spelled_names = false;  ///< "plate_width" for "w"
  int comments = 0;            ///< 0 none, 1 what each step does, 2 each dimension too
};

/// Names of the forms, in their order.
const std::vector<std::string>& program_forms();

/// The gold program of a draw in another style. Throws std::invalid_argument where `task` is no
/// family's.
std::string gold_program(const Task& task, const ProgramStyle& style);

/// A style that the draw's parameters choose.
ProgramStyle mixed_style(const Task& task);

}  // namespace cadforge::env
