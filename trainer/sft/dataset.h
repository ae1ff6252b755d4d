// SFT rows as token ids.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/tokenizer/chat_template.h"
#include "models/tokenizer/tokenizer.h"

namespace cadforge::trainer {

struct SftRow {
  std::vector<std::int64_t> ids;  ///< prompt, then completion
  std::size_t prompt_length = 0;  ///< the loss is on what follows
  std::uint32_t number = 0;       ///< its place among all rows
};

/// Reads JSONL rows of `messages` (the last one the assistant's), `prompt` + `completion` (the end
/// token is appended) or `prompt_ids` + `completion_ids` (nothing is). Rows longer than
/// `max_length` are left out and counted in the log. `tokenizer` may be null for rows of ids.
/// `chat` renders messages. Throws std::invalid_argument with file, line and reason.
std::vector<SftRow> read_sft_rows(const std::vector<std::string>& files,
                                  const models::Tokenizer* tokenizer, std::int64_t end_token,
                                  int max_length, const models::ChatTemplate& chat = {});

/// Row numbers of epoch `epoch` in their order: shuffled by (seed, epoch) alone, or as in the file.
std::vector<std::size_t> epoch_order(std::size_t rows, std::uint64_t seed, int epoch, bool shuffle);

}  // namespace cadforge::trainer
