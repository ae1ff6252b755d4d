# Fills the memory bit by bit.
# ends: out_of_memory
rows = []
while True:
    rows.append([0.5] * 100000)
