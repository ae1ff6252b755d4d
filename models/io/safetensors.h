// Tensors in safetensors files: memory-mapped reading, and writing without holding a file in
// memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/io/safetensors_header.h"
#include "models/torch_forward.h"

namespace cadforge::models {

/// A memory-mapped file. Tensors are views of the mapping: nothing is read until it is touched,
/// they keep the mapping alive, and the last view of a tensor gives its pages back when it goes.
/// Const methods may be called from any thread.
class SafetensorsFile {
 public:
  /// Checks the whole header (parse_safetensors_header). Throws std::invalid_argument naming file
  /// and tensor, expected and got.
  explicit SafetensorsFile(const std::filesystem::path& path);

  const std::vector<std::string>& names() const { return names_; }
  bool contains(const std::string& name) const { return header_.entries.count(name) != 0; }
  at::Tensor tensor(const std::string& name) const;
  const std::map<std::string, std::string>& metadata() const { return header_.metadata; }

 private:
  struct Mapping;
  std::filesystem::path path_;
  std::shared_ptr<Mapping> mapping_;
  SafetensorsHeader header_;
  std::vector<std::string> names_;
};

/// All tensors of a model folder: model.safetensors, or the shards its index names. Throws
/// std::invalid_argument where index and shards disagree, naming the tensor.
std::vector<std::pair<std::string, at::Tensor>> read_checkpoint(
    const std::filesystem::path& folder);

/// Writes beside and renames, so that a reader never sees half a file. Tensors are copied to the
/// CPU.
void write_safetensors(const std::filesystem::path& path,
                       const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                       const std::map<std::string, std::string>& metadata = {{"format", "pt"}});

/// A tensor that is made when its turn to be written comes. `like` gives shape and dtype.
struct PendingTensor {
  std::string name;
  std::shared_ptr<const at::Tensor> like;
  std::function<at::Tensor()> make;
};

/// Writes model.safetensors, or where the tensors take more than `shard_bytes` several shards and
/// their index, under transformers' names. One tensor is in memory at a time.
void write_checkpoint(const std::filesystem::path& folder,
                      const std::vector<PendingTensor>& tensors,
                      std::uint64_t shard_bytes = 5'000'000'000);

}  // namespace cadforge::models
