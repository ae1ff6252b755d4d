#include "models/qwen35/model.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <torch/csrc/autograd/custom_function.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

#include "models/device.h"
#include "models/generation/state_cache_layers.h"
#include "models/io/safetensors.h"
#include "models/lora/lora_adapter.h"
#include "models/ops/attention.h"
#include "models/ops/causal_conv1d.h"
#include "models/ops/gated_delta_rule.h"
#include "models/ops/rms_norm.h"
#include "models/ops/rope.h"
#include "models/qwen35/weights.h"

namespace cadforge::models {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

// What one run through the layers works on. Three modes share every line but the mixers' inner op:
// packed sequences from nothing, one sequence on top of a slot's state, one token for each of many
// slots.
struct Pass {
  enum class Mode { kPacked, kExtend, kStep } mode = Mode::kPacked;
  const LoraAdapter* adapter = nullptr;
  std::vector<std::int64_t> cu_seqlens;
  std::vector<std::int64_t> slots;    // kExtend: one; kStep: one a row
  std::vector<std::int64_t> lengths;  // kStep: entries each row attends to, the new one included
  StateCache::Layers* cache = nullptr;
  at::Tensor angles;                      // RoPE, (T, rotary / 2)
  at::Tensor slot_index, position_index;  // kStep: (B) int64
  std::vector<DropoutRow> dropout;        // one a row; empty: none
  std::vector<std::int64_t> apart;  // rows that linears take by themselves; empty: all at once
};

at::Tensor apply_rows(const Linear& linear, const at::Tensor& x, const Pass& pass,
                      std::int64_t first_row) {
  at::Tensor y = at::linear(x, linear.weight);
  if (!pass.adapter) return y;
  const auto* dropout = pass.dropout.empty() ? nullptr : pass.dropout.data() + first_row;
  return pass.adapter->apply(linear.module, x, y, dropout);
}

// op(rows, number of their first) for each part that is taken by itself.
template <class Op>
at::Tensor each_apart(const at::Tensor& x, const Pass& pass, const Op& op) {
  if (pass.apart.empty()) return op(x, 0);
  std::vector<at::Tensor> outputs;
  std::int64_t row = 0;
  for (const auto& part : x.split_with_sizes(pass.apart)) {
    outputs.push_back(op(part, row));
    row += part.size(0);
  }
  return at::cat(outputs);
}

at::Tensor apply_linear(const Linear& linear, const at::Tensor& x, const Pass& pass) {
  return each_apart(x, pass, [&](const at::Tensor& rows, std::int64_t first) {
    return apply_rows(linear, rows, pass, first);
  });
}

at::Tensor sigmoid(const at::Tensor& x, const Pass& pass) {
  return each_apart(x, pass, [](const at::Tensor& rows, std::int64_t) { return rows.sigmoid(); });
}

// A GEMM rounds a row differently with the number of rows beside it, and an elementwise function
// where a vector register is not full. On a CPU, where it costs little, each sequence goes through
// those by itself, so that it does not feel its neighbours.
std::vector<std::int64_t> rows_apart(const std::vector<std::int64_t>& cu_seqlens,
                                     c10::Device device) {
  if (!device.is_cpu() || cu_seqlens.size() <= 2) return {};
  std::vector<std::int64_t> lengths;
  for (std::size_t s = 0; s + 1 < cu_seqlens.size(); ++s) {
    lengths.push_back(cu_seqlens[s + 1] - cu_seqlens[s]);
  }
  return lengths;
}

std::vector<DropoutRow> dropout_rows(const PackedBatch& batch) {
  if (batch.dropout_streams.empty()) return {};
  if (batch.dropout_streams.size() + 1 != batch.cu_seqlens.size()) {
    throw std::invalid_argument(fmt::format("forward: {} dropout streams for {} sequences",
                                            batch.dropout_streams.size(),
                                            batch.cu_seqlens.size() - 1));
  }
  std::vector<DropoutRow> rows;
  for (std::size_t s = 0; s + 1 < batch.cu_seqlens.size(); ++s) {
    const auto length = batch.cu_seqlens[s + 1] - batch.cu_seqlens[s];
    for (std::int64_t t = 0; t < length; ++t) {
      rows.push_back({batch.dropout_streams[s], static_cast<std::uint32_t>(t)});
    }
  }
  return rows;
}

// Holds the layer function through the graph's life.
struct LayerFunction : torch::CustomClassHolder {
  std::function<at::Tensor(const at::Tensor&)> run;
};

// Keeps a layer's input only and runs the layer again in the backward pass. `anchor` requires grad,
// so that the function enters the graph even where its input does not.
struct Recompute : torch::autograd::Function<Recompute> {
  static Variable forward(AutogradContext* context, const Variable& x, const Variable& /*anchor*/,
                          c10::intrusive_ptr<torch::CustomClassHolder> layer) {
    context->save_for_backward({x});
    context->saved_data["layer"] = c10::IValue::make_capsule(layer);
    // With a graph, which is dropped at once: without one the operators take other paths, and round
    // otherwise than in the backward pass.
    at::AutoGradMode with_grad(true);
    return static_cast<LayerFunction&>(*layer).run(x.detach().requires_grad_(true)).detach();
  }
  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto capsule = context->saved_data["layer"].toCapsule();
    at::Tensor x = context->get_saved_variables()[0].detach().requires_grad_(true);
    at::AutoGradMode with_grad(true);
    const at::Tensor y = static_cast<LayerFunction&>(*capsule).run(x);
    y.backward(gradients[0]);
    return {x.grad(), at::Tensor(), at::Tensor()};
  }
};

