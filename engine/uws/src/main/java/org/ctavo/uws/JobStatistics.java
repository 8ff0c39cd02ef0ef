package org.ctavo.uws;

import java.util.Map;

/**
 * Figures for operators.
 *
 * @param phases how many jobs of the whole service are in each phase; some seconds old
 * @param running how many jobs of each kind this node executes now
 * @param places how many of each kind it could
 */
public record JobStatistics(Map<Phase, Long> phases, Map<String, Integer> running, Map<String, Integer> places) {

    /** Copies the maps. */
    public JobStatistics {
        phases = Map.copyOf(phases);
        running = Map.copyOf(running);
        places = Map.copyOf(places);
    }
}
