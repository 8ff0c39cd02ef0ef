"""Asks a running service everything that pyVO can ask of one. Usage: clients.py BASE"""
import io
import sys
import warnings

import astropy.table
import pyvo
from pyvo.utils import vocabularies

warnings.simplefilter("ignore")
# pyVO looks for narrower terms in the vocabulary on the web, where a test does not go; these have none.
vocabularies.get_vocabulary = lambda name: {"terms": {
    term: {"narrower": []} for term in (
        "this", "calibration", "preview", "thumbnail", "documentation", "cutout", "proc", "package", "progenitor",
        "derivation", "auxiliary")}}
base = sys.argv[1]
tap = pyvo.dal.TAPService(base + "/tap")

# metadata
assert tap.available
assert tap.maxrec > 0 and tap.hardlimit >= tap.maxrec
tables = set(tap.tables.keys())
assert {"ivoa.obscore", "cta.vo_obscore", "tap_schema.tables"} <= tables, tables
assert [c.ucd for c in tap.tables["ivoa.obscore"].columns if c.name == "s_ra"] == ["pos.eq.ra"]
assert len(tap.examples) >= 12, len(tap.examples)

# sync
total = int(tap.search("SELECT COUNT(*) AS n FROM ivoa.obscore")[0]["n"])
assert total > 0
assert len(tap.search("SELECT obs_id FROM ivoa.obscore")) == total
for example in tap.examples:
    rows = example.execute()
    # The samples have an answer to every question about their origin.
    assert len(rows) > 0 or "provenance." not in example["QUERY"], example["QUERY"]

# async
job = tap.submit_job("SELECT obs_id FROM ivoa.obscore")
assert job.phase == "PENDING"
job.run()
job.wait(phases=["COMPLETED", "ERROR", "ABORTED"])
assert job.phase == "COMPLETED", job.phase
assert len(job.fetch_result()) == total
assert job.job_id in [j.jobid for j in tap.get_job_list()]
job.delete()
failing = tap.submit_job("SELECT nonsense FROM ivoa.obscore")
failing.run()
failing.wait(phases=["COMPLETED", "ERROR", "ABORTED"])
assert failing.phase == "ERROR"
failing.delete()

# uploads
first = tap.search("SELECT TOP 1 obs_id, s_ra, s_dec FROM ivoa.obscore ORDER BY obs_id")[0]
mine = astropy.table.Table({"ra": [first["s_ra"]], "dec": [first["s_dec"]], "name": ["first"]})
query = ("SELECT u.name, o.obs_id FROM TAP_UPLOAD.mine AS u JOIN ivoa.obscore AS o "
         "ON 1 = CONTAINS(POINT('ICRS', u.ra, u.dec), o.s_region)")
for answer in (tap.run_sync(query, uploads={"mine": mine}), tap.run_async(query, uploads={"mine": mine})):
    assert str(first["obs_id"]) in [str(row["obs_id"]) for row in answer]
    assert set(str(row["name"]) for row in answer) == {"first"}

# links
rows = tap.search("SELECT TOP 2 * FROM ivoa.obscore ORDER BY obs_id")
for row in rows:
    links = row.getdatalink()
    assert len(list(links.bysemantics("#this"))) == 1
    assert len(list(links.bysemantics("#calibration"))) >= 3
    assert len(list(links.bysemantics("#package"))) == 1
    assert len(list(links.bysemantics("#progenitor"))) >= 1
    this = next(links.bysemantics("#this"))
    assert len(this.getdataset().read()) == this["content_length"]
    assert len(row.getdataset().read()) > 0
    proc = links.get_first_proc()
    part = astropy.table.Table.read(io.BytesIO(proc.process(energy=(1, 10)).read()), "EVENTS", format="fits")
    assert 0 < len(part) and part["ENERGY"].min() >= 1 and part["ENERGY"].max() <= 10
print("all asked, all answered")
