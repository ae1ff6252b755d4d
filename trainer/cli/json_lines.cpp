#include "trainer/cli/json_lines.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

// Without the library's own "[json.exception.out_of_range.403] ".
std::string words_of(const std::exception& error) {
  const std::string text = error.what();
  const auto end = text.starts_with("[json.exception.") ? text.find("] ") : std::string::npos;
  return end == std::string::npos ? text : text.substr(end + 2);
}

void for_each_line_of(std::istream& in, const std::string& name,
                      const std::function<void(const nlohmann::json&)>& take) {
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      const auto json = nlohmann::json::parse(line);
      if (!json.is_object()) {
        throw std::invalid_argument(fmt::format("expected an object, got {}", json.type_name()));
      }
      take(json);
    } catch (const std::exception& error) {
      throw std::invalid_argument(fmt::format("{}:{}: {}", name, number, words_of(error)));
    }
  }
}

std::ifstream open(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(fmt::format("cannot read {}", path));
  return file;
}

}  // namespace

void for_each_line(const std::string& path,
                   const std::function<void(const nlohmann::json&)>& take) {
  if (path == "-") {
    for_each_line_of(std::cin, "stdin", take);
    return;
  }
  auto file = open(path);
  for_each_line_of(file, path, take);
}

void print_line(const nlohmann::json& json) {
  std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  if (!std::cout) throw std::runtime_error("cannot write to stdout");
}

std::string read_text(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  auto file = open(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace cadforge::trainer
