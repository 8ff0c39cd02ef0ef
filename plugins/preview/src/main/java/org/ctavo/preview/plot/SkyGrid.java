package org.ctavo.preview.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ctavo.preview.summary.SkyCounts;
import org.ctavo.preview.summary.SkyProjection;
import org.ctavo.preview.summary.Steps;

/**
 * Circles of right ascension and declination on a map, and where they meet its edges.
 *
 * @param curves to draw
 * @param bottom right ascensions at the lower edge, each at its degrees to the east, from left to right
 * @param left declinations at the left edge, each at its degrees to the north, from below
 */
record SkyGrid(List<Curve> curves, List<Tick> bottom, List<Tick> left) {
    private static final int MARKS_RA = 8;
    private static final int MARKS_DEC = 7;
    private static final int SAMPLES = 400;
    private static final int POINTS = 90;
    private static final double[] WIDE_STEPS = {1, 2, 5, 10, 15, 30, 45, 60};

    /**
     * A line on the map.
     *
     * @param points each with its degrees to the east and to the north of the centre
     */
    record Curve(List<double[]> points) {
        Curve {
            points = List.copyOf(points);
        }
    }

    SkyGrid {
        curves = List.copyOf(curves);
        bottom = List.copyOf(bottom);
        left = List.copyOf(left);
    }

    static SkyGrid of(SkyCounts sky) {
        SkyProjection projection = sky.projection();
        double half = sky.half();
        double[] lowest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] highest = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i <= 60; i++) {
            for (int j = 0; j <= 60; j++) {
                double[] direction = projection.direction(half * (i / 30.0 - 1), half * (j / 30.0 - 1));
                for (int k = 0; k < 2; k++) {
                    lowest[k] = Math.min(lowest[k], direction[k]);
                    highest[k] = Math.max(highest[k], direction[k]);
                }
            }
        }
        boolean allAround = highest[0] - lowest[0] > 300;
        double stepRa = allAround ? 30 : step((highest[0] - lowest[0]) / MARKS_RA);
        double stepDec = step((highest[1] - lowest[1]) / MARKS_DEC);
        List<Curve> curves = new ArrayList<>();
        double fromRa = allAround ? lowest[0] : lowest[0] - stepRa;
        double toRa = allAround ? lowest[0] + 360 : highest[0] + stepRa;
        double fromDec = Math.max(-90, lowest[1] - stepDec);
        double toDec = Math.min(90, highest[1] + stepDec);
        for (double ra : multiples(fromRa, toRa, stepRa)) {
            curves.add(curve(projection, ra, fromDec, ra, toDec));
        }
        for (double dec : multiples(fromDec, toDec, stepDec)) {
            curves.add(curve(projection, fromRa, dec, toRa, dec));
        }
        List<Tick> bottom = new ArrayList<>();
        for (double[] found : crossings(along(half, at -> projection.direction(at, -half)[0]), stepRa)) {
            bottom.add(new Tick(
                    found[0],
                    Scale.number(
                            Math.floorMod(Math.round(found[1] / stepRa), Math.round(360 / stepRa)) * stepRa, stepRa)));
        }
        List<Tick> left = new ArrayList<>();
        for (double[] found : crossings(along(half, at -> projection.direction(half, at)[1]), stepDec)) {
            left.add(new Tick(found[0], Scale.number(found[1], stepDec)));
        }
        bottom.sort(Comparator.comparingDouble(Tick::value).reversed());
        left.sort(Comparator.comparingDouble(Tick::value));
        return new SkyGrid(curves, bottom, left);
    }

    /** A step that divides the circle. */
    private static double step(double wanted) {
        if (wanted <= 1) {
            return Steps.atLeast(wanted);
        }
        for (double step : WIDE_STEPS) {
            if (step >= wanted) {
                return step;
            }
        }
        return 90;
    }

    private static double[] multiples(double from, double to, double step) {
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        double[] multiples = new double[(int) Math.max(0, last - first + 1)];
        for (int i = 0; i < multiples.length; i++) {
            multiples[i] = (first + i) * step;
        }
        return multiples;
    }

    private static Curve curve(SkyProjection projection, double ra1, double dec1, double ra2, double dec2) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= POINTS; i++) {
            double part = (double) i / POINTS;
            points.add(projection.place(ra1 + part * (ra2 - ra1), dec1 + part * (dec2 - dec1)));
        }
        return new Curve(points);
    }

    private static List<double[]> along(double half, ToDoubleFunction<Double> coordinate) {
        List<double[]> samples = new ArrayList<>();
        for (int i = 0; i <= SAMPLES; i++) {
            double at = half * (2.0 * i / SAMPLES - 1);
            samples.add(new double[] {at, coordinate.applyAsDouble(at)});
        }
        return samples;
    }

    /** Where the samples pass a multiple of the step: place and multiple. A leap by half a turn is no passage. */
    private static List<double[]> crossings(List<double[]> samples, double step) {
        List<double[]> crossings = new ArrayList<>();
        for (int i = 1; i < samples.size(); i++) {
            double[] a = samples.get(i - 1);
            double[] b = samples.get(i);
            if (Math.abs(b[1] - a[1]) > 180) {
                continue;
            }
            for (double multiple : multiples(Math.min(a[1], b[1]), Math.max(a[1], b[1]), step)) {
                double part = b[1] == a[1] ? 0 : (multiple - a[1]) / (b[1] - a[1]);
                double at = a[0] + part * (b[0] - a[0]);
                boolean repeated = !crossings.isEmpty()
                        && Math.abs(crossings.get(crossings.size() - 1)[0] - at) < 1e-6 * Math.abs(a[0] - b[0]);
                if (!repeated) {
                    crossings.add(new double[] {at, multiple});
                }
            }
        }
        return crossings;
    }
}
