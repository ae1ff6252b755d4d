# Looks for what the machine's user has lying about.
# ends: no_result
# needs: landlock
import glob
import os

import cadquery as cq

found = [path for path in ("/etc/passwd", "/etc/hostname", "/root", "/home", "/tmp", "/var/log", "/proc/1/environ")
         if os.access(path, os.R_OK) or glob.glob(path + "/*")]
for path in ("/etc/passwd", "/proc/1/environ", "/proc/mounts", "/proc/self/../1/cmdline"):
    try:
        found.append(open(path).read())
    except OSError as error:
        print(error)
if any(isinstance(text, str) and ":" in text for text in found):
    fixture = cq.Workplane().box(10, 10, 10)
