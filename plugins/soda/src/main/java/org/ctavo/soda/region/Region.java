package org.ctavo.soda.region;

/** A region of the sky, in ICRS. Its boundary belongs to it. Immutable. */
public sealed interface Region permits Circle, Polygon, Range {

    /**
     * Whether a direction lies in the region.
     *
     * @param x first component of a unit vector in ICRS; if it is NaN the answer is no
     * @param y second component
     * @param z third component
     */
    boolean contains(double x, double y, double z);

    /** As SODA's parameter POS writes it. */
    String text();
}
