// Precompiled once for all of models/ and trainer/: ATen alone costs 7 s a file.
#pragma once
#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/variable.h>

#include <nlohmann/json.hpp>
