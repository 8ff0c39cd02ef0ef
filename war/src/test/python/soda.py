"""Cuts event lists by pyVO, from a row of results to the cut-out. Usage: soda.py BASE DIRECTORY"""
import sys
import warnings
from pathlib import Path

import numpy as np
import pyvo
from astropy import units as u
from astropy.io import fits

warnings.simplefilter("ignore")
base, directory = sys.argv[1], Path(sys.argv[2])

rows = pyvo.dal.TAPService(base + "/tap").search(
    "SELECT TOP 1 * FROM ivoa.obscore WHERE dataproduct_type = 'event' ORDER BY obs_publisher_did")
links = rows[0].getdatalink()
assert links.get_first_proc().access_url == base + "/soda/sync"
# Narrower words would be looked up on the network.
row = next(links.bysemantics("#cutout", include_narrower=False))
assert row["service_def"]

# The link's own way, and that of the record.
energies = (1, 10) * u.TeV
answers = {
    "process": row.process(ENERGY=energies).read(),
    "processed": rows[0].processed(band=energies[::-1].to(u.m, equivalencies=u.spectral())).read(),
}
for name, content in answers.items():
    path = directory / (name + ".fits")
    path.write_bytes(content)
    with fits.open(path, checksum=True) as hdus:
        hdus.verify("exception")
        energy = hdus["EVENTS"].data["ENERGY"]
        assert len(energy) and np.all((energy > 0.999) & (energy < 10.01)), name
        assert hdus["EVENTS"].header["SRC_DID"] == rows[0]["obs_publisher_did"]
        assert len(hdus) == 7, "the responses are kept"
print("all cut", len(answers))
