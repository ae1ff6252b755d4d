# What would outlive the process.
# ends: exception:PermissionError
from multiprocessing import shared_memory

shared_memory.SharedMemory("cadforge-was-here", create=True, size=1 << 20)
