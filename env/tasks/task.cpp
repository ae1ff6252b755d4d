#include "env/tasks/task.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cadforge::env {

const std::string& Task::prompt(const std::string& style) const {
  const auto found = prompts.find(style);
  if (found != prompts.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [name, text] : prompts) known.push_back(name);
  throw std::invalid_argument(
      fmt::format("task {}: no prompt style \"{}\"; it has {}", id, style, fmt::join(known, ", ")));
}

void to_json(nlohmann::json& json, const Task& task) {
  json = {{"id", task.id},           {"family", task.family}, {"level", task.level},
          {"prompts", task.prompts}, {"gold", task.gold},     {"spec", task.spec},
          {"parameters", task.parameters}};
}

void from_json(const nlohmann::json& json, Task& task) {
  json.at("id").get_to(task.id);
  json.at("prompts").get_to(task.prompts);
  json.at("gold").get_to(task.gold);
  json.at("spec").get_to(task.spec);
  task.family = json.value("family", std::string("user"));
  task.level = json.value("level", 1);
  task.parameters = json.value("parameters", std::map<std::string, double>{});
}

}  // namespace cadforge::env
