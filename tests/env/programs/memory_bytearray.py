# Asks for all memory at once.
# ends: out_of_memory
rows = bytearray(1 << 34)
