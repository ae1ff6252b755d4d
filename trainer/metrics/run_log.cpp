#include "trainer/metrics/run_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cadforge::trainer {

RunLog::RunLog(std::filesystem::path path, std::uint64_t keep_bytes) : path_(std::move(path)) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path_, missing);
  bytes_ = missing ? 0 : std::min<std::uint64_t>(size, keep_bytes);
  if (!missing) std::filesystem::resize_file(path_, bytes_);
  file_.open(path_, std::ios::app | std::ios::binary);
  if (!file_) throw std::runtime_error(fmt::format("{}: cannot open for writing", path_.string()));
}

void RunLog::append(const nlohmann::json& line) {
  const std::string text =
      line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  file_ << text << std::flush;
  if (!file_)
    throw std::runtime_error(fmt::format("{}: cannot write (disk full?)", path_.string()));
  bytes_ += text.size();
}

}  // namespace cadforge::trainer
