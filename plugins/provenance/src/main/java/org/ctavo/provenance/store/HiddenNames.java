package org.ctavo.provenance.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names for things that are not shown, made anew for each answer so that answers cannot be compared. */
final class HiddenNames {
    private final Map<Integer, String> entities = new LinkedHashMap<>();
    private final Map<Integer, String> activities = new LinkedHashMap<>();

    /** The name for a number of the database; negative for activities. */
    String name(int number) {
        Map<Integer, String> names = number < 0 ? activities : entities;
        return names.computeIfAbsent(
                number, n -> GraphQuery.HIDDEN + (n < 0 ? "activity-" : "entity-") + (names.size() + 1));
    }

    Collection<String> entities() {
        return entities.values();
    }

    Collection<String> activities() {
        return activities.values();
    }
}
