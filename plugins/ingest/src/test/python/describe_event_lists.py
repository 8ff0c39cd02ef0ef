"""Describes event lists with astropy alone, by the rules for DL3 files, for comparison with what the archive says.

Usage: describe_event_lists.py FILE...
One line a file, separated by tabs: obs_id, target_name, s_ra, s_dec, s_fov, t_min, t_max, t_exptime, em_min, em_max,
access_estsize, ev_xel.
"""
import math
import os
import re
import sys

import numpy as np
from astropy import constants, units as u
from astropy.coordinates import FK5, ICRS, SkyCoord
from astropy.io import fits
from astropy.time import Time, TimeDelta


def selection(header):
    """Range of energies in TeV and radius in degrees of the DS keywords, where they are."""
    energies = radius = None
    for i in range(1, header.get("NDSKEYS", 0) + 1):
        kind, value = header[f"DSTYP{i}"].strip(), header[f"DSVAL{i}"].strip()
        if kind == "ENERGY":
            assert header[f"DSUNI{i}"].strip() == "TeV"
            energies = tuple(float(part) for part in value.split(":"))
        elif kind.startswith("POS("):
            radius = float(re.fullmatch(r"CIRCLE\(([^,]+),([^,]+),([^,]+)\)", value).group(3))
    return energies, radius


def utc(header, seconds):
    """Seconds after the reference time as a UTC modified Julian date."""
    reference = Time(header["MJDREFI"], header["MJDREFF"], format="mjd", scale=header["TIMESYS"].lower())
    return (reference + TimeDelta(float(seconds), format="sec")).utc.mjd


def wavelength(tev):
    """Metres."""
    return (constants.h * constants.c / (tev * u.TeV)).to_value("m")


def describe(path):
    with fits.open(path) as hdus:
        events, gti = hdus["EVENTS"], hdus["GTI"]
        header = events.header
        frame = {"FK5": FK5(equinox="J2000"), "ICRS": ICRS()}[header["RADECSYS"].strip()]
        pointing = SkyCoord(header["RA_PNT"], header["DEC_PNT"], unit="deg", frame=frame).icrs
        energies, radius = selection(header)
        if energies is None:
            area = hdus["AEFF"].header
            energies = (area["LO_THRES"], area["HI_THRES"])
        if radius is None:
            table = hdus["AEFF"].data
            # Off-axis angles run slowest.
            seen = table["EFFAREA"][0].max(axis=1) > 0
            radius = float(table["THETA_HI"][0][seen].max())
        return (
            str(header["OBS_ID"]),
            header["OBJECT"],
            pointing.ra.deg,
            pointing.dec.deg,
            2 * radius,
            utc(gti.header, np.min(gti.data["START"])),
            utc(gti.header, np.max(gti.data["STOP"])),
            header["LIVETIME"],
            wavelength(energies[1]),
            wavelength(energies[0]),
            math.ceil(os.path.getsize(path) / 1000),
            len(events.data),
        )


for name in sys.argv[1:]:
    print("\t".join(value if isinstance(value, str) else repr(float(value)) for value in describe(name)))
