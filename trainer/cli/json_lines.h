// JSONL in and out: one object a line.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace cadforge::trainer {

/// Calls `take` with each object of `path` ("-": stdin); blank lines are skipped. Whatever `take`
/// throws, and a line that is no JSON object, becomes std::invalid_argument "file:line: reason".
void for_each_line(const std::string& path, const std::function<void(const nlohmann::json&)>& take);

/// One line on stdout, flushed, so that a reader sees each result as it comes. Bytes that are not
/// UTF-8 are replaced. Throws std::runtime_error where stdout is gone.
void print_line(const nlohmann::json& json);

/// The whole file, or stdin for "-". Throws std::runtime_error where it cannot be read.
std::string read_text(const std::string& path);

}  // namespace cadforge::trainer
