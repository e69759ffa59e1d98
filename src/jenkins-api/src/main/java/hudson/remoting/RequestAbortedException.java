package hudson.remoting;

/** Signature: remoting. */
public class RequestAbortedException extends RemotingSystemException {}
