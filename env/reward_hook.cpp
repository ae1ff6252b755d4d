#include "env/reward_hook.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <mutex>
#include <nlohmann/json.hpp>

#include "env/channel/channel.h"
#include "env/sandbox/process.h"

namespace cadforge::env {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostAnswer = 1 << 20;
constexpr auto kLoading = std::chrono::seconds(120);  // it may import large libraries

Clock::duration as_duration(double seconds) {
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

HookAnswer parse_answer(const std::string& target, std::string_view text) {
  const auto fail = [&](const std::string& what) -> HookError {
    return HookError(fmt::format("reward hook {}: {}", target, what));
  };
  const json in = json::parse(text, nullptr, false);
  if (!in.is_object()) throw fail("expected a JSON object {\"reward\": number}");
  if (const auto error = in.find("error"); error != in.end()) {
    throw fail(error->is_string() ? error->get<std::string>() : error->dump());
  }
  const auto reward = in.find("reward");
  if (reward == in.end() || !reward->is_number() || !std::isfinite(reward->get<double>())) {
    throw fail(fmt::format("expected a finite number as \"reward\", got {}",
                           reward == in.end() ? "none" : reward->dump()));
  }
  HookAnswer answer{reward->get<double>(), {}};
  for (const auto& note : in.value("notes", json::array())) {
    if (note.is_string()) answer.notes.push_back(note);
  }
  return answer;
}

// Idle processes wait in a list; as many run as there are callers.
class PythonHook : public RewardHook {
 public:
  PythonHook(std::string file, std::string function, double deadline_seconds)
      : target_(file + ":" + function),
        arguments_{"--hook", std::move(file), std::move(function)},
        deadline_(as_duration(deadline_seconds)) {
    idle_.push_back(start());
  }

  HookAnswer call(const json& sample, const std::vector<std::byte>& brep) override {
    const std::string message =
        join_head(sample.dump(-1, ' ', false, json::error_handler_t::replace), as_text(brep));
    // A process that died while it waited is nobody's fault: asked once more, of a fresh one.
    for (int attempt = 0;; ++attempt) {
      auto process = take();
      Frame frame;
      const auto deadline = Clock::now() + deadline_;
      const bool sent = process->send(message, deadline);
      const ReadStatus status =
          sent ? process->receive(frame, deadline, kMostAnswer) : ReadStatus::kClosed;
      if (status == ReadStatus::kOk) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(process));
        return parse_answer(target_, as_text(frame.payload));
      }
      if (Clock::now() >= deadline) {
        throw HookError(fmt::format("reward hook {}: no answer within {:g} s", target_,
                                    std::chrono::duration<double>(deadline_).count()));
      }
      if (attempt > 0) {
        throw HookError(
            fmt::format("reward hook {}: its process ended before it answered", target_));
      }
    }
  }

 private:
  std::unique_ptr<ChildProcess> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto process = std::move(idle_.back());
        idle_.pop_back();
        return process;
      }
    }
    return start();
  }

  std::unique_ptr<ChildProcess> start() {
    auto process = std::make_unique<ChildProcess>(find_program("cadforge-worker"), arguments_);
    Frame hello;
    if (process->receive(hello, Clock::now() + kLoading, kMostAnswer) != ReadStatus::kOk) {
      throw HookError(fmt::format("reward hook {}: its process did not start", target_));
    }
    const json greeting = json::parse(as_text(hello.payload));
    if (greeting.contains("error")) {
      throw HookError(
          fmt::format("reward hook {}: {}", target_, greeting["error"].get<std::string>()));
    }
    return process;
  }

  const std::string target_;
  const std::vector<std::string> arguments_;
  const Clock::duration deadline_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ChildProcess>> idle_;
};

std::string base64(const std::vector<std::byte>& bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < count ? std::to_integer<unsigned>(bytes[i + k]) : 0);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text += k <= count ? kDigits[group >> (18 - 6 * k) & 63] : '=';
    }
  }
  return text;
}

// One POST a sample. libcurl keeps the connections of a thread's handle open between calls.
class HttpHook : public RewardHook {
 public:
  HttpHook(std::string url, double deadline_seconds)
      : url_(std::move(url)), deadline_(as_duration(deadline_seconds)) {
    static const CURLcode started = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw HookError("reward hook: libcurl cannot be started");
  }

  HookAnswer call(const json& sample, const std::vector<std::byte>& brep) override {
    json body = sample;
    body["brep"] = base64(brep);
    const std::string text = body.dump(-1, ' ', false, json::error_handler_t::replace);
    thread_local const std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)> handle(
        ::curl_easy_init(), ::curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&::curl_slist_free_all)> headers(
        ::curl_slist_append(nullptr, "Content-Type: application/json"), ::curl_slist_free_all);
    std::string reply;
    char reason[CURL_ERROR_SIZE] = "";
    CURL* curl = handle.get();
    ::curl_easy_reset(curl);
    ::curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    ::curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(text.size()));
    ::curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text.c_str());
    ::curl_easy_setopt(
        curl, CURLOPT_TIMEOUT_MS,
        static_cast<long>(
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline_).count()));
    ::curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &HttpHook::append);
    ::curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
    ::curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
    const CURLcode code = ::curl_easy_perform(curl);
    if (code != CURLE_OK) {
      throw HookError(
          fmt::format("reward hook {}: {}", url_, *reason ? reason : ::curl_easy_strerror(code)));
    }
    long status = 0;
    ::curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) {
      throw HookError(fmt::format("reward hook {}: expected status 200, got {}: {}", url_, status,
                                  reply.substr(0, 200)));
    }
    return parse_answer(url_, reply);
  }

 private:
  // A short count tells libcurl to give up.
  static std::size_t append(const char* data, std::size_t size, std::size_t count, void* reply) {
    auto& text = *static_cast<std::string*>(reply);
    if (text.size() + size * count > kMostAnswer) return 0;
    text.append(data, size * count);
    return size * count;
  }

  const std::string url_;
  const Clock::duration deadline_;
};

}  // namespace

std::shared_ptr<RewardHook> make_reward_hook(const std::string& target, double deadline_seconds) {
  if (target.starts_with("http://") || target.starts_with("https://")) {
    return std::make_shared<HttpHook>(target, deadline_seconds);
  }
  const auto colon = target.rfind(":");
  const std::string file = target.substr(0, colon);
  if (colon == std::string::npos || colon + 1 == target.size() || !file.ends_with(".py")) {
    throw std::invalid_argument(fmt::format(
        "reward hook: expected FILE.py:FUNCTION or an http:// or https:// address, got {}",
        target));
  }
  if (!std::filesystem::is_regular_file(file)) {
    throw std::invalid_argument(fmt::format("reward hook: there is no file {}", file));
  }
  return std::make_shared<PythonHook>(file, target.substr(colon + 1), deadline_seconds);
}

}  // namespace cadforge::env
