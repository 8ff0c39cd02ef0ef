package org.ctavo.schema.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.ctavo.schema.model.Model;
import org.ctavo.schema.model.Property;
import org.ctavo.schema.model.Type.ObjectType;

/**
 * Where the classes of a diagram stand: in rows, wholes above their parts, general classes above what extends them,
 * and within a row close to what they are joined to. The same model gives the same places.
 */
final class Layout {
    private static final int MOST_LINES = 12;
    private static final int LINE = 16;
    private static final int CHARACTER = 7;
    private static final int GAP = 30;
    private static final int ROW_GAP = 90;
    private static final int WIDEST = 1300;
    private static final int SWEEPS = 8;

    private final Model model;
    private final Map<ObjectType, Integer> ranks = new LinkedHashMap<>();

    /** A place on the page, in pixels. */
    record Box(int x, int y, int width, int height) {}

    Layout(Model model) {
        this.model = model;
    }

    Map<ObjectType, Box> boxes() {
        model.objectTypes().forEach(type -> rank(type, new ArrayList<>()));
        List<List<ObjectType>> rows = new ArrayList<>();
        int deepest = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int rank = 0; rank <= deepest; rank++) {
            int wanted = rank;
            rows.addAll(broken(model.objectTypes().stream()
                    .filter(type -> ranks.get(type) == wanted)
                    .toList()));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            Map<ObjectType, Double> places = places(rows);
            rows.replaceAll(row -> row.stream()
                    .sorted(Comparator.comparingDouble(type -> pull(type, places)))
                    .toList());
        }
        return placed(rows);
    }

    /** One more than the deepest of what stands above; circles are cut where they close. */
    private int rank(ObjectType type, List<ObjectType> trail) {
        Integer known = ranks.get(type);
        if (known != null) {
            return known;
        }
        if (trail.contains(type)) {
            return -1;
        }
        trail.add(type);
        int rank = above(type).mapToInt(whole -> rank(whole, trail) + 1).max().orElse(0);
        trail.remove(type);
        ranks.put(type, rank);
        return rank;
    }

    private Stream<ObjectType> above(ObjectType type) {
        Stream<ObjectType> general = type.superType().map(id -> (ObjectType) model.type(id)).stream();
        Stream<ObjectType> wholes = model.objectTypes().stream().filter(owner -> owner.properties().stream()
                .filter(property -> property.kind() == Property.Kind.COMPOSITION)
                .anyMatch(property -> model.type(property.type()).equals(type)));
        return Stream.concat(general, wholes);
    }

    private Stream<ObjectType> neighbours(ObjectType type) {
        Stream<ObjectType> targets = type.properties().stream()
                .map(property -> model.type(property.type()))
                .filter(ObjectType.class::isInstance)
                .map(ObjectType.class::cast);
        Stream<ObjectType> sources = model.objectTypes().stream().filter(other -> other.properties().stream()
                .anyMatch(property -> model.type(property.type()).equals(type)));
        return Stream.of(targets, sources, above(type)).flatMap(stream -> stream);
    }

    /** Rows that fit the page. */
    private static List<List<ObjectType>> broken(List<ObjectType> row) {
        List<List<ObjectType>> rows = new ArrayList<>();
        List<ObjectType> current = new ArrayList<>();
        int width = 0;
        for (ObjectType type : row) {
            if (!current.isEmpty() && width + width(type) > WIDEST) {
                rows.add(current);
                current = new ArrayList<>();
                width = 0;
            }
            current.add(type);
            width += width(type) + GAP;
        }
        if (!current.isEmpty()) {
            rows.add(current);
        }
        return rows;
    }

    private static Map<ObjectType, Double> places(List<List<ObjectType>> rows) {
        Map<ObjectType, Double> places = new HashMap<>();
        for (List<ObjectType> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                places.put(row.get(i), (i + 0.5) / row.size());
            }
        }
        return places;
    }

    private double pull(ObjectType type, Map<ObjectType, Double> places) {
        return neighbours(type)
                .filter(other -> !other.equals(type))
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(places.get(type));
    }

    private static Map<ObjectType, Box> placed(List<List<ObjectType>> rows) {
        int widest = rows.stream().mapToInt(Layout::width).max().orElse(0);
        Map<ObjectType, Box> boxes = new LinkedHashMap<>();
        int y = 10;
        for (List<ObjectType> row : rows) {
            int x = 10 + (widest - width(row)) / 2;
            int tallest = 0;
            for (ObjectType type : row) {
                boxes.put(type, new Box(x, y, width(type), height(type)));
                x += width(type) + GAP;
                tallest = Math.max(tallest, height(type));
            }
            y += tallest + ROW_GAP;
        }
        return boxes;
    }

    private static int width(List<ObjectType> row) {
        return row.stream().mapToInt(type -> width(type) + GAP).sum() - GAP;
    }

    private static int width(ObjectType type) {
        int longest = Stream.concat(Stream.of(type.head().name() + "  "), lines(type).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return longest * CHARACTER + 12;
    }

    private static int height(ObjectType type) {
        return (lines(type).size() + 1) * LINE + 14;
    }

    /** What a box says of the attributes; a long list is cut, the page has the whole of it below. */
    static List<String> lines(ObjectType type) {
        List<String> attributes = type.properties().stream()
                .filter(property -> property.kind() == Property.Kind.ATTRIBUTE)
                .map(property -> property.name() + ": " + property.type().replace("ivoa:", "")
                        + (property.multiplicity().toString().equals("1") ? "" : " " + property.multiplicity()))
                .toList();
        if (attributes.size() <= MOST_LINES) {
            return attributes;
        }
        List<String> cut = new ArrayList<>(attributes.subList(0, MOST_LINES - 1));
        cut.add("… and " + (attributes.size() - cut.size()) + " more");
        return cut;
    }
}
