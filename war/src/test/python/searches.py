"""Finds out from the files alone what each search of the archive should return, and asks the service by pyVO.

Usage: searches.py BASE SAMPLES DATA...
BASE     address of the service, in which the data were ingested and the samples loaded
SAMPLES  directory of the metadata samples; those of simulated observations lie in its directory "simulated"
DATA     directories of observations: event lists anywhere below, and an hdu-index where responses lie apart
"""
import csv
import pathlib
import re
import sys
import urllib.request
import warnings
import xml.etree.ElementTree as tree

import numpy as np
import pyvo
from astropy import units as u
from astropy.coordinates import FK5, ICRS, SkyCoord
from astropy.io import fits
from astropy.table import Table
from astropy.time import Time, TimeDelta

warnings.simplefilter("ignore")
HC = 1.239841984332e-18  # m TeV


# ---- what the files say ----

def responses(directory):
    """Files of effective areas by run, where an index says that they lie apart."""
    found = {}
    for index in directory.glob("hdu-index.fits*"):
        for row in Table.read(index):
            if str(row["HDU_TYPE"]).strip() == "aeff":
                found[int(row["OBS_ID"])] = index.parent / str(row["FILE_DIR"]).strip() / str(row["FILE_NAME"]).strip()
    return found


def collection(header, primary):
    everything = str(header) + str(primary)
    if header.get("ORIGIN", "").strip() == "CTA-VO simulation":
        return "CTA-VO-SIM"
    if header["TELESCOP"].strip() == "HESS" and "FITS test data release" in everything:
        return "HESS-DL3-DR1"
    if header["TELESCOP"].strip() == "CTA" and header.get("CALDB", "").strip() == "1dc":
        return "CTA-1DC"
    raise ValueError("an unknown collection")


def selection(header):
    """Energies in TeV and radius in degrees of the data selection keywords."""
    energies = radius = None
    for i in range(1, header.get("NDSKEYS", 0) + 1):
        kind, value = header[f"DSTYP{i}"].strip(), header[f"DSVAL{i}"].strip()
        if kind == "ENERGY":
            energies = tuple(float(part) for part in value.split(":"))
        elif kind.startswith("POS("):
            radius = float(re.fullmatch(r"CIRCLE\(([^,]+),([^,]+),([^,]+)\)", value).group(3))
    return energies, radius


def observation(path, areas):
    with fits.open(path) as hdus:
        events, gti = hdus["EVENTS"], hdus["GTI"]
        header = events.header
        frame = {"FK5": FK5(equinox="J2000"), "ICRS": ICRS()}[header["RADECSYS"].strip()]
        pointing = SkyCoord(header["RA_PNT"], header["DEC_PNT"], unit="deg", frame=frame).icrs
        energies, radius = selection(header)
        if energies is None or radius is None:
            with fits.open(areas.get(header["OBS_ID"], path)) as other:
                area = next(hdu for hdu in other[1:] if hdu.header.get("HDUCLAS2", "").strip() == "EFF_AREA")
                energies = energies or (area.header["LO_THRES"], area.header["HI_THRES"])
                # Off-axis angles run slowest.
                seen = area.data["EFFAREA"][0].max(axis=1) > 0
                radius = radius or float(area.data["THETA_HI"][0][seen].max())
        reference = Time(gti.header["MJDREFI"], gti.header["MJDREFF"], format="mjd",
                         scale=gti.header["TIMESYS"].lower())
        begin, end = (
            (reference + TimeDelta(float(second), format="sec")).utc.mjd
            for second in (gti.data["START"].min(), gti.data["STOP"].max()))
        depth = header.get("CONV_DEP")
        return {
            "collection": collection(header, hdus[0].header), "run": header["OBS_ID"], "object": header["OBJECT"],
            "pointing": pointing, "radius": radius, "energies": energies, "begin": begin, "end": end,
            "pointing_mode": None if depth is None else
            "parallel" if depth == 0 else "convergent" if depth > 0 else "divergent",
            "cuts": header.get("EV_CLASS"), "sub_array": header.get("TELLIST"),
        }


def observations(directories):
    found = []
    for directory in map(pathlib.Path, directories):
        areas = responses(directory)
        for path in sorted(directory.rglob("*.fits*")):
            with fits.open(path) as hdus:
                is_event_list = "EVENTS" in [hdu.name for hdu in hdus]
            if is_event_list:
                found.append(observation(path, areas))
    return found


# ---- what the samples say ----

