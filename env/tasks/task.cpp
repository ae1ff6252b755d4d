#include "env/tasks/task.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace cadforge::env {
namespace {

using nlohmann::json;

const std::set<std::string> kKeys = {"id",        "family",  "level",      "split",
                                     "prompts",   "gold",    "second",     "spec",
                                     "published", "mutants", "parameters", "given"};

[[noreturn]] void fail(const std::string& id, const std::string& what) {
  throw std::invalid_argument(fmt::format("task {}: {}", id, what));
}

void check_keys(const std::string& id, const json& in, const std::set<std::string>& known) {
  for (const auto& [key, value] : in.items()) {
    if (!known.count(key))
      fail(id, fmt::format("unknown key \"{}\"; known are {}", key, fmt::join(known, ", ")));
  }
}

std::size_t occurrences(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

Mutant read_mutant(const json& in, const Task& task) {
  check_keys(task.id, in, {"name", "find", "replace", "loses", "styles"});
  Mutant mutant;
  in.at("name").get_to(mutant.name);
  in.at("find").get_to(mutant.find);
  in.at("replace").get_to(mutant.replace);
  mutant.loses = in.value("loses", mutant.loses);
  mutant.styles = in.value("styles", mutant.styles);
  const auto found = mutant.find.empty() ? 0 : occurrences(task.gold, mutant.find);
  if (found != 1) {
    fail(task.id,
         fmt::format("mutant \"{}\": its text stands {} times in the gold program, expected once",
                     mutant.name, found));
  }
  return mutant;
}

json mutant_json(const Mutant& mutant) {
  return {{"name", mutant.name},
          {"find", mutant.find},
          {"replace", mutant.replace},
          {"loses", mutant.loses},
          {"styles", mutant.styles}};
}

void read_members(const json& in, Task& task) {
  in.at("prompts").get_to(task.prompts);
  in.at("gold").get_to(task.gold);
  in.at("spec").get_to(task.spec);
  if (task.spec.id.empty()) task.spec.id = task.id;
  task.family = in.value("family", std::string("user"));
  task.level = in.value("level", 1);
  task.split = in.value("split", std::string());
  task.second = in.value("second", std::string());
  task.parameters = in.value("parameters", std::map<std::string, double>{});
  task.given = in.value("given", std::map<std::string, std::string>{});
  for (const auto& [style, program] : task.given) task.prompt(style);
  if (in.contains("published")) {
    const auto& published = in["published"];
    check_keys(task.id, published, {"hints", "bbox_mm"});
    task.published = PublishedTask{published.at("hints"), published.at("bbox_mm")};
  }
  for (const auto& mutant : in.value("mutants", json::array()))
    task.mutants.push_back(read_mutant(mutant, task));
  if (task.prompts.empty()) fail(task.id, "\"prompts\": expected at least one");
  if (task.level < 1 || task.level > 5)
    fail(task.id, fmt::format("\"level\": expected 1 to 5, got {}", task.level));
}

}  // namespace

const std::string& Task::prompt(const std::string& style) const {
  const auto found = prompts.find(style);
  if (found != prompts.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [name, text] : prompts) known.push_back(name);
  fail(id, fmt::format("no prompt style \"{}\"; it has {}", style, fmt::join(known, ", ")));
}

Task in_style(Task task, const std::string& style) {
  task.prompt(style);
  task.spec = rewards::spec_for_style(task.spec, style);
  std::erase_if(task.given, [&](const auto& entry) { return entry.first != style; });
  return task;
}

std::string default_style(const Task& task) {
  for (const char* style : {rewards::kConceptStyle, "drawing"}) {
    if (task.prompts.count(style)) return style;
  }
  return task.prompts.begin()->first;
}

void to_json(json& out, const Task& task) {
  out = {{"id", task.id},
         {"family", task.family},
         {"level", task.level},
         {"prompts", task.prompts},
         {"gold", task.gold},
         {"spec", task.spec},
         {"parameters", task.parameters}};
  if (!task.split.empty()) out["split"] = task.split;
  if (!task.second.empty()) out["second"] = task.second;
  if (task.published)
    out["published"] = {{"hints", task.published->hints}, {"bbox_mm", task.published->bbox_mm}};
  if (!task.given.empty()) out["given"] = task.given;
  for (const auto& mutant : task.mutants) out["mutants"].push_back(mutant_json(mutant));
}

void from_json(const json& in, Task& task) {
  if (!in.is_object() || !in.contains("id") || !in["id"].is_string())
    throw std::invalid_argument("a task: expected an object with an \"id\"");
  task = Task{};
  in["id"].get_to(task.id);
  check_keys(task.id, in, kKeys);
  try {
    read_members(in, task);
  } catch (const json::exception& error) {
    fail(task.id, error.what());
  } catch (const std::invalid_argument& error) {
    const std::string what = error.what();
    if (what.rfind("task ", 0) == 0) throw;
    fail(task.id, what);
  }
}

}  // namespace cadforge::env
