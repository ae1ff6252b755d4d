# ends: exception:PermissionError
import socket

socket.socketpair()
