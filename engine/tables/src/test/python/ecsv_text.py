"""Text of many alphabets in ECSV.

Usage: ecsv_text.py write FILE   writes a table
       ecsv_text.py check FILE   checks that a file holds that table
"""
import sys

from astropy.table import Column, Table

TABLE = Table([
    Column([1, 2, 3, 4], name="n"),
    Column(["é€😀 x", "cm^2 ^c3", "źródło γ,\"\"", "plain"], name="größe", unit="TeV", description="of a γ ray: à Đ^2"),
])

action, file = sys.argv[1:]
if action == "write":
    TABLE.write(file, format="ascii.ecsv")
else:
    read = Table.read(file, format="ascii.ecsv")
    assert read.colnames == TABLE.colnames, read.colnames
    for name in TABLE.colnames:
        assert list(read[name]) == list(TABLE[name]), list(read[name])
    assert read["größe"].unit == TABLE["größe"].unit, read["größe"].unit
    assert read["größe"].description == TABLE["größe"].description, read["größe"].description
