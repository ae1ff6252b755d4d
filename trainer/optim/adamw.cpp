#include "trainer/optim/adamw.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace cadforge::trainer {

AdamW::AdamW(std::vector<Trainable> parameters, const RunConfig::Optim& options)
    : parameters_(std::move(parameters)), options_(options) {
  for (const auto& p : parameters_) {
    first_.push_back(at::zeros_like(p.gradient));
    second_.push_back(at::zeros_like(p.gradient));
  }
}

double AdamW::step(double learning_rate) {
  at::NoGradGuard no_grad;
  double squared = 0;
  for (const auto& p : parameters_) squared += p.gradient.square().sum(at::kDouble).item<double>();
  const double norm = std::sqrt(squared);
  if (!std::isfinite(norm)) {
    throw std::runtime_error(fmt::format("optimizer: the gradient's norm is {}", norm));
  }
  const double scale =
      options_.max_grad_norm > 0 ? std::min(1.0, options_.max_grad_norm / (norm + 1e-6)) : 1.0;
  ++steps_;
  const double b1 = options_.betas[0], b2 = options_.betas[1];
  const double correction1 = 1 - std::pow(b1, static_cast<double>(steps_));
  const double correction2 = 1 - std::pow(b2, static_cast<double>(steps_));
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    at::Tensor value = parameters_[i].value.detach();
    at::Tensor& gradient = parameters_[i].gradient;
    gradient.mul_(scale);
    value.mul_(1 - learning_rate * options_.weight_decay);
    first_[i].mul_(b1).add_(gradient, 1 - b1);
    second_[i].mul_(b2).addcmul_(gradient, gradient, 1 - b2);
    const at::Tensor denominator = (second_[i] / correction2).sqrt_().add_(options_.eps);
    value.addcdiv_(first_[i], denominator, -learning_rate / correction1);
    gradient.zero_();
  }
  return norm;
}

std::vector<std::pair<std::string, at::Tensor>> AdamW::state() const {
  std::vector<std::pair<std::string, at::Tensor>> state;
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    state.emplace_back(fmt::format("exp_avg.{}", i), first_[i]);
    state.emplace_back(fmt::format("exp_avg_sq.{}", i), second_[i]);
  }
  state.emplace_back("step", at::tensor({steps_}, at::kLong));
  return state;
}

void AdamW::load_state(const std::vector<std::pair<std::string, at::Tensor>>& state) {
  at::NoGradGuard no_grad;
  std::size_t loaded = 0;
  for (const auto& [name, tensor] : state) {
    if (name == "step") {
      steps_ = tensor.item<std::int64_t>();
      ++loaded;
      continue;
    }
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
      at::Tensor* target = name == fmt::format("exp_avg.{}", i)      ? &first_[i]
                           : name == fmt::format("exp_avg_sq.{}", i) ? &second_[i]
                                                                     : nullptr;
      if (!target) continue;
      if (target->sizes() != tensor.sizes()) {
        throw std::invalid_argument(
            fmt::format("optimizer state \"{}\": its shape does not fit", name));
      }
      target->copy_(tensor);
      ++loaded;
    }
  }
  if (loaded != 2 * parameters_.size() + 1) {
    throw std::invalid_argument("optimizer state: it belongs to another set of parameters");
  }
}

double learning_rate(const RunConfig::Schedule& schedule, double peak, int step, int total) {
  const int warmup = static_cast<int>(std::ceil(schedule.warmup_ratio * total));
  if (step < warmup) return peak * step / std::max(1, warmup);
  const double progress = static_cast<double>(step - warmup) / std::max(1, total - warmup);
  if (schedule.type == "constant") return peak;
  if (schedule.type == "linear") return peak * std::max(0.0, 1 - progress);
  return peak * 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, progress)));
}

}  // namespace cadforge::trainer
