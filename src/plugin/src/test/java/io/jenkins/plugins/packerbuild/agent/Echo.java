package io.jenkins.plugins.packerbuild.agent;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints what it was started with, a line each. */
final class Echo {

    private Echo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(System.getProperty("echo") + "\n");
        out.print(System.getProperty("long") + "\n");
        for (String argument : arguments) {
            out.print(argument + "\n");
        }
    }
}