// On a CPU float32 is fastest and most exact, but a large model's weights stay as they are in the
// file: mapped, not copied.
constexpr std::int64_t kMostCopiedBytes = 1'000'000'000;

at::ScalarType parse_dtype(const std::string& name, at::ScalarType checkpoint, c10::Device device,
                           std::int64_t elements) {
  if (name == "float32") return at::kFloat;
  if (name == "bfloat16") return at::kBFloat16;
  if (name == "float16") return at::kHalf;
  if (name == "auto") {
    return device.is_cpu() && elements * 4 < kMostCopiedBytes ? at::kFloat : checkpoint;
  }
  throw std::invalid_argument(fmt::format(
      "dtype: expected \"auto\", \"float32\", \"bfloat16\" or \"float16\", got \"{}\"", name));
}

}  // namespace

void PackedBatch::add(const std::vector<std::int64_t>& sequence) {
  tokens.insert(tokens.end(), sequence.begin(), sequence.end());
  cu_seqlens.push_back(static_cast<std::int64_t>(tokens.size()));
}

struct Qwen35Model::Impl {
  Qwen35Config config;
  ModelWeights weights;
  std::vector<WeightSlot> slots;
  std::vector<LinearModule> modules;

  explicit Impl(const Qwen35Config& c) : config(c), slots(weight_slots(c, weights)) {
    for (const auto& slot : slots) {
      if (!slot.linear) continue;
      modules.push_back({slot.name.substr(0, slot.name.size() - std::string(".weight").size()),
                         slot.shape[0], slot.shape[1]});
    }
  }

  void place(c10::Device device, at::ScalarType dtype, bool train_all) {
    for (auto& slot : slots) {
      at::Tensor& tensor = *slot.target;
      tensor = tensor.to(device, stays_float(slot.name) ? at::kFloat : dtype);
      if (train_all) tensor = tensor.clone().requires_grad_(true);
    }
    if (config.tie_word_embeddings) weights.head = weights.embedding;
  }

  std::int64_t elements() const {
    std::int64_t count = 0;
    for (const auto& slot : slots) count += c10::multiply_integers(slot.shape);
    return count;
  }

  std::int64_t rotary() const {
    return static_cast<std::int64_t>(config.head_dim * config.partial_rotary_factor);
  }

  at::Tensor angles(const std::vector<std::int64_t>& positions) const {
    return rope_angles(at::tensor(positions, at::kLong).to(weights.norm.device()), rotary(),
                       config.rope_theta);
  }

