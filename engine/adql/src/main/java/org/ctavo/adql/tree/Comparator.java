package org.ctavo.adql.tree;

/** How two values are compared. */
public enum Comparator {
    EQUAL("="),
    /** Written {@code <>} or {@code !=}. */
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
        return symbol;
    }

    /** Whether it asks for an order, not only for equality. */
    public boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** The comparator that says the same with left and right exchanged. */
    public Comparator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> this;
        };
    }
}
