package io.jenkins.plugins.packerbuild.agent;

import java.util.List;

/**
 * The script that starts an engine: at most one for a session directory, with Java's words in {@code engine.log} and the
 * exit code in {@code exit}. Nothing of it is a secret.
 */
final class ScriptText {

    private static final String NEED =
            "packer-build needs Java 17 or newer. Install it on the agent, or set javaHome to one that is there.";

    private ScriptText() {}

    /**
     * What it is about. All paths are absolute, and are those of the machine on which it runs.
     *
     * @param session the session directory
     * @param workingDirectory where the engine starts
     * @param javaHome with {@code bin/java}
     */
    record Paths(String session, String workingDirectory, String javaHome) {}

    /** For Unix: any POSIX shell, also one that was told to stop at errors and to print every command. */
    static String sh(Paths paths) {
        return String.join(
                "\n",
                "set +ex",
                "session=" + sh(paths.session()),
                "java=" + sh(paths.javaHome()) + "/bin/java",
                "mkdir \"$session/launched\" || exit 0",
                "end() {",
                "    printf '%s\\n' \"$1\" >\"$session/exit.tmp\" && mv -f \"$session/exit.tmp\" \"$session/exit\"",
                "    exit \"$1\"",
                "}",
                "refuse() {",
                "    printf '%s\\n' \"$1\" >\"$session/" + SessionFolder.LOG + "\"",
                "    end 1",
                "}",
                "cd " + shDirectory(paths.workingDirectory()) + " || refuse "
                        + sh("Could not enter working directory '" + paths.workingDirectory()
                                + "': it is not there, or may not be entered. Check the step's current directory."),
                shJavaCheck(paths),
                "\"$java\" @\"$session/" + SessionFolder.ARGUMENTS + "\" </dev/null >\"$session/" + SessionFolder.LOG
                        + "\" 2>&1 &",
                "pid=$!",
                "printf '%s\\n' \"$pid\" >\"$session/pid\"",
                "wait \"$pid\"",
                "end $?",
                "");
    }

    private static String shJavaCheck(Paths paths) {
        String place = "'" + paths.javaHome() + "/bin/java'";
        return String.join(
                "\n",
                "[ -x \"$java\" ] || refuse " + sh("There is no Java at " + place + ". " + NEED),
                "version=",
                "if [ -r " + sh(paths.javaHome()) + "/release ]; then",
                "    version=$(sed -n 's/^JAVA_VERSION=\"\\{0,1\\}\\([^\"]*\\).*/\\1/p' " + sh(paths.javaHome())
                        + "/release)",
                "fi",
                "[ -n \"$version\" ] || version=$(\"$java\" -version 2>&1 | sed -n 's/.* version \"\\([^\"]*\\)\".*/\\1/p')",
                "major=${version%%[!0-9]*}",
                "if [ -n \"$major\" ] && [ \"$major\" -lt 17 ]; then",
                "    refuse " + sh("The Java at " + place + " is ") + "\"$version\"" + sh(". " + NEED),
                "fi");
    }

    /** For Windows' {@code cmd}. */
    static String batch(Paths paths) {
        String session = batch(paths.session());
        String log = "\"" + session + "\\" + SessionFolder.LOG + "\"";
        String java = "\"" + batch(paths.javaHome()) + "\\bin\\java.exe\"";
        return String.join(
                "\r\n",
                List.of(
                        "@echo off",
                        "setlocal DisableDelayedExpansion",
                        "chcp 65001 >nul",
                        "mkdir \"" + session + "\\launched\" 2>nul || exit /b 0",
                        "set code=1",
                        "cd /d \"" + batch(paths.workingDirectory()) + "\" || goto nodirectory",
                        "if not exist " + java + " goto nojava",
                        java + " --version >nul 2>nul || goto oldjava",
                        java + " \"@" + session + "\\" + SessionFolder.ARGUMENTS + "\" <nul >" + log + " 2>&1",
                        "set code=%errorlevel%",
                        "goto end",
                        ":nodirectory",
                        ">" + log + " echo Could not enter working directory \"" + batch(paths.workingDirectory())
                                + "\": it is not there, or may not be entered. Check the step's current directory.",
                        "goto end",
                        ":nojava",
                        ">" + log + " echo There is no Java at " + java + ". " + NEED,
                        "goto end",
                        ":oldjava",
                        ">" + log + " echo The Java at " + java + " is too old. " + NEED,
                        ":end",
                        ">\"" + session + "\\exit.tmp\" echo %code%",
                        "move /y \"" + session + "\\exit.tmp\" \"" + session + "\\exit\" >nul",
                        "exit /b %code%",
                        ""));
    }

    /** One word of a POSIX shell, whatever is in it. */
    private static String sh(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** An absolute path is neither an option nor found by CDPATH. */
    private static String shDirectory(String path) {
        return sh(path) + " 2>/dev/null";
    }

    /** Inside of double quotes of a batch file; a Windows path has no quote. */
    private static String batch(String path) {
        return path.replace("%", "%%");
    }
}
