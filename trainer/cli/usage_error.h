// Wrong usage that only shows once a command runs: exit code 2 instead of 1.
#pragma once

#include <stdexcept>

namespace cadforge::trainer {

struct UsageError : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

}  // namespace cadforge::trainer
