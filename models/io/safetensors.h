// The safetensors file format: 8 bytes of header length (little endian), a JSON header, raw
// tensors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/torch_forward.h"

namespace cadforge::models {

/// A memory-mapped file. Tensors are views of the mapping: nothing is read until it is touched, and
/// they keep the mapping alive. Const methods may be called from any thread.
class SafetensorsFile {
 public:
  /// Checks the whole header: length, JSON, dtypes, that every span fits its shape and the file,
  /// and that no two overlap. Throws std::invalid_argument naming file and tensor, expected and
  /// got.
  explicit SafetensorsFile(const std::filesystem::path& path);

  const std::vector<std::string>& names() const { return names_; }
  bool contains(const std::string& name) const { return entries_.count(name) != 0; }
  at::Tensor tensor(const std::string& name) const;
  const std::map<std::string, std::string>& metadata() const { return metadata_; }

 private:
  struct Mapping;
  struct Entry {
    int dtype = 0;  ///< at::ScalarType
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;  ///< bytes from the start of the data
  };
  std::filesystem::path path_;
  std::shared_ptr<Mapping> mapping_;
  std::uint64_t data_offset_ = 0;
  std::vector<std::string> names_;
  std::map<std::string, Entry> entries_;
  std::map<std::string, std::string> metadata_;
};

/// All tensors of a model folder: model.safetensors, or the shards its index names.
std::vector<std::pair<std::string, at::Tensor>> read_checkpoint(
    const std::filesystem::path& folder);

/// Writes beside and renames, so that a reader never sees half a file. Tensors are copied to the
/// CPU.
void write_safetensors(const std::filesystem::path& path,
                       const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                       const std::map<std::string, std::string>& metadata = {{"format", "pt"}});

}  // namespace cadforge::models
