package org.ctavo.obscore;

import java.util.List;
import java.util.Optional;

import org.ctavo.obscore.cone.ConeSearch;
import org.ctavo.obscore.image.ImageSearch;
import org.ctavo.spi.Capability;
import org.ctavo.spi.DataModel;
import org.ctavo.spi.Endpoint;
import org.ctavo.spi.Example;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Services;
import org.ctavo.spi.Setting;
import org.ctavo.spi.SqlForm;

/**
 * Declares ObsCore 1.1, offers the searches of the archive as examples, and answers those who search by Simple Cone
 * Search or SIA 2.0. The tables are those of the schema.
 */
public final class ObsCorePlugin implements Plugin {

    /** Which words {@code ivoa.obscore.dataproduct_type} uses. */
    public static final Setting<String> PRODUCT_TYPES = Setting.choice(
            "obscore.product-types",
            "core11",
            List.of("core11", "hea"),
            "The words of ivoa.obscore.dataproduct_type. core11: the eight of ObsCore 1.1, such as event, which every"
                    + " client knows. hea: those proposed for high energies, such as hea-event-list and aeff.");

    private static final DataModel OBSCORE = new DataModel("ivo://ivoa.net/std/ObsCore#core-1.1", "ObsCore-1.1");

    private static final String OVERLAP = "(sphere.bounds($1) OPERATOR(sphere.&&) sphere.range_bounds($2, $3, $4, $5)"
            + " AND sphere.range_intersects($1, $2, $3, $4, $5))";

    private static final FunctionDeclaration RANGE = new FunctionDeclaration(
            "cta_range_intersects(region GEOMETRY, lon1 REAL, lon2 REAL, lat1 REAL, lat2 REAL) -> INTEGER",
            "1 if a region has something in common with the range from lon1 east to lon2 and from lat1 north to lat2,"
                    + " boundaries included, 0 if not; in degrees. A range whose lon2 is the smaller goes through 0.",
            SqlForm.pattern(OVERLAP + "::pg_catalog.int4"),
            Optional.of(SqlForm.pattern(OVERLAP)),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Override
    public String name() {
        return "obscore";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PRODUCT_TYPES);
    }

    @Override
    public List<DataModel> dataModels() {
        return List.of(OBSCORE);
    }

    @Override
    public List<Example> examples() {
        return Searches.ALL;
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(RANGE);
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                new Capability("ivo://ivoa.net/std/ConeSearch", "vs:ParamHTTP", "1.03", "/scs?"),
                new Capability("ivo://ivoa.net/std/SIA#query-2.0", "vs:ParamHTTP", "2.0", "/sia2/query"));
    }

    @Override
    public List<Endpoint> endpoints(Services services) {
        return List.of(ConeSearch.endpoint(services.queries()), ImageSearch.endpoint(services.queries()));
    }
}
