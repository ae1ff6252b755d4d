// Names of torch types for headers that only pass them on: torch's own headers cost 7 s a file.
#pragma once

namespace at {
class Tensor;
}
