package org.jenkinsci.remoting;

import java.io.IOException;

/** Signature: remoting. */
public class ChannelStateException extends IOException {}
