package org.ctavo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How large an invented lineage is, and what its things are called.
 *
 * @param runs of six entities and eighteen relations each
 */
record LineageSize(long runs) {
    private static final int ENTITIES_A_RUN = 6;
    private static final int RELATIONS_A_RUN = 18;

    /** The lineage of about so many entities. */
    static LineageSize ofEntities(long entities) {
        return new LineageSize(Math.max(100, entities / ENTITIES_A_RUN));
    }

    static String id(String kind, long number) {
        return "ivo://cta.bench/lineage?" + kind + "/" + number;
    }

    long entities() {
        return runs * ENTITIES_A_RUN;
    }

    long relations() {
        return runs * RELATIONS_A_RUN;
    }

    /** Different event lists, spectra and maps from all over it; the same for the same seed. */
    List<String> products(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] kinds = {"DL3", "spectrum", "map"};
        List<String> products = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            products.add(id(kinds[i % kinds.length], random.nextLong(4, runs + 1)));
        }
        return products;
    }
}
