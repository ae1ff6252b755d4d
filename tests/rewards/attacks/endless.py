# Never ends, which must not be worth more than a mistake.
# task: table:5
# class: timeout
# at most: -0.5
while True:
    pass
