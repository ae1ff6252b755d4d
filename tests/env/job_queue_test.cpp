// Whose turn it is on the lanes, and what becomes of jobs where there is no room.
#include "env/sandbox/job_queue.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <string>
#include <thread>

#include "pool_fixture.h"

namespace {

using namespace cadforge::env;
using namespace std::chrono_literals;

std::string order(JobQueue<char>& queue) {
  std::string order;
  while (auto job = queue.pop()) order += *job;
  return order;
}

}  // namespace

TEST_CASE("clients take turns, and each client's own jobs keep their order") {
  JobQueue<char> queue;
  for (const char job : {'a', 'b', 'c', 'd'}) queue.push(1, job);
  queue.push(2, 'x');
  queue.push(3, 'p');
  queue.push(2, 'y');
  CHECK(queue.size() == 7);
  CHECK(order(queue) == "axpbycd");
  CHECK(queue.empty());
  queue.push(2, 'z');
  CHECK(order(queue) == "z");
}

TEST_CASE("a queue is full at its limit; without one it never is") {
  JobQueue<char> limited(2), endless;
  for (int i = 0; i < 1000; ++i) endless.push(0, 'j');
  CHECK_FALSE(endless.full());
  limited.push(1, 'a');
  CHECK_FALSE(limited.full());
  limited.push(2, 'b');
  CHECK(limited.full());
  limited.pop();
  CHECK_FALSE(limited.full());
}

TEST_CASE("a pool whose queue is full refuses, or lets the caller wait") {
  auto options = pool_options(1);
  options.most_queued = 2;
  Pool pool(options);
  std::promise<void> go_on;
  const auto going_on = go_on.get_future().share();
  std::promise<void> begun;
  pool.submit([&](Lane&) {
    begun.set_value();
    going_on.wait();
  });
  begun.get_future().wait();
  std::atomic<int> done{0};
  const auto job = [&](Lane&) { ++done; };
  CHECK(pool.try_submit(job));
  CHECK(pool.try_submit(job));
  CHECK(pool.stats().queued == 2);
  CHECK_FALSE(pool.try_submit(job));
  std::atomic<bool> taken{false};
  std::thread waiting([&] {
    pool.submit(job);
    taken = true;
  });
  std::this_thread::sleep_for(50ms);
  CHECK_FALSE(taken);
  go_on.set_value();
  waiting.join();
  on_lane(pool, [](Lane&) { return 0; }).get();
  CHECK(done == 3);
}
