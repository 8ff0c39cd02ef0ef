package org.ctavo.provenance.svg;

import java.util.List;

/**
 * A node to be drawn.
 *
 * @param id identifier of the thing
 * @param look how it is drawn
 * @param lines what is written in it; the first is its title
 */
record Box(String id, Look look, List<String> lines) {
    static final int LINE = 15;
    private static final double CHARACTER = 6.3;
    private static final int PADDING = 12;

    /** Shapes and colours, those that W3C's documents use. */
    enum Look {
        ENTITY,
        ACTIVITY,
        AGENT,
        DESCRIPTION,
        HIDDEN
    }

    Box {
        lines = List.copyOf(lines);
    }

    int width() {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        int width = (int) Math.ceil(longest * CHARACTER) + 2 * PADDING;
        // The pointed side of an agent needs room.
        return Math.max(70, look == Look.AGENT ? width + 16 : width);
    }

    int height() {
        return lines.size() * LINE + PADDING;
    }
}
