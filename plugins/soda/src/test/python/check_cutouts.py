"""Compares cut-outs with selections made here from the original files, by other formulae."""

import json
import os
import sys
import traceback
import warnings

import numpy as np
from astropy import constants, units
from astropy.coordinates import SkyCoord
from astropy.io import fits
from astropy.io.votable import parse
from astropy.time import Time
from gammapy.data import EventList, GTI, Observation
from gammapy.data.hdu_index_table import HDULocation

warnings.simplefilter("error")
# The age of this machine's list of leap seconds says nothing of the files.
warnings.filterwarnings("ignore", message=".*leap-second.*")
ORIGINALS = {}
OBSERVATIONS = []


class Original:
    """A run as it was, with everything in the units of the parameters."""

    def __init__(self, path):
        with fits.open(path) as hdus:
            self.events = hdus["EVENTS"].data.copy()
            self.header = hdus["EVENTS"].header.copy()
            self.gti = hdus["GTI"].data.copy()
        frame = self.header["RADECSYS"].lower()
        sky = SkyCoord(
            self.events["RA"].astype(float), self.events["DEC"].astype(float), unit="deg", frame=frame
        ).icrs
        self.sky = sky
        self.vectors = sky.cartesian.xyz.value.T
        # The reference as two parts, so that nothing is lost.
        self.reference = Time(
            self.header["MJDREFI"], self.header["MJDREFF"], format="mjd", scale=self.header["TIMESYS"].lower()
        )
        energy = self.events["ENERGY"].astype(float) * units.TeV
        self.energy = energy.value
        self.wavelength = (constants.h * constants.c / energy).to_value("m")

    def seconds(self, mjd):
        """Seconds since the reference of a UTC date, given as text."""
        if mjd.lower() in ("-inf", "+inf"):
            return float(mjd)
        whole, _, rest = mjd.partition(".")
        time = Time(int(whole), float("0." + (rest or "0")), format="mjd", scale="utc")
        scaled = getattr(time, self.header["TIMESYS"].lower())
        return ((scaled.jd1 - self.reference.jd1) * 86400.0) + (scaled.jd2 - self.reference.jd2) * 86400.0


def in_circle(original, lon, lat, radius):
    centre = SkyCoord(lon, lat, unit="deg", frame="icrs")
    return original.sky.separation(centre).deg <= radius


def in_range(original, west, east, south, north):
    lon, lat = original.sky.ra.deg, original.sky.dec.deg
    inside = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
    return inside & (lat >= south) & (lat <= north)


def in_polygon(original, corners):
    """By the angles under which an event sees the corners, one after the other: they sum to 2 pi or to nothing."""
    corners = np.reshape(corners, (-1, 2))
    v = SkyCoord(corners[:, 0], corners[:, 1], unit="deg").cartesian.xyz.value.T
    total = np.zeros(len(original.vectors))
    p = original.vectors
    for a, b in zip(v, np.roll(v, -1, axis=0)):
        left, right = np.cross(p, a), np.cross(p, b)
        total += np.arctan2(np.einsum("ij,ij->i", np.cross(left, right), p), np.einsum("ij,ij->i", left, right))
    centre = v.mean(axis=0)
    return (np.abs(total) > np.pi) & (p @ centre > 0)


def in_shape(original, text):
    keyword, *words = text.split()
    if keyword == "RANGE":
        ends = [0.0, 360.0, -90.0, 90.0]
        numbers = [end if "inf" in word.lower() else float(word) for word, end in zip(words, ends)]
        return in_range(original, *numbers)
    numbers = [float(word) for word in words]
    return in_circle(original, *numbers) if keyword == "CIRCLE" else in_polygon(original, numbers)


def selected(original, parameters):
    mask = np.ones(len(original.events), bool)
    for name, text in parameters.items():
        words = text.split()
        if name == "CIRCLE":
            mask &= in_circle(original, *map(float, words))
        elif name == "POLYGON":
            mask &= in_polygon(original, [float(word) for word in words])
        elif name == "POS":
            mask &= in_shape(original, text)
        elif name == "TIME":
            low, high = map(original.seconds, words)
            mask &= (original.events["TIME"] >= low) & (original.events["TIME"] <= high)
        else:
            low, high = map(float, words)
            values = original.energy if name == "ENERGY" else original.wavelength
            mask &= (values >= low) & (values <= high)
    return mask


