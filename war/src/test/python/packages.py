"""Packs products of a running service, by all ways there are, and opens them as people do. Usage: packages.py BASE"""
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import warnings
from pathlib import Path

import pyvo
from pyvo.utils import vocabularies

warnings.simplefilter("ignore")
# pyVO looks for narrower terms in the vocabulary on the web, where a test does not go; these have none.
vocabularies.get_vocabulary = lambda name: {"terms": {term: {"narrower": []} for term in (
    "this", "calibration", "package", "documentation", "auxiliary", "progenitor", "derivation", "cutout")}}
base = sys.argv[1]
tap = pyvo.dal.TAPService(base + "/tap")
collections = [row["obs_collection"] for row in tap.search(
    "SELECT DISTINCT obs_collection FROM ivoa.obscore WHERE dataproduct_type = 'event'")]


def address(**parameters):
    return base + "/datalink/package?" + urllib.parse.urlencode(parameters, doseq=True)


def get(url, headers={}, data=None):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


def check_store(directory, runs):
    """gammapy finds these runs and no others, with all their events and responses."""
    from gammapy.data import DataStore
    store = DataStore.from_dir(directory)
    assert sorted(store.obs_ids) == sorted(runs), (store.obs_ids, runs)
    observations = store.get_observations()
    assert len(observations) == len(runs)
    for observation in observations:
        assert len(observation.events.table) == runs[observation.obs_id]
        assert observation.gti.time_sum.value > 0
        for response in (observation.aeff, observation.edisp, observation.psf, observation.bkg):
            assert response is not None
    begins = {row["OBS_ID"]: row["TSTART"] for row in store.obs_table}
    for observation in observations:
        assert abs(observation.events.table.meta["TSTART"] - begins[observation.obs_id]) < 1e-6


for collection in collections:
    query = ("SELECT TOP 6 o.obs_publisher_did, o.obs_id, h.ev_xel FROM ivoa.obscore AS o"
             " JOIN ivoa.obscore_hea AS h ON h.obs_publisher_did = o.obs_publisher_did"
             f" WHERE o.obs_collection = '{collection}' ORDER BY o.obs_id")
    rows = tap.search(query)
    runs = {int(row["obs_id"]): int(row["ev_xel"]) for row in rows}
    ids = [row["obs_publisher_did"] for row in rows]

    # as a TAR by query and by basket: the same bytes, of the length that was promised
    status, headers, whole = get(address(QUERY=query))
    assert status == 200 and headers["Content-Type"] == "application/x-tar"
    assert int(headers["Content-Length"]) == len(whole)
    assert get(address(ID=ids))[2] == whole
    assert get(address(QUERY=f"WITH mine AS ({query}) SELECT * FROM mine"))[2] == whole
    assert get(base + "/datalink/package", data=urllib.parse.urlencode({"ID": ids}, doseq=True).encode())[2] == whole

    # in parts
    tag = headers["ETag"]
    assert tag.startswith('"')
    middle = len(whole) // 2
    for first, last in ((0, 511), (middle, middle + 70000), (len(whole) - 1500, len(whole) - 1), (500, len(whole) - 1)):
        status, part, body = get(address(ID=ids), {"Range": f"bytes={first}-{last}", "If-Range": tag})
        assert status == 206 and part["Content-Range"] == f"bytes {first}-{last}/{len(whole)}", part
        assert body == whole[first:last + 1]
    assert get(address(ID=ids), {"If-None-Match": tag})[0] == 304
    assert get(address(ID=ids), {"Range": "bytes=0-9", "If-Range": '"other"'})[0] == 200

    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(whole)) as tar:
            names = tar.getnames()
            assert len(set(name.lower() for name in names)) == len(names)
            assert all(not name.startswith("/") and ".." not in name.split("/") for name in names)
            tar.extractall(place)
        unpacked = next(Path(place).iterdir())
        for line in (unpacked / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256((unpacked / name).read_bytes()).hexdigest() == digest
        check_store(unpacked, runs)

    # by scripts, which go on where they were stopped
    for client in ("curl", "wget"):
        with tempfile.TemporaryDirectory() as place:
            script = Path(place) / "get.sh"
            script.write_bytes(get(address(ID=ids, FORMAT=client))[2])
            subprocess.run(["sh", script], cwd=place, check=True, capture_output=True)
            unpacked = next(path for path in Path(place).iterdir() if path.is_dir())
            check_store(unpacked, runs)
            largest = max(unpacked.rglob("*"), key=lambda path: path.stat().st_size if path.is_file() else 0)
            content = largest.read_bytes()
            largest.write_bytes(content[:1000])
            again = subprocess.run(["sh", script], cwd=place, check=True, capture_output=True)
            assert largest.read_bytes() == content
            assert again.stdout.decode().split() == [str(largest.relative_to(unpacked))], again.stdout

    # by the links of a product
    links = rows[0].getdatalink()
    for term in ("#this", "#calibration", "#package", "#progenitor", "#auxiliary"):
        assert len(list(links.bysemantics(term))) >= 1, term
    package = next(links.bysemantics("#package"))
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(fileobj=io.BytesIO(package.getdataset().read())) as tar:
            tar.extractall(place)
        check_store(next(Path(place).iterdir()), {int(rows[0]["obs_id"]): int(rows[0]["ev_xel"])})

# what cannot be had, and why
for parameters, status, words in (
        ({}, 400, "MISSING_PARAMETER"),
        ({"ID": "ivo://x/y?1", "QUERY": "SELECT 1"}, 400, "MISSING_PARAMETER"),
        ({"ID": "ivo://x/y?1"}, 404, "ivo://x/y?1"),
        ({"ID": "no identifier\r\nX: y"}, 404, "NO_SUCH_PRODUCT"),
        ({"ID": "ivo://x/y?1", "FORMAT": "zip"}, 400, "zip"),
        ({"QUERY": "SELECT nonsense FROM ivoa.obscore"}, 400, "nonsense"),
        ({"QUERY": "SELECT obs_id FROM ivoa.obscore"}, 400, "obs_publisher_did"),
        ({"QUERY": "SELECT * FROM ivoa.obscore WHERE 1 = 0"}, 404, "NO_SUCH_PRODUCT"),
        ({"QUERY": "SELECT 1) AS a; DROP TABLE cta.data_product; --"}, 400, "")):
    code, headers, body = get(address(**parameters))
    assert code == status and words in body.decode(), (parameters, code, body)
    assert headers["Content-Type"].startswith("text/plain") and "X" not in headers
print("all packed, all opened")
