package org.ctavo.adql.tree;

/** How tightly operators bind; the first is the loosest. */
public enum Rank {
    /** {@code ||}. */
    CONCATENATION,
    /** {@code |}. */
    BIT_OR,
    /** {@code ^}. */
    BIT_XOR,
    /** {@code &}. */
    BIT_AND,
    /** {@code +} and {@code -}. */
    SUM,
    /** {@code *} and {@code /}. */
    PRODUCT
}
