#!/usr/bin/env python3
"""Mixed load on a running service, with the bad manners of real clients: hang-ups, aborts, wrong queries, uploads.

Usage: soak.py BASE SECONDS CLIENTS [PID]   (BASE such as http://localhost:8080/cta; PID of the service)
Prints how often each kind of request was made and answered with which status, and the service's memory, threads and
open files over the time. Ends with status 1 if anything but a deliberate 503 was the service's fault. Python's own
library is enough.
"""
import collections
import http.client
import os
import random
import socket
import sys
import threading
import time
import urllib.parse

BASE = urllib.parse.urlsplit(sys.argv[1])
END = time.time() + float(sys.argv[2])
CLIENTS = int(sys.argv[3])
PID = sys.argv[4] if len(sys.argv) > 4 else None
TAP = BASE.path + "/tap"
LONG = ("SELECT a.obs_id, b.obs_id, c.obs_id, d.obs_id FROM ivoa.obscore AS a, ivoa.obscore AS b, ivoa.obscore AS c,"
        " ivoa.obscore AS d")
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
counts = collections.Counter()
faults = []
lock = threading.Lock()


def note(kind, status, text=b""):
    with lock:
        counts[(kind, status)] += 1
        if status >= 500 and status != 503 and len(faults) < 20:
            faults.append((kind, status, text[:300]))


def send(kind, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=120)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read()
        note(kind, answer.status, text)
        return answer, text
    finally:
        connection.close()


def sync(kind, query, **more):
    form = urllib.parse.urlencode(dict(LANG="ADQL", QUERY=query, **more))
    return send(kind, "POST", TAP + "/sync", form, FORM)


def cone():
    sync("cone", "SELECT * FROM ivoa.obscore WHERE DISTANCE(s_ra, s_dec, %f, %f) < 5"
         % (random.uniform(0, 360), random.uniform(-90, 90)))


def every_format():
    sync("formats", "SELECT TOP 50 * FROM cta.vo_obscore",
         FORMAT=random.choice(["votable", "csv", "json", "fits", "parquet", "ecsv", "html", "text", "votable/td"]))


def wrong():
    sync("wrong", random.choice(["SELECT", "SELECT nothing FROM ivoa.obscore", "DROP TABLE x", "'" * 500,
                                 "SELECT 1/0 FROM ivoa.obscore", "(" * 5000]))


def hang_up():
    target = TAP + "/sync?" + urllib.parse.urlencode(dict(LANG="ADQL", QUERY=LONG, MAXREC=5000000, FORMAT="csv"))
    with socket.create_connection((BASE.hostname, BASE.port), timeout=60) as connection:
        connection.sendall(("GET %s HTTP/1.1\r\nHost: x\r\n\r\n" % target).encode())
        connection.recv(random.choice([1, 10000, 200000]))
        note("hang-up", 0)


def job(query):
    form = urllib.parse.urlencode(dict(LANG="ADQL", QUERY=query, PHASE="RUN"))
    answer, _ = send("job", "POST", TAP + "/async", form, FORM)
    return urllib.parse.urlsplit(answer.getheader("Location")).path if answer.status == 303 else None


def asynchronous():
    place = job("SELECT TOP 10 * FROM ivoa.obscore")
    if place:
        # WAIT ends with the next change of phase, of which there are two.
        for _ in range(5):
            _, text = send("wait", "GET", place + "?WAIT=20")
            if b"QUEUED" not in text and b"EXECUTING" not in text:
                break
        send("result", "GET", place + "/results/result")
        send("delete", "DELETE", place)


def abort():
    place = job(LONG)
    if place:
        time.sleep(random.uniform(0, 0.5))
        send("abort", "POST", place + "/phase", "PHASE=ABORT", FORM)
        send("delete", "DELETE", place)


def upload():
    rows = "ra,dec,name\n" + "".join("%f,%f,n%d\n" % (random.uniform(0, 360), random.uniform(-90, 90), i)
                                     for i in range(500))
    parts = {"LANG": "ADQL", "UPLOAD": "mine,param:t",
             "QUERY": "SELECT u.name, o.obs_id FROM TAP_UPLOAD.mine AS u JOIN ivoa.obscore AS o ON"
                      " 1 = CONTAINS(POINT(u.ra, u.dec), o.s_region)"}
    body = "".join('--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % pair for pair in parts.items())
    body += '--b\r\nContent-Disposition: form-data; name="t"; filename="t.csv"\r\n\r\n%s\r\n--b--\r\n' % rows
    send("upload", "POST", TAP + "/sync", body, {"Content-Type": "multipart/form-data; boundary=b"})


def cut_upload():
    with socket.create_connection((BASE.hostname, BASE.port), timeout=60) as connection:
        connection.sendall(("POST %s/sync HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                            "Content-Length: 100000000\r\n\r\n--b\r\n" % TAP).encode() + os.urandom(50000))
        note("cut upload", 0)


def links():
    send("links", "GET", BASE.path + "/datalink/links?ID=" + urllib.parse.quote("ivo://x/y?%d" % random.randrange(9)))


KINDS = [cone] * 8 + [every_format] * 3 + [wrong] * 3 + [hang_up] * 2 + [asynchronous] * 4 + [abort] * 2 \
    + [upload] * 2 + [cut_upload, links]


def client():
    while time.time() < END:
        kind = random.choice(KINDS)
        try:
            kind()
        except (OSError, http.client.HTTPException) as error:
            note(kind.__name__ + ": " + type(error).__name__, -1)


def state():
    if not PID:
        return ""
    with open("/proc/%s/status" % PID) as lines:
        status = dict(line.split(":", 1) for line in lines)
    return "resident %s, threads %s, files %d" % (
        status["VmRSS"].strip(), status["Threads"].strip(), len(os.listdir("/proc/%s/fd" % PID)))


threads = [threading.Thread(target=client, daemon=True) for _ in range(CLIENTS)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads) and time.time() < END + 180:
    print("%5.0f s left, %d requests, %s" % (END - time.time(), sum(counts.values()), state()), flush=True)
    time.sleep(15)
for (kind, status), count in sorted(counts.items()):
    print("%-24s %4d  %d" % (kind, status, count))
for fault in faults:
    print(fault)
sys.exit(1 if faults or any(thread.is_alive() for thread in threads) else 0)
