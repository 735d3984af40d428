"""Comments of a pull request as GitHub's and GitLab's interfaces keep them, on a port of 127.0.0.1, for a minute at most.

usage: fake_forge.py PORT-FILE STATE-FILE [KIND]
PORT-FILE gets the port; STATE-FILE is read at first (a JSON list of comments) and has the comments after each change.
KIND: `fork` refuses whatever writes; `broken` answers 500; `list` answers with something else than comments."""
import http.server
import json
import os
import re
import sys
import threading

port_file, state_file, kind = sys.argv[1], sys.argv[2], (sys.argv[3:] or ["open"])[0]
with open(state_file, encoding="utf-8") as file:
    comments = json.load(file)
me = {"login": "github-actions[bot]", "username": "project_bot"}


class Forge(http.server.BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def allowed(self):
        if kind == "broken":
            self.answer(500, {"message": "out of order"})
        elif "secret" not in (self.headers.get("Authorization", "") + self.headers.get("PRIVATE-TOKEN", "")):
            self.answer(401, {"message": "who are you?"})
        else:
            return True
        return False

    def do_GET(self):
        if not self.allowed():
            return
        if self.path.endswith("/user"):
            return self.answer(200, me)
        if kind == "list":
            return self.answer(200, {"message": "no list"})
        page = int(re.search(r"[?&]page=(\d+)", self.path)[1])
        self.answer(200, comments[100 * (page - 1) : 100 * page])

    def write(self, change):
        length = int(self.headers["Content-Length"])
        body = json.loads(self.rfile.read(length))["body"]
        if not self.allowed():
            return
        if kind == "fork":
            return self.answer(403, {"message": "Resource not accessible by integration"})
        if len(body) > 65536:
            return self.answer(422, {"message": "body is too long"})
        status, comment = change(body)
        with open(state_file + ".new", "w", encoding="utf-8") as file:
            json.dump(comments, file)
        os.replace(state_file + ".new", state_file)
        self.answer(status, comment)

    def do_POST(self):
        def create(body):
            comments.append({"id": 1000 + len(comments), "body": body, "user": me, "author": me})
            return 201, comments[-1]

        self.write(create)

    def do_PATCH(self):
        def update(body):
            comment = next(one for one in comments if self.path.endswith(f"/{one['id']}"))
            comment["body"] = body
            return 200, comment

        self.write(update)

    do_PUT = do_PATCH

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Forge)
threading.Timer(60, server.shutdown).start()
with open(port_file + ".new", "w", encoding="utf-8") as file:
    file.write(str(server.server_address[1]))
os.replace(port_file + ".new", port_file)
server.serve_forever()
os._exit(0)
