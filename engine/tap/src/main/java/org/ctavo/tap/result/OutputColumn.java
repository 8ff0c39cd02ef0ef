package org.ctavo.tap.result;

import org.ctavo.spi.ColumnDescription;

/**
 * A column of a result.
 *
 * @param name as it appears in the result
 * @param id an XML name, unique in the result
 * @param description its metadata
 * @param cell how its values come and go
 */
public record OutputColumn(String name, String id, ColumnDescription description, CellType cell) {}
