// What a cache keeps: by key, the most recently asked for, within so many bytes.
#pragma once

#include <cstddef>
#include <iterator>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace cadforge::env {

/// A map that forgets what has not been asked for longest, once it holds more than `most` bytes.
/// Not thread-safe.
template <class Value>
class RecentMap {
 public:
  explicit RecentMap(std::size_t most) : most_(most) {}

  Value* find(const std::string& key) {
    const auto found = places_.find(key);
    if (found == places_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->value;
  }
  void erase(const std::string& key) {
    const auto found = places_.find(key);
    if (found != places_.end()) erase(found->second);
  }
  void insert(const std::string& key, Value value) {
    entries_.push_front({key, std::move(value), 0});
    places_[key] = entries_.begin();
    weigh(key, 0);
  }
  /// What the value of `key` takes, once that is known, besides the key itself and small things.
  void weigh(const std::string& key, std::size_t bytes) {
    const auto found = places_.find(key);
    if (found == places_.end()) return;
    constexpr std::size_t kSmallThings = 4096;
    bytes += 2 * key.size() + kSmallThings;
    held_ += bytes - found->second->bytes;
    found->second->bytes = bytes;
    while (held_ > most_ && entries_.size() > 1) erase(std::prev(entries_.end()));
  }

 private:
  struct Entry {
    std::string key;
    Value value;
    std::size_t bytes;
  };
  using Place = typename std::list<Entry>::iterator;

  void erase(Place place) {
    held_ -= place->bytes;
    places_.erase(place->key);
    entries_.erase(place);
  }

  std::size_t most_, held_ = 0;
  std::list<Entry> entries_;
  std::unordered_map<std::string, Place> places_;
};

}  // namespace cadforge::env