def check_times(original, parameters, hdus):
    gti, header = hdus["GTI"].data, hdus["EVENTS"].header
    if "TIME" not in parameters:
        assert np.array_equal(gti["START"], original.gti["START"]) and np.array_equal(gti["STOP"], original.gti["STOP"])
        assert header["TSTART"] == original.header["TSTART"] and header["LIVETIME"] == original.header["LIVETIME"]
        return
    low, high = map(original.seconds, parameters["TIME"].split())
    start = np.maximum(original.gti["START"], low)
    stop = np.minimum(original.gti["STOP"], high)
    kept = start < stop
    np.testing.assert_allclose(gti["START"], start[kept], rtol=0, atol=1e-6)
    np.testing.assert_allclose(gti["STOP"], stop[kept], rtol=0, atol=1e-6)
    ontime = (gti["STOP"] - gti["START"]).sum()
    assert header["TSTART"] == gti["START"].min() and header["TSTOP"] == gti["STOP"].max()
    np.testing.assert_allclose(header["ONTIME"], ontime, rtol=1e-12)
    np.testing.assert_allclose(header["LIVETIME"], header["DEADC"] * ontime, rtol=1e-12)
    mark = "-" if "DATE-OBS" in header else "_"
    date, clock = header.get(f"DATE{mark}OBS"), header.get(f"TIME{mark}OBS")
    if date:
        start = Time(f"{date}T{clock}" if clock else date, scale=header["TIMESYS"].lower())
        assert abs((start - original.reference).sec - header["TSTART"]) < 1e-3
    times = hdus["EVENTS"].data["TIME"]
    # Some runs have events after their good time; those a selection takes stay.
    good = (times >= original.gti["START"].min()) & (times <= original.gti["STOP"].max())
    assert (times[good] >= header["TSTART"]).all() and (times[good] <= header["TSTOP"]).all()


def check_votable(path, wanted):
    table = parse(path, verify="exception").get_first_table()
    assert table.nrows == len(wanted)
    for name in wanted.names:
        assert np.array_equal(np.asarray(table.array[name]), wanted[name]), name


def check_observation(path, wanted):
    """Whether the file is all that an analysis needs: events, good times and each response."""
    with warnings.catch_warnings():
        # Of files that gammapy leaves open, and of units as the originals write them.
        warnings.simplefilter("ignore", ResourceWarning)
        warnings.simplefilter("ignore", units.UnitsWarning)
        observation = Observation.read(path)
        assert len(observation.events.table) == len(wanted)
        assert observation.gti is not None
        found = {kind: getattr(observation, kind) for kind in ("aeff", "edisp", "psf", "bkg")}
        if found["aeff"] is None:
            # Observation.read passes over responses of the first form; a data store's index finds them.
            found = {kind: response(path, *place) for kind, place in FIRST_FORM.items()}
    assert all(kind is not None for kind in found.values()), found
    assert found["aeff"].data.max() > 0 and found["bkg"].data.max() > 0
    OBSERVATIONS.append(path)


FIRST_FORM = {
    "aeff": ("aeff_2d", "EFFECTIVE AREA"),
    "edisp": ("edisp_2d", "ENERGY DISPERSION"),
    "psf": ("psf_3gauss", "POINT SPREAD FUNCTION"),
    "bkg": ("bkg_3d", "BACKGROUND"),
}


def response(path, hdu_class, name):
    folder, file = os.path.split(path)
    return HDULocation(hdu_class=hdu_class, hdu_name=name, file_dir=folder, file_name=file).load()


def check(entry, thorough):
    original = ORIGINALS.setdefault(entry["source"], None) or Original(entry["source"])
    ORIGINALS[entry["source"]] = original
    mask = selected(original, entry["parameters"])
    if entry["status"] == 204:
        assert not mask.any(), f"{mask.sum()} events were not found"
        return 0
    wanted = original.events[mask]
    with fits.open(entry["cutout"], checksum=True) as hdus:
        hdus.verify("exception")
        header = hdus["EVENTS"].header
        found = hdus["EVENTS"].data
        assert found.tobytes() == wanted.tobytes(), f"{len(found)} events, {len(wanted)} wanted"
        assert header["NAXIS2"] == len(wanted) and header["CREATOR"] == original.header["CREATOR"]
        assert header["SRC_DID"] == entry["id"] and "CHECKSUM" in header and "DATASUM" in header
        history = "".join(str(header["HISTORY"]).split("\n"))
        assert all(f"Selection: {name}=" in history for name in entry["parameters"])
        assert str(header.get("COMMENT")) == str(original.header.get("COMMENT"))
        check_times(original, entry["parameters"], hdus)
    events = EventList.read(entry["cutout"])
    assert np.array_equal(events.table["EVENT_ID"], wanted["EVENT_ID"])
    if thorough:
        assert len(events.radec) == len(wanted)
        assert GTI.read(entry["cutout"]).time_sum.value >= 0
        check_observation(entry["cutout"], wanted)
    if os.path.exists(entry["cutout"] + ".vot"):
        check_votable(entry["cutout"] + ".vot", wanted)
    return len(wanted)


with open(sys.argv[1]) as file:
    entries = json.load(file)
count = 0
for number, entry in enumerate(entries):
    try:
        count += check(entry, number % 10 == 0)
    except Exception as e:
        traceback.print_exc()
        raise SystemExit(f"cut-out {number}: {entry}: {e}")
empty = sum(entry["status"] == 204 for entry in entries)
print(f"ok {len(entries)} cut-outs, {empty} without events, {count} events, {len(OBSERVATIONS)} as observations")
