#include "trainer/checkpoint/checkpoint.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "models/io/safetensors.h"

namespace cadforge::trainer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrefix = "step-";

/// N of "step-N"; -1 for any other name.
int step_of(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (name.rfind(kPrefix, 0) != 0) return -1;
  int step = -1;
  const char* begin = name.data() + std::char_traits<char>::length(kPrefix);
  const auto parsed = std::from_chars(begin, name.data() + name.size(), step);
  return parsed.ec == std::errc() && parsed.ptr == name.data() + name.size() ? step : -1;
}

/// Whole checkpoints, newest first.
std::vector<fs::path> checkpoints(const fs::path& run) {
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(run / "checkpoints", none)) {
    if (step_of(entry.path()) >= 0) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return step_of(a) > step_of(b); });
  return found;
}

constexpr const char* kParameters = "parameters.safetensors";

void save_weights(const fs::path& folder, const Session& session, const RunConfig& config) {
  if (session.adapter) {
    session.adapter->save(folder, config.model);
  } else {
    models::write_safetensors(folder / kParameters, session.model->named_parameters());
  }
}

}  // namespace

void save_checkpoint(const fs::path& run, const Checkpoint& checkpoint, const Session& session,
                     const AdamW& optimizer, const RunConfig& config) {
  const fs::path parent = run / "checkpoints";
  const fs::path target = parent / fmt::format("{}{}", kPrefix, checkpoint.step);
  const fs::path half = parent / fmt::format(".{}{}", kPrefix, checkpoint.step);
  fs::remove_all(half);
  fs::create_directories(half);
  save_weights(half, session, config);
  models::write_safetensors(half / "optimizer.safetensors", optimizer.state());
  std::ofstream state(half / "state.json");
  state << nlohmann::json{{"step", checkpoint.step}, {"state", checkpoint.state}}.dump(2) << "\n";
  if (!state.flush()) {
    throw std::runtime_error(fmt::format("{}: cannot write (disk full?)", half.string()));
  }
  state.close();
  fs::remove_all(target);
  fs::rename(half, target);
  const auto all = checkpoints(run);
  for (auto i = static_cast<std::size_t>(config.checkpoint.keep); i < all.size(); ++i) {
    fs::remove_all(all[i]);
  }
}

std::optional<fs::path> newest_checkpoint(const fs::path& run) {
  const auto all = checkpoints(run);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

Checkpoint read_checkpoint_state(const fs::path& folder) {
  const fs::path path = folder / "state.json";
  std::ifstream file(path);
  try {
    const auto json = nlohmann::json::parse(file);
    return {json.at("step").get<int>(), json.at("state")};
  } catch (const nlohmann::json::exception& error) {
    throw std::invalid_argument(fmt::format("{}: {}", path.string(), error.what()));
  }
}

void load_weights(const fs::path& folder, Session& session) {
  if (session.adapter) {
    session.adapter = models::LoraAdapter::load(*session.model, folder);
    return;
  }
  at::NoGradGuard no_grad;
  const models::SafetensorsFile file(folder / kParameters);
  for (auto& [name, tensor] : session.model->named_parameters()) {
    const at::Tensor saved = file.tensor(name);
    if (saved.sizes() != tensor.sizes()) {
      throw std::invalid_argument(
          fmt::format("{}: {}: its shape does not fit the model", folder.string(), name));
    }
    tensor.detach().copy_(saved);
  }
}

void load_optimizer(const fs::path& folder, AdamW& optimizer) {
  const models::SafetensorsFile file(folder / "optimizer.safetensors");
  std::vector<std::pair<std::string, at::Tensor>> state;
  for (const auto& name : file.names()) state.emplace_back(name, file.tensor(name));
  optimizer.load_state(state);
}

}  // namespace cadforge::trainer
