package org.ctavo.tap.result;

/** The value that stands for NULL in a column of whole numbers where no mask can say so: the type's least. */
final class BinaryNull {
    private BinaryNull() {}

    static long of(CellType.Kind kind) {
        return switch (kind) {
                // Unsigned: its greatest, since 0 is a value in common use.
            case UNSIGNED_BYTE -> 255;
            case SHORT -> Short.MIN_VALUE;
            case INT -> Integer.MIN_VALUE;
            case LONG -> Long.MIN_VALUE;
            default -> throw new IllegalArgumentException("No whole number: " + kind);
        };
    }
}
