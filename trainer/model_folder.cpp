#include "trainer/model_folder.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>

namespace cadforge::trainer {

namespace fs = std::filesystem;
using models::Qwen35Config;
using models::Qwen35Model;

namespace {

constexpr std::string_view kRandom = "random:";

// What comes after "random:"; empty where the name is another.
std::string random_name(const std::string& name) {
  return name.starts_with(kRandom) ? name.substr(kRandom.size()) : std::string();
}

bool is_preset(const std::string& name) { return name == "2b" || name == "9b"; }

}  // namespace

std::filesystem::path model_folder(const std::string& name) {
  if (name != "tiny") {
    if (fs::exists(fs::path(name) / "config.json")) return name;
    throw std::invalid_argument(fmt::format(
        "model: expected a folder with a config.json, tiny or random:2b, got \"{}\"", name));
  }
  std::error_code error;
  const fs::path programs = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& folder : {programs / "../share/cadforge/tiny", fs::path(CADFORGE_TINY_MODEL)}) {
    if (fs::exists(folder / "config.json")) return folder.lexically_normal();
  }
  throw std::invalid_argument(fmt::format(
      "model: tiny was found neither beside the programs nor in {}", CADFORGE_TINY_MODEL));
}

OpenedModel open_model(const std::string& name, std::uint64_t seed,
                       const models::LoadOptions& options) {
  const auto random = random_name(name);
  if (is_preset(random)) {
    return {{}, Qwen35Model::random(Qwen35Config::preset(random), seed, options)};
  }
  const auto folder = model_folder(random.empty() ? name : random);
  if (random.empty()) return {folder, Qwen35Model::load(folder, options)};
  return {folder, Qwen35Model::random(Qwen35Config::from_folder(folder), seed, options)};
}

models::Qwen35Config model_config(const std::string& name) {
  const auto random = random_name(name);
  if (is_preset(random)) return Qwen35Config::preset(random);
  return Qwen35Config::from_folder(model_folder(random.empty() ? name : random));
}

}  // namespace cadforge::trainer
