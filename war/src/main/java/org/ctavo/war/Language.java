package org.ctavo.war;

import java.util.stream.Stream;

import org.ctavo.adql.Adql;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.adql.sql.IvoaFunctions;
import org.ctavo.adql.unit.VOUnits;

/**
 * The query language of the service: everything that ADQL 2.1 has, with the functions of the IVOA's
 * catalogue and of the plugins, and VOUnits.
 */
public final class Language {
    private Language() {}

    /** The language with the functions of these plugins. */
    public static Adql of(Plugins plugins) {
        return new Adql(
                FeatureSet.ALL,
                Stream.concat(
                                IvoaFunctions.declarations().stream(),
                                plugins.all().stream().flatMap(plugin -> plugin.functions().stream()))
                        .toList(),
                Limits.DEFAULT,
                new VOUnits());
    }
}
