package hudson.triggers;

import java.util.TimerTask;

/** Signature: jenkins-core. */
public abstract class SafeTimerTask extends TimerTask {
    protected abstract void doRun() throws Exception;
}
