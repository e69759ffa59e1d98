package org.jenkinsci.plugins.durabletask;

/** Signature: durable-task. */
public final class WindowsBatchScript extends FileMonitoringTask {
    public WindowsBatchScript(String script) {}
}
