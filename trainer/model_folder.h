// From a model's name on the command line or in a configuration to its folder.
#pragma once

#include <filesystem>
#include <string>

namespace cadforge::trainer {

/// `name` itself where it is a folder; "tiny" is the model that comes with cadforge: beside the
/// programs
/// (../share/cadforge/tiny) or in the checkout they were built in. Throws std::invalid_argument
/// naming what was expected.
std::filesystem::path model_folder(const std::string& name);

}  // namespace cadforge::trainer
