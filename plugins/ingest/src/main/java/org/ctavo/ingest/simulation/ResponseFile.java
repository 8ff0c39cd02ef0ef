package org.ctavo.ingest.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The responses of the imagined array, as a GADF file: AEFF_2D, EDISP_2D, PSF_3GAUSS, BKG_3D. */
final class ResponseFile {
    private static final double[] ENERGY = Instrument.logEdges(Instrument.LOWEST, Instrument.HIGHEST, 33);
    private static final double[] OFFSET = Instrument.edges(0, Instrument.RADIUS, 7);
    private static final double[] MIGRATION = Instrument.edges(0.2, 2.2, 50);
    private static final double[] FIELD = Instrument.edges(-Instrument.RADIUS, Instrument.RADIUS, 28);
    private static final double[] RECO = Instrument.logEdges(Instrument.LOWEST, Instrument.HIGHEST, 22);
    private static final double MEV_PER_TEV = 1e6;
    private static final double RADIAN = StrictMath.toRadians(1);

    private ResponseFile() {}

    static void write(OutputStream out) throws IOException {
        TableWriter.primary(out);
        area(out);
        dispersion(out);
        spread(out);
        background(out);
    }

    private static HeaderText keywords(String second, String fourth) {
        return SimulatedSet.common()
                .text("HDUCLASS", "GADF")
                .text("HDUDOC", SimulatedSet.DOCUMENT)
                .text("HDUVERS", "0.3")
                .text("HDUCLAS1", "RESPONSE")
                .text("HDUCLAS2", second)
                .text("HDUCLAS3", "FULL-ENCLOSURE")
                .text("HDUCLAS4", fourth);
    }

    private static void area(OutputStream out) throws IOException {
        float[] values = new float[bins(ENERGY) * bins(OFFSET)];
        for (int t = 0; t < bins(OFFSET); t++) {
            for (int e = 0; e < bins(ENERGY); e++) {
                values[e + bins(ENERGY) * t] = (float) Instrument.area(centre(ENERGY, e), middle(OFFSET, t));
            }
        }
        TableWriter table =
                axes(List.of(new Axis("ENERG", "TeV", bins(ENERGY)), new Axis("THETA", "deg", bins(OFFSET))));
        table.column("EFFAREA", values.length + "E", "m2").shape(bins(ENERGY), bins(OFFSET));
        putAxes(table, ENERGY, OFFSET).put(values).endRow();
        table.write(
                out,
                "EFFECTIVE AREA",
                keywords("EFF_AREA", "AEFF_2D").number("LO_THRES", 0.1).number("HI_THRES", 80));
    }

    private static void dispersion(OutputStream out) throws IOException {
        float[] values = new float[bins(ENERGY) * bins(MIGRATION) * bins(OFFSET)];
        for (int t = 0; t < bins(OFFSET); t++) {
            for (int m = 0; m < bins(MIGRATION); m++) {
                for (int e = 0; e < bins(ENERGY); e++) {
                    double width = Instrument.energyWidth(centre(ENERGY, e));
                    double u = StrictMath.log(middle(MIGRATION, m)) / width;
                    double density = StrictMath.exp(-0.5 * u * u)
                            / (middle(MIGRATION, m) * width * StrictMath.sqrt(2 * StrictMath.PI));
                    values[e + bins(ENERGY) * (m + bins(MIGRATION) * t)] = (float) density;
                }
            }
        }
        TableWriter table = axes(List.of(
                new Axis("ENERG", "TeV", bins(ENERGY)),
                new Axis("MIGRA", "", bins(MIGRATION)),
                new Axis("THETA", "deg", bins(OFFSET))));
        table.column("MATRIX", values.length + "E", "").shape(bins(ENERGY), bins(MIGRATION), bins(OFFSET));
        putAxes(table, ENERGY, MIGRATION, OFFSET).put(values).endRow();
        table.write(out, "ENERGY DISPERSION", keywords("EDISP", "EDISP_2D"));
    }

    private static void spread(OutputStream out) throws IOException {
        int nodes = bins(ENERGY) * bins(OFFSET);
        float[] scale = new float[nodes];
        float[] sigma = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            double width = Instrument.spread(centre(ENERGY, i % bins(ENERGY)));
            sigma[i] = (float) width;
            scale[i] = (float) (1 / (2 * StrictMath.PI * width * width * RADIAN * RADIAN));
        }
        TableWriter table =
                axes(List.of(new Axis("ENERG", "TeV", bins(ENERGY)), new Axis("THETA", "deg", bins(OFFSET))));
        for (String name : List.of("SCALE", "SIGMA_1", "AMPL_2", "SIGMA_2", "AMPL_3", "SIGMA_3")) {
            String unit = name.equals("SCALE") ? "sr-1" : name.startsWith("SIGMA") ? "deg" : "";
            table.column(name, nodes + "E", unit).shape(bins(ENERGY), bins(OFFSET));
        }
        // One Gaussian is enough: the others have no height.
        putAxes(table, ENERGY, OFFSET)
                .put(scale)
                .put(sigma)
                .put(new float[nodes])
                .put(sigma)
                .put(new float[nodes])
                .put(sigma)
                .endRow();
        table.write(out, "POINT SPREAD FUNCTION", keywords("RPSF", "PSF_3GAUSS"));
    }

    private static void background(OutputStream out) throws IOException {
        int side = bins(FIELD);
        float[] values = new float[side * side * bins(RECO)];
        for (int e = 0; e < bins(RECO); e++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    double offset = StrictMath.hypot(middle(FIELD, x), middle(FIELD, y));
                    double rate = Instrument.background(centre(RECO, e), offset);
                    values[x + side * (y + side * e)] = (float) (rate / MEV_PER_TEV / (RADIAN * RADIAN));
                }
            }
        }
        TableWriter table = axes(List.of(
                new Axis("DETX", "deg", bins(FIELD)),
                new Axis("DETY", "deg", bins(FIELD)),
                new Axis("ENERG", "TeV", bins(RECO))));
        table.column("BKG", values.length + "E", "s-1 MeV-1 sr-1").shape(side, side, bins(RECO));
        putAxes(table, FIELD, FIELD, RECO).put(values).endRow();
        table.write(out, "BACKGROUND", keywords("BKG", "BKG_3D").text("FOVALIGN", "RADEC"));
    }

    private record Axis(String name, String unit, int bins) {}

    private static TableWriter axes(List<Axis> axes) {
        TableWriter table = new TableWriter();
        for (Axis axis : axes) {
            table.column(axis.name() + "_LO", axis.bins() + "E", axis.unit());
            table.column(axis.name() + "_HI", axis.bins() + "E", axis.unit());
        }
        return table;
    }

    private static TableWriter putAxes(TableWriter table, double[]... axes) {
        for (double[] edges : axes) {
            for (int i = 0; i < bins(edges); i++) {
                table.put((float) edges[i]);
            }
            for (int i = 0; i < bins(edges); i++) {
                table.put((float) edges[i + 1]);
            }
        }
        return table;
    }

    private static int bins(double[] edges) {
        return edges.length - 1;
    }

    private static double middle(double[] edges, int bin) {
        return (edges[bin] + edges[bin + 1]) / 2;
    }

    private static double centre(double[] edges, int bin) {
        return StrictMath.sqrt(edges[bin] * edges[bin + 1]);
    }
}
