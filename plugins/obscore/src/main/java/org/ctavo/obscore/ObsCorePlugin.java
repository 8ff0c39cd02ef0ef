package org.ctavo.obscore;

import java.util.List;

import org.ctavo.spi.DataModel;
import org.ctavo.spi.Example;
import org.ctavo.spi.Plugin;
import org.ctavo.spi.Setting;

/** Declares ObsCore 1.1 and offers the searches of the archive as examples. The tables are those of the schema. */
public final class ObsCorePlugin implements Plugin {

    /** Which words {@code ivoa.obscore.dataproduct_type} uses. */
    public static final Setting<String> PRODUCT_TYPES = Setting.choice(
            "obscore.product-types",
            "core11",
            List.of("core11", "hea"),
            "The words of ivoa.obscore.dataproduct_type. core11: the eight of ObsCore 1.1, such as event, which every"
                    + " client knows. hea: those proposed for high energies, such as hea-event-list and aeff.");

    private static final DataModel OBSCORE = new DataModel("ivo://ivoa.net/std/ObsCore#core-1.1", "ObsCore-1.1");

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
}
