// Sets of tasks by name: family draws, the catalogue that comes with cadforge, a user's own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "env/tasks/task.h"

namespace cadforge::env {

/// The tasks of a folder, by id: every *.json is one task; "gold" and "second" are programs, or
/// names of .py files beside it. Throws std::invalid_argument that lists every mistake of every
/// file, a line each.
std::vector<Task> read_task_folder(const std::filesystem::path& folder);

/// The catalogue: 75 parts from a washer to a planetary stage. Beside the programs
/// (../share/cadforge/tasks), else in the checkout they were built in.
const std::vector<Task>& catalogue();

/// Resolves "family:split:count" ("all:eval:64", "plate:train:1000"), "catalogue",
/// "catalogue:train", "catalogue:test", a folder of tasks, one task's .json or a JSONL file of
/// tasks. Throws std::invalid_argument with the form expected.
std::vector<Task> load_task_set(const std::string& set);

/// A task of the catalogue, or the draw named "family:seed". Throws std::invalid_argument naming
/// the form expected and the nearest id.
Task find_task(const std::string& id);

}  // namespace cadforge::env
