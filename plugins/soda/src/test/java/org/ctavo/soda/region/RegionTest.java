package org.ctavo.soda.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Regions where the sphere is awkward: poles, longitude 0, large and narrow shapes, boundaries. */
class RegionTest {

    private static boolean contains(Region region, double lon, double lat) {
        double[] v = new Position(lon, lat).vector();
        return region.contains(v[0], v[1], v[2]);
    }

    private static Polygon polygon(double... numbers) {
        List<Position> vertices = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            vertices.add(new Position(numbers[i], numbers[i + 1]));
        }
        return new Polygon(vertices);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 359.5, 0, true",
        "0, 0, 1, 358.9, 0, false",
        "0, 90, 2, 123, 88.1, true",
        "0, 90, 2, 123, 87.9, false",
        "10, -89, 2, 190, -89.1, true",
        "83.6, 22, 180, 263.6, -22, true",
        "83.6, 22, 179, 263.6, -22, false",
        "83.6, 22, 90, 83.6, -67.9, true",
        "0, 0, 1e-7, 0, 0, true"
    })
    void circles(double lon, double lat, double radius, double x, double y, boolean inside) {
        assertThat(contains(new Circle(new Position(lon, lat), radius), x, y)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "350, 10, -5, 5, 0, 0, true",
        "350, 10, -5, 5, 355, 5, true",
        "350, 10, -5, 5, 11, 0, false",
        "10, 350, -5, 5, 0, 0, false",
        "0, 360, 89, 90, 77, 90, true",
        "0, 360, 89, 90, 77, 88.9, false",
        "0, 360, -90, 90, 359.999, -90, true",
        "350, 360, -1, 1, 0, 0, true",
        "5, 5, 5, 5, 5, 6, false"
    })
    void ranges(double west, double east, double south, double north, double x, double y, boolean inside) {
        assertThat(contains(new Range(west, east, south, north), x, y)).isEqualTo(inside);
    }

    @Test
    void polygonsMayHoldAPoleOrLieAcrossLongitudeZero() {
        Polygon cap = polygon(0, 80, 90, 80, 180, 80, 270, 80);
        assertThat(contains(cap, 45, 89)).isTrue();
        assertThat(contains(cap, 45, 90)).isTrue();
        assertThat(contains(cap, 0, 79.9)).isFalse();
        Polygon seam = polygon(350, -5, 10, -5, 10, 5, 350, 5);
        assertThat(contains(seam, 0, 0)).isTrue();
        assertThat(contains(seam, 180, 0)).isFalse();
        assertThat(contains(seam, 11, 0)).isFalse();
    }

    @Test
    void theInsideIsTheSmallerSideWhicheverWayTheVerticesGo() {
        for (Polygon polygon : List.of(polygon(0, 0, 10, 0, 10, 10, 0, 10), polygon(0, 10, 10, 10, 10, 0, 0, 0))) {
            assertThat(contains(polygon, 5, 5)).isTrue();
            assertThat(contains(polygon, 5, 0)).isTrue();
            assertThat(contains(polygon, 185, -5)).isFalse();
            assertThat(contains(polygon, 20, 5)).isFalse();
        }
    }

    @Test
    void dentsAreOutside() {
        Polygon arrow = polygon(0, 0, 10, 10, 0, 4, -0.0 + 350, 10);
        assertThat(contains(arrow, 0, 2)).isTrue();
        assertThat(contains(arrow, 0, 8)).isFalse();
        assertThat(contains(arrow, 7, 7.5)).isTrue();
    }

    @Test
    void nothingIsWhereAnEventHasNoPlace() {
        for (Region region : List.of(
                new Circle(new Position(0, 0), 180),
                new Range(0, 360, -90, 90),
                polygon(0, 0, 10, 0, 10, 10, 0, 10),
                polygon(0, 0, 10, 10, 0, 4, 350, 10))) {
            assertThat(region.contains(Double.NaN, Double.NaN, Double.NaN)).isFalse();
        }
    }

    /** The angles under which a position sees the corners sum to a whole turn inside, and to nothing outside. */
    private static boolean seesAWholeTurn(List<Position> vertices, Position position) {
        double[] p = position.vector();
        double sum = 0;
        for (int i = 0; i < vertices.size(); i++) {
            sum += turn(
                    p,
                    vertices.get(i).vector(),
                    vertices.get((i + 1) % vertices.size()).vector());
        }
        return Math.abs(sum) > Math.PI;
    }

    private static double turn(double[] p, double[] a, double[] b) {
        double[] left = cross(p, a);
        double[] right = cross(p, b);
        return Math.atan2(dot(cross(left, right), p), dot(left, right));
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    @Test
    void anotherWayToTellInsideAgrees() {
        Random random = new Random(7);
        int inside = 0;
        for (int i = 0; i < 300; i++) {
            double lat = -60 + 120 * random.nextDouble();
            double lon = 100 + 100 * random.nextDouble();
            int points = 3 + random.nextInt(12);
            List<Position> vertices = new ArrayList<>();
            for (int k = 0; k < points; k++) {
                double angle = 2 * Math.PI * k / points;
                double radius = 1 + 9 * random.nextDouble();
                vertices.add(new Position(
                        lon + radius * Math.cos(angle) / Math.cos(Math.toRadians(lat)),
                        lat + radius * Math.sin(angle)));
            }
            Polygon polygon = new Polygon(vertices);
            for (int k = 0; k < 100; k++) {
                Position position = new Position(
                        lon + 12 * (random.nextDouble() - 0.5) / Math.cos(Math.toRadians(lat)),
                        lat + 24 * (random.nextDouble() - 0.5));
                boolean expected = seesAWholeTurn(vertices, position);
                inside += expected ? 1 : 0;
                assertThat(contains(polygon, position.lon(), position.lat()))
                        .as(polygon.text() + " and " + position)
                        .isEqualTo(expected);
            }
        }
        assertThat(inside).isBetween(3000, 27_000);
    }

    @Test
    void whatIsNoRegionIsRefusedWithTheReason() {
        assertThatThrownBy(() -> polygon(0, 0, 10, 10, 10, 0, 0, 10)).hasMessageContaining("cross");
        assertThatThrownBy(() -> polygon(0, 0, 1, 1)).hasMessageContaining("3 different vertices");
        assertThatThrownBy(() -> polygon(0, 0, 180, 0, 90, 80)).hasMessageContaining("opposite");
        assertThatThrownBy(() -> new Circle(new Position(0, 0), Double.NaN)).hasMessageContaining("radius");
        assertThatThrownBy(() -> new Position(Double.NaN, 0)).hasMessageContaining("longitude");
        assertThatThrownBy(() -> new Range(0, 1, 2, 1)).hasMessageContaining("turned round");
        double[] many = new double[1002];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i / 3.0;
        }
        assertThatThrownBy(() -> polygon(many)).hasMessageContaining("500");
    }
}
