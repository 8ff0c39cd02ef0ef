# Asynchronous queries as pyVO makes them. Argument: address of the TAP service.
import datetime
import sys
import warnings

import pyvo

warnings.simplefilter("ignore")
service = pyvo.dal.TAPService(sys.argv[1])

job = service.submit_job("SELECT id FROM sky.star", maxrec=2)
assert job.phase == "PENDING", job.phase
assert job.query == "SELECT id FROM sky.star", job.query
job.query = "SELECT id, name FROM sky.star ORDER BY id"
assert job.query.startswith("SELECT id, name"), job.query
job.execution_duration = 77
assert float(str(job.execution_duration)) == 77
wanted = datetime.datetime.utcnow().replace(microsecond=0) + datetime.timedelta(days=2)
job.destruction = wanted
assert str(job.destruction)[:19].replace(" ", "T") == wanted.isoformat(), job.destruction
job.run().wait(timeout=30)
job.raise_if_error()
assert job.phase == "COMPLETED", job.phase
assert list(job.fetch_result()["name"]) == ["star 1", "star 2"]

bad = service.submit_job("SELECT nothing FROM sky.star").run()
bad.wait(timeout=30)
assert bad.phase == "ERROR", bad.phase
try:
    bad.raise_if_error()
    raise AssertionError("no error")
except pyvo.dal.DALQueryError:
    pass

aborted = service.submit_job("SELECT sky_wait(60.0) AS w FROM sky.star").run()
aborted.abort()
assert aborted.phase == "ABORTED", aborted.phase

assert len(service.run_async("SELECT id FROM sky.star")) == 100

jobs = service.get_job_list()
assert {entry.phase for entry in jobs} == {"COMPLETED", "ERROR", "ABORTED"}, jobs
assert [entry.jobid for entry in service.get_job_list(phases=["ERROR"])] == [bad.job_id]
assert len(service.get_job_list(last=1)) == 1
assert len(service.get_job_list(after=datetime.datetime(2999, 1, 1))) == 0

for done in (job, bad, aborted):
    done.delete()
