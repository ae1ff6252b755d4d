#include "models/tokenizer/bpe_model.h"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace cadforge::models {
namespace {

// The few protobuf wire forms that sentencepiece_model.proto needs.
void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put_number(std::string& out, int field, std::uint64_t value) {
  put_varint(out, static_cast<std::uint64_t>(field) << 3);
  put_varint(out, value);
}

void put_bytes(std::string& out, int field, std::string_view bytes) {
  put_varint(out, static_cast<std::uint64_t>(field) << 3 | 2);
  put_varint(out, bytes.size());
  out.append(bytes);
}

void put_float(std::string& out, int field, float value) {
  put_varint(out, static_cast<std::uint64_t>(field) << 3 | 5);
  char raw[4];
  std::memcpy(raw, &value, 4);
  out.append(raw, 4);
}

enum PieceType { kNormal = 1, kUnknown = 2, kControl = 3 };

std::string piece_message(const std::string& text, float score, PieceType type) {
  std::string message;
  put_bytes(message, 1, text);
  put_float(message, 2, score);
  put_number(message, 3, type);
  return message;
}

}  // namespace

std::string serialise_bpe_model(const std::vector<BpePiece>& pieces) {
  std::string model;
  for (const auto& piece : pieces) {
    put_bytes(model, 1, piece_message(piece.text, piece.score, piece.control ? kControl : kNormal));
  }
  put_bytes(model, 1, piece_message("<cadforge-unknown>", 0, kUnknown));

  std::string trainer;
  put_number(trainer, 3, 2);  // model_type: BPE
  put_number(trainer, 4, pieces.size() + 1);
  put_bytes(model, 2, trainer);

  std::string normalizer;
  put_bytes(normalizer, 1, "identity");
  put_number(normalizer, 3, 0);  // add_dummy_prefix
  put_number(normalizer, 4, 0);  // remove_extra_whitespaces
  put_number(normalizer, 5, 0);  // escape_whitespaces
  put_bytes(model, 3, normalizer);
  return model;
}

}  // namespace cadforge::models
