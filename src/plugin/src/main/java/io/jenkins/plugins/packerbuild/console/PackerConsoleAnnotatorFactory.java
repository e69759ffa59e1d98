package io.jenkins.plugins.packerbuild.console;

import hudson.Extension;
import hudson.console.ConsoleAnnotator;
import hudson.console.ConsoleAnnotatorFactory;

/**
 * Colours the lines of builders in any build log. It is asked for every log of every job, and must answer with an annotator
 * always: a null would stick for whoever has the page open before the first line is there.
 */
@Extension
public final class PackerConsoleAnnotatorFactory extends ConsoleAnnotatorFactory<Object> {

    @Override
    public ConsoleAnnotator<Object> newInstance(Object context) {
        return PackerConsoleAnnotator.INSTANCE;
    }
}
