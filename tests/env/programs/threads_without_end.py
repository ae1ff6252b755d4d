# A fork bomb of threads: they share the address space, which ends.
# ends: exception:RuntimeError
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1000,)).start()
