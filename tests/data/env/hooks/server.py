"""An HTTP reward for the tests: prints its port, then answers by path until its stdin closes."""

import base64
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        sample = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        status, body = 200, b"good"
        if self.path == "/size":
            body = json.dumps({"reward": len(base64.b64decode(sample["brep"])), "notes": [sample["task_id"]]}).encode()
        elif self.path == "/error":
            status, body = 500, b"out of order"
        elif self.path == "/slow":
            time.sleep(5)
        elif self.path == "/endless":
            body = b" " * (2 << 20)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
server.handle_error = lambda *_: None
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
