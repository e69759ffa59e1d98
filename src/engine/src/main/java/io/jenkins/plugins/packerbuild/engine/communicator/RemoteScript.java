package io.jenkins.plugins.packerbuild.engine.communicator;

import java.util.function.UnaryOperator;

/**
 * A script for the machine.
 *
 * @param content its bytes, first line included
 * @param remotePath where it lies while it runs, as in {@code /tmp/script_1234.sh}
 * @param commandLine from the remote path to the command line that runs it ({@code execute_command}, rendered)
 * @param keep whether it stays there afterwards ({@code skip_clean})
 */
public record RemoteScript(byte[] content, String remotePath, UnaryOperator<String> commandLine, boolean keep) {}
