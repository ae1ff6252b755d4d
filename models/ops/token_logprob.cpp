#include "models/ops/token_logprob.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

namespace cadforge::models {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Variable;
using torch::autograd::variable_list;

at::Tensor chunk_logits(const at::Tensor& hidden, const at::Tensor& head, double temperature) {
  return hidden.matmul(head.t()).to(at::kFloat).div_(temperature);
}

// Rows [first, first + count) of x, on a CPU with zero rows up to `whole`: a GEMM sums a row in the
// same order only among a fixed number of rows.
at::Tensor chunk_of(const at::Tensor& x, std::int64_t first, std::int64_t count,
                    std::int64_t whole) {
  const at::Tensor part = x.narrow(0, first, count);
  if (!x.is_cpu() || count == whole) return part;
  at::Tensor filled = at::zeros({whole, x.size(1)}, x.options());
  filled.narrow(0, 0, count).copy_(part);
  return filled;
}

// The backward pass makes each chunk's logits again instead of keeping them: 1 MB a token at
// 248,320 entries.
struct TokenLogprob : torch::autograd::Function<TokenLogprob> {
  static variable_list forward(AutogradContext* context, const Variable& hidden,
                               const Variable& head, const Variable& targets, double temperature,
                               std::int64_t chunk_rows) {
    const auto rows = hidden.size(0);
    at::Tensor logprob = at::empty({rows}, hidden.options().dtype(at::kFloat));
    at::Tensor entropy = at::empty_like(logprob);
    at::Tensor normaliser = at::empty_like(logprob);
    for (std::int64_t first = 0; first < rows; first += chunk_rows) {
      const auto count = std::min(chunk_rows, rows - first);
      const at::Tensor rows_in = chunk_of(hidden, first, count, chunk_rows);
      const at::Tensor logits = chunk_logits(rows_in, head, temperature).narrow(0, 0, count);
      const at::Tensor lse = logits.logsumexp(-1);
      const at::Tensor picked =
          logits.gather(1, targets.narrow(0, first, count).unsqueeze(1)).squeeze(1);
      logprob.narrow(0, first, count).copy_(picked - lse);
      const at::Tensor probabilities = (logits - lse.unsqueeze(1)).exp_();
      entropy.narrow(0, first, count).copy_(lse - (probabilities * logits).sum(-1));
      normaliser.narrow(0, first, count).copy_(lse);
    }
    context->save_for_backward({hidden, head, targets, normaliser});
    context->saved_data["temperature"] = temperature;
    context->saved_data["chunk_rows"] = chunk_rows;
    context->mark_non_differentiable({entropy});
    return {logprob, entropy};
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const at::Tensor &hidden = saved[0], &head = saved[1], &targets = saved[2], &lse = saved[3];
    const double temperature = context->saved_data["temperature"].toDouble();
    const auto chunk_rows = context->saved_data["chunk_rows"].toInt();
    const bool head_gradient = context->needs_input_grad(1);
    at::Tensor d_hidden = at::empty_like(hidden);
    at::Tensor d_head = head_gradient ? at::zeros_like(head, at::kFloat) : at::Tensor();
    for (std::int64_t first = 0; first < hidden.size(0); first += chunk_rows) {
      const auto count = std::min(chunk_rows, hidden.size(0) - first);
      const auto part = [&](const at::Tensor& x) { return x.narrow(0, first, count); };
      const at::Tensor rows_in = chunk_of(hidden, first, count, chunk_rows);
      const at::Tensor all_logits = chunk_logits(rows_in, head, temperature);
      at::Tensor d_logits = all_logits.narrow(0, 0, count);
      d_logits.sub_(part(lse).unsqueeze(1)).exp_().neg_();
      d_logits.scatter_add_(1, part(targets).unsqueeze(1),
                            at::ones({count, 1}, d_logits.options()));
      d_logits.mul_((part(gradients[0]) / temperature).unsqueeze(1));
      // The filling rows are logits still: finite, and dropped after the product.
      const at::Tensor d_all = all_logits.to(hidden.scalar_type());
      const at::Tensor d_chunk = d_all.narrow(0, 0, count);
      part(d_hidden).copy_(d_all.matmul(head).narrow(0, 0, count));
      if (head_gradient) d_head.add_(d_chunk.t().matmul(part(hidden)));
    }
    return {d_hidden, head_gradient ? d_head.to(head.scalar_type()) : at::Tensor(), at::Tensor(),
            at::Tensor(), at::Tensor()};
  }
};

}  // namespace

TokenLogprobs token_logprob(const at::Tensor& hidden, const at::Tensor& head,
                            const at::Tensor& targets, double temperature,
                            std::int64_t chunk_rows) {
  TORCH_CHECK(hidden.dim() == 2 && targets.dim() == 1 && hidden.size(0) == targets.size(0),
              "token_logprob: expected hidden (N, H) and targets (N), got ", hidden.sizes(),
              " and ", targets.sizes());
  const auto result = TokenLogprob::apply(hidden, head, targets, temperature, chunk_rows);
  return {result[0], result[1]};
}

}  // namespace cadforge::models
