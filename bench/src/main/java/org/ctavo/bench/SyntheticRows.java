package org.ctavo.bench;

import java.util.SplittableRandom;

/**
 * Rows of {@link SyntheticTable} in the text format of COPY, the same for every run: a row depends on its number alone.
 * One row in {@value #DENSITY} lies within 0.1° of {@link #CENTRE_RA}, {@link #CENTRE_DEC} and no other does, so that a
 * million rows hold a cone of 308.
 */
final class SyntheticRows {
    static final double CENTRE_RA = 83.6331;
    static final double CENTRE_DEC = 22.0145;
    static final double RADIUS = 0.1;
    static final int DENSITY = 3246;
    private static final String[] TARGETS = {"Crab Nebula", "PKS 2155-304", "Mrk 421", "Galactic Plane", "Cen A"};

    private SyntheticRows() {}

    /** How many of the first rows lie within the cone. */
    static long inCone(long rows) {
        return rows / DENSITY;
    }

    static void append(StringBuilder line, long index) {
        SplittableRandom random = new SplittableRandom(index * 0x9E3779B97F4A7C15L + 1);
        double ra;
        double dec;
        if (index % DENSITY == DENSITY - 1) {
            double angle = random.nextDouble() * 2 * Math.PI;
            double radius = RADIUS * 0.99 * Math.sqrt(random.nextDouble());
            dec = CENTRE_DEC + radius * Math.sin(angle);
            ra = CENTRE_RA + radius * Math.cos(angle) / Math.cos(Math.toRadians(dec)) * 0.999;
        } else {
            // Uniform on the sphere, but for a band that holds the cone.
            ra = random.nextDouble() * 360;
            double z = random.nextDouble() * 2 - 1;
            dec = Math.toDegrees(Math.asin(z));
            if (Math.abs(dec - CENTRE_DEC) < 0.2) {
                dec += 1;
            }
        }
        double start = 59000 + random.nextDouble() * 2000;
        double exposure = 1200 + random.nextDouble() * 600;
        double lowest = 0.02 + random.nextDouble() * 0.3;
        double highest = 20 + random.nextDouble() * 140;
        line.append("event\t2\tCTA-BENCH\t")
                .append(index)
                .append("\tivo://cta.bench/obs?")
                .append(index)
                .append("\thttp://localhost/cta/datalink/links?ID=ivo://cta.bench/obs%3F")
                .append(index)
                .append("\tapplication/x-votable+xml;content=datalink\t")
                .append(500 + random.nextInt(5000))
                .append('\t')
                .append(TARGETS[random.nextInt(TARGETS.length)])
                .append('\t')
                .append(ra)
                .append('\t')
                .append(dec)
                .append("\t5.0\t")
                .append(start)
                .append('\t')
                .append(start + exposure / 86400)
                .append('\t')
                .append(exposure * 0.95)
                .append('\t')
                .append(1.239841984332e-18 / highest)
                .append('\t')
                .append(1.239841984332e-18 / lowest)
                .append("\tCTAO\tCTAO-")
                .append(random.nextBoolean() ? 'N' : 'S')
                .append('\n');
    }
}
