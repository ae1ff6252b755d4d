#include "env/channel/channel.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace cadforge::env {
namespace {

// Waits until `fd` is ready; false when the deadline passes first.
bool wait_ready(int fd, short events, Deadline deadline) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd entry{fd, events, 0};
    const int ready =
        ::poll(&entry, 1, static_cast<int>(std::min<long long>(left.count() + 1, 60'000)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return true;  // the read or write will say what is wrong
  }
}

ReadStatus read_exactly(int fd, std::byte* out, std::size_t size, Deadline deadline) {
  while (size > 0) {
    if (!wait_ready(fd, POLLIN, deadline)) return ReadStatus::kTimeout;
    const auto got = ::read(fd, out, size);
    if (got == 0) return ReadStatus::kClosed;
    if (got < 0) {
      if (errno == EINTR || errno == EAGAIN) continue;
      return ReadStatus::kClosed;
    }
    out += got;
    size -= static_cast<std::size_t>(got);
  }
  return ReadStatus::kOk;
}

}  // namespace

ReadStatus read_frame(int fd, Frame& frame, Deadline deadline, std::size_t most) {
  std::uint32_t header[2] = {};
  const auto status =
      read_exactly(fd, reinterpret_cast<std::byte*>(header), sizeof header, deadline);
  if (status != ReadStatus::kOk) return status;
  if (header[1] > most) return ReadStatus::kTooLarge;
  frame.type = static_cast<FrameType>(header[0]);
  frame.payload.resize(header[1]);
  return read_exactly(fd, frame.payload.data(), frame.payload.size(), deadline);
}

std::string framed(FrameType type, std::string_view payload) {
  const std::uint32_t header[2] = {static_cast<std::uint32_t>(type),
                                   static_cast<std::uint32_t>(payload.size())};
  std::string message(reinterpret_cast<const char*>(header), sizeof header);
  message.append(payload);
  return message;
}

bool write_frame(int fd, FrameType type, std::string_view payload, Deadline deadline) {
  const std::string message = framed(type, payload);
  std::size_t sent = 0;
  while (sent < message.size()) {
    if (!wait_ready(fd, POLLOUT, deadline)) return false;
    // Small pieces, so that a blocking pipe whose reader stalls is noticed at the deadline.
    const auto piece = std::min<std::size_t>(message.size() - sent, 4096);
    const auto put = ::write(fd, message.data() + sent, piece);
    if (put < 0 && errno != EINTR && errno != EAGAIN) return false;
    if (put > 0) sent += static_cast<std::size_t>(put);
  }
  return true;
}

std::string join_head(std::string_view head, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(head.size());
  std::string payload(reinterpret_cast<const char*>(&size), sizeof size);
  payload.append(head);
  payload.append(bytes);
  return payload;
}

HeadAndBytes split_head(std::string_view payload) {
  std::uint32_t size = 0;
  if (payload.size() < sizeof size) throw std::invalid_argument("message: too short for its head");
  std::memcpy(&size, payload.data(), sizeof size);
  payload.remove_prefix(sizeof size);
  if (payload.size() < size) throw std::invalid_argument("message: head is cut off");
  return {payload.substr(0, size), payload.substr(size)};
}

}  // namespace cadforge::env
