package org.ctavo.spi;

/** Values as ADQL text (ADQL 2.1, section 2.1.4): the only way for what users send to get into a query. */
public final class AdqlLiteral {
    private AdqlLiteral() {}

    /** A character string: between quotes, those inside it doubled. Nothing else has a meaning between them. */
    public static String of(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * A number, exactly. A minus sign may come first, so nothing but a space, a comma or a parenthesis should stand
     * before it: two minus signs begin a comment.
     *
     * @throws IllegalArgumentException for NaN and the infinities, which ADQL cannot write
     */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("ADQL has no literal for " + value + '.');
        }
        return Double.toString(value);
    }

    /** A whole number; what is said of minus signs holds here too. */
    public static String of(long value) {
        return Long.toString(value);
    }
}
