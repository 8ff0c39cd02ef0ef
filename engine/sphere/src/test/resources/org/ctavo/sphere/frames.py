"""Frames or HEALPix cells as astropy has them. A line a case: what, arguments, expected value."""
import random
import sys

import astropy.units as u
from astropy.coordinates import (BarycentricMeanEcliptic, FK4NoETerms, FK5, Galactic, ICRS, SkyCoord,
                                 Supergalactic)
from astropy_healpix import HEALPix

draw = random.Random(2)
count = int(sys.argv[1])
lon = [draw.uniform(0, 360) for _ in range(count - 6)] + [0, 0, 359.9999999999, 45, 90, 180]
lat = [draw.uniform(-90, 90) for _ in range(count - 6)] + [90, -90, 0, 41.8103149, 0, 89.9999999]
# so far away that no motion and no parallax plays a part
sky = SkyCoord(lon * u.deg, lat * u.deg, distance=[1e9] * count * u.pc, frame=ICRS())
frames = {"GALACTIC": Galactic(), "FK5": FK5(equinox="J2000"), "FK4": FK4NoETerms(equinox="B1950"),
          "ECLIPTIC": BarycentricMeanEcliptic(equinox="J2000"), "SUPER_GALACTIC": Supergalactic()}
for name, frame in frames.items() if sys.argv[2] == "frame" else []:
    there = sky.transform_to(frame).spherical
    for a, b, c, d in zip(lon, lat, there.lon.deg, there.lat.deg):
        print("frame", name, a, b, float(c), float(d), sep="\t")
for order in range(30) if sys.argv[2] == "cell" else []:
    grid = HEALPix(nside=2 ** order, order="nested")
    cells = grid.lonlat_to_healpix(lon * u.deg, lat * u.deg)
    centres = grid.healpix_to_lonlat(cells)
    for a, b, cell, c, d in zip(lon, lat, cells, centres[0].deg, centres[1].deg):
        # positions on the border between cells are a matter of rounding: leave out what moves the cell
        near = grid.lonlat_to_healpix([a, a, (a + 1e-13) % 360, (a - 1e-13) % 360] * u.deg,
                                      [min(90, b + 1e-13), max(-90, b - 1e-13), b, b] * u.deg)
        if all(cell == other for other in near):
            print("cell", order, a, b, int(cell), float(c), float(d), sep="\t")
