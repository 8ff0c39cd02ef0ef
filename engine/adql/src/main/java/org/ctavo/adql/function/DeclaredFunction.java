package org.ctavo.adql.function;

import java.util.Objects;

import org.ctavo.spi.FunctionDeclaration;

/**
 * A user-defined function that the service offers.
 *
 * @param signature how it is called
 * @param declaration what it means, and its SQL
 */
public record DeclaredFunction(Signature signature, FunctionDeclaration declaration) {

    /** Checks that nothing is null. */
    public DeclaredFunction {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(declaration, "declaration");
    }

    /**
     * Reads a declaration.
     *
     * @throws IllegalArgumentException if its signature is none
     */
    public static DeclaredFunction of(FunctionDeclaration declaration) {
        return new DeclaredFunction(Signature.parse(declaration.signature()), declaration);
    }
}
