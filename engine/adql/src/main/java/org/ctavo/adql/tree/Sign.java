package org.ctavo.adql.tree;

/** What may stand before a value. */
public enum Sign {
    PLUS("+"),
    MINUS("-"),
    /** All bits turned, an extension. */
    BIT_NOT("~");

    private final String symbol;

    Sign(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }
}
