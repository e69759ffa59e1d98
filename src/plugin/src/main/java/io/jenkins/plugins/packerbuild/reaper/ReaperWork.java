package io.jenkins.plugins.packerbuild.reaper;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.packerbuild.session.Ticker;
import java.io.IOException;
import java.time.Duration;

/** Looks after dead sessions every two minutes. */
@Extension
public final class ReaperWork extends AsyncPeriodicWork {

    private final OrphanReaper reaper = new OrphanReaper(Ticker.system());

    /** By Jenkins. */
    public ReaperWork() {
        super("packer-build: dead sessions");
    }

    static OrphanReaper reaper() {
        return ExtensionList.lookupSingleton(ReaperWork.class).reaper;
    }

    @Override
    public long getRecurrencePeriod() {
        return Duration.ofMinutes(2).toMillis();
    }

    @Override
    public long getInitialDelay() {
        return Duration.ofMinutes(1).toMillis();
    }

    @Override
    protected void execute(TaskListener listener) throws IOException, InterruptedException {
        reaper.round();
    }
}
