#include "trainer/cli/environment.h"

#include <fmt/format.h>

#include <charconv>

#include "env/families/families.h"
#include "trainer/cli/usage_error.h"

namespace cadforge::trainer {

env::Task find_task(const std::string& id) {
  const auto colon = id.find(':');
  std::uint64_t seed = 0;
  const char* end = id.data() + id.size();
  const char* digits = colon == std::string::npos ? end : id.data() + colon + 1;
  const auto parsed = std::from_chars(digits, end, seed);
  if (digits == end || parsed.ec != std::errc() || parsed.ptr != end) {
    throw UsageError(fmt::format("task: expected family:seed (plate:7), got \"{}\"", id));
  }
  try {
    return env::draw_task(id.substr(0, colon), seed);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::unique_ptr<env::Evaluator> make_evaluator(int lanes) {
  env::PoolOptions options;
  options.lanes = lanes;
  return std::make_unique<env::Evaluator>(std::make_shared<env::Pool>(options),
                                          env::EvaluatorOptions{});
}

}  // namespace cadforge::trainer
