// Checks of option values whose complaints a person can read.
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace cadforge::trainer {

inline CLI::Validator number_that(const std::string& words, std::function<bool(double)> fits) {
  return CLI::Validator(
      [words, fits = std::move(fits)](std::string& text) {
        double value = 0;
        const bool number = CLI::detail::lexical_cast(text, value);
        return number && fits(value) ? std::string{}
                                     : fmt::format("expected a number {}, got {}", words, text);
      },
      words);
}

inline CLI::Validator at_least(double least) {
  return number_that(fmt::format(">= {}", least), [least](double value) { return value >= least; });
}

inline CLI::Validator more_than(double bound) {
  return number_that(fmt::format("> {}", bound), [bound](double value) { return value > bound; });
}

}  // namespace cadforge::trainer
