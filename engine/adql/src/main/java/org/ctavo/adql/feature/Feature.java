package org.ctavo.adql.feature;

import java.util.Locale;
import java.util.Optional;

/** An optional part of the language (ADQL 2.1, section 4), or an extension of this implementation. */
public enum Feature {
    AREA(Group.GEOMETRY),
    BOX(Group.GEOMETRY),
    CENTROID(Group.GEOMETRY),
    CIRCLE(Group.GEOMETRY),
    CONTAINS(Group.GEOMETRY),
    COORD1(Group.GEOMETRY),
    COORD2(Group.GEOMETRY),
    COORDSYS(Group.GEOMETRY),
    DISTANCE(Group.GEOMETRY),
    INTERSECTS(Group.GEOMETRY),
    POINT(Group.GEOMETRY),
    POLYGON(Group.GEOMETRY),
    REGION(Group.GEOMETRY),
    LOWER(Group.STRING),
    UPPER(Group.STRING),
    ILIKE(Group.STRING),
    WITH(Group.COMMON_TABLE),
    UNION(Group.SETS),
    EXCEPT(Group.SETS),
    INTERSECT(Group.SETS),
    CAST(Group.TYPE),
    COALESCE(Group.CONDITIONAL),
    IN_UNIT(Group.UNIT),
    OFFSET(Group.OFFSET),
    /** {@code CASE … END}. */
    CASE(Group.EXTENSION),
    /** {@code NULLIF(a, b)}. */
    NULLIF(Group.EXTENSION),
    /** {@code & | ^ ~} on integers. */
    BITWISE(Group.EXTENSION),
    /** {@code 0x1F}. */
    HEXADECIMAL(Group.EXTENSION),
    /** {@code *} beside other items of a select list. */
    STAR_AMONG_COLUMNS(Group.EXTENSION),
    /** One {@code ;} at the end. */
    SEMICOLON(Group.EXTENSION);

    private final Group group;

    Feature(Group group) {
        this.group = group;
    }

    /** Where it belongs. */
    public Group group() {
        return group;
    }

    /** The form under which capabilities declare it. */
    public String form() {
        return name();
    }

    /** Groups of features, as TAPRegExt declares them. */
    public enum Group {
        GEOMETRY("features-adqlgeo"),
        STRING("features-adql-string"),
        COMMON_TABLE("features-adql-common-table"),
        SETS("features-adql-sets"),
        TYPE("features-adql-type"),
        CONDITIONAL("features-adql-conditional"),
        UNIT("features-adql-unit"),
        OFFSET("features-adql-offset"),
        /** What no standard has; not declared. */
        EXTENSION(null);

        /**
         * As TAPRegExt writes it and clients of today compare it, letter by letter. ADQL 2.1 (section 4.1) asks for
         * lower case throughout: clients that know a newer group only by ADQL's own text find it under that.
         */
        private static final String TAPREGEXT = "ivo://ivoa.net/std/TAPRegExt#";

        /** The type under which capabilities declare user-defined functions. */
        public static final String FUNCTIONS = TAPREGEXT + "features-udf";

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /** The type of the group's {@code languageFeatures} element; empty for what is not declared. */
        public Optional<String> type() {
            return Optional.ofNullable(key)
                    .map(k -> (this == CONDITIONAL ? TAPREGEXT.toLowerCase(Locale.ROOT) : TAPREGEXT) + k);
        }
    }
}
