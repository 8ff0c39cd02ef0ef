package org.ctavo.preview.plot;

import java.util.ArrayList;
import java.util.List;

/** Marks on a bar that begins at 0 and gives small counts more room. */
final class CountTicks {
    private CountTicks() {}

    /** 0, then 1, 2, 5, 10, 20, 50 … as far as they go; few counts are all marked. */
    static List<Tick> upTo(int largest) {
        List<Tick> ticks = new ArrayList<>();
        if (largest <= 12) {
            for (int count = 0; count <= largest; count++) {
                ticks.add(new Tick(count, Integer.toString(count)));
            }
            return List.copyOf(ticks);
        }
        ticks.add(new Tick(0, "0"));
        for (long power = 1; power <= largest; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power <= largest) {
                    ticks.add(new Tick(digit * power, Long.toString(digit * power)));
                }
            }
        }
        return List.copyOf(ticks);
    }
}
