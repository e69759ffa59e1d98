package io.jenkins.plugins.packerbuild.engine.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which builds of a template. */
final class SelectionOptions {

    @Option(
            names = {"-only", "--only"},
            split = ",",
            paramLabel = "a,b",
            description = "Only the builds with these names.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = {"-except", "--except"},
            split = ",",
            paramLabel = "a,b",
            description = "All builds but those with these names.")
    private List<String> except = new ArrayList<>();

    /** The names of {@code -only}; empty for all builds. */
    List<String> only() {
        return only.stream().filter(name -> !name.isEmpty()).toList();
    }

    /** The names of {@code -except}. */
    List<String> except() {
        return except.stream().filter(name -> !name.isEmpty()).toList();
    }
}
