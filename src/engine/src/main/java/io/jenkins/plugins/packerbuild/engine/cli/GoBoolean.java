package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The ways in which Packer's flags can be written as true or false. */
final class GoBoolean implements ITypeConverter<Boolean> {

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    @Override
    public Boolean convert(String value) {
        if (TRUE.contains(value) || FALSE.contains(value)) {
            return TRUE.contains(value);
        }
        throw new TypeConversionException("'" + value + "' is not a boolean");
    }
}
