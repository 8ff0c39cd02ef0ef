package org.ctavo.schema.model;

/**
 * How many values a property has.
 *
 * @param least 0 or more
 * @param most 1 or more, or {@link #UNBOUNDED}
 */
public record Multiplicity(int least, int most) {

    /** As many as one likes. */
    public static final int UNBOUNDED = -1;

    /** Exactly one. */
    public static final Multiplicity ONE = new Multiplicity(1, 1);

    /** Whether there must be a value. */
    public boolean isMandatory() {
        return least > 0;
    }

    /** Whether there may be several values. */
    public boolean isMany() {
        return most != 1;
    }

    /** Whether any number of values can meet it. */
    public boolean isPossible() {
        return least >= 0 && (most == UNBOUNDED || (most >= 1 && most >= least));
    }

    /** In UML's notation: {@code 1}, {@code 0..1}, {@code 0..*}. */
    @Override
    public String toString() {
        String upper = most == UNBOUNDED ? "*" : Integer.toString(most);
        return least == most ? upper : least + ".." + upper;
    }
}
