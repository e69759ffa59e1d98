package io.jenkins.plugins.packerbuild.reaper;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.verb.POST;

/** Tells the administrator what builds have left in clouds and Jenkins could not remove. */
@Extension
public final class LeftoversMonitor extends AdministrativeMonitor {

    @Override
    public String getDisplayName() {
        return "Packer builds have left something in a cloud";
    }

    @Override
    public boolean isActivated() {
        return !getThings().isEmpty();
    }

    /** Each thing, for the page. */
    public List<LeftThing> getThings() {
        return ReaperWork.reaper().left();
    }

    /** Tries to remove all of it now. */
    @POST
    public HttpResponse doTryAgain() {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        ReaperOnline.inBackground(ReaperWork.reaper()::tryAgain);
        return HttpResponses.redirectViaContextPath("/manage");
    }
}
