#include "env/observation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace cadforge::env {
namespace {

constexpr const char* kOpening = "The verdict on it:\n";
constexpr const char* kClosing = "\nWrite the program that is right.";

std::string terms(const rewards::RewardReport& reward) {
  auto text = fmt::format(
      "builds: total {:.2f} (topology {:.2f}, contact {:.2f}, semantic_parts {:.2f}, "
      "reference_similarity {:.2f}, efficiency {:.2f}",
      reward.total, reward.topology, reward.contact, reward.semantic_parts,
      reward.reference_similarity, reward.efficiency);
  if (reward.editability) text += fmt::format(", editability {:.2f}", *reward.editability);
  return text + ")";
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

// Whole characters of UTF-8, as many as fit.
std::string clipped(std::string text, int most_tokens) {
  if (estimated_tokens(text) <= most_tokens) return text;
  while (!text.empty() && estimated_tokens(text + "...") > most_tokens) {
    while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) {
      text.pop_back();
    }
    text.pop_back();
  }
  return text + "...";
}

}  // namespace

int estimated_tokens(std::string_view text) {
  int tokens = 0, letters = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    letters = std::isalpha(byte) ? letters + 1 : 0;
    const bool token = letters > 0 ? letters % 4 == 1 : c != ' ';
    tokens += token;
  }
  return tokens;
}

std::string verdict_words(const std::vector<std::string>& notes) {
  std::string text = kOpening;
  for (const auto& note : notes) text += "- " + note + "\n";
  return text + kClosing;
}

std::string observation(const Evaluation& evaluation, int most_tokens) {
  const auto& reward = evaluation.reward;
  std::vector<std::string> notes = reward.notes;
  if (reward.build > 0) notes.insert(notes.begin(), terms(reward));
  int left = most_tokens - estimated_tokens(verdict_words({}));
  std::vector<std::string> told;
  for (const auto& note : notes) {
    std::string line = one_line(note);
    constexpr int kBullet = 2;  // "- " and the line's end
    if (told.empty()) line = clipped(std::move(line), left - kBullet);
    const int tokens = estimated_tokens(line) + kBullet;
    if (tokens > left) continue;
    left -= tokens;
    told.push_back(std::move(line));
  }
  return verdict_words(told);
}

}  // namespace cadforge::env
