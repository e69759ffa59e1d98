package hudson.remoting;

import org.jenkinsci.remoting.ChannelStateException;

/** Signature: remoting. */
public class ChannelClosedException extends ChannelStateException {}
