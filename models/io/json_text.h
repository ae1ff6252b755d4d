// JSON from files that nobody vouches for.
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

namespace cadforge::models {

/// How deep brackets lie within each other at most, those in strings aside.
std::size_t json_depth(std::string_view text);

/// Parses `text`. Throws std::invalid_argument saying where it is no JSON, or that it is nested
/// deeper than 100: copying and printing a value recurse, and a file must not be able to exhaust
/// the stack.
template <class Json = nlohmann::json>
Json parse_json(std::string_view text) {
  constexpr std::size_t kDeepest = 100;
  const auto depth = json_depth(text);
  if (depth > kDeepest) {
    throw std::invalid_argument(
        fmt::format("expected JSON nested at most {} deep, got {}", kDeepest, depth));
  }
  try {
    return Json::parse(text);
  } catch (const typename Json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

}  // namespace cadforge::models
