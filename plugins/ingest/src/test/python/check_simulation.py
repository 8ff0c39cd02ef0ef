"""Opens a data store with gammapy and reads everything of every observation. Usage: check_simulation.py DIRECTORY"""
import sys
import warnings

from astropy import units as u
from astropy.io import fits
from gammapy.data import DataStore

warnings.simplefilter("error", fits.verify.VerifyWarning)
warnings.simplefilter("error", UserWarning)


def verify(path):
    """Standard-conforming, with right checksums."""
    with fits.open(path, checksum=True) as hdus:
        hdus.verify("exception")
        for hdu in hdus[1:]:
            assert hdu.verify_checksum() == 1 and hdu.verify_datasum() == 1, (path, hdu.name)


def main(directory):
    store = DataStore.from_dir(directory)
    ids = list(store.obs_table["OBS_ID"])
    for row in store.hdu_table:
        verify(f"{directory}/{row['FILE_DIR']}/{row['FILE_NAME']}")
    for obs in store.get_observations(ids):
        assert len(obs.events.table) > 500
        assert len(obs.gti.table) == 2
        assert obs.aeff.data.max() > 0
        assert obs.edisp.data.max() > 0
        assert obs.psf.containment_radius(fraction=0.68, energy_true=1 * u.TeV, offset=0.5 * u.deg).to_value("deg") < 0.3
        assert obs.bkg.data.max() > 0
        assert (obs.events.energy.to_value("TeV") > 0).all()
    crab = store.get_observations(ids[:1])[0]
    near = crab.events.radec.separation(crab.target_radec).to_value("deg") < 0.2
    assert near.sum() > 300, near.sum()
    print("ok", len(ids), near.sum())


main(sys.argv[1])
