"""Searches a running service by Simple Cone Search and SIA 2.0, and judges what it finds by astropy. Usage:
discovery.py BASE [DIRECTORY for the answers]"""
import io
import os
import random
import sys
import urllib.error
import urllib.request
import warnings

import numpy as np
import pyvo
from astropy import units as u
from astropy.coordinates import SkyCoord
from astropy.io import votable
from astropy.io.votable.exceptions import VOTableSpecWarning
from astropy.time import Time

warnings.simplefilter("ignore")
base = sys.argv[1]
directory = sys.argv[2] if len(sys.argv) > 2 else None
random.seed(20261120)

# All there is, fetched once by TAP; everything below is judged by it.
products = pyvo.dal.TAPService(base + "/tap").search(
    "SELECT obs_publisher_did, obs_id, target_name, s_ra, s_dec, s_region, s_fov, t_min, t_max, em_min, em_max,"
    " dataproduct_type FROM ivoa.obscore").to_table()
assert len(products) > 0
ids = np.array([str(i) for i in products["obs_publisher_did"]])
centres = SkyCoord(products["s_ra"], products["s_dec"], unit="deg")
regions = [str(r).split()[2:] for r in products["s_region"]]
assert all(len(r) == 3 for r in regions), "the tests' products cover circles"
middles = SkyCoord([float(r[0]) for r in regions], [float(r[1]) for r in regions], unit="deg")
radii = np.array([float(r[2]) for r in regions]) * u.deg


def places(count):
    """Positions near products and anywhere, poles and the meridian among them."""
    for number in range(count):
        if number % 3 == 0:
            yield random.uniform(0, 360), np.degrees(np.arcsin(random.uniform(-1, 1)))
        else:
            near = random.randrange(len(ids))
            offset = centres[near].directional_offset_by(
                random.uniform(0, 360) * u.deg, random.expovariate(0.5) * u.deg)
            yield float(offset.ra.deg), float(offset.dec.deg)
    yield from [(0, 0), (360, 10), (77, 90), (12, -90)]


# Simple Cone Search
cones = pyvo.dal.SCSService(base + "/scs")
hits = 0
for ra, dec in places(40):
    radius = random.choice([0.3, 1, 3, 10, 60, 180])
    found = cones.search(pos=(ra, dec), radius=radius, verbosity=random.choice([1, 2, 3]))
    expected = ids[centres.separation(SkyCoord(ra, dec, unit="deg")) <= radius * u.deg]
    assert sorted(row.id for row in found) == sorted(expected), (ra, dec, radius)
    assert all(row.pos.separation(centres[list(ids).index(row.id)]) < 1e-9 * u.deg for row in found)
    hits += len(found)
assert hits > 0
assert len(cones.search(pos=(0, 0), radius=0)) == 0
try:
    cones.search(pos=(0, 0), radius=200)
    raise AssertionError("a radius of 200 degrees was taken")
except pyvo.dal.DALQueryError as refusal:
    assert "SR" in str(refusal) and "180" in str(refusal), refusal

# SIA 2.0
images = pyvo.dal.sia2.SIAService(base + "/sia2")
assert images.query_ep == base + "/sia2/query"
assert images.available


def did(results):
    return sorted(str(row["obs_publisher_did"]) for row in results)


def chosen(mask):
    return sorted(ids[np.asarray(mask, dtype=bool)])


assert did(images.search()) == sorted(ids)
hits = 0
for ra, dec in places(40):
    radius = random.choice([0.01, 0.5, 2, 20, 90])
    mask = middles.separation(SkyCoord(ra, dec, unit="deg")) <= radii + radius * u.deg
    assert did(images.search(pos=(ra, dec, radius))) == chosen(mask), (ra, dec, radius)
    hits += mask.sum()
assert hits > 0

# Ranges, judged by a net of positions: what is nearer to a region's edge than its meshes is not judged.
hits = 0
for ra, dec in places(40):
    west, east = max(0, ra - random.uniform(0.1, 20)), min(360, ra + random.uniform(0.1, 20))
    south, north = max(-90, dec - random.uniform(0.1, 9)), min(90, dec + random.uniform(0.1, 9))
    lon, lat = np.meshgrid(np.linspace(west, east, 60), np.linspace(south, north, 60))
    net = SkyCoord(lon.ravel(), lat.ravel(), unit="deg")
    mesh = max(east - west, north - south) / 59 * u.deg
    found = set(did(images.search(pos=(west, east, south, north))))
    for index, identifier in enumerate(ids):
        nearest = middles[index].separation(net).min()
        if nearest <= radii[index]:
            assert identifier in found, (west, east, south, north, identifier)
            hits += 1
        elif nearest > radii[index] + mesh:
            assert identifier not in found, (west, east, south, north, identifier)
