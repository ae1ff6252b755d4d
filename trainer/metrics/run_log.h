// The append-only JSONL files of a run folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <nlohmann/json_fwd.hpp>

namespace cadforge::trainer {

/// One file. Each line is flushed as it is written. Not thread-safe.
class RunLog {
 public:
  /// Opens for appending; what lies there beyond `keep_bytes` is cut off first (a step that a
  /// resumed run goes over again). Throws std::runtime_error naming the file.
  RunLog(std::filesystem::path path, std::uint64_t keep_bytes);

  /// Throws std::runtime_error where the line cannot be written (disk full). Text that is no UTF-8
  /// is written with replacement characters.
  void append(const nlohmann::json& line);
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::filesystem::path path_;
  std::ofstream file_;
  std::uint64_t bytes_ = 0;
};

}  // namespace cadforge::trainer
