package org.ctavo.sphere;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SphereTest {
    @RegisterExtension
    static SphereDatabase database = new SphereDatabase();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        0 0, 0 0                         | 0
        0 0, 180 0                       | 180
        0 90, 123 90                     | 0
        0 90, 77 -90                     | 180
        359.5 0, 0.5 0                   | 1
        10 20, 10 20.000000001           | 1e-9
        0 0, 179.999999999 0             | 179.999999999
        -10 0, 350 0                     | 0
        """)
    void distancesAreExactFromNearToOpposite(String positions, double expected) throws SQLException {
        assertThat(database.number(
                        "sphere.distance(" + positions.replace(' ', ',').replace(",,", ",") + ")"))
                .isCloseTo(expected, within(2e-14 + expected * 1e-15));
    }

    /** Outer region, inner region, whether it is contained, whether they intersect. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        # the boundary belongs to a region
        0,0,1                            | 1,0                   | t | t
        0,0,10,0,10,10,0,10              | 0,0                   | t | t
        0,0,10,0,10,10,0,10              | 5,0                   | t | t
        0,0,10,0,10,10,0,10              | 10,5                  | t | t
        # across longitude 0
        358,-2,2,-2,2,2,358,2            | 0,0                   | t | t
        358,-2,2,-2,2,2,358,2            | 359.9999,1            | t | t
        358,-2,2,-2,2,2,358,2            | 357.9,0               | f | f
        -2,-2,2,-2,2,2,-2,2              | 359,0                 | t | t
        # either winding
        2,2,2,-2,358,-2,358,2            | 0,0                   | t | t
        2,2,2,-2,358,-2,358,2            | 180,0                 | f | f
        # poles
        0,80,90,80,180,80,270,80         | 45,89                 | t | t
        0,80,90,80,180,80,270,80         | 0,90                  | t | t
        0,80,90,80,180,80,270,80         | 0,-90                 | f | f
        0,80,90,80,180,80,270,80         | 45,80                 | f | f
        10,90,1                          | 200,89.5              | t | t
        10,-90,1                         | 200,-89.5,0.4         | t | t
        # not convex
        0,0,10,0,10,10,5,2,0,10          | 5,5                   | f | f
        0,0,10,0,10,10,5,2,0,10          | 1,5                   | t | t
        # circles above 90 degrees
        0,0,170                          | 120,40                | t | t
        0,0,170                          | 180,0,5               | f | f
        0,0,170                          | 90,0,75               | t | t
        0,0,170                          | 90,0,85               | f | t
        0,0,180                          | 180,0,180             | t | t
        0,0,100                          | 0,-5,10,-5,10,5,0,5   | t | t
        0,0,100                          | 170,-5,190,-5,180,5   | f | f
        0,0,175                          | 170,-5,190,-5,180,5   | f | t
        # a strip of 240 degrees along the equator: its edges are no parallels, but it fits in no hemisphere
        0,-1,120,-1,240,-1,240,1,120,1,0,1 | 120,0               | t | t
        0,-1,120,-1,240,-1,240,1,120,1,0,1 | 300,0               | f | f
        # a polygon in itself, and one in another that share an edge or a vertex
        0,0,10,0,10,10,0,10              | 0,0,10,0,10,10,0,10   | t | t
        0,0,10,0,10,10,0,10              | 0,0,5,0,5,5           | t | t
        0,0,10,0,10,10,0,10              | 10,0,20,0,20,5,10,10  | f | t
        0,0,10,0,10,10,5,2,0,10          | 0,10,10,10,5,9        | f | t
        0,0,5,0,5,5                      | 0,0,10,0,10,10,0,10   | f | t
        # nothing in a point but the point
        5,5                              | 5,5                   | t | t
        365,5                            | 5,5,0                 | t | t
        5,5                              | 5,5,1                 | f | t
        """)
    void regionsContainAndIntersect(String outer, String inner, String contained, String intersecting)
            throws SQLException {
        String arguments = "('{" + outer + "}', '{" + inner + "}')";
        String mirrored = "('{" + inner + "}', '{" + outer + "}')";
        assertThat(database.value("sphere.contains" + arguments)).isEqualTo(contained);
        assertThat(database.value("sphere.intersects" + arguments)).isEqualTo(intersecting);
        assertThat(database.value("sphere.intersects" + mirrored)).isEqualTo(intersecting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        sphere.point(10, 91)                                     | latitude from -90 to 90
        sphere.point('NaN', 1)                                   | There is no position
        sphere.point('Infinity', 1)                              | There is no position
        sphere.circle(10, 20, -1)                                | from 0 to 180 degrees, not -1
        sphere.circle(10, 20, 180.1)                             | from 0 to 180 degrees
        sphere.circle(10, 120, 1)                                | There is no position
        sphere.polygon(1, 1, 2, 2)                               | at least 3 vertices
        sphere.polygon(1, 1, 2, 2, 3)                            | at least 3 vertices
        sphere.polygon(1, 1, 2, 2, 3, 3, 4)                      | at least 3 vertices
        sphere.polygon(1, 1, 1, 1, 1, 1)                         | at least 3 different vertices; this one has 1
        sphere.polygon(1, 1, 2, 2, 1, 1)                         | at least 3 different vertices; this one has 2
        sphere.polygon(0, 0, 180, 0, 90, 45)                     | opposite each other
        sphere.polygon(0, 0, 120, 0, 240, 0)                     | exactly half of the sky
        sphere.polygon(0, 0, 10, 10, 10, 0, 0, 10)               | cross each other
        sphere.polygon(0, 0, 10, 10, 10, 0, 0, 12)               | cross each other
        sphere.polygon(0, 0, 10, 0, 20, 95)                      | There is no position
        sphere.box(10, 20, 180, 1)                               | width and height of a box
        sphere.box(10, 20, 1, 0)                                 | width and height of a box
        sphere.region('Circle ICRS 10 20')                       | A circle is not made of 2 numbers
        sphere.region('Ellipse ICRS 10 20 1 1 0')                | the kind "ELLIPSE"
        sphere.region('Circle GALAXY 10 20 1')                   | The word "GALAXY"
        sphere.region('Circle ICRS ten 20 1')                    | The word "TEN"
        sphere.region('Circle ICRS 10 twenty 1')                 | "TWENTY" in the region is not a number
        sphere.region('')                                        | a region of the kind
        sphere.region('10 20 1', 'polygon')                      | is a circle, not a polygon
        sphere.transform(ARRAY[1, 2], 'ICRS', 'Galactic')        | no frame "Galactic"
        sphere.healpix(30, 1, 1)                                 | from 0 to 29, not 30
        sphere.healpix_center(0, 12)                             | has the cells 0 to 11, not 12
        sphere.moved(NULL, 1, 1, 1, 1, 1, 2000, 2010)            | cannot be moved in time
        udf.timestamp('yesterday')                               | is not a time
        udf.timestamp('2026-02-30')                              | not a time that exists
        """)
    void whatHasNoMeaningIsSaidInTheUsersWords(String expression, String message) {
        assertThatThrownBy(() -> database.value(expression))
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase(message))
                .satisfies(e -> assertThat(((SQLException) e).getSQLState()).startsWith("VO"));
    }

    @Test
    void aClosedPolygonIsThePolygon() throws SQLException {
        assertThat(database.value("sphere.contains(sphere.polygon(0, 0, 10, 0, 10, 10, 0, 0), '{9,1}')"))
                .isEqualTo("t");
    }

    @Test
    void aMissingCoordinateMakesNoRegion() throws SQLException {
        assertThat(database.value("sphere.polygon(0, 0, 10, 0, NULL, 10)")).isNull();
        assertThat(database.value("sphere.point(NULL, 10)")).isNull();
        assertThat(database.value("sphere.vec(NULL, 10)")).isNull();
        assertThat(database.value("sphere.bounds('{1,NULL,3}')")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        10,20                            | 0                      | 10,20
        10,20,180                        | 41252.96124941928      | 10,20
        10,20,90                         | 20626.48062470964      | 10,20
        0,0,90,0,0,90                    | 5156.620156177409      | 45,35.264389682754654
        0,0,0,90,90,0                    | 5156.620156177409      | 45,35.264389682754654
        359,-1,1,-1,1,1,359,1            | 4.000202986504147      | 0,0
        10,10,10.0001,10,10.0001,10.0001 | 4.92403811e-9          | 10.0000666666,10.0000333333
        0,80,90,80,180,80,270,80         | 201.0158650540886      | 0,90
        """)
    void areasAndCentres(String region, double area, String centre) throws SQLException {
        assertThat(database.number("sphere.area('{" + region + "}')")).isCloseTo(area, within(1e-5 * area + 1e-12));
        assertThat(database.number("sphere.distance((sphere.centroid('{" + region + "}'))[1], (sphere.centroid('{"
                        + region + "}'))[2], " + centre + ")"))
                .isLessThan(1e-8);
    }

    @Test
    void theSidesOfABoxPassThroughTheEndsOfItsArms() throws SQLException {
        String box = "sphere.box(350, 60, 40, 10)";
        String edges = "sphere.edges(" + box + ")";
        for (String end : new String[] {"350, 65", "350, 55"}) {
            assertThat(database.number("sphere.boundary_distance(" + edges + ", " + end + ")"))
                    .isLessThan(1e-12);
        }
        assertThat(database.number("sphere.boundary_distance(" + edges + ", 350, 60)"))
                .isCloseTo(5, within(1e-12));
        assertThat(database.value("sphere.inside(" + edges + ", 350, 60)")).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        Circle ICRS 10 20 0.5                       | {10,20,0.5}
        circle 10 20 .5                             | {10,20,0.5}
        CIRCLE ICRS GEOCENTER SPHERICAL2 10 2E1 +.5 | {10,20,0.5}
        10 20 0.5                                   | {10,20,0.5}
        Position ICRS 10 -20                        | {10,-20}
        point 10 -20                                | {10,-20}
        Polygon ICRS 0 0 1 0 1 1                    | {0,0,1,0,1,1}
        0 0 1 0 1 1                                 | {0,0,1,0,1,1}
        Circle ICRS 10 20 0.5 unit deg              | {10,20,0.5}
        """)
    void regionsAreReadInEveryForm(String text, String region) throws SQLException {
        assertThat(database.value("sphere.region('" + text + "')")).isEqualTo(region);
    }

    @Test
    void otherFramesOfARegionAreTurnedToIcrs() throws SQLException {
        assertThat(database.value("sphere.contains(sphere.region('Circle GALACTIC 0 0 0.001'), '{266.405,-28.936}')"))
                .isEqualTo("t");
    }

    @Test
    void regionsAreWrittenAsTheirStandardsSay() throws SQLException {
        assertThat(database.value("sphere.stcs('{10.5,20,0.25}')")).isEqualTo("Circle ICRS 10.5 20 0.25");
        assertThat(database.value("sphere.stcs('{1,2,3,4,5,6}')")).isEqualTo("Polygon ICRS 1 2 3 4 5 6");
        assertThat(database.value("sphere.stcs('{1,2}')")).isEqualTo("Position ICRS 1 2");
        assertThat(database.value("sphere.dali('{10.5,20,0.25}')")).isEqualTo("10.5 20 0.25");
        assertThat(database.value("sphere.shape('{10.5,20,0.25}')")).isEqualTo("circle 10.5 20 0.25");
    }
}
