package org.ctavo.provenance.store;

import java.util.List;
import java.util.OptionalInt;

/**
 * What part of the provenance is asked for.
 *
 * @param ids of entities, activities and agents to begin with
 * @param direction which way relations are followed
 * @param depth how many relations are followed at most; empty for all
 * @param agents whether relations to agents are followed
 * @param members whether relations between collections and their members are followed
 * @param configuration whether parameters and configuration files are told
 * @param descriptions whether descriptions are told
 * @param mostNodes a graph of more nodes is refused, as is one with more parameters and configuration files
 */
public record GraphRequest(
        List<String> ids,
        Direction direction,
        OptionalInt depth,
        boolean agents,
        boolean members,
        boolean configuration,
        boolean descriptions,
        int mostNodes) {

    /** The way: to the origins, to what came of it, or both. */
    public enum Direction {
        BACK,
        FORTH,
        BOTH
    }

    /** Copies the list. */
    public GraphRequest {
        ids = List.copyOf(ids);
    }

    /** So many relations are refused, as the database's function has it: twenty a node. */
    long mostRelations() {
        return mostNodes * 20L;
    }
}