  at::Tensor embed(const std::vector<std::int64_t>& tokens) const {
    for (const auto token : tokens) {
      if (token >= 0 && token < config.vocab_size) continue;
      throw std::invalid_argument(
          fmt::format("token {} lies outside the vocabulary of {}", token, config.vocab_size));
    }
    return at::embedding(weights.embedding,
                         at::tensor(tokens, at::kLong).to(weights.norm.device()));
  }

  at::Tensor full_attention(const LayerWeights& layer, std::size_t index, const at::Tensor& x,
                            const Pass& pass) const;
  at::Tensor delta_mixer(const LayerWeights& layer, std::size_t index, const at::Tensor& x,
                         const Pass& pass) const;
  at::Tensor attend(std::size_t index, const at::Tensor& q, const at::Tensor& k,
                    const at::Tensor& v, const Pass& pass) const;
  at::Tensor run_layer(std::size_t index, const at::Tensor& x, const Pass& pass) const;
  at::Tensor run(at::Tensor x, const Pass& pass) const;
};

at::Tensor Qwen35Model::Impl::attend(std::size_t index, const at::Tensor& q, const at::Tensor& k,
                                     const at::Tensor& v, const Pass& pass) const {
  if (pass.mode == Pass::Mode::kPacked) return causal_attention(q, k, v, pass.cu_seqlens);
  at::Tensor& keys = pass.cache->keys[index];
  at::Tensor& values = pass.cache->values[index];
  if (pass.mode == Pass::Mode::kStep) {
    keys.index_put_({pass.slot_index, at::indexing::Slice(), pass.position_index}, k);
    values.index_put_({pass.slot_index, at::indexing::Slice(), pass.position_index}, v);
    return attention_step(q, keys, values, pass.slots, pass.lengths);
  }
  const auto slot = pass.slots[0], held = pass.cache->lengths[slot], count = q.size(0);
  const auto extend = [&](at::Tensor& cache, const at::Tensor& fresh) {
    cache.select(0, slot).narrow(1, held, count).copy_(fresh.transpose(0, 1));
    return cache.select(0, slot).narrow(1, 0, held + count).transpose(0, 1);
  };
  const at::Tensor all_keys = extend(keys, k), all_values = extend(values, v);
  return held == 0 ? causal_attention(q, k, v, {0, count})
                   : continued_attention(q, all_keys, all_values);
}

at::Tensor Qwen35Model::Impl::full_attention(const LayerWeights& layer, std::size_t index,
                                             const at::Tensor& x, const Pass& pass) const {
  const auto rows = x.size(0), dim = config.head_dim;
  // Each head's projection is [query | gate].
  const at::Tensor both =
      apply_linear(layer.q_proj, x, pass).view({rows, config.num_heads, 2 * dim});
  const at::Tensor gate = both.narrow(-1, dim, dim).reshape({rows, -1});
  at::Tensor q = rms_norm(both.narrow(-1, 0, dim), layer.q_norm, config.rms_norm_eps);
  at::Tensor k = apply_linear(layer.k_proj, x, pass).view({rows, config.num_kv_heads, dim});
  k = rms_norm(k, layer.k_norm, config.rms_norm_eps);
  const at::Tensor v = apply_linear(layer.v_proj, x, pass).view({rows, config.num_kv_heads, dim});
  q = apply_rope(q, pass.angles);
  k = apply_rope(k, pass.angles);
  const at::Tensor out = attend(index, q, k, v, pass).reshape({rows, -1});
  return apply_linear(layer.o_proj, out * sigmoid(gate, pass), pass);
}