def rows(directory, name):
    for path in directory.glob(name + ".*"):
        if path.suffix == ".csv":
            with open(path, newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    yield {key: value or None for key, value in row.items()}
        else:
            table = Table.read(path, format={".ecsv": "ascii.ecsv", ".vot": "votable"}[path.suffix])
            for row in table:
                yield {key: None if np.ma.is_masked(row[key]) else str(row[key]) for key in table.colnames}


def sample(samples, name, key):
    return {row[key]: row for part in (samples, samples / "simulated") for row in rows(part, name)}


class Metadata:
    def __init__(self, samples):
        self.collections = sample(samples, "collection", "name")
        self.processings = sample(samples, "processing", "processing_id")
        self.configs = sample(samples, "obs_config", "obs_config_id")
        self.targets = sample(samples, "target", "name")
        self.aliases = sample(samples, "target_alias", "alias")
        self.classes = sample(samples, "target_class", "name")
        self.telescopes = sample(samples, "telescope", "telescope_id")
        self.blocks = sample(samples, "observation_block", "ob_id")
        self.schedule = sample(samples, "scheduling_block", "sb_id")
        self.runs = {
            (row["obs_collection"], int(row["run_id"])): row
            for part in (samples, samples / "simulated") for row in rows(part, "acquisition")}
        self.members = [
            row for part in (samples, samples / "simulated") for row in rows(part, "sub_array_telescope")]

    def add_to(self, run):
        group = self.collections.get(run["collection"], {})
        taken = self.runs.get((run["collection"], run["run"]), {})
        config = self.configs.get(taken.get("obs_config_id") or group.get("obs_config_id"), {})
        processing = self.processings.get(group.get("processing_id"), {})
        alias = self.aliases.get(run["object"], {})
        target = taken.get("target_name") or (
            run["object"] if run["object"] in self.targets else alias.get("target_name"))
        run["class"] = self.targets.get(target, {}).get("target_class")
        run["proposal"] = taken.get("proposal_id") or group.get("proposal_id")
        run["sub_array"] = config.get("sub_array_name") or run["sub_array"]
        run["pointing_mode"] = config.get("pointing_mode") or run["pointing_mode"]
        run["pipeline_version"] = processing.get("pipeline_version")
        run["method"] = processing.get("reco_method")
        run["cuts"] = processing.get("applied_cuts") or run["cuts"]

    def is_blazar(self, name):
        while name is not None:
            if name == "Blazar":
                return True
            name = self.classes[name]["broader"]
        return False

    def has_lst(self, sub_array):
        return any(row["sub_array_name"] == sub_array
                   and self.telescopes[row["telescope_id"]]["telescope_type"] == "LST" for row in self.members)


# ---- the searches, by their words ----

def vector(ra, dec):
    return SkyCoord(ra, dec, unit="deg").cartesian.xyz.value


def reaches(run, corners):
    """Whether a field of view meets a convex polygon given anticlockwise as seen from outside."""
    centre = run["pointing"].cartesian.xyz.value
    edges = list(zip(corners, corners[1:] + corners[:1]))
    normals = [np.cross(vector(*a), vector(*b)) for a, b in edges]
    sides = [np.dot(normal, centre) for normal in normals]
    if all(side >= 0 for side in sides) or all(side <= 0 for side in sides):
        return True
    least = min(run["pointing"].separation(SkyCoord(*corner, unit="deg")).deg for corner in corners)
    for (a, b), normal in zip(edges, normals):
        normal = normal / np.linalg.norm(normal)
        foot = centre - np.dot(centre, normal) * normal
        foot /= np.linalg.norm(foot)
        if np.dot(np.cross(vector(*a), foot), normal) > 0 and np.dot(np.cross(foot, vector(*b)), normal) > 0:
            least = min(least, np.degrees(np.arccos(np.clip(np.dot(centre, foot), -1, 1))))
    return least <= run["radius"]


def expected(runs, metadata):
    crab = SkyCoord(83.63308, 22.0145, unit="deg")
    polygon = [(257.9, -40.3), (259.0, -40.3), (259.0, -39.2), (257.9, -39.2)]
    conditions = {
        "cone": lambda r: r["pointing"].separation(crab).deg <= 2.5,
        "target-at-time": lambda r: r["object"] == "PKS 2155-304" and r["begin"] <= 53945.97 <= r["end"],
        "region": lambda r: reaches(r, polygon),
        "above-50-tev": lambda r: r["energies"][1] >= 50,
        "public-blazars": lambda r: metadata.is_blazar(r["class"]),
        "proposal": lambda r: r["proposal"] == "HESS-DL3-DR1",
        "with-lst": lambda r: metadata.has_lst(r["sub_array"]),
        "not-divergent": lambda r: r["object"] == "Crab Nebula"
        and not (r["pointing_mode"] or "").startswith("divergent"),
        "pipeline-version": lambda r: r["object"] == "Crab Nebula" and r["pipeline_version"] == "DL3-DR1",
        "reconstruction-method": lambda r: r["method"] == "Hillas",
        "loose-cuts": lambda r: r["object"] == "Crab Nebula" and r["cuts"] == "loose",
        "run": lambda r: r["run"] == 23523,
    }
    return {name: {str(r["run"]) for r in runs if holds(r)} for name, holds in conditions.items()}


def check_searches(service, runs, metadata):
    assert len(service.examples) >= 12
    wanted = expected(runs, metadata)
    asked = searches(service)
    assert asked.keys() == wanted.keys(), set(asked) ^ set(wanted)
    for name, query in asked.items():
        found = {str(row["obs_id"]) for row in service.search(query)}
        assert found == wanted[name], (name, "too many", found - wanted[name], "too few", wanted[name] - found)
        assert found, name + " finds nothing"
        # All of these instruments reach beyond 50 TeV.
        assert len(found) < len(runs) or name == "above-50-tev", name + " finds everything"
        print(f"{name}: {len(found)} of {len(runs)}")


def searches(service):
    """The queries of the examples by their identifiers, which pyVO does not tell."""
    html = "{http://www.w3.org/1999/xhtml}"
    with urllib.request.urlopen(service.baseurl + "/examples") as page:
        root = tree.parse(page)
    found = {}
    for div in root.iter(html + "div"):
        if div.get("typeof") == "example":
            query = next(element for element in div.iter() if element.get("property") == "query")
            found[div.get("id")] = query.text
    wanted = ("cone", "target-at-time", "region", "above-50-tev", "public-blazars", "proposal", "with-lst",
              "not-divergent", "pipeline-version", "reconstruction-method", "loose-cuts", "run")
    return {name: query for name, query in found.items() if name in wanted}


def check_plan(service, metadata):
    """ObsLocTAP 1.0, section 3, against the blocks of the samples."""
    plan = service.search("SELECT * FROM ivoa.obsplan")
    runs = {row["ob_id"]: str(run) for (_, run), row in metadata.runs.items() if row.get("ob_id")}
    wanted = {runs.get(ob, "ob-" + ob): (row, metadata.schedule[row["sb_id"]]) for ob, row in metadata.blocks.items()}
    assert {str(row["obs_id"]) for row in plan} == set(wanted)
    for row in plan:
        block, schedule = wanted[str(row["obs_id"])]
        for column in ("t_planning", "obs_id", "facility_name", "category", "priority", "execution_status",
                       "tracking_type"):
            assert str(row[column]) not in ("", "--", "None"), (column, row)
        assert row["category"] in ("Fixed", "Coordinated", "Window", "Other") and row["priority"] in (0, 1, 2)
        assert row["execution_status"] == block["status"], row
        assert row["tracking_type"] in ("Sidereal", "Solar-system-object-tracking", "Fixed-az-el-transit")
        assert (row["t_planning"], row["category"], str(row["priority"])) == (
            float(schedule["t_planning"]), schedule["category"], schedule["priority"])
        if block["status"] in ("Scheduled", "Performed"):
            begin = float(block["actual_start"] or block["planned_start"])
            assert abs(row["t_min"] - begin) < 1e-7 and row["t_max"] > row["t_min"] and row["t_exptime"] > 0
        assert row["t_plan_exptime"] == float(block["planned_duration"])
        config = metadata.configs[block["obs_config_id"]]
        assert np.isclose(row["em_min"], HC / (float(config["energy_max"]) / 1e12), rtol=1e-9)
        if schedule["target_name"] is not None:
            target = metadata.targets[schedule["target_name"]]
            assert row["target_name"] == schedule["target_name"] and np.isclose(row["s_ra"], float(target["ra"]))
            assert str(row["s_region"]).startswith("Circle ICRS")
    statuses = {str(row["execution_status"]) for row in plan}
    assert statuses == {"Planned", "Scheduled", "Unscheduled", "Performed", "Aborted"}, statuses
    print(f"plan: {len(plan)} rows")


def main(base, samples, *directories):
    service = pyvo.dal.TAPService(base + "/tap")
    metadata = Metadata(pathlib.Path(samples))
    runs = observations(directories)
    for run in runs:
        metadata.add_to(run)
    check_searches(service, runs, metadata)
    check_plan(service, metadata)
    print("all searches agree")


main(*sys.argv[1:])
