package hudson.triggers;

import java.util.TimerTask;

/** Signature: jenkins-core. */
public abstract class SafeTimerTask extends TimerTask {
    public final void run() {
        throw new UnsupportedOperationException();
    }
}
