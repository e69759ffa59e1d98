package io.jenkins.plugins.packerbuild.engine.communicator.ssh;

/** What happens on a channel, told to the thread that runs the command. */
sealed interface ChannelEvent {

    /** Look around: the machine has room again, or somebody has cancelled. */
    ChannelEvent WAKE = new Simple();

    /** The machine will print no more. */
    ChannelEvent END = new Simple();

    /** The channel is closed, or the connection lost. */
    ChannelEvent CLOSED = new Simple();

    /** Tells it to its kind. */
    void tell(Listener listener);

    /** Who deals with them. */
    interface Listener {
        void stdout(byte[] data);

        void stderr(byte[] data);

        void exited(int status);

        void simple(ChannelEvent event);
    }

    /** One without content. */
    final class Simple implements ChannelEvent {
        @Override
        public void tell(Listener listener) {
            listener.simple(this);
        }
    }

    /** Bytes of standard output. */
    record Stdout(byte[] data) implements ChannelEvent {
        @Override
        public void tell(Listener listener) {
            listener.stdout(data);
        }
    }

    /** Bytes of standard error. */
    record Stderr(byte[] data) implements ChannelEvent {
        @Override
        public void tell(Listener listener) {
            listener.stderr(data);
        }
    }

    /** The command has ended. */
    record Exited(int status) implements ChannelEvent {
        @Override
        public void tell(Listener listener) {
            listener.exited(status);
        }
    }
}
