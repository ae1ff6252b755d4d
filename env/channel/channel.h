// Framed messages over a pipe: u32 type, u32 length (little endian), payload. No dependency on
// anything else.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cadforge::env {

using Deadline = std::chrono::steady_clock::time_point;

/// Descriptors on which the child programs take requests and give replies.
inline constexpr int kRequestFd = 3, kReplyFd = 4;

enum class FrameType : std::uint32_t {
  kHello = 1,
  kRequest = 2,
  kReply = 3,
  kFacts = 4,
  kVerdict = 5
};

struct Frame {
  FrameType type = FrameType::kHello;
  std::vector<std::byte> payload;
};

enum class ReadStatus { kOk, kClosed, kTimeout, kTooLarge };

/// Reads one frame. kClosed also where the frame breaks off. A frame longer than `most` is
/// kTooLarge and is not read. Interrupted calls go on; a descriptor may be blocking or not.
ReadStatus read_frame(int fd, Frame& frame, Deadline deadline, std::size_t most);

/// One frame as it goes over the wire.
std::string framed(FrameType type, std::string_view payload);

/// Writes one frame; false where the other end is gone or the deadline passes. SIGPIPE must be
/// ignored.
bool write_frame(int fd, FrameType type, std::string_view payload, Deadline deadline);

/// A JSON head and raw bytes in one payload: u32 head length, head, bytes.
std::string join_head(std::string_view head, std::string_view bytes);
struct HeadAndBytes {
  std::string_view head, bytes;
};
/// Views into `payload`. Throws std::invalid_argument where it is too short.
HeadAndBytes split_head(std::string_view payload);

inline std::string_view as_text(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline std::vector<std::byte> as_bytes(std::string_view text) {
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

}  // namespace cadforge::env
