package org.jenkinsci.plugins.durabletask;

/** Signature: durable-task. */
public final class BourneShellScript extends FileMonitoringTask {
    public BourneShellScript(String script) {}
}
