package org.ctavo.soda.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ctavo.soda.request.Selection.Item;

/**
 * What an event list covers, as the archive describes it.
 *
 * @param id of the data product
 * @param circle longitude, latitude and radius in degrees, ICRS; empty if unknown
 * @param time MJD, UTC
 * @param band metres
 * @param energy TeV
 */
public record Coverage(
        String id, Optional<Circle> circle, Optional<Extent> time, Optional<Extent> band, Optional<Extent> energy) {
    private static final int CORNERS = 12;

    /** A circle on the sky, degrees. */
    public record Circle(double lon, double lat, double radius) {

        String text() {
            return lon + " " + lat + " " + radius;
        }

        /** The vertices of a regular polygon around it; empty for a circle too large to have one. */
        Optional<String> polygon() {
            double reach = Math.toDegrees(Math.atan(Math.tan(Math.toRadians(radius)) / Math.cos(Math.PI / CORNERS)));
            if (!(radius > 0 && radius < 80)) {
                return Optional.empty();
            }
            List<String> vertices = new ArrayList<>();
            for (int i = 0; i < CORNERS; i++) {
                vertices.add(vertex(reach, 2 * Math.PI * i / CORNERS));
            }
            return Optional.of(String.join(" ", vertices));
        }

        /** The position at an angle and a direction from the centre: from north over east. */
        private String vertex(double angle, double direction) {
            double a = Math.toRadians(angle);
            double b = Math.toRadians(lat);
            double sin = Math.sin(b) * Math.cos(a) + Math.cos(b) * Math.sin(a) * Math.cos(direction);
            double y = Math.sin(direction) * Math.sin(a) * Math.cos(b);
            double x = Math.cos(a) - Math.sin(b) * sin;
            double longitude = (lon + Math.toDegrees(Math.atan2(y, x)) + 360) % 360;
            double latitude = Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sin))));
            return String.format(Locale.ROOT, "%.6f %.6f", longitude, latitude);
        }
    }

    /** From a least to a greatest value. */
    public record Extent(double low, double high) {}

    /** Parameters for a circle a third as wide as the field of view, for examples. */
    public List<Item> around() {
        List<Item> items = new ArrayList<>(List.of(new Item("ID", id)));
        circle.ifPresent(
                c -> items.add(new Item("CIRCLE", new Circle(c.lon, c.lat, Math.max(c.radius / 3, 1e-3)).text())));
        return List.copyOf(items);
    }

    /** Parameters for the first half of the time and energies above 1 TeV, for examples. */
    public List<Item> firstHalf() {
        List<Item> items = new ArrayList<>(List.of(new Item("ID", id)));
        time.ifPresent(t -> items.add(new Item("TIME", t.low + " " + (t.low + t.high) / 2)));
        items.add(new Item("ENERGY", "1 +Inf"));
        return items.stream().collect(Collectors.toUnmodifiableList());
    }
}