at::Tensor Qwen35Model::Impl::delta_mixer(const LayerWeights& layer, std::size_t index,
                                          const at::Tensor& x, const Pass& pass) const {
  const auto rows = x.size(0);
  const auto key_heads = config.linear_key_heads, value_heads = config.linear_value_heads;
  const auto keys = key_heads * config.linear_key_dim;
  const auto values = value_heads * config.linear_value_dim;
  const at::Tensor qkv = apply_linear(layer.in_proj_qkv, x, pass);
  const at::Tensor z = apply_linear(layer.in_proj_z, x, pass);
  const at::Tensor beta = sigmoid(apply_linear(layer.in_proj_b, x, pass), pass);
  const at::Tensor a = apply_linear(layer.in_proj_a, x, pass).to(at::kFloat);
  const at::Tensor dt_bias = layer.dt_bias.to(at::kFloat);
  const at::Tensor g = -layer.a_log.to(at::kFloat).exp() *
                       each_apart(a, pass, [&](const at::Tensor& rows, std::int64_t) {
                         return at::softplus(rows + dt_bias);
                       });

  const at::Tensor conv = layer.conv.squeeze(1);
  at::Tensor mixed;
  if (pass.mode == Pass::Mode::kPacked) {
    mixed = causal_conv1d(qkv, conv, pass.cu_seqlens, nullptr);
  } else if (pass.mode == Pass::Mode::kStep) {
    mixed = causal_conv1d_step(qkv, conv, pass.cache->conv_tails[index], pass.slots);
  } else {
    at::Tensor tail = pass.cache->conv_tails[index].select(0, pass.slots[0]);
    const at::Tensor before = tail.clone();
    mixed = causal_conv1d(qkv, conv, {0, rows}, &before);
    const at::Tensor window = at::cat({before, qkv});
    tail.copy_(window.narrow(0, window.size(0) - tail.size(0), tail.size(0)));
  }

  const at::Tensor q = mixed.narrow(1, 0, keys).reshape({rows, key_heads, config.linear_key_dim});
  const at::Tensor k =
      mixed.narrow(1, keys, keys).reshape({rows, key_heads, config.linear_key_dim});
  const at::Tensor v =
      mixed.narrow(1, 2 * keys, values).reshape({rows, value_heads, config.linear_value_dim});
  at::Tensor core;
  if (pass.mode == Pass::Mode::kPacked) {
    core = gated_delta_rule(q, k, v, g, beta, pass.cu_seqlens, nullptr).output;
  } else if (pass.mode == Pass::Mode::kStep) {
    core = gated_delta_rule_step(q, k, v, g, beta, pass.cache->delta_states[index], pass.slots);
  } else {
    at::Tensor state = pass.cache->delta_states[index].narrow(0, pass.slots[0], 1);
    const auto result = gated_delta_rule(q, k, v, g, beta, {0, rows}, &state);
    state.copy_(result.final_state);
    core = result.output;
  }
  const at::Tensor gate = z.reshape({rows, value_heads, config.linear_value_dim});
  const at::Tensor out = core.to(x.scalar_type());
  const at::Tensor normed = each_apart(out, pass, [&](const at::Tensor& part, std::int64_t first) {
    return gated_rms_norm(part, gate.narrow(0, first, part.size(0)), layer.delta_norm,
                          config.rms_norm_eps);
  });
  return apply_linear(layer.out_proj, normed.reshape({rows, values}), pass);
}

at::Tensor Qwen35Model::Impl::run_layer(std::size_t index, const at::Tensor& x,
                                        const Pass& pass) const {
  const LayerWeights& layer = weights.layers[index];
  const at::Tensor normed = rms_norm(x, layer.input_norm, config.rms_norm_eps);
  const at::Tensor mixed = layer.type == LayerType::kFullAttention
                               ? full_attention(layer, index, normed, pass)
                               : delta_mixer(layer, index, normed, pass);
  const at::Tensor y = x + mixed;
  const at::Tensor inner = rms_norm(y, layer.post_attention_norm, config.rms_norm_eps);
  const at::Tensor gate = each_apart(inner, pass, [&](const at::Tensor& rows, std::int64_t first) {
    return at::silu(apply_rows(layer.gate_proj, rows, pass, first));
  });
  const at::Tensor hidden = gate * apply_linear(layer.up_proj, inner, pass);
  return y + apply_linear(layer.down_proj, hidden, pass);
}

