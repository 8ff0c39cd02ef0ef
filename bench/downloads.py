#!/usr/bin/env python3
"""Many downloads of one file at once, against a server that does nothing but sendfile.

Usage: downloads.py ADDRESS FILE PID [CLIENTS [ROUNDS]]
ADDRESS is where the service serves FILE, PID the service's process, whose memory is watched.
"""
import os
import re
import socket
import sys
import threading
import time
from urllib.parse import urlsplit

BUFFER = 1 << 18


def fetch(host, port, path, size, failures):
    """Reads one answer to its end and counts its body."""
    with socket.create_connection((host, port)) as link:
        link.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
        buffer = memoryview(bytearray(BUFFER))
        got = link.recv_into(buffer)
        head = bytes(buffer[:got]).split(b"\r\n\r\n", 1)
        body = len(head[1]) if len(head) == 2 and b" 200" in head[0][:20] else -(1 << 60)
        while got:
            got = link.recv_into(buffer)
            body += got
        if body != size:
            failures.append(body)


def crowd(host, port, path, size, clients, rounds):
    """Seconds that it takes, and how many downloads were not whole."""
    failures = []

    def one():
        for _ in range(rounds):
            try:
                fetch(host, port, path, size, failures)
            except OSError as reason:
                failures.append(reason)

    threads = [threading.Thread(target=one) for _ in range(clients)]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.monotonic() - begin, failures


def floor(file, size):
    """A server in a process of its own that sends the file to whoever comes; its port and process."""
    door = socket.create_server(("127.0.0.1", 0), backlog=1024)
    child = os.fork()
    if child:
        port = door.getsockname()[1]
        door.close()
        return port, child

    def answer(link):
        with link, open(file, "rb") as content:
            link.recv(1 << 16)
            link.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
            sent = 0
            while sent < size:
                sent += os.sendfile(link.fileno(), content.fileno(), sent, size - sent)

    while True:
        threading.Thread(target=answer, args=(door.accept()[0],), daemon=True).start()


def memory(pid):
    """Resident memory of a process, in MiB."""
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) // 1024


class Watch(threading.Thread):
    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, False

    def run(self):
        while not self.over:
            self.most = max(self.most, memory(self.pid))
            time.sleep(0.1)


def main(address, file, pid, clients=200, rounds=2):
    where = urlsplit(address)
    size = os.path.getsize(file)
    path = where.path + ("?" + where.query if where.query else "")
    port, child = floor(file, size)
    try:
        print(f"{clients} clients, {rounds} downloads of {size} bytes each")
        for turn in range(2):
            seconds, failures = crowd("127.0.0.1", port, "/", size, clients, rounds)
            least = clients * rounds * size / seconds
            print(f"sendfile alone: {least / 1e9:.2f} GB/s, {len(failures)} failed")
            before, watch = memory(pid), Watch(pid)
            watch.start()
            seconds, failures = crowd(where.hostname, where.port, path, size, clients, rounds)
            watch.over = True
            rate = clients * rounds * size / seconds
            print(f"the service: {rate / 1e9:.2f} GB/s ({rate / least:.2f} of it), {len(failures)} failed;"
                  f" {clients * rounds / seconds:.0f} downloads/s;"
                  f" memory {before} MiB before, {watch.most} at most, {memory(pid)} after")
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:3], *(int(number) for number in sys.argv[3:]))
