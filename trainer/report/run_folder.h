// A run's folder as the report reads it. Everything may be missing or broken off: a run that was
// stopped still has a report.
//
//   metrics.jsonl        one object a step: "step" and numbers by TRL's names ("reward",
//   "cad/build_rate", ...) completions.jsonl    one object a completion: step, task_id, sample,
//   prompt, text, and the reward's terms shapes/index.jsonl   one object a kept shape: as
//   completions.jsonl, with "file" (a B-rep beside the index)
//                        and "watched": true for the prompt that is followed through the run
//   eval_before/eval.json, eval_after/eval.json    what `cadforge eval --out` wrote (also
//   eval_before.json ...)
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "trainer/eval/summary.h"

namespace cadforge::trainer {

/// One scored program of the run.
struct ScoredProgram {
  int step = 0, sample = 0;
  std::string task_id, family, prompt, text, error_class;
  double total = 0;
  bool watched = false;
  std::map<std::string, double> terms;  ///< build, topology, ... where they are known
  std::vector<std::string> notes;
  std::filesystem::path brep;  ///< empty where no shape was kept
};

struct MetricRow {
  double step = 0;
  std::map<std::string, double> values;  ///< numbers only
};

struct RunFolder {
  std::filesystem::path path;
  nlohmann::json config;           ///< null where there is none
  std::vector<MetricRow> metrics;  ///< by step; of a step written twice (resumed) the later
  std::vector<ScoredProgram> completions, shapes;
  std::optional<EvalSummary> before, after;
  int unreadable_lines = 0;
};

/// Throws std::invalid_argument where `path` is no folder; whatever lies in it is taken as it
/// comes.
RunFolder read_run_folder(const std::filesystem::path& path);

/// The bytes of a kept shape; empty where they cannot be read or are more than any shape is
/// allowed.
std::vector<std::byte> read_brep(const std::filesystem::path& path);

}  // namespace cadforge::trainer
