// The order in which lanes take jobs: clients in turn, each client's own jobs first in, first out.
// One client with a thousand jobs delays another's first job by one job.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

namespace cadforge::env {

/// Not thread-safe.
template <class Job>
class JobQueue {
 public:
  /// `most`: jobs it holds before it is full; 0 for no limit. A full queue still takes what is
  /// pushed: whether to wait or to refuse is the caller's.
  explicit JobQueue(std::size_t most = 0) : most_(most) {}

  bool full() const { return most_ > 0 && size_ >= most_; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  void push(std::uint64_t client, Job job) {
    auto& jobs = jobs_[client];
    if (jobs.empty()) turns_.push_back(client);
    jobs.push_back(std::move(job));
    ++size_;
  }

  /// Nothing where it is empty.
  std::optional<Job> pop() {
    if (empty()) return std::nullopt;
    const auto client = turns_.front();
    turns_.pop_front();
    const auto found = jobs_.find(client);
    Job job = std::move(found->second.front());
    found->second.pop_front();
    if (found->second.empty()) {
      jobs_.erase(found);
    } else {
      turns_.push_back(client);
    }
    --size_;
    return job;
  }

 private:
  std::size_t most_, size_ = 0;
  std::unordered_map<std::uint64_t, std::deque<Job>> jobs_;
  std::deque<std::uint64_t> turns_;  ///< clients with jobs, the next one first
};

}  // namespace cadforge::env
