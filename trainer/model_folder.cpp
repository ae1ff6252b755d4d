#include "trainer/model_folder.h"

#include <fmt/format.h>

#include <stdexcept>

namespace cadforge::trainer {

namespace fs = std::filesystem;

std::filesystem::path model_folder(const std::string& name) {
  if (name != "tiny") {
    if (fs::exists(fs::path(name) / "config.json")) return name;
    throw std::invalid_argument(
        fmt::format("model: expected a folder with a config.json, or tiny, got \"{}\"", name));
  }
  std::error_code error;
  const fs::path programs = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const auto& folder : {programs / "../share/cadforge/tiny", fs::path(CADFORGE_TINY_MODEL)}) {
    if (fs::exists(folder / "config.json")) return folder.lexically_normal();
  }
  throw std::invalid_argument(fmt::format(
      "model: tiny was found neither beside the programs nor in {}", CADFORGE_TINY_MODEL));
}

}  // namespace cadforge::trainer
