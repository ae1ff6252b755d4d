# ends: exception:KeyboardInterrupt
raise KeyboardInterrupt
