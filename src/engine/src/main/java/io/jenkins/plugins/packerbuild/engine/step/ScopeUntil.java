package io.jenkins.plugins.packerbuild.engine.step;

import io.jenkins.plugins.packerbuild.engine.event.Narrator;
import io.jenkins.plugins.packerbuild.engine.time.Cancellation;
import io.jenkins.plugins.packerbuild.engine.time.Clock;
import java.time.Duration;

/**
 * The scope of a part of a build that may be asked to stop alone.
 *
 * @param build everything else
 * @param cancellation what its steps notice
 */
record ScopeUntil(BuildScope build, Cancellation cancellation) implements BuildScope {

    @Override
    public Narrator narrator() {
        return build.narrator();
    }

    @Override
    public Clock clock() {
        return build.clock();
    }

    @Override
    public Operator operator() {
        return build.operator();
    }

    @Override
    public <T> T run(Step<T> step) {
        cancellation.throwIfCancelled();
        return build.run(new Step<T>() {
            @Override
            public String name() {
                return step.name();
            }

            @Override
            public T run(BuildScope scope) {
                return step.run(ScopeUntil.this);
            }
        });
    }

    @Override
    public void onCleanup(String what, Duration limit, Cleanup cleanup) {
        build.onCleanup(what, limit, cleanup);
    }

    @Override
    public void onFailure(Duration limit, FailureAction action) {
        build.onFailure(limit, action);
    }

    @Override
    public boolean failed() {
        return build.failed();
    }
}
