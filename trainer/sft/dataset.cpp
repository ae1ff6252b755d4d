#include "trainer/sft/dataset.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

#include "env/families/draw.h"

namespace cadforge::trainer {
namespace {

using nlohmann::json;

SftRow joined(std::vector<std::int64_t> prompt, const std::vector<std::int64_t>& completion) {
  SftRow row;
  row.prompt_length = prompt.size();
  row.ids = std::move(prompt);
  row.ids.insert(row.ids.end(), completion.begin(), completion.end());
  if (completion.empty() || row.prompt_length == 0) {
    throw std::invalid_argument("expected a prompt and a completion of one token at least");
  }
  return row;
}

const models::Tokenizer& need(const models::Tokenizer* tokenizer) {
  if (!tokenizer)
    throw std::invalid_argument("text needs a tokenizer, and the model folder has none");
  return *tokenizer;
}

SftRow text_row(const std::string& prompt, const std::string& completion,
                const models::Tokenizer& tokenizer, std::int64_t end_token) {
  auto ids = tokenizer.encode(completion);
  if (end_token >= 0) ids.push_back(end_token);
  return joined(tokenizer.encode(prompt), ids);
}

SftRow chat_row(const json& messages, const models::Tokenizer& tokenizer, std::int64_t end_token,
                const models::ChatTemplate& chat_template) {
  std::vector<models::ChatMessage> chat;
  for (const auto& message : messages) {
    chat.push_back(
        {message.at("role").get<std::string>(), message.at("content").get<std::string>()});
  }
  if (chat.empty() || chat.back().role != "assistant") {
    throw std::invalid_argument("messages: expected the last one to be the assistant's");
  }
  const std::string completion = chat.back().content;
  chat.pop_back();
  return text_row(chat_template.render(chat, {true, false}), completion, tokenizer, end_token);
}

SftRow parse_row(const json& row, const models::Tokenizer* tokenizer, std::int64_t end_token,
                 const models::ChatTemplate& chat) {
  if (row.contains("messages")) return chat_row(row["messages"], need(tokenizer), end_token, chat);
  if (row.contains("prompt_ids")) {
    return joined(row["prompt_ids"].get<std::vector<std::int64_t>>(),
                  row.at("completion_ids").get<std::vector<std::int64_t>>());
  }
  if (row.contains("prompt")) {
    return text_row(row["prompt"].get<std::string>(), row.at("completion").get<std::string>(),
                    need(tokenizer), end_token);
  }
  throw std::invalid_argument(
      "expected \"messages\", \"prompt\" + \"completion\" or \"prompt_ids\" + \"completion_ids\"");
}

}  // namespace

std::vector<SftRow> read_sft_rows(const std::vector<std::string>& files,
                                  const models::Tokenizer* tokenizer, std::int64_t end_token,
                                  int max_length, const models::ChatTemplate& chat) {
  std::vector<SftRow> rows;
  std::size_t too_long = 0;
  for (const auto& file : files) {
    std::ifstream stream(file);
    if (!stream) throw std::invalid_argument(fmt::format("data.files: cannot open {}", file));
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
      if (line.empty()) continue;
      try {
        SftRow row = parse_row(json::parse(line), tokenizer, end_token, chat);
        if (row.ids.size() > static_cast<std::size_t>(max_length)) {
          ++too_long;
        } else {
          row.number = static_cast<std::uint32_t>(rows.size());
          rows.push_back(std::move(row));
        }
      } catch (const std::exception& error) {
        throw std::invalid_argument(fmt::format("{}:{}: {}", file, number, error.what()));
      }
    }
  }
  if (too_long > 0) {
    spdlog::warn("left out {} rows of more than {} tokens (data.max_length)", too_long, max_length);
  }
  if (rows.empty()) throw std::invalid_argument("data.files: no rows to train on");
  return rows;
}

std::vector<std::size_t> epoch_order(std::size_t rows, std::uint64_t seed, int epoch,
                                     bool shuffle) {
  std::vector<std::size_t> order(rows);
  std::iota(order.begin(), order.end(), 0);
  if (!shuffle) return order;
  const auto key = [&](std::size_t row) {
    return env::mix64(env::mix64(seed) ^ env::mix64(static_cast<std::uint64_t>(epoch) << 32 | row));
  };
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return key(a) < key(b); });
  return order;
}

}  // namespace cadforge::trainer
