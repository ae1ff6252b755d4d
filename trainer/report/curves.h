// The report's curves, from metrics.jsonl.
#pragma once

#include <string>

#include "trainer/report/run_folder.h"

namespace cadforge::trainer {

/// Names in metrics.jsonl that the report reads.
namespace metric {
inline constexpr const char* kReward = "reward";
inline constexpr const char* kBuildRate = "cad/build_rate";
inline constexpr const char* kSolvedRate = "cad/solved_rate";
inline constexpr const char* kNullRate = "cad/null_rate";
inline constexpr const char* kErrorPrefix = "cad/error/";
inline constexpr const char* kTermPrefix = "cad/term/";
inline constexpr const char* kTimePrefix = "time/";
inline constexpr const char* kLoss = "loss";
}  // namespace metric

/// A section with every chart there are numbers for; empty where there are none.
std::string curves(const RunFolder& run);

}  // namespace cadforge::trainer
