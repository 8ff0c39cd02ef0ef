package org.ctavo.preview.summary;

import java.util.ArrayList;
import java.util.List;

import org.ctavo.archive.dl3.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RateCurveTest {

    @Test
    void gapsHoldNoGoodTimeAndTheirEventsAreNotInTheCurve() {
        RateCurve rate = new RateCurve(List.of(new Span(600, 1200), new Span(0, 240)));
        for (double second = 0.5; second < 1200; second++) {
            rate.add(second);
        }
        assertThat(rate.width()).isEqualTo(30);
        assertThat(rate.bins()).isEqualTo(40);
        for (int bin = 0; bin < 40; bin++) {
            boolean isGood = bin < 8 || bin >= 20;
            assertThat(rate.exposure(bin)).as("bin %d", bin).isEqualTo(isGood ? 30 : 0);
            assertThat(rate.count(bin)).as("bin %d", bin).isEqualTo(isGood ? 30 : 0);
        }
        assertThat(rate.outside()).isEqualTo(360);
    }

    @Test
    void exposuresSumUpToTheGoodTimeHoweverManyIntervalsOverlapOrTouch() {
        List<Span> intervals = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            intervals.add(new Span(i * 0.7, i * 0.7 + 0.5));
        }
        RateCurve rate = new RateCurve(intervals);
        double sum = 0;
        for (int bin = 0; bin < rate.bins(); bin++) {
            sum += rate.exposure(bin);
        }
        assertThat(sum).isCloseTo(2500, within(1e-6));
        RateCurve merged = new RateCurve(List.of(new Span(0, 10), new Span(5, 20), new Span(20, 30), new Span(1, 2)));
        assertThat(merged.good()).containsExactly(new Span(0, 30));
    }

    @Test
    void anyLengthHasAFewDozenBins() {
        for (double length : new double[] {1e-3, 0.4, 1, 59, 1681, 40_000, 600_000, 1e9}) {
            RateCurve rate = new RateCurve(List.of(new Span(0, length)));
            rate.add(0);
            rate.add(length);
            assertThat(rate.bins()).as("%s s", length).isBetween(10, 60);
            assertThat(rate.outside()).isZero();
        }
    }
}
