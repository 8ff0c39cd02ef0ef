package org.ctavo.adql.check;

import org.ctavo.adql.type.AdqlType;

/** What operators do with types. */
final class Types {
    private Types() {}

    /** Whether values can be told to be smaller and larger. */
    static boolean isOrdered(AdqlType type) {
        return type.isWild()
                || type.isNumeric()
                || type == AdqlType.STRING
                || type == AdqlType.TIMESTAMP
                || type == AdqlType.BOOLEAN;
    }

    /** Whether values can be told to be equal. */
    static boolean isComparable(AdqlType type) {
        return isOrdered(type) || type.isGeometry();
    }
}
