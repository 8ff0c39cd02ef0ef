package org.ctavo.provenance.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names for things that are not shown, made anew for each answer so that answers cannot be compared. */
final class HiddenNames {
    private final Map<Integer, String> entities = new LinkedHashMap<>();
    private final Map<Integer, String> activities = new LinkedHashMap<>();
    private final Map<Integer, String> agents = new LinkedHashMap<>();

    /**
     * The name for a number of the database.
     *
     * @param kind e, a or g, as the database has it
     */
    String name(String kind, int number) {
        Map<Integer, String> names = kind.equals("e") ? entities : kind.equals("a") ? activities : agents;
        String word = kind.equals("e") ? "entity-" : kind.equals("a") ? "activity-" : "agent-";
        return names.computeIfAbsent(number, n -> GraphQuery.HIDDEN + word + (names.size() + 1));
    }

    Collection<String> entities() {
        return entities.values();
    }

    Collection<String> activities() {
        return activities.values();
    }

    Collection<String> agents() {
        return agents.values();
    }
}
