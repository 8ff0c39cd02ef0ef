package org.ctavo.ingest.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The index tables of the simulated set. */
final class IndexFiles {
    private static final int OBJECT_WIDTH = 24;
    private static final int MODE_WIDTH = 8;
    private static final int TYPE_WIDTH = 6;
    private static final int CLASS_WIDTH = 10;
    private static final int DIR_WIDTH = 4;
    private static final int FILE_WIDTH = 24;
    private static final int NAME_WIDTH = 24;

    private IndexFiles() {}

    static void observations(OutputStream out, List<SimulatedRun> runs, List<Integer> counts) throws IOException {
        TableWriter table = new TableWriter()
                .column("OBS_ID", "1K", "")
                .column("OBJECT", OBJECT_WIDTH + "A", "")
                .column("OBS_MODE", MODE_WIDTH + "A", "")
                .column("RA_PNT", "1D", "deg")
                .column("DEC_PNT", "1D", "deg")
                .column("RA_OBJ", "1D", "deg")
                .column("DEC_OBJ", "1D", "deg")
                .column("ZEN_PNT", "1D", "deg")
                .column("TSTART", "1D", "s")
                .column("TSTOP", "1D", "s")
                .column("ONTIME", "1D", "s")
                .column("LIVETIME", "1D", "s")
                .column("DEADC", "1D", "")
                .column("QUALITY", "1K", "")
                .column("EVENT_COUNT", "1K", "");
        for (int i = 0; i < runs.size(); i++) {
            SimulatedRun run = runs.get(i);
            table.put(run.obsId())
                    .put(run.object(), OBJECT_WIDTH)
                    .put(run.offset() > 0 ? "WOBBLE" : "POINTING", MODE_WIDTH)
                    .put(run.raPnt())
                    .put(run.decPnt())
                    .put(run.raObj())
                    .put(run.decObj())
                    .put(run.zenith())
                    .put(run.start())
                    .put(run.stop())
                    .put(run.ontime())
                    .put(run.livetime())
                    .put(Instrument.LIVE)
                    .put(0L)
                    .put((long) counts.get(i))
                    .endRow();
        }
        TableWriter.primary(out);
        table.write(out, "OBS_INDEX", keywords("OBS").all(SimulatedSet.time()));
    }

    static void hdus(OutputStream out, List<SimulatedRun> runs, String responses) throws IOException {
        TableWriter table = new TableWriter()
                .column("OBS_ID", "1K", "")
                .column("HDU_TYPE", TYPE_WIDTH + "A", "")
                .column("HDU_CLASS", CLASS_WIDTH + "A", "")
                .column("FILE_DIR", DIR_WIDTH + "A", "")
                .column("FILE_NAME", FILE_WIDTH + "A", "")
                .column("HDU_NAME", NAME_WIDTH + "A", "");
        Map<String, String[]> parts = new TreeMap<>(Map.of(
                "aeff", new String[] {"aeff_2d", "EFFECTIVE AREA"},
                "edisp", new String[] {"edisp_2d", "ENERGY DISPERSION"},
                "psf", new String[] {"psf_3gauss", "POINT SPREAD FUNCTION"},
                "bkg", new String[] {"bkg_3d", "BACKGROUND"}));
        for (SimulatedRun run : runs) {
            row(table, run, "events", "events", "data", SimulatedSet.fileName(run), "EVENTS");
            row(table, run, "gti", "gti", "data", SimulatedSet.fileName(run), "GTI");
            parts.forEach((type, part) -> row(table, run, type, part[0], "irf", responses, part[1]));
        }
        TableWriter.primary(out);
        table.write(out, "HDU_INDEX", keywords("HDU"));
    }

    private static void row(
            TableWriter table, SimulatedRun run, String type, String hduClass, String dir, String file, String name) {
        table.put(run.obsId())
                .put(type, TYPE_WIDTH)
                .put(hduClass, CLASS_WIDTH)
                .put(dir, DIR_WIDTH)
                .put(file, FILE_WIDTH)
                .put(name, NAME_WIDTH)
                .endRow();
    }

    private static HeaderText keywords(String kind) {
        return SimulatedSet.common()
                .text("HDUCLASS", "GADF")
                .text("HDUDOC", SimulatedSet.DOCUMENT)
                .text("HDUVERS", "0.3")
                .text("HDUCLAS1", "INDEX")
                .text("HDUCLAS2", kind);
    }
}
