package org.ctavo.provenance.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds places on arrows for what is written on them, so that no word lies on another or on a box. For one picture. */
final class Labels {
    static final int FONT = 9;
    private static final int LINE = 13;
    private static final double CHARACTER = 4.8;

    /** Where to try along a piece of an arrow, the best first: not at its head. */
    private static final double[] TRIED = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2};

    /** How far beside the arrow to try, in heights of the label. */
    private static final int[] BESIDE = {0, 1, -1};

    private static final int TILE = 64;

    /** Taken areas by the tiles they touch, so that large pictures stay quick. */
    private final Map<Long, List<Area>> taken = new HashMap<>();

    private record Area(double left, double top, double right, double bottom) {
        boolean meets(Area other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Keeps labels away from a box. */
    void avoid(double left, double top, double width, double height) {
        take(new Area(left, top, left + width, top + height));
    }

    /**
     * A place for the lines of an arrow, which is then taken.
     *
     * @param points the arrow's: pieces between layers, from its subject to its object
     * @param lines how many there are, above each other
     * @param longest of the lines, in characters
     * @return the middle of the first line's foot; empty if there is no room
     */
    Optional<Layout.Point> place(List<Layout.Point> points, int lines, int longest) {
        List<Integer> pieces = new ArrayList<>(List.of(1));
        if (points.size() > 2) {
            pieces.add(points.size() - 1);
        }
        for (int beside : BESIDE) {
            for (double along : TRIED) {
                for (int piece : pieces) {
                    Layout.Point at = on(points.get(piece - 1), points.get(piece), along);
                    double half = longest * CHARACTER / 2;
                    double top = at.y() - FONT - 3 + beside * lines * LINE;
                    Area area = new Area(at.x() - half, top, at.x() + half, top + lines * LINE);
                    if (isFree(area)) {
                        take(area);
                        return Optional.of(new Layout.Point(at.x(), top + FONT - 1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(Area area) {
        return tiles(area).stream()
                .noneMatch(tile -> taken.getOrDefault(tile, List.of()).stream().anyMatch(area::meets));
    }

    private void take(Area area) {
        tiles(area).forEach(tile -> taken.computeIfAbsent(tile, key -> new ArrayList<>())
                .add(area));
    }

    private static List<Long> tiles(Area area) {
        List<Long> tiles = new ArrayList<>();
        for (long x = (long) area.left / TILE; x <= (long) area.right / TILE; x++) {
            for (long y = (long) area.top / TILE; y <= (long) area.bottom / TILE; y++) {
                tiles.add((x << 32) | (y & 0xffffffffL));
            }
        }
        return tiles;
    }

    /** A point of the curve that joins two points with level ends. */
    private static Layout.Point on(Layout.Point a, Layout.Point b, double t) {
        double bend = (a.x() + b.x()) / 2;
        double s = 1 - t;
        double x = s * s * s * a.x() + 3 * s * s * t * bend + 3 * s * t * t * bend + t * t * t * b.x();
        double y = (s * s * s + 3 * s * s * t) * a.y() + (3 * s * t * t + t * t * t) * b.y();
        return new Layout.Point(x, y);
    }
}