at::Tensor Qwen35Model::Impl::run(at::Tensor x, const Pass& pass) const {
  for (std::size_t i = 0; i < weights.layers.size(); ++i) x = run_layer(i, x, pass);
  return rms_norm(x, weights.norm, config.rms_norm_eps);
}

Qwen35Model::Qwen35Model(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Qwen35Model::~Qwen35Model() = default;

std::unique_ptr<Qwen35Model> Qwen35Model::load(const std::filesystem::path& folder,
                                               const LoadOptions& options) {
  const auto device = resolve_device(options.device);
  auto impl = std::make_unique<Impl>(Qwen35Config::from_folder(folder));
  load_weights(folder, impl->slots);
  const auto dtype =
      parse_dtype(options.dtype, impl->weights.embedding.scalar_type(), device, impl->elements());
  impl->place(device, dtype, options.train_all);
  return std::unique_ptr<Qwen35Model>(new Qwen35Model(std::move(impl)));
}

std::unique_ptr<Qwen35Model> Qwen35Model::random(const Qwen35Config& config, std::uint64_t seed,
                                                 const LoadOptions& options) {
  auto impl = std::make_unique<Impl>(config);
  const auto device = resolve_device(options.device);
  const auto dtype = parse_dtype(options.dtype, at::kBFloat16, device, impl->elements());
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  for (auto& slot : impl->slots) {
    const auto is = [&](const char* part) { return slot.name.find(part) != std::string::npos; };
    at::Tensor& tensor = *slot.target;
    tensor = at::empty(slot.shape, at::kFloat);
    // The initial values of Qwen3.5: decay rates spread over heads, norms at one (zero where
    // zero-centred).
    if (is("A_log")) {
      tensor.uniform_(1e-3, 16, generator).log_();
    } else if (is("dt_bias") || is("linear_attn.norm")) {
      tensor.fill_(1);
    } else if (is("norm")) {
      tensor.zero_();
    } else if (is("conv1d")) {
      const double bound = 1 / std::sqrt(static_cast<double>(config.conv_kernel));
      tensor.uniform_(-bound, bound, generator);
    } else {
      tensor.normal_(0, 0.02, generator);
    }
    tensor = tensor.to(device, stays_float(slot.name) ? at::kFloat : dtype);
  }
  impl->place(device, dtype, options.train_all);
  return std::unique_ptr<Qwen35Model>(new Qwen35Model(std::move(impl)));
}

void Qwen35Model::save(const std::filesystem::path& folder, const std::string& dtype) const {
  if (dtype == "auto") throw std::invalid_argument("save: dtype: expected a type, got \"auto\"");
  const auto type = parse_dtype(dtype, at::kFloat, at::kCPU, 0);
  std::filesystem::create_directories(folder);
  std::vector<PendingTensor> tensors;
  for (const auto& [name, tensor] : named_parameters()) {
    const auto stored = stays_float(name) ? at::kFloat : type;
    const auto like = at::empty(tensor.sizes(), at::TensorOptions(stored).device(at::kMeta));
    tensors.push_back({name, std::make_shared<at::Tensor>(like),
                       [tensor = tensor.detach(), stored] { return tensor.to(stored); }});
  }
  write_checkpoint(folder, tensors);
  std::ofstream(folder / "config.json") << impl_->config.to_json(dtype).dump(2) << "\n";
}

const Qwen35Config& Qwen35Model::config() const { return impl_->config; }
const at::Tensor& Qwen35Model::head() const { return impl_->weights.head; }

const std::vector<Qwen35Model::LinearModule>& Qwen35Model::linear_modules() const {
  return impl_->modules;
}

std::vector<std::pair<std::string, at::Tensor>> Qwen35Model::named_parameters() const {
  std::vector<std::pair<std::string, at::Tensor>> named;
  for (const auto& slot : impl_->slots) named.emplace_back(slot.name, *slot.target);
  return named;
}

at::Tensor Qwen35Model::forward(const PackedBatch& batch, const LoraAdapter* adapter,
                                bool recompute) const {
  if (batch.cu_seqlens.front() != 0 ||
      batch.cu_seqlens.back() != static_cast<std::int64_t>(batch.tokens.size()) ||
      batch.tokens.empty()) {
    throw std::invalid_argument(fmt::format("forward: cu_seqlens [{}] does not span {} tokens",
                                            fmt::join(batch.cu_seqlens, ", "),
                                            batch.tokens.size()));
  }
  std::vector<std::int64_t> positions(batch.tokens.size());
  for (std::size_t s = 0; s + 1 < batch.cu_seqlens.size(); ++s) {
    std::iota(positions.begin() + batch.cu_seqlens[s], positions.begin() + batch.cu_seqlens[s + 1],
              0);
  }
  Pass pass;
  pass.adapter = adapter;
  pass.cu_seqlens = batch.cu_seqlens;
  pass.angles = impl_->angles(positions);
  pass.apart = rows_apart(batch.cu_seqlens, impl_->weights.norm.device());
  pass.dropout = dropout_rows(batch);
  at::Tensor x = impl_->embed(batch.tokens);
  if (!recompute || !at::GradMode::is_enabled()) return impl_->run(x, pass);

  const at::Tensor anchor = at::zeros({}, x.options()).requires_grad_(true);
  for (std::size_t i = 0; i < impl_->weights.layers.size(); ++i) {
    auto layer = c10::make_intrusive<LayerFunction>();
    layer->run = [this, i, pass](const at::Tensor& input) {
      return impl_->run_layer(i, input, pass);
    };
    x = Recompute::apply(x, anchor, layer);
  }
  return rms_norm(x, impl_->weights.norm, impl_->config.rms_norm_eps);
}

at::Tensor Qwen35Model::extend(const std::vector<std::int64_t>& tokens, std::int64_t slot,
                               StateCache& cache, const LoraAdapter* adapter) const {
  const auto held = cache.length(slot), count = static_cast<std::int64_t>(tokens.size());
  if (count == 0 || held + count > cache.capacity()) {
    throw std::invalid_argument(fmt::format("extend: slot {} holds {} of {} tokens, got {} more",
                                            slot, held, cache.capacity(), count));
  }
  at::NoGradGuard no_grad;
  std::vector<std::int64_t> positions(count);
  std::iota(positions.begin(), positions.end(), held);
  Pass pass;
  pass.mode = Pass::Mode::kExtend;
  pass.adapter = adapter;
  pass.slots = {slot};
  pass.cache = &cache.layers();
  pass.angles = impl_->angles(positions);
  const at::Tensor hidden = impl_->run(impl_->embed(tokens), pass);
  cache.layers().lengths[slot] = held + count;
  return hidden.narrow(0, count - 1, 1);
}

at::Tensor Qwen35Model::step(const at::Tensor& tokens, const std::vector<std::int64_t>& slots,
                             StateCache& cache, const LoraAdapter* adapter) const {
  if (slots.empty() || tokens.numel() != static_cast<std::int64_t>(slots.size())) {
    throw std::invalid_argument(
        fmt::format("step: {} tokens for {} slots", tokens.numel(), slots.size()));
  }
  at::NoGradGuard no_grad;
  auto& lengths = cache.layers().lengths;
  Pass pass;
  pass.mode = Pass::Mode::kStep;
  pass.adapter = adapter;
  pass.slots = slots;
  pass.cache = &cache.layers();
  std::vector<std::int64_t> positions;
  for (const auto slot : slots) {
    if (lengths.at(slot) >= cache.capacity()) {
      throw std::invalid_argument(
          fmt::format("step: slot {} is full ({} tokens)", slot, cache.capacity()));
    }
    positions.push_back(lengths[slot]);
    pass.lengths.push_back(lengths[slot] + 1);
  }
  const auto device = impl_->weights.norm.device();
  pass.slot_index = at::tensor(slots, at::kLong).to(device);
  pass.position_index = at::tensor(positions, at::kLong).to(device);
  pass.angles = impl_->angles(positions);
  const at::Tensor hidden = impl_->run(at::embedding(impl_->weights.embedding, tokens), pass);
  for (const auto slot : slots) ++lengths[slot];
  return hidden;
}

}  // namespace cadforge::models
