package hudson.remoting;

/** Signature: remoting. */
class RemotingSystemException extends RuntimeException {}
