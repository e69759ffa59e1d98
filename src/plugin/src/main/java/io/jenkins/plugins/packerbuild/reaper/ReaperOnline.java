package io.jenkins.plugins.packerbuild.reaper;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.TaskListener;
import hudson.slaves.ComputerListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks after dead sessions when an agent comes back, without keeping it from its work. */
@Extension
public final class ReaperOnline extends ComputerListener {

    private static final Logger LOGGER = Logger.getLogger(ReaperOnline.class.getName());

    @Override
    public void onOnline(Computer computer, TaskListener listener) {
        inBackground(ReaperWork.reaper()::round);
    }

    /** A round of the reaper. */
    @FunctionalInterface
    interface Round {
        void run() throws IOException, InterruptedException;
    }

    static void inBackground(Round round) {
        Computer.threadPoolForRemoting.execute(() -> {
            try {
                round.run();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "Could not look after dead packer-build sessions", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
