// Drawing tokens: the generator against its published vectors, the draws against the softmax.
#include "models/ops/sampling.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

namespace {

using namespace cadforge::models;
using Words = std::array<std::uint32_t, 4>;

SampleRow row_of(std::uint32_t sample, std::uint32_t position = 0, double temperature = 1) {
  return {sample_stream(2024, 3, 5, sample), position, temperature, 0, 1.0};
}

at::Tensor random_logits(std::int64_t rows, std::int64_t vocabulary) {
  at::manual_seed(rows * 1000 + vocabulary);
  return at::randn({rows, vocabulary}) * 2.5;
}

std::vector<double> probabilities_of(const at::Tensor& logits, double temperature) {
  const at::Tensor p = (logits.to(at::kDouble) / temperature).softmax(-1).contiguous();
  return {p.data_ptr<double>(), p.data_ptr<double>() + p.numel()};
}

// How far counts lie from their expectation, in standard deviations of chi-squared (as a normal
// variable: Wilson and Hilferty). Cells that expect fewer than 5 are counted as one.
double deviation(const std::vector<double>& counts, const std::vector<double>& probabilities) {
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  double chi_squared = 0, rare_count = 0, rare_expected = 0;
  int cells = 0;
  const auto add = [&](double count, double expected) {
    chi_squared += (count - expected) * (count - expected) / expected;
    ++cells;
  };
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = total * probabilities[i];
    if (expected >= 5) {
      add(counts[i], expected);
    } else {
      rare_count += counts[i];
      rare_expected += expected;
    }
  }
  if (rare_expected >= 5) add(rare_count, rare_expected);
  const double freedom = cells - 1, unit = 2 / (9 * freedom);
  return (std::cbrt(chi_squared / freedom) - (1 - unit)) / std::sqrt(unit);
}

std::vector<double> counts_of(const std::vector<std::int64_t>& tokens, std::int64_t vocabulary) {
  std::vector<double> counts(vocabulary);
  for (const auto token : tokens) counts.at(token) += 1;
  return counts;
}

std::vector<std::int64_t> draw_many(const at::Tensor& logits, const std::vector<SampleRow>& rows) {
  const auto count = static_cast<std::int64_t>(rows.size());
  return draw_tokens(logits.unsqueeze(0).expand({count, logits.size(0)}), rows).tokens;
}

// What top_k and top_p leave, the plain way: the k likeliest, and of those, renormalised, the
// fewest whose mass reaches p.
std::set<std::int64_t> allowed(const std::vector<double>& probabilities, int top_k, double top_p) {
  std::vector<std::int64_t> order(probabilities.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return probabilities[a] > probabilities[b]; });
  if (top_k > 0 && top_k < static_cast<int>(order.size())) order.resize(top_k);
  double mass = 0, seen = 0;
  for (const auto token : order) mass += probabilities[token];
  std::set<std::int64_t> kept;
  for (const auto token : order) {
    if (!kept.empty() && seen >= top_p * mass) break;
    kept.insert(token);
    seen += probabilities[token];
  }
  return kept;
}