assert hits > 0

for _ in range(20):
    start = random.choice(list(products["t_min"])) + random.uniform(-0.05, 0.05)
    stop = start + random.choice([0, 0.01, 100])
    mask = (products["t_min"] <= stop) & (products["t_max"] >= start)
    assert did(images.search(TIME=f"{start!r} {stop!r}")) == chosen(mask), (start, stop)
    short = random.choice(list(products["em_min"])) * random.choice([0.5, 1, 3])
    mask = (products["em_min"] <= short * 10) & (products["em_max"] >= short)
    assert did(images.search(band=(short, short * 10))) == chosen(mask), short
    target = str(random.choice(list(products["target_name"])))
    assert did(images.search(target_name=target)) == chosen([str(t) == target for t in products["target_name"]])

moment = Time(float(products["t_min"][0]), format="mjd")
assert ids[0] in did(images.search(time=moment))
assert did(images.search(publisher_did=[ids[0].upper(), ids[-1]])) == sorted({ids[0], ids[-1]})
assert did(images.search(field_of_view=(0.1, float("inf")))) == chosen(products["s_fov"] >= 0.1)
assert did(images.search(data_type="event")) == chosen([t == "event" for t in products["dataproduct_type"]])
assert did(images.search(data_type="image", calib_level=0)) == []
assert len(images.search(maxrec=1)) == 1
row = images.search(publisher_did=ids[0])[0]
assert row.access_format == "application/x-votable+xml;content=datalink"
assert {"#this"} <= {str(link.semantics) for link in row.getdatalink()}
try:
    images.search(POS="CIRCLE 1 2")
    raise AssertionError("a circle of two numbers was taken")
except pyvo.dal.DALQueryError as refusal:
    assert "UsageFault" in str(refusal), refusal

# Every kind of answer, read by astropy at its strictest, and kept for other validators.
answers = {
    "cone-1": "/scs?RA=83.6&DEC=22&SR=180&VERB=1", "cone-2": "/scs?RA=83.6&DEC=22&SR=180",
    "cone-3": "/scs?RA=83.6&DEC=22&SR=180&VERB=3", "cone-binary": "/scs?RA=83.6&DEC=22&SR=180&RESPONSEFORMAT=votable",
    "cone-none": "/scs?RA=83.6&DEC=22&SR=0", "cone-metadata": "/scs?RA=83.6&DEC=22&SR=1&MAXREC=0",
    "cone-cut": "/scs?RA=83.6&DEC=22&SR=180&MAXREC=1", "cone-error": "/scs?RA=as3f&DEC=22&SR=1",
    "sia-all": "/sia2/query", "sia-text": "/sia2/query?RESPONSEFORMAT=votable/td", "sia-cut": "/sia2/query?MAXREC=1",
    "sia-binary": "/sia2/query?RESPONSEFORMAT=votable/b", "sia-none": "/sia2/query?POS=CIRCLE+0+90+0.001",
    "sia-metadata": "/sia2/query?MAXREC=0", "sia-error": "/sia2/query?POS=x"}
for name, path in answers.items():
    try:
        content = urllib.request.urlopen(base + path).read()
    except urllib.error.HTTPError as refused:
        assert name == "sia-error" and refused.code == 400, name
        content = refused.read()
    if directory:
        with open(os.path.join(directory, name + ".vot"), "wb") as file:
            file.write(content)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        document = votable.parse(io.BytesIO(content), verify="warn")
    # Its list of words is younger than the UCDs that cone searches must have, and older than some of ObsCore's; that
    # SODA gives its ID a UCD against the rules is SODA's.
    complaints = [str(w.message) for w in said if issubclass(w.category, VOTableSpecWarning)
                  and "Unknown word" not in str(w.message) and "'meta.ref.url;meta.curation'" not in str(w.message)]
    assert complaints == [], (name, complaints)
    assert document.resources[0].type == "results", name
    if name.startswith("cone") and not name.endswith("error"):
        fields = document.get_first_table().fields
        for ucd in ("ID_MAIN", "POS_EQ_RA_MAIN", "POS_EQ_DEC_MAIN"):
            assert [field.ucd for field in fields].count(ucd) == 1, (name, ucd)
print("all found")
