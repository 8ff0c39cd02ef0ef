package org.ctavo.provenance.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LabelsTest {
    private static final List<Layout.Point> ARROW = List.of(new Layout.Point(500, 100), new Layout.Point(300, 140));

    @Test
    void noWordLiesOnAnother() {
        Labels labels = new Labels();
        List<Layout.Point> places = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            labels.place(ARROW, 1, 10).ifPresent(places::add);
        }
        assertThat(places).hasSizeBetween(3, 49).doesNotHaveDuplicates();
        for (Layout.Point a : places) {
            assertThat(places)
                    .filteredOn(b -> !b.equals(a))
                    .allMatch(b -> Math.abs(a.x() - b.x()) >= 48 || Math.abs(a.y() - b.y()) >= 13);
        }
    }

    @Test
    void theMiddleOfTheArrowIsTheBestPlace() {
        assertThat(new Labels().place(ARROW, 1, 10))
                .get()
                .satisfies(at -> assertThat(at.x()).isEqualTo(400))
                .satisfies(at -> assertThat(at.y()).isBetween(112.0, 120.0));
    }

    @Test
    void noWordLiesOnABox() {
        Labels labels = new Labels();
        labels.avoid(370, 60, 60, 120);
        assertThat(labels.place(ARROW, 2, 4)).get().satisfies(at -> assertThat(Math.abs(at.x() - 400))
                .isGreaterThan(39));
        labels.avoid(200, 0, 400, 300);
        assertThat(labels.place(ARROW, 2, 4)).isEqualTo(Optional.empty());
    }
}