// The first place within the noise of one stream whose word satisfies `wanted`.
struct NoisePlace {
  std::uint32_t position;
  std::int64_t entry;
};
template <class Wanted>
std::optional<NoisePlace> find_word(const SampleRow& row, std::int64_t vocabulary,
                                    const Wanted& wanted) {
  for (std::uint32_t position = 0; position < (1u << 16); ++position) {
    for (std::int64_t block = 0; block < vocabulary / 4; ++block) {
      const auto words =
          philox4x32({static_cast<std::uint32_t>(block), position, 0, 0}, row.stream);
      for (int i = 0; i < 4; ++i) {
        if (wanted(words[i])) return NoisePlace{position, block * 4 + i};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

TEST_CASE("Philox4x32-10 gives the known answers of Random123") {
  CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  constexpr std::uint32_t kOnes = 0xffffffff;
  CHECK(philox4x32({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("seed, step, prompt and sample each make a stream of their own") {
  std::set<std::array<std::uint32_t, 2>> streams;
  for (const std::uint64_t seed : {0ull, 1ull, 1ull << 32, (1ull << 32) + 1}) {
    for (std::uint32_t step = 0; step < 6; ++step) {
      for (std::uint32_t prompt = 0; prompt < 6; ++prompt) {
        for (std::uint32_t sample = 0; sample < 6; ++sample) {
          streams.insert(sample_stream(seed, step, prompt, sample));
        }
      }
    }
  }
  CHECK(streams.size() == 4 * 6 * 6 * 6);
}

TEST_CASE("tokens are drawn as often as the tempered softmax says") {
  const double temperature = GENERATE(0.6, 1.0, 1.7);
  const at::Tensor logits = random_logits(1, 61)[0];
  std::vector<SampleRow> by_sample, by_position;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    by_sample.push_back(row_of(i, 7, temperature));
    by_position.push_back(row_of(7, i, temperature));
  }
  const auto expected = probabilities_of(logits, temperature);
  CHECK(std::abs(deviation(counts_of(draw_many(logits, by_sample), 61), expected)) < 3.5);
  CHECK(std::abs(deviation(counts_of(draw_many(logits, by_position), 61), expected)) < 3.5);
}

TEST_CASE("neighbouring positions and samples are independent") {
  const at::Tensor logits = at::tensor({0.0f, 0.5f, -0.5f, 1.0f});
  std::vector<SampleRow> rows;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    rows.push_back(row_of(i, 0));
    rows.push_back(row_of(i, 1));
    rows.push_back(row_of(i + 1, 0));
  }
  const auto tokens = draw_many(logits, rows);
  const auto p = probabilities_of(logits, 1);
  std::vector<double> positions(16), samples(16), expected(16);
  for (std::size_t i = 0; i < tokens.size(); i += 3) {
    positions[tokens[i] * 4 + tokens[i + 1]] += 1;
    samples[tokens[i] * 4 + tokens[i + 2]] += 1;
  }
  for (int a = 0; a < 4; ++a) {
    for (int b = 0; b < 4; ++b) expected[a * 4 + b] = p[a] * p[b];
  }
  CHECK(std::abs(deviation(positions, expected)) < 3.5);
  CHECK(std::abs(deviation(samples, expected)) < 3.5);
}

TEST_CASE("the largest and the smallest random word give no infinite noise") {
  constexpr std::int64_t kVocabulary = 4096;
  const SampleRow row = row_of(0);
  const auto large =
      find_word(row, kVocabulary, [](std::uint32_t word) { return word >= 0xffffff00; });
  const auto small = find_word(row, kVocabulary, [](std::uint32_t word) { return word < 0x100; });
  REQUIRE((large && small));
  for (const auto& place : {*large, *small}) {
    SampleRow here = row;
    here.position = place.position;
    at::Tensor logits = at::zeros({1, kVocabulary});
    logits[0][place.entry] = -40;
    CHECK(draw_tokens(logits, {here}).tokens[0] != place.entry);
    logits[0][place.entry] = 40;
    CHECK(draw_tokens(logits, {here}).tokens[0] == place.entry);
    here.top_k = 1;
    CHECK(draw_tokens(logits, {here}).tokens[0] == place.entry);
  }
}

TEST_CASE("temperature 0 takes the likeliest token, the lowest id on ties, at temperature 1") {
  at::Tensor logits = random_logits(5, 300);
  logits[0].index_put_({at::tensor({299, 17, 130}, at::kLong)}, 50.0f);
  logits[1].fill_(0.25);
  logits[2][299] = 50;
  const std::vector<SampleRow> rows(5, row_of(1, 2, 0));
  const auto drawn = draw_tokens(logits, rows);
  CHECK(drawn.tokens[0] == 17);
  CHECK(drawn.tokens[1] == 0);
  CHECK(drawn.tokens[2] == 299);
  const at::Tensor expected = logits.to(at::kDouble).log_softmax(-1);
  for (int i = 0; i < 5; ++i) {
    CHECK(drawn.tokens[i] == logits[i].argmax().item<std::int64_t>());
    CHECK(drawn.logprobs[i] == Approx(expected[i][drawn.tokens[i]].item<double>()).margin(1e-5));
  }
}

TEST_CASE("log-probabilities are the tempered full softmax's, whatever may be drawn") {
  const at::Tensor logits = random_logits(96, 311);
  std::vector<SampleRow> rows;
  for (std::uint32_t i = 0; i < 96; ++i) {
    SampleRow row = row_of(i, i, 0.3 + 0.02 * i);
    if (i % 3 == 1) row.top_k = 5;
    if (i % 3 == 2) row.top_p = 0.7;
    rows.push_back(row);
  }
  const auto drawn = draw_tokens(logits, rows);
  for (std::int64_t i = 0; i < 96; ++i) {
    const auto p = probabilities_of(logits[i], rows[i].temperature);
    CHECK(drawn.logprobs[i] == Approx(std::log(p[drawn.tokens[i]])).margin(2e-5));
  }
}

TEST_CASE("top-k and top-p draw from what a plain implementation leaves") {
  struct Limits {
    int top_k;
    double top_p;
  };
  const auto limits = GENERATE(Limits{1, 1.0}, Limits{7, 1.0}, Limits{500, 1.0}, Limits{0, 0.0},
                               Limits{0, 0.3}, Limits{0, 0.95}, Limits{6, 0.8}, Limits{20, 0.9999});
  CAPTURE(limits.top_k, limits.top_p);
  const double temperature = 1.3;
  const at::Tensor logits = random_logits(1, 47)[0];
  std::vector<SampleRow> free_rows, rows;
  for (std::uint32_t i = 0; i < 6000; ++i) {
    free_rows.push_back(row_of(i, 0, temperature));
    rows.push_back(free_rows.back());
    rows.back().top_k = limits.top_k;
    rows.back().top_p = limits.top_p;
  }
  auto p = probabilities_of(logits, temperature);
  const auto kept = allowed(p, limits.top_k, limits.top_p);
  const auto free_tokens = draw_many(logits, free_rows), tokens = draw_many(logits, rows);
  // The same noise decides: a free draw that is allowed stays.
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (kept.count(free_tokens[i]) && tokens[i] != free_tokens[i]) FAIL("sample " << i);
  }
  double mass = 0;
  for (const auto token : kept) mass += p[token];
  for (std::int64_t token = 0; token < 47; ++token) p[token] *= kept.count(token) / mass;
  const auto counts = counts_of(tokens, 47);
  for (std::int64_t token = 0; token < 47; ++token) {
    if (!kept.count(token)) CHECK(counts[token] == 0);
  }
  if (kept.size() > 1) CHECK(std::abs(deviation(counts, p)) < 3.5);
}

TEST_CASE("top-k keeps the lowest ids of a tie") {
  SampleRow row = row_of(0);
  row.top_k = 3;
  std::set<std::int64_t> seen;
  for (row.position = 0; row.position < 200; ++row.position) {
    seen.insert(draw_tokens(at::zeros({1, 40}), {row}).tokens[0]);
  }
  CHECK(seen == std::set<std::int64_t>{0, 1, 2});
}

TEST_CASE("a row's draw is the same bits alone, in any batch and at any place") {
  const at::Tensor logits = random_logits(24, 301);
  std::vector<SampleRow> rows;
  for (std::uint32_t i = 0; i < 24; ++i) {
    SampleRow row = row_of(i, 3 * i, i % 5 == 0 ? 0 : 0.5 + 0.1 * i);
    if (i % 4 == 1) row.top_p = 0.8;
    rows.push_back(row);
  }
  const auto together = draw_tokens(logits, rows);
  std::vector<SampleRow> reversed(rows.rbegin(), rows.rend());
  const auto backwards = draw_tokens(logits.flip(0), reversed);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto alone = draw_tokens(logits.narrow(0, i, 1), {rows[i]});
    CHECK(alone.tokens[0] == together.tokens[i]);
    CHECK(alone.logprobs[0] == together.logprobs[i]);
    CHECK(backwards.tokens[23 - i] == together.tokens[i]);
    CHECK(backwards.logprobs[23 - i] == together.logprobs[i]);
  }
  CHECK_THROWS_WITH(draw_tokens(logits, {rows[0]}), Catch::Contains("expected 1 rows"));
}
