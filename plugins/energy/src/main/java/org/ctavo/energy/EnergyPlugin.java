package org.ctavo.energy;

import java.util.List;

import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.Plugin;

/** Brings the functions of {@link EnergyFunctions} to queries. */
public final class EnergyPlugin implements Plugin {

    @Override
    public String name() {
        return "energy";
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return EnergyFunctions.declarations();
    }
}
