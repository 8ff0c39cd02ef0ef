package org.ctavo.provenance.model;

import java.util.List;
import java.util.Map;

/**
 * A document as it was read.
 *
 * @param document what it says
 * @param places where each thing was told of first, by its {@link Shape#label}
 * @param remarks what the document says beyond the model, so that it was not kept; for people
 */
public record Reading(ProvDocument document, Map<String, String> places, List<String> remarks) {

    /** Copies the map and the list. */
    public Reading {
        places = Map.copyOf(places);
        remarks = List.copyOf(remarks);
    }

    /** A document that was made, not read. */
    public static Reading of(ProvDocument document) {
        return new Reading(document, Map.of(), List.of());
    }

    /** Where a thing was told of, as the end of a sentence: empty, or " (line 3)". */
    public String placeOf(String label) {
        String place = places.getOrDefault(label, "");
        return place.isEmpty() ? "" : " (" + place + ")";
    }
}
