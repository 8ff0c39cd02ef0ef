package org.ctavo.soda.cutout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a cut-out takes from a companion of its event list, as the first reading found it. For one thread. */
final class Appendix {
    private final Companion companion;
    private final BitSet indices = new BitSet();
    private final List<String> names = new ArrayList<>();

    Appendix(Companion companion) {
        this.companion = companion;
    }

    void add(int index, String name) {
        indices.set(index);
        names.add(name);
    }

    Companion companion() {
        return companion;
    }

    /** Whether the cut-out takes the HDU of that index. */
    boolean takes(int index) {
        return indices.get(index);
    }

    /** The names of the HDUs it takes, in order. */
    List<String> names() {
        return List.copyOf(names);
    }
}
