#include "env/tasks/task_set.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "env/families/families.h"
#include "env/text.h"

namespace cadforge::env {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kForms =
    "family:split:count (all:eval:64), catalogue, catalogue:train, catalogue:test, a folder of "
    "tasks, a task's JSON or a JSONL file";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::invalid_argument(fmt::format("{}: cannot be read", path.string()));
  return {std::istreambuf_iterator<char>(file), {}};
}

Task read_task(const fs::path& path) {
  json in = json::parse(read_file(path), nullptr, true, true);
  for (const char* key : {"gold", "second"}) {
    if (!in.contains(key) || !in[key].is_string()) continue;
    const auto program = in[key].get<std::string>();
    if (program.size() > 3 && program.find('\n') == std::string::npos &&
        program.substr(program.size() - 3) == ".py") {
      in[key] = read_file(path.parent_path() / program);
    }
  }
  return in.get<Task>();
}

std::vector<Task> read_task_file(const std::string& path) {
  std::ifstream stream(path);
  if (!stream)
    throw std::invalid_argument(fmt::format("tasks: expected {}, got \"{}\"", kForms, path));
  std::vector<Task> tasks;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.empty()) continue;
    try {
      tasks.push_back(json::parse(line).get<Task>());
    } catch (const std::exception& error) {
      throw std::invalid_argument(fmt::format("{}:{}: {}", path, number, error.what()));
    }
  }
  if (tasks.empty()) throw std::invalid_argument(fmt::format("{}: holds no tasks", path));
  return tasks;
}

fs::path catalogue_folder() {
  std::error_code error;
  const fs::path programs = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path beside = programs / "../share/cadforge/tasks";
  return fs::is_directory(beside) ? beside.lexically_normal() : fs::path(CADFORGE_CATALOGUE);
}

std::vector<std::string> split_text(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<Task> catalogue_split(const std::string& split) {
  std::vector<Task> tasks;
  std::copy_if(catalogue().begin(), catalogue().end(), std::back_inserter(tasks),
               [&](const Task& task) { return task.split == split; });
  return tasks;
}

}  // namespace

std::vector<Task> read_task_folder(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Task> tasks;
  std::vector<std::string> mistakes;
  std::set<std::string> ids;
  for (const auto& file : files) {
    try {
      Task task = read_task(file);
      if (!ids.insert(task.id).second)
        throw std::invalid_argument(fmt::format("task {}: the id is taken", task.id));
      tasks.push_back(std::move(task));
    } catch (const std::exception& error) {
      mistakes.push_back(fmt::format("{}: {}", file.string(), error.what()));
    }
  }
  if (files.empty()) mistakes.push_back(fmt::format("{}: holds no *.json", folder.string()));
  if (!mistakes.empty()) throw std::invalid_argument(fmt::format("{}", fmt::join(mistakes, "\n")));
  return tasks;
}

const std::vector<Task>& catalogue() {
  static const std::vector<Task> tasks = read_task_folder(catalogue_folder());
  return tasks;
}

std::vector<Task> load_task_set(const std::string& set) {
  if (set == "catalogue") return catalogue();
  if (fs::is_directory(set)) return read_task_folder(set);
  if (fs::path(set).extension() == ".json") return {read_task(set)};
  const auto parts = split_text(set, ':');
  if (parts[0] == "catalogue" && parts.size() == 2 && (parts[1] == "train" || parts[1] == "test"))
    return catalogue_split(parts[1]);
  if (parts.size() != 3) return read_task_file(set);
  const bool digits = !parts[2].empty() && parts[2].size() <= 7 &&
                      parts[2].find_first_not_of("0123456789") == std::string::npos;
  if ((parts[1] != "train" && parts[1] != "eval") || !digits)
    throw std::invalid_argument(fmt::format("tasks: expected {}, got \"{}\"", kForms, set));
  return sample_tasks(parts[0], parts[1] == "eval" ? Split::kEval : Split::kTrain,
                      std::stoi(parts[2]));
}

Task find_task(const std::string& id) {
  const auto colon = id.find(':');
  if (colon == std::string::npos) {
    std::vector<std::string> ids;
    for (const auto& task : catalogue()) {
      if (task.id == id) return task;
      ids.push_back(task.id);
    }
    throw std::invalid_argument(fmt::format(
        "task: expected family:seed (plate:7) or an id of the catalogue, got \"{}\"; did you "
        "mean \"{}\"?",
        id, nearest(id, ids)));
  }
  std::uint64_t seed = 0;
  const char *digits = id.data() + colon + 1, *end = id.data() + id.size();
  const auto parsed = std::from_chars(digits, end, seed);
  if (digits == end || parsed.ec != std::errc() || parsed.ptr != end)
    throw std::invalid_argument(
        fmt::format("task: expected family:seed (plate:7), got \"{}\"", id));
  return draw_task(id.substr(0, colon), seed);
}

}  // namespace cadforge::env
