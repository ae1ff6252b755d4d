// A SentencePiece model proto written by hand from a byte-level BPE vocabulary.
//
// SentencePiece's BPE merges the adjacent pair whose joined piece scores highest. With score = -merge rank
// that is the byte-level BPE algorithm, so one library runs both kinds of tokenizer.
#pragma once

#include <string>
#include <vector>

namespace cadforge::models {

struct BpePiece {
  std::string text;      ///< in byte characters; unique
  float score = 0;
  bool control = false;  ///< never produced by encoding
};

/// The serialised ModelProto; piece i gets id i, and one unknown piece is added at the end. Normalisation,
/// dummy prefix and whitespace escaping are off: SentencePiece's defaults eat newlines.
std::string serialise_bpe_model(const std::vector<BpePiece>& pieces);

}  // namespace cadforge::models
